// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/configfile.h"
#include "client/projectreader.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

/// Config files in TypeScript. Node leaves out their types by itself from 22.18 and 23.6 on.
class TestTypeScriptConfig : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString write(const QString& name, const QByteArray& text) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    }

    static QByteArray asked(const QString& expression)
    {
        QProcess node;
        node.start(u"node"_s, {u"-p"_s, expression});
        return node.waitForFinished() ? node.readAllStandardOutput().trimmed() : QByteArray();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void names_data()
    {
        QTest::addColumn<bool>("isConfig");
        for (const char* name : {"ecosystem.config.ts", "ecosystem.config.mts", "pm2.config.cts"})
            QTest::newRow(name) << true;
        for (const char* name : {"server.ts", "config.ts", "ecosystem.config.tsx", "ecosystem.config.d.ts"})
            QTest::newRow(name) << false;
    }
    void names()
    {
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QTEST(isConfigFileName(name), "isConfig");
        QTEST(isCodeConfigName(name), "isConfig");
    }

    void isRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray typed = "interface App { name: string; script: string }\nconst apps: App[] = [{ name: 'api', script: 'a.js' }];\n";
        QTest::newRow("ecosystem.config.ts") << typed + "export default { apps };\n";
        QTest::newRow("ecosystem.config.mts") << typed + "export default { apps };\n";
        QTest::newRow("ecosystem.config.cts") << typed + "module.exports = { apps };\n";
    }
    void isRead()
    {
        if (QStandardPaths::findExecutable(u"node"_s).isEmpty()) QSKIP("no Node");
        QFETCH(QByteArray, text);
        const QByteArray version = asked(u"process.version"_s);
        const bool readsTypes = !QByteArrayList{"false", "undefined"}.contains(asked(u"String(process.features.typescript)"_s));
        const Result<ConfigFile> config = readConfigFile(write(QString::fromLatin1(QTest::currentDataTag()), text));
        if (readsTypes) {
            QVERIFY2(config, config ? "" : qPrintable(config.error().message()));
            QCOMPARE(config->apps.size(), 1);
            QCOMPARE(config->apps.first().name, u"api"_s);
            return;
        }
        QVERIFY(!config);
        QCOMPARE(config.error().code, ErrorCode::MissingInterpreter);
        QVERIFY2(config.error().why.contains(QString::fromLatin1(version)), qPrintable(config.error().why));
        QVERIFY2(config.error().remedy.contains("22.18"_L1), qPrintable(config.error().remedy));
    }

    void isOfferedButNotRun()
    {
        const QString file = write(u"ecosystem.config.ts"_s, "require('fs').writeFileSync(__dirname + '/was-run', '');");
        write(u"vite.config.ts"_s, "export default {};");
        for (const QString& picked : {m_folder->path(), file}) {
            const Result<Project> project = readProject(picked);
            QVERIFY(project);
            QCOMPARE(project->codeConfigs, QStringList{file});
        }
        QVERIFY(!QFile::exists(m_folder->filePath(u"was-run"_s)));
    }
};

QTEST_GUILESS_MAIN(TestTypeScriptConfig)
#include "test_typescriptconfig.moc"
