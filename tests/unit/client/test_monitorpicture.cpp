// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/displaywidth.h"
#include "cli/monitorpicture.h"
#include "cli/terminaltext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

constexpr qint64 now = 1'795'000'000'000;

MonitorPicture pictureOf(int count)
{
    MonitorPicture picture;
    for (int i = 0; i < count; ++i) {
        InstanceStatus status;
        status.number = i;
        status.state = i % 3 == 2 ? InstanceState::Errored : InstanceState::Online;
        status.pid = i % 3 == 2 ? 0 : 4000 + i;
        status.startedAt = now - 90'000;
        status.cpu = i;
        status.memory = 50'000'000;
        status.reason = u"gave up: 16 crashes within 2.2 s; last exit code 3"_s;
        picture.instances.append({u"app-%1-日本"_s.arg(i), u"fork"_s, status, {0, 5, 10}});
    }
    picture.chosen = count > 0 ? 0 : -1;
    for (int i = 0; i < 100; ++i)
        picture.log.append(u"| line %1"_s.arg(i));
    return picture;
}

} // namespace

class TestMonitorPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_console.setColours(Console::ColourMode::Never); }

    void fitsEveryTerminal()
    {
        for (const int count : {0, 1, 5, 200}) {
            for (const int columns : {1, 20, 50, 80, 100, 200}) {
                for (const int rows : {1, 2, 5, 8, 12, 24, 60}) {
                    MonitorPicture picture = pictureOf(count);
                    for (const int chosen : {0, count / 2, count - 1}) {
                        picture.chosen = chosen;
                        const QStringList lines = monitorLines(picture, {columns, rows}, now, m_console);
                        QVERIFY2(lines.size() == rows, qPrintable(u"%1 apps, %2 x %3: %4 lines"_s.arg(count).arg(columns).arg(rows).arg(lines.size())));
                        for (const QString& line : lines)
                            QVERIFY(displayWidth(cutToWidth(line, columns)) <= columns);
                    }
                }
            }
        }
    }

    void showsTheChosenAmongMany()
    {
        MonitorPicture picture = pictureOf(200);
        for (const int chosen : {0, 1, 99, 198, 199}) {
            picture.chosen = chosen;
            const QStringList lines = monitorLines(picture, {100, 24}, now, m_console);
            QCOMPARE(lines.filter(u"\u203a"_s).size(), 1);
            QVERIFY(lines.filter(u"\u203a"_s).constFirst().contains(u"app-%1-"_s.arg(chosen)));
            QVERIFY(lines.filter(u"Log of app-%1-"_s.arg(chosen)).size() == 1);
        }
    }

    void sumsAndFacts()
    {
        MonitorPicture picture = pictureOf(3);
        picture.instances[0].status.ports = {3000, 3001};
        picture.instances[0].status.metrics = {{u"Users\x1b[2J"_s, QJsonObject{{u"value"_s, 42}, {u"unit"_s, u" u"_s}}}};
        QStringList lines = monitorLines(picture, {120, 24}, now, m_console);
        QVERIFY(lines.first().contains(u"2 online") && lines.first().contains(u"1 errored") && lines.first().contains(u"CPU 1.0%"));
        const QString facts = lines.filter(u"pid 4000"_s).value(0);
        QVERIFY2(facts.contains(u":3000 :3001") && facts.contains(u"42 u") && !facts.contains(u'\x1b'), qPrintable(facts));
        picture.chosen = 2;
        lines = monitorLines(picture, {120, 24}, now, m_console);
        QVERIFY(!lines.filter(u"gave up: 16 crashes"_s).isEmpty());
        picture.message = u"told"_s;
        QCOMPARE(monitorLines(picture, {120, 24}, now, m_console).last(), u" told"_s);
    }

    void logScrolls()
    {
        MonitorPicture picture = pictureOf(1);
        const auto shown = [&] { return monitorLines(picture, {80, 24}, now, m_console).filter(u"| line"_s); };
        QCOMPARE(shown().last(), u"| line 99"_s);
        const qsizetype room = shown().size();
        QVERIFY(room > 10);
        picture.logOffset = 20;
        QCOMPARE(shown().last(), u"| line 79"_s);
        picture.logOffset = 10'000;
        QCOMPARE(shown().first(), u"| line 0"_s);
        QCOMPARE(shown().size(), room);
        picture.log = picture.log.first(2);
        QCOMPARE(shown().size(), 2);
    }

    void sparks_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << QList<double>() << u"    "_s;
        QTest::newRow("idle") << QList<double>{0, 0} << u"  ▁▁"_s;
        QTest::newRow("little is little") << QList<double>{1, 5} << u"  ▂▅"_s;
        QTest::newRow("the highest fills it") << QList<double>{0, 50, 100} << u" ▁▅█"_s;
        QTest::newRow("the newest") << QList<double>{100, 0, 0, 0, 0} << u"▁▁▁▁"_s;
    }
    void sparks()
    {
        QFETCH(QList<double>, values);
        QTEST(sparkText(values, 4), "expected");
    }

private:
    Console m_console;
};

QTEST_GUILESS_MAIN(TestMonitorPicture)
#include "test_monitorpicture.moc"
