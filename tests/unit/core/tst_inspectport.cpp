// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspectport.h"

#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class InspectPortTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFoundAndReplaced_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("port");
        QTest::addColumn<QStringList>("changed");
        const auto row = [](const char* name, const QStringList& arguments, int port, const QStringList& changed) { QTest::newRow(name) << arguments << port << changed; };
        row("none", {u"--inspected=4000"_s, u"--require"_s}, 0, {u"--inspected=4000"_s, u"--require"_s});
        row("usual", {u"-r"_s, u"--inspect"_s}, 9229, {u"-r"_s, u"--inspect=5000"_s});
        row("port", {u"--inspect-brk=4000"_s}, 4000, {u"--inspect-brk=5000"_s});
        row("host", {u"--inspect=0.0.0.0"_s}, 9229, {u"--inspect=0.0.0.0:5000"_s});
        row("host and port", {u"--inspect-wait=[::1]:4000"_s}, 4000, {u"--inspect-wait=[::1]:5000"_s});
        row("of two", {u"--inspect"_s, u"--inspect-port=4000"_s}, 4000, {u"--inspect"_s, u"--inspect-port=5000"_s});
        row("any", {u"--inspect=0"_s}, 0, {u"--inspect=5000"_s});
    }

    void isFoundAndReplaced()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, port);
        QFETCH(QStringList, changed);
        QCOMPARE(inspectPort(arguments), port);
        QCOMPARE(withInspectPort(arguments, 5000), changed);
    }
};

QTEST_GUILESS_MAIN(InspectPortTest)
#include "tst_inspectport.moc"
