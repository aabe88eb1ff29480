// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirrorfixture.h"

#include "client/gitbranch.h"
#include "models/apptreemodel.h"
#include "models/gitbranches.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;

namespace {

void write(const QString& path, const QByteArray& text)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class GitBranchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repositoriesWorkTreesAndNone()
    {
        const QTemporaryDir home;
        const auto at = [&home](const char* path) { return home.filePath(QString::fromLatin1(path)); };
        write(at("shop/.git/HEAD"), "ref: refs/heads/feature/cart\n");
        QDir().mkpath(at("shop/packages/api"));
        QCOMPARE(gitBranch(at("shop")), u"feature/cart"_s);
        QCOMPARE(gitBranch(at("shop/packages/api")), u"feature/cart"_s);
        // A work tree names its folder in a file; a submodule does so by a relative path.
        write(at("shop/.git/worktrees/hotfix/HEAD"), "ref: refs/heads/hotfix\n");
        write(at("hotfix/.git"), "gitdir: " + at("shop/.git/worktrees/hotfix").toUtf8() + "\n");
        QCOMPARE(gitBranch(at("hotfix")), u"hotfix"_s);
        write(at("shop/.git/modules/lib/HEAD"), "0123456789abcdef0123456789abcdef01234567\n");
        write(at("shop/lib/.git"), "gitdir: ../.git/modules/lib\n");
        QCOMPARE(gitBranch(at("shop/lib")), u"0123456"_s);
        QDir().mkpath(at("alone"));
        QCOMPARE(gitBranch(at("alone")), QString());
        QCOMPARE(gitBranch(at("no/such/folder")), QString());
        QCOMPARE(gitBranch({}), QString());
        write(at("broken/.git"), "what is this");
        QCOMPARE(gitBranch(at("broken")), QString());
    }

    void readWhenAskedAndAgain()
    {
        const QTemporaryDir home;
        write(home.filePath(u".git/HEAD"_s), "ref: refs/heads/main\n");
        GitBranches branches;
        QSignalSpy changed(&branches, &GitBranches::changed);
        QCOMPARE(branches.branchOf(home.path()), QString()); // nothing waits for the disk
        QTRY_COMPARE(branches.branchOf(home.path()), u"main"_s);
        QCOMPARE(changed.size(), 1);
        write(home.filePath(u".git/HEAD"_s), "ref: refs/heads/next\n");
        branches.refresh(home.path());
        QTRY_COMPARE(branches.branchOf(home.path()), u"next"_s);
        write(home.filePath(u".git/HEAD"_s), "ref: refs/heads/seen\n");
        branches.setActive(true);
        QTRY_COMPARE(branches.branchOf(home.path()), u"seen"_s);
    }

    void theTreeShowsThem()
    {
        const QTemporaryDir home;
        write(home.filePath(u".git/HEAD"_s), "ref: refs/heads/main\n");
        GitBranches branches;
        MirrorFixture f;
        AppTreeModel model(f.mirror);
        AppStatus api = app(u"api"_s, {instance(0, 0, InstanceState::Online)});
        api.spec.cwd = home.path();
        f.mirror.applySnapshot(snapshot({api}));
        model.setBranches(branches);
        const auto cell = [&] { return model.indexOf(u"api"_s).siblingAtColumn(BranchColumn); };
        QTRY_COMPARE(cell().data().toString(), u"main"_s);
        QVERIFY(cell().data(Qt::ToolTipRole).toString().contains(u"main"_s));
        write(home.filePath(u".git/HEAD"_s), "ref: refs/heads/other\n");
        // It is started again.
        f.mirror.applyChange(instanceChange(u"api"_s, {instance(0, 0, InstanceState::Online, 9'000)}));
        QTRY_COMPARE(cell().data().toString(), u"other"_s);
    }
};

QTEST_GUILESS_MAIN(GitBranchesTest)
#include "tst_gitbranches.moc"
