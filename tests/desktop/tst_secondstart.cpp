// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/singleinstance.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

/// What the real program hands to the window that is there, which is this test.
class SecondStartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsCommandLineArrives_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<WindowWishes>("wishes");
        const QString folder = QDir::tempPath();
        QTest::newRow("nothing") << QStringList() << WindowWishes{};
        QTest::newRow("an app") << QStringList{u"--show"_s, u"my app & ñ"_s} << WindowWishes{{}, u"my app & ñ"_s};
        QTest::newRow("hidden") << QStringList{u"--hidden"_s, u"--show=web"_s} << WindowWishes{{}, u"web"_s};
        QTest::newRow("the launch dialog") << QStringList{u"--launch"_s} << WindowWishes{{QString()}, {}};
        QTest::newRow("a file") << QStringList{folder + u"/100% ñandú & co/a b.js"_s} << WindowWishes{{folder + u"/100% ñandú & co/a b.js"_s}, {}};
    }
    void itsCommandLineArrives()
    {
        QFETCH(QStringList, arguments);
        QFETCH(WindowWishes, wishes);
        const QTemporaryDir home;
        SingleInstance first(home.path());
        const Result<bool> claimed = first.claim({});
        QVERIFY2(claimed && *claimed, claimed ? "" : qPrintable(claimed.error().message()));
        QSignalSpy handed(&first, &SingleInstance::handedOver);
        QProcess second;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TROPERO_HOME"_s, home.path());
        second.setProcessEnvironment(environment);
        second.start(QStringLiteral(TROPERO_TEST_BIN "/tropero-desktop"), arguments);
        QTRY_COMPARE_WITH_TIMEOUT(handed.size(), 1, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(handed.first().first().value<WindowWishes>(), wishes);
    }
};

QTEST_GUILESS_MAIN(SecondStartTest)
#include "tst_secondstart.moc"
