// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsSound()
    {
        const Settings settings(m_folder.filePath(u"none.ini"_s));
        QSet<QString> keys;
        for (const SettingField& field : settingFields()) {
            QVERIFY2(!keys.contains(field.key), qPrintable(field.key));
            keys.insert(field.key);
            QVERIFY2(QRegularExpression(u"^[a-z]+/[a-zA-Z]+$"_s).match(field.key).hasMatch(), qPrintable(field.key));
            QVERIFY2(!field.title.isEmpty() && (!field.section.isEmpty() || field.key == setting::logHighlights), qPrintable(field.key));
            QCOMPARE(settings.value(QLatin1StringView(field.key.toLatin1())), field.byDefault);
        }
        QVERIFY(keys.contains(setting::language) && keys.contains(setting::startAtLogin));
    }

    void newAppsGetThePoliciesOfTheSettings()
    {
        Settings settings(m_folder.filePath(u"new.ini"_s));
        QCOMPARE(settings.newApp(), AppSpec()); // the defaults are those of the program
        QVERIFY(settings.set(setting::newAppRestart, u"on-failure"_s));
        QVERIFY(settings.set(setting::newAppBackoff, 250));
        QVERIFY(settings.set(setting::newAppMaxRestarts, 3));
        QVERIFY(settings.set(setting::newAppKillTimeout, 9'000));
        QVERIFY(settings.set(setting::newAppLogSize, 10));
        QVERIFY(settings.set(setting::newAppLogKeep, 2));
        const AppSpec spec = settings.newApp();
        QCOMPARE(spec.restart.when, RestartPolicy::When::OnFailure);
        QCOMPARE(spec.restart.backoffStart, Milliseconds(250));
        QCOMPARE(spec.restart.maxRestarts, 3);
        QCOMPARE(spec.stop.killTimeout, Milliseconds(9'000));
        QCOMPARE(spec.logs.maxSize, 10LL * 1024 * 1024);
        QCOMPARE(spec.logs.keep, 2);
        // What a config file says counts for more.
        AppSpec said;
        said.restart.maxRestarts = 7;
        QCOMPARE(withPolicies(said, spec).restart.maxRestarts, 7);
        QCOMPARE(withPolicies(said, spec).stop.killTimeout, Milliseconds(9'000));
        QVERIFY(settings.set(setting::newAppRestart, u"never"_s));
        QCOMPARE(settings.newApp().restart.when, RestartPolicy::When::Never);
    }

    void isStoredAtOnceAndTold()
    {
        const QString file = m_folder.filePath(u"a.ini"_s);
        Settings settings(file);
        QSignalSpy changed(&settings, &Settings::changed);
        QVERIFY(settings.set(setting::appearance, u"dark"_s));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), QString(setting::appearance));
        QVERIFY(settings.set(setting::appearance, u"dark"_s));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(Settings(file).text(setting::appearance), u"dark"_s);
        QVERIFY(settings.set(setting::appearance, u"system"_s));
        QVERIFY(!QSettings(file, QSettings::IniFormat).contains(setting::appearance)); // the default is not written
    }

    void wrongValuesAreRefused()
    {
        Settings settings(m_folder.filePath(u"b.ini"_s));
        for (const auto& [key, value] : {std::pair<QString, QVariant>{setting::appearance, u"pink"_s}, {setting::notificationPause, -1},
                                         {setting::notificationPause, u"soon"_s}, {setting::closeToTray, u"perhaps"_s}, {u"no/such"_s, 1}}) {
            const Result<void> done = settings.set(key, value);
            QVERIFY2(!done, qPrintable(key));
            QCOMPARE(done.error().code, ErrorCode::InvalidArgument);
        }
        QCOMPARE(settings.value(setting::notificationPause).toInt(), 30);
    }

    void rubbishInTheFileCountsAsTheDefault()
    {
        const QString file = m_folder.filePath(u"c.ini"_s);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("[window]\nappearance=pink\ncloseToTray=maybe\n[notifications]\npause=999999\n[tools]\neditor=code, --goto\n");
        out.close();
        const Settings settings(file);
        QCOMPARE(settings.text(setting::appearance), u"system"_s);
        QVERIFY(settings.flag(setting::closeToTray));
        QCOMPARE(settings.value(setting::notificationPause).toInt(), 30);
        QCOMPARE(settings.text(setting::editor), u"code, --goto"_s);
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        Settings settings(m_folder.path() + u"/no/such/folder\0/x.ini"_s);
        const Result<void> done = settings.set(setting::appearance, u"dark"_s);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Io);
    }

    void exportAndImport()
    {
        Settings from(m_folder.filePath(u"d.ini"_s));
        QVERIFY(from.set(setting::appearance, u"dark"_s));
        QVERIFY(from.set(setting::notificationPause, 5));
        QVERIFY(from.set(setting::editor, u"code \"a b\" {file}"_s));
        const QString file = m_folder.filePath(u"settings.json"_s);
        QVERIFY(from.exportTo(file));
        Settings to(m_folder.filePath(u"e.ini"_s));
        QVERIFY(to.set(setting::closeToTray, false));
        QVERIFY(to.importFrom(file));
        QCOMPARE(to.text(setting::appearance), u"dark"_s);
        QCOMPARE(to.value(setting::notificationPause).toInt(), 5);
        QCOMPARE(to.text(setting::editor), u"code \"a b\" {file}"_s);
        QVERIFY(to.flag(setting::closeToTray)); // not in the file: its default
    }

    void aWrongFileChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("unknown key") << QByteArray(R"({"window/appearance": "light", "other/key": 1})");
        QTest::newRow("wrong value") << QByteArray(R"({"window/appearance": "light", "notifications/pause": "x"})");
        QTest::newRow("wrong type") << QByteArray(R"({"tools/editor": {"a": 1}})");
    }

    void aWrongFileChangesNothing()
    {
        QFETCH(QByteArray, text);
        QFile file(m_folder.filePath(u"wrong.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
        file.close();
        Settings settings(m_folder.filePath(u"f.ini"_s));
        QVERIFY(settings.set(setting::appearance, u"dark"_s));
        QVERIFY(!settings.importFrom(file.fileName()));
        QCOMPARE(settings.text(setting::appearance), u"dark"_s);
        QVERIFY(!settings.importFrom(m_folder.filePath(u"nowhere.json"_s)));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
