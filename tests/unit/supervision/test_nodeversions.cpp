// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/nodeversions.h"
#include "supervision/nodeprogram.h"
#include "supervision/programresolver.h"

#include "supervisionfixture.h"

using namespace Qt::StringLiterals;
using namespace tropero;
using platform::NodeVersions;

namespace {

/// A home folder with version managers of our own; nothing of the machine's is seen, except what /usr/local/n may have.
class Home
{
    QTemporaryDir m_folder;

public:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    void file(const QString& name, const QByteArray& text, bool executable = false) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QVERIFY(writeText(path(name), text, executable));
    }
    void node(const QString& name) const { file(name, "#!/bin/sh\n", true); }
    QString find(const QString& request) const
    {
        const Result<QString> program = versions().find(request, path(u"project/src"_s));
        return program ? QDir(m_folder.path()).relativeFilePath(*program) : u"! "_s + program.error().message();
    }
    NodeVersions versions() const { return NodeVersions(environment, false); }

    EnvironmentMap environment{{u"HOME"_s, m_folder.path()}, {u"PATH"_s, m_folder.filePath(u"path"_s)}, {u"N_PREFIX"_s, m_folder.filePath(u"n-prefix"_s)}};
};

} // namespace

class TestNodeVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (ProgramResolver::thisFamily() == ProgramResolver::Family::Windows)
            QSKIP("programs without an extension are no programs there");
    }

    void requests_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("found");
        const QString nvm = u".nvm/versions/node/v%1/bin/node"_s;
        const auto row = [&](const char* request, const QString& version) { QTest::newRow(request) << QString::fromLatin1(request) << nvm.arg(version); };
        row("node@18", u"18.20.8"_s);
        row("node@18.1", u"18.1.10"_s);
        row("node@18.1.0", u"18.1.0"_s);
        row("node@v18.1.0", u"18.1.0"_s);
        row("node@18.x", u"18.20.8"_s);
        row("node@lts/hydrogen", u"18.20.8"_s);
        row("node@hydrogen", u"18.20.8"_s);
        row("node@lts", u"20.11.1"_s);
        row("node@lts/*", u"20.11.1"_s);
        row("node@latest", u"21.0.0"_s);
        row("node@default", u"18.1.0"_s);
        row("node@lts/newer", u"20.11.1"_s);
    }
    void requests()
    {
        QFETCH(QString, request);
        Home home;
        for (const char* version : {"18.1.0", "18.1.2", "18.1.10", "18.20.8", "20.11.1", "21.0.0"})
            home.node(u".nvm/versions/node/v%1/bin/node"_s.arg(QLatin1StringView(version)));
        home.file(u".nvm/versions/node/v18.99.0/README"_s, "no program in here");
        home.file(u".nvm/alias/default"_s, "mine\n");
        home.file(u".nvm/alias/mine"_s, "v18.1.0\n");
        home.file(u".nvm/alias/lts/newer"_s, "v20.0.0\n");
        QTEST(home.find(request), "found");
    }

    void managers_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* program, const char* name = "", const char* value = "") {
            QTest::addRow("%s %s", program, name) << QString::fromLatin1(program) << QString::fromLatin1(name) << QString::fromLatin1(value);
        };
        row(".nvm/versions/node/v18.1.0/bin/node");
        row("elsewhere/versions/node/v18.1.0/bin/node", "NVM_DIR", "elsewhere");
        row(".local/share/fnm/node-versions/v18.1.0/installation/bin/node");
        row(".fnm/node-versions/v18.1.0/installation/bin/node");
        row("f/node-versions/v18.1.0/installation/bin/node", "FNM_DIR", "f");
        row("data/fnm/node-versions/v18.1.0/installation/bin/node", "XDG_DATA_HOME", "data");
        row(".volta/tools/image/node/18.1.0/bin/node");
        row("v/tools/image/node/18.1.0/bin/node", "VOLTA_HOME", "v");
        row("n-prefix/n/versions/node/18.1.0/bin/node");
        row(".asdf/installs/nodejs/18.1.0/bin/node");
        row(".local/share/mise/installs/node/18.1.0/bin/node");
        row(".nodenv/versions/18.1.0/bin/node");
        row("r/versions/18.1.0/bin/node", "NODENV_ROOT", "r");
    }
    void managers()
    {
        QFETCH(QString, program);
        QFETCH(QString, variable);
        QFETCH(QString, value);
        Home home;
        home.node(program);
        if (!variable.isEmpty())
            home.environment.insert(variable, home.path(value));
        QCOMPARE(home.find(u"node@18"_s), program);
    }

    void managersOfWindows_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::newRow("nvm-windows") << u"nvm/v18.1.0/node.exe"_s << u"nvm_home"_s << u"nvm"_s;
        QTest::newRow("nvm-windows by itself") << u"Roaming/nvm/v18.1.0/node.exe"_s << u"AppData"_s << u"Roaming"_s;
        QTest::newRow("fnm") << u"Roaming/fnm/node-versions/v18.1.0/installation/node.exe"_s << u"APPDATA"_s << u"Roaming"_s;
        QTest::newRow("volta") << u"Local/Volta/tools/image/node/18.1.0/node.exe"_s << u"LOCALAPPDATA"_s << u"Local"_s;
    }
    void managersOfWindows()
    {
        QFETCH(QString, program);
        QFETCH(QString, variable);
        QFETCH(QString, value);
        Home home;
        home.node(program);
        home.environment.insert(variable, home.path(value));
        const Result<QString> found = NodeVersions(home.environment, true).find(u"node@18"_s, home.path({}));
        QVERIFY2(found, found ? "" : qUtf8Printable(found.error().message()));
        QCOMPARE(*found, home.path(program));
    }

    void theHighestOfAllManagersWins()
    {
        Home home;
        home.node(u".nvm/versions/node/v18.1.0/bin/node"_s);
        home.node(u".volta/tools/image/node/18.9.0/bin/node"_s);
        home.node(u".local/share/fnm/node-versions/v18.10.0/installation/bin/node"_s);
        QVERIFY(home.find(u"node@18"_s).startsWith(u".local/share/fnm"_s));
        QCOMPARE(home.versions().installed().size(), 3);
    }

    void theOneInPathBelongsToThem()
    {
        Home home;
        home.node(u".nvm/versions/node/v18.1.0/bin/node"_s);
        home.file(u"path/node"_s, QByteArray(5'000'000, '\0') + "x/node-v0.x-archive https://nodejs.org/download/release/v18.4.2/node-v18.4.2.tar.gz\0", true);
        QCOMPARE(home.find(u"node@18"_s), u"path/node"_s);
        home.file(u"include/node/node_version.h"_s, "#define NODE_MAJOR_VERSION 18\n#define NODE_MINOR_VERSION 0\n#define NODE_PATCH_VERSION 9\n");
        QCOMPARE(home.find(u"node@18.0.9"_s), u"path/node"_s);
        QVERIFY(home.find(u"node@18"_s).startsWith(u".nvm"_s));
    }

    void aWrapperInPathHasNoVersion()
    {
        Home home;
        home.file(u"path/node"_s, "#!/bin/sh\nexec volta run node\n", true);
        QVERIFY(home.find(u"node@latest"_s).startsWith(u"! "_s));
    }

    void theRealOneIsKnown()
    {
        const QString path = shellEnvironment().value(u"PATH"_s);
        QProcess node;
        node.start(u"node"_s, {u"-p"_s, u"process.versions.node + ' ' + process.execPath"_s});
        if (!node.waitForFinished() || node.exitCode() != 0)
            QSKIP("no Node here");
        const QStringList told = QString::fromUtf8(node.readAll()).trimmed().split(u' ');
        const QList<NodeVersions::Installed> all = NodeVersions(shellEnvironment(), false).installed();
        const bool isThere = std::ranges::any_of(all, [&](const NodeVersions::Installed& each) {
            return each.version.toString() == told.first() && QFileInfo(each.program).canonicalFilePath() == QFileInfo(told.last()).canonicalFilePath();
        });
        QVERIFY(isThere);
    }

    void filesOfAProject_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow(".nvmrc") << u".nvmrc"_s << QByteArray("# ours\n v18.1 # minor\n");
        QTest::newRow(".nvmrc, CRLF") << u".nvmrc"_s << QByteArray("18.1.0\r\n");
        QTest::newRow(".nvmrc, name") << u".nvmrc"_s << QByteArray("lts/hydrogen");
        QTest::newRow(".node-version") << u".node-version"_s << QByteArray("18.1.0\n");
        QTest::newRow(".tool-versions") << u".tool-versions"_s << QByteArray("ruby 3.2.0\nnodejs  18.1.0 system\n");
        QTest::newRow("package.json") << u"package.json"_s << QByteArray(R"({"name": "x", "volta": {"node": "18.1.0", "npm": "9"}})");
    }
    void filesOfAProject()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        Home home;
        home.node(u".nvm/versions/node/v18.1.0/bin/node"_s);
        home.node(u".nvm/versions/node/v20.1.0/bin/node"_s);
        home.file(u".nvmrc"_s, "20"); // further up
        home.file(u"project/"_s + file, text);
        home.file(u"project/src/package.json"_s, R"({"name": "x"})");
        QCOMPARE(home.find(u"node@.nvmrc"_s), u".nvm/versions/node/v18.1.0/bin/node"_s);
    }

    void failuresSayEverything()
    {
        Home home;
        home.node(u".volta/tools/image/node/16.1.0/bin/node"_s);
        QString why = home.find(u"node@18"_s);
        for (const QString& part : {u"node@18"_s, u"no version 18"_s, u"16.1.0 (volta)"_s, home.path(u".nvm/versions/node"_s), home.path(u".volta/tools/image/node"_s),
                                    u"PATH"_s, u"volta install node@18"_s})
            QVERIFY2(why.contains(part), qUtf8Printable(why + u" lacks "_s + part));
        home.file(u"project/.nvmrc"_s, "18.1.0");
        why = home.find(u"node@.nvmrc"_s);
        QVERIFY2(why.contains(home.path(u"project/.nvmrc"_s)) && why.contains(u"18.1.0"_s), qUtf8Printable(why));
        home.file(u"project/.nvmrc"_s, "rubbish !");
        why = home.find(u"node@.nvmrc"_s);
        QVERIFY2(why.contains(u"rubbish"_s), qUtf8Printable(why));
        QCOMPARE(home.versions().find(u"node@"_s, home.path({})).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(home.versions().find(u"node@../../etc"_s, home.path({})).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(home.versions().find(u"node@99"_s, home.path({})).error().code, ErrorCode::MissingInterpreter);
        home.file(u".nvm/alias/a"_s, "b");
        home.file(u".nvm/alias/b"_s, "a");
        QVERIFY(home.find(u"node@a"_s).contains(u"circle"_s));
        Home empty;
        QVERIFY(empty.find(u"node@.nvmrc"_s).contains(u".node-version"_s));
        QVERIFY(empty.find(u"node@lts"_s).contains(u"nvm install --lts"_s));
    }

    void asAnInterpreter()
    {
        Home home;
        home.node(u".nvm/versions/node/v18.1.0/bin/node"_s);
        home.file(u"project/app.js"_s, "1\n");
        AppSpec spec;
        spec.script = u"app.js"_s;
        spec.cwd = home.path(u"project"_s);
        spec.interpreter = u"node@18"_s;
        const ProgramResolver resolver(home.environment, ProgramResolver::Family::Unix);
        const Result<LaunchPlan> plan = resolver.resolve(spec);
        QVERIFY2(plan, plan ? "" : qUtf8Printable(plan.error().message()));
        QCOMPARE(plan->program, home.path(u".nvm/versions/node/v18.1.0/bin/node"_s));
        QVERIFY(isNode(plan->interpreterPath));
        spec.interpreter = u"node@20"_s;
        QCOMPARE(resolver.resolve(spec).error().code, ErrorCode::MissingInterpreter);
    }

    void typeScriptOfAClusterRunsWithNode()
    {
        Home home;
        home.node(u"path/node"_s);
        const ProgramResolver resolver(home.environment, ProgramResolver::Family::Unix);
        for (const QString& name : {u"app.ts"_s, u"app.mts"_s, u"app.cts"_s, u"app.tsx"_s}) {
            home.file(name, "1\n");
            AppSpec spec;
            spec.script = name;
            spec.cwd = home.path({});
            spec.execMode = ExecMode::Cluster;
            const Result<LaunchPlan> plan = resolver.resolve(spec);
            QVERIFY2(plan, plan ? "" : qUtf8Printable(plan.error().message()));
            QCOMPARE(plan->program, home.path(u"path/node"_s));
        }
    }

    void programsOfNode()
    {
        QVERIFY(isNode(u"/usr/bin/node"_s));
        QVERIFY(isNode(u"C:/Program Files/nodejs/Node.EXE"_s));
        QVERIFY(isNode(u"/usr/bin/nodejs"_s));
        QVERIFY(!isNode(u"/usr/bin/node/bun"_s));
        QVERIFY(!isNode(u"/usr/bin/ts-node"_s));
        QVERIFY(!isNode({}));
    }

    void theAgentIsFound()
    {
        Home home;
        QVERIFY(agentFolder(home.path(u"bin"_s)).isEmpty());
        home.file(u"lib/tropero/agent/hook.cjs"_s, "1");
        QVERIFY(agentFolder(home.path(u"bin"_s)).isEmpty());
        home.file(u"lib/tropero/agent/primary.cjs"_s, "1");
        QCOMPARE(agentFolder(home.path(u"bin"_s)), home.path(u"lib/tropero/agent"_s));
        home.file(u"share/tropero/agent/hook.cjs"_s, "1");
        home.file(u"share/tropero/agent/primary.cjs"_s, "1");
        QCOMPARE(agentFolder(home.path(u"bin"_s)), home.path(u"share/tropero/agent"_s));
        home.file(u"bin/agent/hook.cjs"_s, "1");
        home.file(u"bin/agent/primary.cjs"_s, "1");
        QCOMPARE(agentFolder(home.path(u"bin"_s)), home.path(u"bin/agent"_s));
        QVERIFY(!agentFolder(QStringLiteral(TROPERO_TEST_BIN)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNodeVersions)
#include "test_nodeversions.moc"
