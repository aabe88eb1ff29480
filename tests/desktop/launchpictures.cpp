// SPDX-License-Identifier: GPL-3.0-or-later
#include "launchpictures.h"

#include "core/dotenv.h"
#include "core/instancestatus.h"
#include "desktop/environmentimport.h"
#include "desktop/launchdialog.h"
#include "desktop/launchoffer.h"
#include "desktop/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QTcpServer>
#include <QTemporaryDir>

#include <array>

namespace tropero::test {

using namespace Qt::StringLiterals;

namespace {

void write(const QString& path, const QByteArray& text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(text);
}

void makeProject(const QString& folder)
{
    write(folder + u"/server.js"_s, "");
    write(folder + u"/package-lock.json"_s, "{}");
    write(folder + u"/.env"_s, "NODE_ENV=production\nPORT=3000\nAPI_TOKEN=abcdef\n");
    write(folder + u"/package.json"_s, R"({"name": "shop", "main": "server.js", "workspaces": ["packages/*"],
        "scripts": {"start": "node server.js", "dev": "node --watch server.js", "worker": "node worker.js --queue mail"}})");
    write(folder + u"/packages/admin/package.json"_s, R"({"name": "@shop/admin", "scripts": {"start": "vite preview --port 4173"}})");
    write(folder + u"/Procfile"_s, "web: node server.js --port 3000\nworker: node worker.js\nclock: python3 clock.py\n");
    write(folder + u"/ecosystem.config.js"_s, "module.exports = {apps: []}");
}

AppSpec runningApp(const QString& folder)
{
    AppSpec spec;
    spec.name = u"api"_s;
    spec.script = folder + u"/server.js"_s;
    spec.cwd = folder;
    spec.execMode = ExecMode::Cluster;
    spec.instances = 4;
    spec.env = {{u"NODE_ENV"_s, u"production"_s}, {u"PORT"_s, u"3000"_s}, {u"API_TOKEN"_s, u"abcdef"_s}, {u"DATABASE_URL"_s, u"postgres://localhost/shop"_s}};
    spec.envProfiles = {{u"production"_s, {{u"NODE_ENV"_s, u"production"_s}, {u"PORT"_s, u"80"_s}}}, {u"staging"_s, {{u"PORT"_s, u"8080"_s}}}};
    spec.cluster.scheduling = Scheduling::None;
    spec.restart.backoffStart = Milliseconds(100);
    spec.restart.memoryLimit = 512LL * 1024 * 1024;
    spec.cron = u"0 3 * * mon"_s;
    spec.watch.enabled = true;
    spec.watch.ignore = QStringList{u"node_modules"_s, u"*.log"_s};
    spec.readiness.when = ReadinessPolicy::When::Listening;
    return spec;
}

} // namespace

void launchPictures(Theme& theme, const std::function<void(QWidget&, const QString&)>& save)
{
    // Looks are taken in other threads: two rounds of settling see all of them.
    const auto picture = [&save](LaunchDialog& dialog, const QString& name) {
        dialog.show();
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 900)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        save(dialog, name);
    };
    QTemporaryDir home;
    const QString folder = home.filePath(u"shop"_s);
    makeProject(folder);
    const auto line = [](LaunchDialog& dialog, const QString& name) { return dialog.findChild<QLineEdit*>(name); };
    {
        LaunchDialog dialog(theme, nullptr);
        picture(dialog, u"launch-empty"_s);
    }
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        LaunchDialog dialog(theme, nullptr);
        dialog.setPath(folder + u"/server.js"_s);
        line(dialog, u"arguments"_s)->setText(u"--port %1 \"two words\""_s.arg(server.serverPort()));
        picture(dialog, u"launch"_s);
        dialog.findChild<QRadioButton*>(u"cluster"_s)->click();
        picture(dialog, u"launch-cluster"_s);
        line(dialog, u"script"_s)->setText(u"/srv/nothing/here.js"_s);
        picture(dialog, u"launch-problem"_s);
        dialog.resize(800, 560);
        picture(dialog, u"launch-small"_s);
    }
    {
        // A port that somebody else holds, so that it can be ended; this program is not offered.
        write(folder + u"/other/listen.js"_s, "require('net').createServer().listen(0, '127.0.0.1', function () { console.log(this.address().port); });");
        QProcess holder;
        holder.start(u"node"_s, {folder + u"/other/listen.js"_s});
        const bool listens = holder.waitForReadyRead(10'000);
        LaunchDialog dialog(theme, nullptr);
        dialog.setPath(folder + u"/server.js"_s);
        line(dialog, u"arguments"_s)->setText(u"--port "_s + (listens ? QString::fromUtf8(holder.readAllStandardOutput()).trimmed() : u"3000"_s));
        picture(dialog, u"launch-port"_s);
        dialog.resize(640, 480);
        picture(dialog, u"launch-port-small"_s);
        // More than one, some of which this program has itself.
        std::array<QTcpServer, 4> servers;
        QString arguments = line(dialog, u"arguments"_s)->text();
        for (QTcpServer& server : servers) {
            server.listen(QHostAddress::LocalHost);
            arguments += u" --port %1"_s.arg(server.serverPort());
        }
        line(dialog, u"arguments"_s)->setText(arguments.section(u" --port"_s, 0, 2));
        line(dialog, u"interpreter_args"_s)->setText(u"--inspect=%1"_s.arg(servers[3].serverPort()));
        picture(dialog, u"launch-ports-small"_s);
        dialog.resize(880, 740);
        picture(dialog, u"launch-ports"_s);
        line(dialog, u"arguments"_s)->setText(arguments);
        line(dialog, u"interpreter_args"_s)->setText(u"--inspect=%1"_s.arg(servers[0].serverPort()));
        picture(dialog, u"launch-ports-many"_s);
        holder.kill();
        holder.waitForFinished();
    }
    {
        LaunchDialog dialog(theme, nullptr);
        dialog.setPath(folder);
        picture(dialog, u"launch-folder"_s);
        dialog.setPath(folder + u"/Procfile"_s);
        picture(dialog, u"launch-procfile"_s);
        dialog.setPath(folder + u"/ecosystem.config.js"_s);
        picture(dialog, u"launch-prompt"_s);
    }
    {
        LaunchDialog dialog(theme, nullptr);
        dialog.setSpec(runningApp(folder), {});
        const QStringList names{u"program"_s, u"environment"_s, u"restart"_s, u"readiness"_s, u"watch"_s, u"limits"_s, u"logs"_s, u"user"_s};
        for (int row = 1; row < names.size(); ++row) {
            dialog.showSection(row);
            picture(dialog, u"launch-"_s + names.at(row));
        }
        AppSpec chosen = runningApp(folder);
        chosen.envProfile = u"production"_s;
        dialog.setSpec(chosen, {});
        dialog.showSection(1);
        for (auto* set : dialog.findChildren<QPushButton*>(u"variableSet"_s))
            set->click(); // the last one stays
        picture(dialog, u"launch-profile"_s);
    }
    {
        AppStatus app;
        app.id = u"api"_s;
        app.spec = runningApp(folder);
        LaunchDialog dialog(theme, nullptr);
        dialog.edit(app);
        line(dialog, u"max_memory_restart"_s)->setText(u"1G"_s);
        line(dialog, u"arguments"_s)->setText(u"--verbose"_s);
        picture(dialog, u"launch-edit"_s);
    }
    EnvironmentImport import(theme, u".env"_s, parseDotenv("NODE_ENV=production\nPORT=3000\nAPI_TOKEN=abcdef\nthis is no line\n"),
                             {{u"NODE_ENV"_s, u"development"_s}, {u"PORT"_s, u"3000"_s}}, nullptr);
    import.show();
    save(import, u"launch-import"_s);
}

} // namespace tropero::test
