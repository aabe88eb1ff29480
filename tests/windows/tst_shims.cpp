// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/nodechoices.h"
#include "e2e/e2e.h"

#include <QDir>
#include <QJsonDocument>
#include <QStandardPaths>

#include <qt_windows.h>

using namespace Qt::StringLiterals;

namespace {

// The form that npm gives the .cmd files of what it installs, and pnpm and Corepack theirs.
const QByteArray commandShim = "@ECHO off\r\nSETLOCAL\r\nCALL :folder\r\n\r\nIF EXIST \"%dp0%\\node.exe\" (\r\n  SET \"_prog=%dp0%\\node.exe\"\r\n) ELSE (\r\n  SET \"_prog=node\"\r\n"
                               "  SET PATHEXT=%PATHEXT:;.JS;=;%\r\n)\r\n\r\n\"%_prog%\"  \"%dp0%\\TARGET\" %*\r\nENDLOCAL\r\nEXIT /b %errorlevel%\r\n:folder\r\nSET dp0=%~dp0\r\nEXIT /b\r\n";
// npm's own, which comes with Node: it asks Node where npm is.
const QByteArray npmShim = ":: its own\r\n\r\n@ECHO OFF\r\n\r\nSETLOCAL\r\n\r\nSET \"NODE_EXE=%~dp0\\node.exe\"\r\nIF NOT EXIST \"%NODE_EXE%\" (\r\n  SET \"NODE_EXE=node\"\r\n)\r\n\r\n"
                           "SET \"NPM_CLI_JS=%~dp0\\node_modules\\npm\\bin\\npm-cli.js\"\r\nFOR /F \"delims=\" %%F IN ('CALL \"%NODE_EXE%\" \"%~dp0\\prefix.js\"') DO (\r\n"
                           "  SET \"NPM_PREFIX_NPM_CLI_JS=%%F\\node_modules\\npm\\bin\\npm-cli.js\"\r\n)\r\nIF EXIST \"%NPM_PREFIX_NPM_CLI_JS%\" (\r\n  SET \"NPM_CLI_JS=%NPM_PREFIX_NPM_CLI_JS%\"\r\n)\r\n\r\n"
                           "\"%NODE_EXE%\" \"%NPM_CLI_JS%\" %*\r\n";
const QByteArray unixShim = "#!/bin/sh\nexit 99\n"; // lies beside each of them
const QByteArray tool = "console.log(JSON.stringify({ script: __filename, node: process.execPath, arguments: process.argv.slice(2) })); setInterval(() => {}, 1000);";

QString native(const QString& path)
{
    return QDir::toNativeSeparators(path);
}

} // namespace

/// Tools and versions of Node as their managers lay them out on Windows.
class ShimsTest : public SandboxTest
{
    Q_OBJECT

    QString path(const QString& name) const { return m_box->folder() + u'/' + name; }
    /// The Node of this machine at another place.
    void nodeAt(const QString& name) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        const QString node = QStandardPaths::findExecutable(u"node"_s);
        if (!::CreateHardLinkW(reinterpret_cast<const wchar_t*>(native(path(name)).utf16()), reinterpret_cast<const wchar_t*>(native(node).utf16()), nullptr))
            QVERIFY(QFile::copy(node, path(name)));
    }
    void shimAt(const QString& name, const QString& target) const
    {
        m_box->file(name + u".target"_s, target.toUtf8());
        QVERIFY(QFile::copy(QCoreApplication::applicationDirPath() + "/tropero-test-shim.exe"_L1, path(name) + ".exe"_L1));
    }
    QString pathWith(const QString& folder) const { return u"PATH="_s + native(path(folder)) + u';' + qEnvironmentVariable("PATH"); }
    void start(const QStringList& arguments, const QStringList& environment)
    {
        const Outcome outcome = m_box->run(QStringList{u"start"_s} + arguments, {}, environment);
        QVERIFY2(outcome.code == 0, QByteArray(outcome.out + outcome.err).constData());
    }
    /// What "tool" has told of itself.
    QJsonObject told(const QString& app) const
    {
        QJsonObject object; // Wine's cmd.exe echoes comments before it comes to "@ECHO OFF"
        (void)QTest::qWaitFor(
            [&] {
                const QList<QByteArray> lines = m_box->outLog(app).split('\n');
                for (const QByteArray& line : lines)
                    if (object.isEmpty()) object = QJsonDocument::fromJson(line).object();
                return !object.isEmpty();
            },
            20'000);
        return object;
    }
    QString toldPath(const QString& app, const QString& what) const
    {
        return QDir(m_box->folder()).relativeFilePath(QDir::fromNativeSeparators(told(app)[what].toString()));
    }

private Q_SLOTS:
    void tools_data();
    void tools();
    void toolOfTheProject();
    void quotedFoldersOfPath();
    void nodeByAShim();
    void nodeOfAMultishell();
    void nodeOfNvm();
    void theChoicesOfNode();
};

