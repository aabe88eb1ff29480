// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/session.h"

#include "cli/progress.h"
#include "core/errorwords.h"
#include "core/homelayout.h"
#include "platform/filelock.h"
#include "platform/peer.h"
#include "version.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QThread>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int helloLimitMs = 10'000;
constexpr int connectLimitMs = 2'000;
constexpr qint64 endLimitMs = 15'000;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Session)
};

} // namespace

Session::Session(Console& console)
    : m_console(console)
    , m_folder(QDir::currentPath())
{
}

Result<DaemonLocation> Session::location()
{
    if (!m_location) {
        auto location = DaemonLocation::current();
        if (!location)
            return location;
        m_location = *location;
    }
    return *m_location;
}

Result<void> Session::connect()
{
    if (m_connection)
        return {};
    const auto where = location();
    if (!where)
        return std::unexpected(where.error());
    m_connection.emplace();
    Progress progress(Texts::tr("Starting the daemon"), m_console.isErrorTerminal());
    auto connected = connectOrLaunch(*m_connection, *where, [&] {
        progress.tick();
        return true;
    });
    if (connected)
        return greet();
    m_connection.reset();
    return connected;
}

Result<void> Session::connectToRunning(Versions versions)
{
    if (m_connection)
        return {};
    const auto where = location();
    if (!where)
        return std::unexpected(where.error());
    m_connection.emplace();
    auto opened = m_connection->open(where->endpoint, connectLimitMs);
    if (opened && platform::isPeerSameUser(m_connection->socketDescriptor()))
        return versions == Versions::Any ? Result<void>() : greet();
    m_connection.reset();
    if (!opened)
        return opened;
    return failure(ErrorCode::PermissionDenied, Texts::tr("Cannot use the daemon"), where->endpoint,
                   Texts::tr("the process that listens there belongs to another user"));
}

Result<void> Session::waitUntilGone(const QString& waitingFor)
{
    m_connection.reset();
    const QString lock = HomeLayout(m_location->home).daemonLock();
    Progress progress(waitingFor, m_console.isErrorTerminal());
    QElapsedTimer clock;
    clock.start();
    while (platform::FileLock::isHeld(lock)) {
        if (clock.elapsed() > endLimitMs)
            return failure(ErrorCode::Timeout, Texts::tr("The daemon does not end"), {}, Texts::tr("it still holds %1").arg(QDir::toNativeSeparators(lock)));
        progress.tick();
        QThread::msleep(5);
    }
    return {};
}

Result<void> Session::greet()
{
    const QJsonObject hello{{u"protocol"_s, ipc::protocolVersion}, {u"client"_s, u"tropero"_s},
                            {u"version"_s, QLatin1StringView(TROPERO_VERSION)}};
    const auto answer = m_connection->call(ipc::method::hello, hello, helloLimitMs);
    if (answer)
        return {};
    Error error = translated(answer.error());
    if (error.code == ErrorCode::Timeout)
        error = {ErrorCode::Timeout, Texts::tr("The daemon does not answer"), m_location->endpoint, Texts::tr("it took the connection, but said nothing for 10 seconds"),
                 Texts::tr("See %1").arg(QDir::toNativeSeparators(m_location->home + "/daemon.log"_L1))};
    m_connection.reset();
    return std::unexpected(error);
}

Result<QJsonValue> Session::callValue(QLatin1StringView method, const QJsonObject& params, const QString& waitingFor)
{
    if (auto connected = connect(); !connected)
        return std::unexpected(connected.error());
    Progress progress(waitingFor, !waitingFor.isEmpty() && m_console.isErrorTerminal());
    auto answer = m_connection->call(method, params, -1, [&] {
        progress.tick();
        if (m_termination)
            QCoreApplication::processEvents();
        return m_signal == 0;
    });
    if (m_signal != 0)
        m_connection.reset(); // its answer may still come
    return answer ? answer : std::unexpected(translated(answer.error()));
}

void Session::watchForInterruption()
{
    m_termination = std::make_unique<platform::TerminationSignals>();
    QObject::connect(m_termination.get(), &platform::TerminationSignals::requested, m_termination.get(), [this](int signal) { m_signal = signal; });
}

Result<QJsonObject> Session::call(QLatin1StringView method, const QJsonObject& params, const QString& waitingFor)
{
    const auto value = callValue(method, params, waitingFor);
    if (!value)
        return std::unexpected(value.error());
    return value->toObject();
}

QJsonObject Session::targetParams(const QString& target) const
{
    return {{u"target"_s, target}, {u"cwd"_s, m_folder}};
}

int Session::fail(const Error& error)
{
    m_console.error(error);
    return 1;
}

} // namespace tropero
