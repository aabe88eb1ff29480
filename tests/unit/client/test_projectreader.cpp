// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/packagejson.h"
#include "client/projectreader.h"
#include "client/workspaces.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

/// A repository of its own, so that nothing above it counts.
class Folder
{
public:
    Folder() { QDir(m_folder.path()).mkdir(u".git"_s); }

    QString path(const QString& name = {}) const { return name.isEmpty() ? m_folder.path() : m_folder.filePath(name); }
    void file(const QString& name, const QByteArray& text = "//\n") const
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }

private:
    QTemporaryDir m_folder;
};

Project read(const QString& path)
{
    const Result<Project> project = readProject(path);
    if (!project)
        qWarning("%s", qPrintable(project.error().message()));
    return project.value_or(Project());
}

QStringList titles(const Project& project)
{
    QStringList list;
    for (const ProjectChoice& choice : project.choices)
        list.append(choice.workspace.isEmpty() ? choice.title : choice.workspace + u'/' + choice.title);
    return list;
}

const ProjectChoice* choiceOf(const Project& project, const QString& title)
{
    const auto found = std::ranges::find_if(project.choices, [&title](const ProjectChoice& choice) { return choice.title == title; });
    return found == project.choices.end() ? nullptr : &*found;
}

QString command(const AppSpec& spec)
{
    return (QStringList{spec.script} + spec.args).join(u'|');
}

} // namespace

class TestProjectReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scriptsOfAPackage()
    {
        const Folder folder;
        folder.file(u"package.json"_s, R"({"name":"@acme/shop","main":"src/server","scripts":{"build":"tsc","dev":"vite --port 5173","start":"node src/server.js",
            "prestart":"echo","prepare":"husky","preview":"vite preview","worker:mail":"node mail.js","empty":"","odd":7}})");
        folder.file(u"src/server.js"_s);
        folder.file(u"index.js"_s);
        const Project project = read(folder.path());
        QCOMPARE(project.name, u"shop"_s);
        QCOMPARE(project.folder, folder.path());
        QCOMPARE(titles(project), (QStringList{u"start"_s, u"dev"_s, u"preview"_s, u"worker:mail"_s, u"build"_s, u"src/server.js"_s, u"index.js"_s}));
        const ProjectChoice& dev = project.choices.at(1);
        QCOMPARE(dev.kind, ProjectChoice::Kind::PackageScript);
        QCOMPARE(dev.detail, u"vite --port 5173"_s);
        QCOMPARE(dev.from, u"package.json"_s);
        QCOMPARE(dev.spec.name, u"shop-dev"_s);
        QCOMPARE(command(dev.spec), u"npm|run|dev"_s);
        QCOMPARE(dev.spec.cwd, folder.path());
        QCOMPARE(project.choices.at(0).spec.name, u"shop"_s);
        const ProjectChoice& main = project.choices.at(5);
        QCOMPARE(main.kind, ProjectChoice::Kind::Main);
        QCOMPARE(main.spec.script, u"src/server.js"_s);
        QCOMPARE(main.spec.name, u"shop"_s);
        QCOMPARE(project.choices.at(6).kind, ProjectChoice::Kind::Script);
    }

    void packageManagers_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("program");
        QTest::newRow("npm") << u"package-lock.json"_s << QByteArray("{}") << u"npm"_s;
        QTest::newRow("pnpm") << u"pnpm-lock.yaml"_s << QByteArray("x: 1") << u"pnpm"_s;
        QTest::newRow("yarn") << u"yarn.lock"_s << QByteArray("#") << u"yarn"_s;
        QTest::newRow("bun") << u"bun.lockb"_s << QByteArray("x") << u"bun"_s;
        QTest::newRow("field") << u"package.json"_s << QByteArray(R"({"packageManager":"pnpm@9.1.0+sha512.x"})") << u"pnpm"_s;
        QTest::newRow("unknown field") << u"package.json"_s << QByteArray(R"({"packageManager":"cargo@1"})") << u"npm"_s;
    }

    void packageManagers()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(QString, program);
        const Folder folder;
        folder.file(file, text);
        folder.file(u"packages/api/package.json"_s, R"({"name":"api","scripts":{"start":"node ."}})"); // below the lock file
        const Project project = read(folder.path(u"packages/api"_s));
        QCOMPARE(packageManagerProgram(project.manager), program);
        QCOMPARE(project.managerFrom, QTest::currentDataTag() == QByteArrayView("unknown field") ? QString() : folder.path(file));
        QCOMPARE(command(project.choices.first().spec), program + u"|run|start"_s);
    }

    void theNearestPackageManagerCounts()
    {
        const Folder folder;
        folder.file(u"yarn.lock"_s);
        folder.file(u"app/package.json"_s, "{}");
        folder.file(u"app/package-lock.json"_s, "{}");
        QCOMPARE(read(folder.path(u"app"_s)).manager, PackageManager::Npm);
        QCOMPARE(read(folder.path()).manager, PackageManager::Yarn);
    }

    void workspaces_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("found");
        const QByteArray before = R"({"scripts":{"dev":"x"},"workspaces":)";
        QTest::newRow("list") << u"package.json"_s << before + R"(["packages/*", "tools/cli/"]})" << QStringList{u"dev"_s, u"api/start"_s, u"web/dev"_s, u"cli/start"_s};
        QTest::newRow("object") << u"package.json"_s << before + R"({"packages":["./packages/w*"]}})" << QStringList{u"dev"_s, u"web/dev"_s};
        QTest::newRow("deep") << u"package.json"_s << before + R"(["packages/**", "!packages/web"]})" << QStringList{u"dev"_s, u"api/start"_s, u"deep/start"_s};
        QTest::newRow("braces") << u"package.json"_s << before + R"(["packages/{api,none}"]})" << QStringList{u"dev"_s, u"api/start"_s};
        QTest::newRow("nonsense") << u"package.json"_s << before + R"(["packages/{api", "", "../..", 3]})" << QStringList{u"dev"_s};
        QTest::newRow("pnpm") << u"pnpm-workspace.yaml"_s << QByteArray("packages:\n  - 'packages/*'\n  - '!**/web'\n") << QStringList{u"api/start"_s};
    }

    void workspaces()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(QStringList, found);
        const Folder folder;
        folder.file(u"package.json"_s, R"({"name":"root"})");
        folder.file(file, text);
        folder.file(u"packages/api/package.json"_s, R"({"name":"@x/api","scripts":{"start":"node ."}})");
        folder.file(u"packages/web/package.json"_s, R"({"scripts":{"dev":"vite"}})");
        folder.file(u"packages/group/deep/package.json"_s, R"({"scripts":{"start":"node ."}})");
        folder.file(u"packages/none/readme"_s);
        folder.file(u"packages/api/node_modules/dep/package.json"_s, R"({"scripts":{"start":"no"}})");
        folder.file(u"tools/cli/package.json"_s, R"({"name":"cli","scripts":{"start":"node ."}})");
        const Project project = read(folder.path());
        QCOMPARE(titles(project), found);
        const ProjectChoice& last = project.choices.last();
        QVERIFY(last.workspace.isEmpty() || (last.spec.cwd != project.folder && last.from.endsWith("/package.json"_L1)));
    }

    void aWideWorkspaceHasAnEnd()
    {
        const Folder folder;
        for (int i = 0; i < maxWorkspaces + 20; ++i)
            folder.file(u"p/%1/package.json"_s.arg(i), "{}");
        QCOMPARE(workspaceFolders(folder.path(), {u"**"_s}).size(), maxWorkspaces);
    }

    void procfiles()
    {
        const Folder folder;
        folder.file(u"package.json"_s, R"({"name":"shop"})");
        folder.file(u"Procfile"_s, "# processes\nweb: node server.js --title \"my shop\"\r\nworker: node worker.js | tee log\nrelease: PORT=3000 node x.js\nnonsense\n\n");
        const Project project = read(folder.path());
        QCOMPARE(titles(project), (QStringList{u"web"_s, u"worker"_s, u"release"_s}));
        const ProjectChoice* web = choiceOf(project, u"web"_s);
        QCOMPARE(web->kind, ProjectChoice::Kind::ProcfileEntry);
        QCOMPARE(command(web->spec), u"node|server.js|--title|my shop"_s);
        QCOMPARE(web->spec.name, u"shop-web"_s);
        QVERIFY(web->note.isEmpty());
        const ProjectChoice* worker = choiceOf(project, u"worker"_s);
        QCOMPARE(command(worker->spec), u"node worker.js | tee log"_s); // one text: the shell's
        QVERIFY(!worker->note.isEmpty());
        QCOMPARE(choiceOf(project, u"release"_s)->spec.script, u"PORT=3000 node x.js"_s);
        QCOMPARE(project.warnings.size(), 1);
        QVERIFY(project.warnings.first().contains("line 5"_L1));
    }

    void configFiles()
    {
        const Folder folder;
        folder.file(u"package.json"_s, R"({"name":"shop","scripts":{"start":"node ."},"pm2":{"apps":[{"name":"inside","script":"a.js"}]}})");
        folder.file(u"ecosystem.config.js"_s, "require('fs').writeFileSync(__dirname + '/ran', 'x'); module.exports = {apps: [{name: 'coded', script: 'a.js', args: 'x y'}]};");
        folder.file(u"ecosystem.json"_s, R"({"apps":[{"name":"one","script":"a.js","instances":2},{"name":"two","script":"b.js"}]})");
        folder.file(u"vite.config.js"_s);
        folder.file(u"tsconfig.json"_s, "{}");
        folder.file(u"pm2.yml"_s, "apps:\n  - script: [\n");
        const Project project = read(folder.path());
        QCOMPARE(titles(project), (QStringList{u"one"_s, u"two"_s, u"inside"_s, u"start"_s}));
        QCOMPARE(project.choices.first().from, u"ecosystem.json"_s);
        QCOMPARE(project.choices.first().spec.instances, 2);
        QCOMPARE(project.codeConfigs, QStringList{folder.path(u"ecosystem.config.js"_s)});
        QVERIFY(!QFileInfo::exists(folder.path(u"ran"_s))); // nothing is run by reading
        QCOMPARE(project.warnings.size(), 1);
        QVERIFY(project.warnings.first().contains("pm2.yml"_L1));
        if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
            QSKIP("there is no Node");
        const Result<QList<ProjectChoice>> coded = runCodeConfig(project.codeConfigs.first());
        QVERIFY(coded);
        QCOMPARE(coded->size(), 1);
        QCOMPARE(coded->first().title, u"coded"_s);
        QCOMPARE(coded->first().detail, u"a.js x y"_s);
        QVERIFY(QFileInfo::exists(folder.path(u"ran"_s)));
    }

    void pickedFiles()
    {
        const Folder folder;
        folder.file(u"package.json"_s, R"({"name":"shop","scripts":{"start":"node ."}})");
        folder.file(u"src/worker.js"_s);
        folder.file(u"apps.json"_s, R"({"apps":[{"name":"one","script":"a.js"}]})");
        folder.file(u"my.config.cjs"_s, "throw 1");
        folder.file(u".env"_s, "A=1");

        const Project script = read(folder.path(u"src/worker.js"_s));
        QCOMPARE(script.folder, folder.path());
        QCOMPARE(titles(script), (QStringList{u"src/worker.js"_s, u"start"_s}));
        QCOMPARE(script.choices.first().kind, ProjectChoice::Kind::Script);
        QCOMPARE(script.choices.first().spec.name, u"worker"_s);
        QCOMPARE(script.choices.first().spec.cwd, folder.path());

        QCOMPARE(titles(read(folder.path(u"apps.json"_s))), (QStringList{u"one"_s, u"start"_s}));
        QCOMPARE(read(folder.path(u"my.config.cjs"_s)).codeConfigs, QStringList{folder.path(u"my.config.cjs"_s)});
        QCOMPARE(titles(read(folder.path(u"package.json"_s))), QStringList{u"start"_s});
        QCOMPARE(titles(read(folder.path(u".env"_s))), QStringList{u"start"_s});
    }

    void aPickedMainIsOfferedOnce()
    {
        const Folder folder;
        folder.file(u"package.json"_s, R"({"name":"shop","main":"server.js","bin":{"shop":"./server.js"}})");
        folder.file(u"server.js"_s);
        QCOMPARE(titles(read(folder.path(u"server.js"_s))), QStringList{u"server.js"_s});
        QCOMPARE(titles(read(folder.path())), QStringList{u"server.js"_s});
    }

    void environmentFiles()
    {
        const Folder folder;
        for (const QString& name : {u".env.production"_s, u".env"_s, u".env.example"_s, u".env.local"_s, u".envrc"_s})
            folder.file(name, "A=1");
        QCOMPARE(read(folder.path()).envFiles, (QStringList{folder.path(u".env"_s), folder.path(u".env.local"_s), folder.path(u".env.production"_s)}));
    }

    void wantedNode()
    {
        const Folder folder;
        folder.file(u"package.json"_s, R"({"engines":{"node":">=18"}})");
        Project project = read(folder.path());
        QCOMPARE(project.wantedNode, u">=18"_s);
        QVERIFY(!project.nodeRequest);
        folder.file(u".nvmrc"_s, "# ours\nlts/iron\n");
        folder.file(u"app/readme"_s);
        project = read(folder.path(u"app"_s));
        QCOMPARE(project.wantedNode, u"lts/iron"_s);
        QCOMPARE(project.wantedNodeFrom, folder.path(u".nvmrc"_s));
        QVERIFY(project.nodeRequest);
    }

    void troubleIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("missing") << u"none.js"_s << QByteArray() << ErrorCode::NotFound << u"none.js"_s;
        QTest::newRow("broken package") << u"package.json"_s << QByteArray("{\n \"name\": ,}") << ErrorCode::InvalidArgument << u"line 2"_s;
        QTest::newRow("package that is a list") << u"package.json"_s << QByteArray("[]") << ErrorCode::InvalidArgument << u"object"_s;
        QTest::newRow("huge package") << u"package.json"_s << QByteArray("{\"name\":\"" + QByteArray(maxProjectFile, 'x') + "\"}") << ErrorCode::InvalidArgument << u"larger"_s;
        QTest::newRow("broken config") << u"apps.yaml"_s << QByteArray("apps: [") << ErrorCode::InvalidArgument << u"apps.yaml"_s;
    }

    void troubleIsNamed()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        QFETCH(ErrorCode, code);
        QFETCH(QString, said);
        const Folder folder;
        if (!text.isEmpty())
            folder.file(name, text);
        const Result<Project> project = readProject(folder.path(name));
        QVERIFY(!project);
        QCOMPARE(project.error().code, code);
        QVERIFY2(project.error().message().contains(said), qPrintable(project.error().message()));
        if (text.isEmpty())
            return;
        const Result<Project> around = readProject(folder.path()); // in its folder it is a warning
        QVERIFY(around);
        QCOMPARE(around->warnings.size(), name == "package.json"_L1 ? 1 : 0);
    }

    void anEmptyFolderOffersNothing()
    {
        const Folder folder;
        const Project project = read(folder.path());
        QVERIFY(project.choices.isEmpty() && project.warnings.isEmpty() && project.codeConfigs.isEmpty());
        QCOMPARE(project.name, QFileInfo(folder.path()).fileName());
    }
};

QTEST_GUILESS_MAIN(TestProjectReader)
#include "test_projectreader.moc"
