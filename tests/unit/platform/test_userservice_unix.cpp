// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/userservice.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;
using platform::ServiceManager;

class TestUserService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder->path()));
        qunsetenv("XDG_RUNTIME_DIR"); // no manager of a real session hears of it
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    }

    void aUnitThatIsEnabled()
    {
        const auto place = platform::installUserService(ServiceManager::Systemd, {u"/opt/a b/50%/$x/troperod"_s, u"/srv/home"_s, u"/bin:/opt/\"node\""_s});
        QVERIFY2(place, place ? "" : qPrintable(place.error().message()));
        QCOMPARE(*place, m_folder->filePath(u"systemd/user/tropero.service"_s));
        QFile unit(*place);
        QVERIFY(unit.open(QIODevice::ReadOnly));
        const QByteArray text = unit.readAll();
        QVERIFY2(text.contains("\nExecStart=\"/opt/a b/50%%/$$x/troperod\"\n"), text.constData());
        QVERIFY2(text.contains("\nEnvironment=\"PATH=/bin:/opt/\\\"node\\\"\"\n"), text.constData());
        QVERIFY2(text.contains("\nEnvironment=\"TROPERO_HOME=/srv/home\"\n"), text.constData());
        QVERIFY2(text.contains("\nKillMode=process\n"), text.constData());
        const QFileInfo link(m_folder->filePath(u"systemd/user/default.target.wants/tropero.service"_s));
        QVERIFY(link.isSymLink());
        QCOMPARE(link.canonicalFilePath(), QFileInfo(*place).canonicalFilePath());
    }

    void againWithAnotherProgram()
    {
        QVERIFY(platform::installUserService(ServiceManager::Systemd, {u"/old/troperod"_s, {}, {}}));
        const auto place = platform::installUserService(ServiceManager::Systemd, {u"/new/troperod"_s, {}, {}});
        QVERIFY(place);
        QFile unit(*place);
        QVERIFY(unit.open(QIODevice::ReadOnly));
        const QByteArray text = unit.readAll();
        QVERIFY(text.contains("/new/troperod"));
        QVERIFY(!text.contains("/old/troperod"));
        QVERIFY(!text.contains("Environment="));
    }

    void takenBack_data()
    {
        QTest::addColumn<int>("manager");
        QTest::newRow("systemd") << static_cast<int>(ServiceManager::Systemd);
        QTest::newRow("login") << static_cast<int>(ServiceManager::LoginItem);
    }

    void takenBack()
    {
        QFETCH(const int, manager);
        const auto chosen = static_cast<ServiceManager>(manager);
        const auto before = platform::removeUserService(chosen);
        QVERIFY(before);
        QVERIFY(before->isEmpty());
        const auto place = platform::installUserService(chosen, {u"/opt/troperod"_s, {}, {}});
        QVERIFY(place);
        QVERIFY(QFile::exists(*place));
        const auto removed = platform::removeUserService(chosen);
        QVERIFY(removed);
        QCOMPARE(*removed, *place);
        QVERIFY(!QFile::exists(*place));
        QVERIFY(!QFileInfo(m_folder->filePath(u"systemd/user/default.target.wants/tropero.service"_s)).isSymLink());
    }

    void aPlaceThatCannotBeWritten()
    {
        QFile file(m_folder->filePath(u"systemd"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto place = platform::installUserService(ServiceManager::Systemd, {u"/opt/troperod"_s, {}, {}});
        QVERIFY(!place);
        QVERIFY(place.error().message().contains(m_folder->path()));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestUserService)
#include "test_userservice_unix.moc"
