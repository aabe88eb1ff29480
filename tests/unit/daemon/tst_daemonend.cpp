// SPDX-License-Identifier: GPL-3.0-or-later
// A daemon that ends, and one that is there already.
#include "daemonfixture.h"

#include <QSignalSpy>

using namespace tropero;
using namespace tropero::ipc;
using namespace Qt::StringLiterals;

class DaemonEndTest : public DaemonTest
{
    Q_OBJECT

private Q_SLOTS:
    void shutdownPutsTheListAsideAndResurrectBringsItBack()
    {
        m->create({m->spec(u"a"_s), m->spec(u"b"_s)});
        m->call(method::instancesStop, m->target(u"b"_s));
        QSignalSpy finished(m->daemon.get(), &Daemon::finished);
        QVERIFY(m->call(method::shutdown, {{u"keepApps"_s, false}})->toBool());
        QTRY_VERIFY(!finished.isEmpty());
        QVERIFY(QDir(m->home.appsFolder()).isEmpty());
        m->stop();
        m->guards.clear();
        QVERIFY(m->start());
        QVERIFY(m->list(method::appsList, "apps"_L1).isEmpty());
        m->create({m->spec(u"b"_s)});
        const QJsonArray back = m->list(method::appsResurrect, "apps"_L1);
        QCOMPARE(back.size(), 1); // b is there already
        QCOMPARE(back[0].toObject()["name"_L1].toString(), u"a"_s);
        QCOMPARE(m->list(method::instancesSelect, "numbers"_L1, m->target(u"a"_s)).size(), 1);
        QCOMPARE(m->list(method::instancesStart, "instances"_L1, m->target(u"a"_s)).at(0).toObject()["state"_L1].toString(), u"online"_s);
    }

    void shutdownCanKeepTheApps()
    {
        const QString id = m->create({m->spec(u"a"_s)}).at(0).toObject()["id"_L1].toString();
        QSignalSpy finished(m->daemon.get(), &Daemon::finished);
        QVERIFY(m->call(method::shutdown, {{u"keepApps"_s, true}})->toBool());
        QTRY_VERIFY(!finished.isEmpty());
        QVERIFY(QFile::exists(m->home.appFile(id)));
        QVERIFY(!m->guards.at(0)->ended);
        // Lock and endpoint are free already.
        DaemonFixture second;
        second.home = m->home;
        QVERIFY(second.start());
    }

    void onlyOneDaemonForAHome()
    {
        DaemonFixture second;
        second.home = m->home;
        QVERIFY(!second.start());
        QVERIFY(second.otherDaemon);
        QVERIFY(m->call(method::ping)); // the first one still has its endpoint
    }
};

QTEST_GUILESS_MAIN(DaemonEndTest)
#include "tst_daemonend.moc"
