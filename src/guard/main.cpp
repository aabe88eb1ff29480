// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/homelayout.h"
#include "core/translation.h"
#include "guard/guard.h"
#include "guard/socketlauncher.h"
#include "platform/filelock.h"
#include "platform/files.h"
#include "platform/leaveprocess.h"
#include "platform/signals.h"
#include "version.h"

#include <QCoreApplication>
#include <QDir>
#include <QTranslator>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int exitUsage = 2;
constexpr int exitNoLock = 1;
constexpr int signalExitBase = 128;
constexpr int hangUp = 1; // SIGHUP: the terminal of whoever started us is none of our business

/// Value of "--name value"; empty when it is missing.
QString option(const QStringList& arguments, const QString& name)
{
    const qsizetype at = arguments.indexOf(name);
    return at > 0 ? arguments.value(at + 1) : QString();
}

/// Ids name files; anything else would reach outside the folder.
bool isAppId(const QString& id)
{
    return !id.isEmpty() && std::all_of(id.cbegin(), id.cend(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

int run(int argc, char* argv[])
{
    if (const std::optional<int> failed = tropero::launchWithSockets(argc, argv))
        return *failed;
    QCoreApplication application(argc, argv);
    QTranslator translator; // whoever shows what the guard says has a language of its own
    tropero::installEnglish(application, translator);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.contains("--version"_L1)) {
        std::puts("tropero-guard " TROPERO_VERSION);
        return 0;
    }
    const QString home = option(arguments, u"--home"_s);
    const QString app = option(arguments, u"--app"_s);
    if (home.isEmpty() || !isAppId(app)) {
        std::fputs("usage: tropero-guard --home FOLDER --app ID\nIt is started by troperod and keeps one app running.\n", stderr);
        return exitUsage;
    }
    const tropero::HomeLayout layout(QDir(home).absolutePath());
    if (const tropero::Result<void> folder = tropero::platform::ensurePrivateFolder(layout.guardLocksFolder()); !folder) {
        qCritical("%s", qUtf8Printable(folder.error().message()));
        return exitNoLock;
    }
    const tropero::Result<tropero::platform::FileLock> lock = tropero::platform::FileLock::acquire(layout.guardLock(app));
    if (!lock && lock.error().code == tropero::ErrorCode::AlreadyExists)
        return 0; // the app has its guard
    if (!lock) {
        qCritical("%s", qUtf8Printable(lock.error().message()));
        return exitNoLock;
    }
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN); // a limit on file sizes is a full disk to us, not our end
#endif
    const tropero::platform::TerminationSignals signalSource;
    tropero::Guard guard(layout.home(), app, tropero::platform::daemonEndpoint(layout.home()));
    QObject::connect(&signalSource, &tropero::platform::TerminationSignals::requested, &guard, [&guard](int number) {
        if (number != hangUp)
            guard.end(signalExitBase + number);
    });
    QObject::connect(&guard, &tropero::Guard::finished, &application, [](int exitCode) { QCoreApplication::exit(exitCode); });
    guard.open();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char* argv[])
{
    return tropero::platform::leaveProcess(run(argc, argv));
}