void ShimsTest::tools_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("shim");
    QTest::addColumn<QString>("script");
    QTest::newRow("npm of Node") << u"npm"_s << npmShim << u"node_modules/npm/bin/npm-cli.js"_s;
    QTest::newRow("npm updated by itself") << u"npm"_s << npmShim << u"prefix/node_modules/npm/bin/npm-cli.js"_s;
    QTest::newRow("pnpm") << u"pnpm"_s << commandShim << u"node_modules/pnpm/bin/pnpm.cjs"_s;
    QTest::newRow("yarn") << u"yarn"_s << commandShim << u"node_modules/yarn/bin/yarn.js"_s;
    QTest::newRow("volta") << u"npm"_s << QByteArray("@echo off\r\n\"%~dpn0.exe\" %*\r\n") << u"image/npm/bin/npm-cli.js"_s;
}

void ShimsTest::tools()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, shim);
    QFETCH(QString, script);
    const QString folder = u"Program Files/tools/"_s;
    m_box->file(folder + script, tool);
    m_box->file(folder + u"prefix.js"_s, "console.log(require('path').join(__dirname, 'prefix'));");
    m_box->file(folder + name, unixShim);
    m_box->file(folder + name + u".ps1"_s, "exit 98\r\n");
    m_box->file(folder + name + u".cmd"_s, QByteArray(shim).replace("TARGET", native(script).toUtf8()));
    if (shim.contains("%~dpn0.exe")) shimAt(folder + name, u"node \"%1\" "_s.arg(native(path(folder + script))));
    start({name, u"--name"_s, u"web"_s, u"--"_s, u"run"_s, u"dev & co"_s, u"--port=\"1\""_s}, {pathWith(folder)});
    QCOMPARE(toldPath(u"web"_s, u"script"_s), folder + script);
    QCOMPARE(told(u"web"_s)[u"arguments"].toVariant().toStringList(), (QStringList{u"run"_s, u"dev & co"_s, u"--port=\"1\""_s}));
    RUN_OK({u"stop"_s, u"web"_s});
    QCOMPARE(m_box->appProcesses(), QList<qint64>());
}

void ShimsTest::toolOfTheProject()
{
    m_box->file(u"node_modules/vite/bin/vite.js"_s, tool);
    m_box->file(u"node_modules/.bin/vite"_s, unixShim);
    m_box->file(u"node_modules/.bin/vite.cmd"_s, QByteArray(commandShim).replace("TARGET", "..\\vite\\bin\\vite.js"));
    start({u"node_modules/.bin/vite.cmd"_s, u"--name"_s, u"front"_s, u"--"_s, u"--port"_s, u"5173"_s}, {});
    QCOMPARE(told(u"front"_s)[u"arguments"].toVariant().toStringList(), (QStringList{u"--port"_s, u"5173"_s}));
}

void ShimsTest::quotedFoldersOfPath()
{
    m_box->file(u"my tools/serve.cmd"_s, "@echo off\r\nnode \"%~dp0serve.js\" %*\r\n");
    m_box->file(u"my tools/serve.js"_s, tool);
    start({u"serve"_s}, {u"PATH=\"%1\";%2"_s.arg(native(path(u"my tools"_s)), qEnvironmentVariable("PATH"))});
    QCOMPARE(toldPath(u"serve"_s, u"script"_s), u"my tools/serve.js"_s);
}

