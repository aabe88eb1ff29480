// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

QJsonObject eventOf(const QString& kind, int exitCode, const QString& to = u"waiting-restart"_s, const QString& from = u"online"_s)
{
    return {{u"app"_s, u"api-1"_s}, {u"name"_s, u"api"_s}, {u"number"_s, 3},   {u"kind"_s, kind},
            {u"exitCode"_s, exitCode}, {u"from"_s, from},  {u"to"_s, to}, {u"reason"_s, u"exit code %1"_s.arg(exitCode)}};
}

} // namespace

class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTold_data()
    {
        QTest::addColumn<QJsonObject>("event");
        QTest::addColumn<bool>("all");
        QTest::addColumn<bool>("gaveUpOnly");
        QTest::newRow("crash") << eventOf(u"exit"_s, 1) << true << false;
        QTest::newRow("ended well") << eventOf(u"exit"_s, 0) << false << false;
        QTest::newRow("was stopped") << eventOf(u"exit"_s, 143, u"stopped"_s, u"stopping"_s) << false << false;
        QTest::newRow("last crash: giving up tells it") << eventOf(u"exit"_s, 1, u"errored"_s) << false << false;
        QTest::newRow("gave up") << eventOf(u"errored"_s, 1, u"errored"_s) << true << true;
        QTest::newRow("not started") << eventOf(u"start-failed"_s, 0, u"errored"_s) << true << true;
        QTest::newRow("online") << eventOf(u"online"_s, 0) << false << false;
    }

    void whatIsTold()
    {
        QFETCH(QJsonObject, event);
        QFETCH(bool, all);
        QFETCH(bool, gaveUpOnly);
        QCOMPARE(Notices().take(event, {}, Notices::Level::All, 0, 0).has_value(), all);
        QCOMPARE(Notices().take(event, {}, Notices::Level::GaveUp, 0, 0).has_value(), gaveUpOnly);
        QVERIFY(!Notices().take(event, {}, Notices::Level::None, 0, 0));
    }

    void aPauseForEachApp()
    {
        Notices notices;
        const auto crash = [&](qint64 now, const QString& app = u"api-1"_s) {
            QJsonObject one = eventOf(u"exit"_s, 1);
            one.insert("app"_L1, app);
            return notices.take(one, {}, Notices::Level::All, 30'000, now).has_value();
        };
        QVERIFY(crash(1'000));
        QVERIFY(!crash(2'000));
        QVERIFY(!crash(30'999));
        QVERIFY(crash(2'000, u"other"_s));
        QVERIFY(crash(31'000));
        QVERIFY(notices.take(eventOf(u"errored"_s, 1, u"errored"_s), {}, Notices::Level::All, 30'000, 31'001).has_value());
    }

    void namesTheLastLineOfItsErrors()
    {
        const QTemporaryDir folder;
        QFile log(folder.filePath(u"error.log"_s));
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write(QByteArray(10'000, 'x') + "\nError: \x1b[31mno\tdatabase\x1b[0m\x07\n\n  \n");
        log.close();
        const auto notice = Notices().take(eventOf(u"exit"_s, 1), log.fileName(), Notices::Level::All, 0, 0);
        QVERIFY(notice);
        QCOMPARE(notice->title, u"api crashed"_s);
        QCOMPARE(notice->text, u"exit code 1\nError: no database"_s);
        QCOMPARE(lastLineOf(folder.filePath(u"none.log"_s)), QString());
        QVERIFY(log.open(QIODevice::WriteOnly | QIODevice::Truncate));
        log.write(QByteArray(3'000, 'y'));
        log.close();
        QVERIFY(lastLineOf(log.fileName()).size() < 250);
    }
};

QTEST_GUILESS_MAIN(NoticesTest)
#include "tst_notices.moc"
