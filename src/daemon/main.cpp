// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errorwords.h"
#include "core/translation.h"
#include "daemon/daemon.h"
#include "platform/files.h"
#include "platform/leaveprocess.h"
#include "platform/processstart.h"
#include "platform/signals.h"
#include "version.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QTranslator>

#include <cstdio>
#include <memory>
#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("troperod", source);
}

/// A daemon that mostly waits should give memory back: no heap for each thread, large buffers outside of the heap.
void keepHeapSmall()
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, 64 * 1024);
    mallopt(M_TRIM_THRESHOLD, 64 * 1024);
#endif
}

/// On stderr, in the user's language, and in daemon.log, but once where both are the same file.
int refuse(const HomeLayout& home, const Error& error)
{
    QTranslator translator;
    installTranslation(*QCoreApplication::instance(), translator);
    const qint64 before = QFileInfo(home.daemonLog()).size();
    const QByteArray line = text("troperod: %1").arg(translated(error).message()).toUtf8() + '\n';
    std::fputs(line.constData(), stderr);
    std::fflush(stderr);
    if (QFileInfo(home.daemonLog()).size() == before) DaemonLog(home.daemonLog()).write(error.message());
    return 1;
}

int run(int argc, char** argv)
{
    keepHeapSmall();
    // Started from inside an app, the daemon and its guards are no part of that app.
    qunsetenv("TROPERO_INSTANCE");
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"troperod"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TROPERO_VERSION));
    auto usersLanguage = std::make_unique<QTranslator>();
    installTranslation(application, *usersLanguage);
    QCommandLineParser parser;
    parser.setApplicationDescription(text("Keeps the list of apps for the tropero programs. It is started by them when it is needed."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption homeOption(u"home"_s, text("Folder of the state instead of TROPERO_HOME or the default."), text("folder"));
    parser.addOption(homeOption);
    parser.process(application);
    usersLanguage.reset(); // whoever asks the daemon has a language of its own
    QTranslator english;
    installEnglish(application, english);

    const HomeLayout home(parser.isSet(homeOption) ? QFileInfo(parser.value(homeOption)).absoluteFilePath() : platform::homeFolder());
    qputenv("TROPERO_HOME", home.home().toLocal8Bit());
    const QString guard = QCoreApplication::applicationDirPath() + u"/tropero-guard"_s;
    Daemon daemon({home, platform::daemonEndpoint(home.home()), {}, [guard, home](const QString& appId) {
                       return platform::startDetached(guard, {u"--home"_s, home.home(), u"--app"_s, appId}, home.home(), home.daemonLog());
                   }});
    QObject::connect(&daemon, &Daemon::finished, &application, &QCoreApplication::quit);
    platform::TerminationSignals signalsOfSystem;
    QObject::connect(&signalsOfSystem, &platform::TerminationSignals::requested, &application, &QCoreApplication::quit);

    const Result<bool> started = daemon.start();
    if (!started) return refuse(home, started.error());
    if (!*started) return 0; // another daemon serves this home
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    return platform::leaveProcess(run(argc, argv));
}
