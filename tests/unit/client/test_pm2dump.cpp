// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/configfile.h"
#include "client/pm2dump.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

/// As PM2 7 writes it, shortened.
QByteArray savedList()
{
    QFile file(QStringLiteral(TROPERO_TEST_DATA "/pm2-dump.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPm2Dump : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void instancesOfOneAppAreOneEntry()
    {
        const QJsonArray apps = appsOfPm2Dump(QJsonDocument::fromJson(savedList()).array(), {{u"PATH"_s, u"/bin"_s}});
        QCOMPARE(apps.size(), 2);
        const QJsonObject one = apps.at(0).toObject();
        QCOMPARE(one.value("instances"_L1).toInt(), 2);
        QCOMPARE(one.value("exec_mode"_L1).toString(), u"cluster"_s);
        QCOMPARE(one.value("env"_L1).toObject(), (QJsonObject{{u"API"_s, u"http://x"_s}, {u"HOME"_s, u"/elsewhere"_s}}));
        QVERIFY(!one.contains("interpreter"_L1) && !one.contains("pm_out_log_path"_L1) && !one.contains("autostart"_L1));
        const QJsonObject two = apps.at(1).toObject();
        QCOMPARE(two.value("interpreter"_L1).toString(), u"python3"_s);
        QCOMPARE(two.value("autostart"_L1), QJsonValue(false));
        QVERIFY(!two.contains("env"_L1));
    }

    void isAConfigFile()
    {
        const QTemporaryDir folder;
        QFile script(folder.filePath(u"app.js"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        qputenv("PM2_HOME", QFile::encodeName(folder.path()));
        QCOMPARE(QDir::cleanPath(pm2DumpFile()), QDir::cleanPath(folder.filePath(u"dump.pm2"_s)));
        QFile file(pm2DumpFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(savedList().replace("SCRIPT", script.fileName().toUtf8()).replace("FOLDER", folder.path().toUtf8()));
        file.close();
        QVERIFY(isConfigFileName(file.fileName()));
        const Result<ConfigFile> read = readConfigFile(file.fileName());
        QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
        QCOMPARE(read->apps.size(), 2);
        QCOMPARE(read->apps.at(0).instances, 2);
        QCOMPARE(read->apps.at(0).nameSpace, u"shop"_s);
        QCOMPARE(read->apps.at(0).args, (QStringList{u"--port"_s, u"3"_s}));
        QCOMPARE(read->apps.at(0).restart.memoryLimit, 209'715'200);
        QCOMPARE(read->apps.at(1).interpreterArgs, QStringList{u"--no-warnings"_s});
        QVERIFY2(read->warnings.isEmpty(), qPrintable(read->warnings.join(u'\n')));
    }

    void rubbish_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty list") << QByteArray("[]");
        QTest::newRow("no list") << QByteArray("{\"a\": 1}");
        QTest::newRow("numbers") << QByteArray("[1, 2]");
        QTest::newRow("cut off") << QByteArray("[{\"name\": \"a\"");
    }

    void rubbish()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"dump.pm2"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const Result<ConfigFile> read = readConfigFile(file.fileName());
        QVERIFY(!read || read->apps.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPm2Dump)
#include "test_pm2dump.moc"