void ShimsTest::nodeByAShim()
{
    // Volta's node.exe is a shim: the script runs in its child.
    nodeAt(u"Volta/tools/image/node/20.18.0/node.exe"_s);
    shimAt(u"Volta/bin/node"_s, u'"' + native(path(u"Volta/tools/image/node/20.18.0/node.exe"_s)) + "\" "_L1);
    m_box->file(u"app.js"_s, QByteArray("process.on('SIGINT', () => { require('fs').writeFileSync('marker', 'asked'); process.exit(0); });\n") + tool);
    start({u"app.js"_s, u"--kill-timeout"_s, u"15000"_s, u"--"_s, u"a b"_s}, {pathWith(u"Volta/bin"_s)});
    QCOMPARE(toldPath(u"app"_s, u"node"_s), u"Volta/tools/image/node/20.18.0/node.exe"_s);
    QCOMPARE(told(u"app"_s)[u"arguments"].toVariant().toStringList(), QStringList{u"a b"_s});
    RUN_OK({u"stop"_s, u"app"_s});
    QCOMPARE(readAll(path(u"marker"_s)), QByteArray("asked"));
    QCOMPARE(m_box->appProcesses(), QList<qint64>());
}

void ShimsTest::nodeOfAMultishell()
{
    nodeAt(u"Local/fnm_multishells/1234_1700000000000/node.exe"_s); // with fnm this folder is a link
    m_box->file(u"app.js"_s, tool);
    start({u"app.js"_s}, {pathWith(u"Local/fnm_multishells/1234_1700000000000"_s)});
    QCOMPARE(toldPath(u"app"_s, u"node"_s), u"Local/fnm_multishells/1234_1700000000000/node.exe"_s);
}

void ShimsTest::nodeOfNvm()
{
    nodeAt(u"nvm/v20.18.0/node.exe"_s);
    m_box->file(u"nvm/v18.99.0/npm.cmd"_s, "@echo off\r\n"); // its node.exe is not there
    m_box->file(u"app.js"_s, tool);
    start({u"app.js"_s, u"--interpreter"_s, u"node@20"_s}, {u"NVM_HOME="_s + native(path(u"nvm"_s))});
    QCOMPARE(toldPath(u"app"_s, u"node"_s), u"nvm/v20.18.0/node.exe"_s);
    QCOMPARE(m_box->run({u"start"_s, u"app.js"_s, u"--name"_s, u"old"_s, u"--interpreter"_s, u"node@18"_s}, {}, {u"NVM_HOME="_s + native(path(u"nvm"_s))}).code, 1);
}

void ShimsTest::theChoicesOfNode()
{
    for (const QString& name : {u"nvm/v18.20.8/node.exe"_s, u"nvm/v22.1.0/node.exe"_s, u"fnm/node-versions/v20.11.1/installation/node.exe"_s,
                                u"Local/Volta/tools/image/node/16.20.2/node.exe"_s})
        m_box->file(name, "MZ");
    m_box->file(u"project/.node-version"_s, "20\r\n");
    shimAt(u"Local/Volta/bin/node"_s, u"nothing"_s);
    const auto choicesWith = [this](const QString& folder) {
        return tropero::nodeChoices({{u"NVM_HOME"_s, native(path(u"nvm"_s))}, {u"FNM_DIR"_s, native(path(u"fnm"_s))}, {u"LOCALAPPDATA"_s, native(path(u"Local"_s))},
                                     {u"Path"_s, native(path(folder))}},
                                    path(u"project"_s));
    };
    const tropero::NodeChoices choices = choicesWith(u"nvm/v18.20.8"_s);
    QStringList found;
    for (const tropero::NodeChoice& choice : choices.installed) found.append(choice.version.toString() + u' ' + choice.source + (choice.isDefault ? u" *"_s : QString()));
    QCOMPARE(found, (QStringList{u"22.1.0 nvm-windows"_s, u"20.11.1 fnm"_s, u"18.20.8 nvm-windows *"_s, u"16.20.2 volta"_s}));
    QCOMPARE(choices.wanted, u"20"_s);
    QCOMPARE(QDir(m_box->folder()).relativeFilePath(choices.wantedProgram), u"fnm/node-versions/v20.11.1/installation/node.exe"_s);
    QCOMPARE(choicesWith(u"Local/Volta/bin"_s).installed.size(), 4); // a shim has no version of its own
}

QTEST_GUILESS_MAIN(ShimsTest)
#include "tst_shims.moc"
