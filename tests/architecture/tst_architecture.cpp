// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/rules.h"

#include <QDir>
#include <QLibraryInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero::architecture;

namespace {

QString qtHeaders()
{
    return QLibraryInfo::path(QLibraryInfo::HeadersPath);
}

/// "rule path:line" of each violation, sorted.
QStringList places(const QList<Violation>& violations)
{
    QStringList places;
    for (const Violation& violation : violations)
        places.append(u"%1 %2:%3"_s.arg(violation.rule, violation.path).arg(violation.line));
    places.sort();
    return places;
}

} // namespace

/// The rules of docs/architecture.md on our own sources, and on a sample tree that breaks each of them.
class ArchitectureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownSourcesAreRead();
    void ownSourcesKeepTheRules();
    void sampleIsCaught();
    void longFileIsCaught_data();
    void longFileIsCaught();
};

void ArchitectureTest::ownSourcesAreRead()
{
    // A checker that reads nothing finds nothing: make sure that it sees the tree, its includes and the Qt headers.
    const QList<SourceFile> sources = readSourceTree(QStringLiteral(TROPERO_SOURCE_ROOT));
    QStringList paths;
    qsizetype includes = 0;
    for (const SourceFile& source : sources) {
        paths.append(source.path);
        includes += source.includes.size();
    }
    for (const QString& expected : {u"src/core/error.h"_s, u"src/core/error.cpp"_s, u"CMakeLists.txt"_s, u"run.sh"_s, u".ci/run"_s,
                                    u"tests/architecture/rules.cpp"_s})
        QVERIFY2(paths.contains(expected), qPrintable(expected));
    QVERIFY(includes > 100);
    QVERIFY(QDir(qtHeaders()).exists(u"QtWidgets/QWidget"_s));
}

void ArchitectureTest::ownSourcesKeepTheRules()
{
    const QList<Violation> violations = checkAll(readSourceTree(QStringLiteral(TROPERO_SOURCE_ROOT)), qtHeaders());
    for (const Violation& violation : violations)
        qWarning("%s", qPrintable(violation.message()));
    QCOMPARE(violations.size(), 0);
}

void ArchitectureTest::sampleIsCaught()
{
    const QString root = QStringLiteral(TROPERO_TEST_DATA) + u"/architecture"_s;
    const QStringList expected{
        u"arrow src/core/reachesup.h:4"_s,
        u"arrow src/extra/unknownfolder.h:0"_s,
        u"circle src/core/left.h:0"_s,
        u"circle src/core:0"_s,
        u"ifdef src/core/conditional.cpp:3"_s,
        u"ifdef src/core/conditional.cpp:6"_s,
        u"ifdef src/guard/main.cpp:6"_s,
        u"ifdef src/platform/notneutral.h:4"_s,
        u"include src/core/conditional.cpp:9"_s,
        u"licence run.sh:0"_s,
        u"licence src/core/unlicensed.h:0"_s,
        u"module src/core/reachesup.h:6"_s,
        u"module src/daemon/window.cpp:4"_s,
        u"module src/daemon/window.cpp:5"_s,
        u"module src/models/widget.h:4"_s,
    };
    QCOMPARE(places(checkAll(readSourceTree(root), qtHeaders())), expected);
}

void ArchitectureTest::longFileIsCaught_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("lines");
    QTest::addColumn<bool>("caught");
    for (const QString& path : {u"src/core/x.cpp"_s, u"src/core/x.h"_s, u"ui/x.ui"_s, u"resources/agent/x.cjs"_s, u"tests/unit/x.cpp"_s}) {
        QTest::addRow("%s at the limit", qPrintable(path)) << path << maxLines << false;
        QTest::addRow("%s above it", qPrintable(path)) << path << maxLines + 1 << true;
    }
}

void ArchitectureTest::longFileIsCaught()
{
    QFETCH(QString, path);
    QFETCH(int, lines);
    QFETCH(bool, caught);
    QTemporaryDir root;
    QVERIFY(QDir(root.path()).mkpath(path.section(u'/', 0, -2)));
    QFile file(root.filePath(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("// SPDX-License-Identifier: GPL-3.0-or-later\n" + QByteArray("\n").repeated(lines - 1));
    file.close();
    const QStringList expected = caught ? QStringList{u"length %1:0"_s.arg(path)} : QStringList{};
    QCOMPARE(places(checkAll(readSourceTree(root.path()), qtHeaders())), expected);
}

QTEST_GUILESS_MAIN(ArchitectureTest)
#include "tst_architecture.moc"
