// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/run.h"

#include "platform/processtree.h"
#include "supervision/launcher.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr qint64 longestTail = 8 * 1024;

} // namespace

Run::Run(std::shared_ptr<const AppSetup> app, RunIdentity identity, const Logs& logs, Launcher& launcher, platform::ProcessTree& tree)
    : m_app(std::move(app)), m_identity(std::move(identity)), m_key(m_identity.runKey()), m_launcher(launcher), m_tree(tree), m_out(logs.out),
      m_error(logs.error), m_errorPath(logs.error.file ? logs.error.file->path() : QString())
{
    wireWriter(m_out);
    wireWriter(m_error);
}

Run::~Run()
{
    disconnect();
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_tree.kill(m_key);
    m_process.reset(); // collects the exit
    m_tree.removeRoot(m_key);
    m_tree.forget(m_key);
}

Result<void> Run::start()
{
    Result<Launcher::Launch> launch = m_launcher.prepare(*m_app, m_identity);
    if (!launch)
        return std::unexpected(launch.error());
    m_plan = launch->request.plan;
    m_process = std::move(launch->process);
    m_channel = std::move(launch->channel);
    wireProcess();
    wireChannel();
    m_out.attach(m_process->out());
    m_error.attach(m_process->error());
    m_errorStart = m_errorPath.isEmpty() ? 0 : QFileInfo(m_errorPath).size();
    m_startedAt = QDateTime::currentMSecsSinceEpoch();
    m_runTime.start();
    return m_process->start(launch->request);
}

void Run::wireProcess()
{
    const InstanceProcess* const process = m_process.get();
    connect(process, &InstanceProcess::started, this, [this] {
        m_pid = m_process->pid();
        m_tree.addRoot(m_key, m_pid, m_process->session());
        Q_EMIT started();
    });
    connect(process, &InstanceProcess::failed, this, &Run::failed);
    connect(process, &InstanceProcess::finished, this, &Run::processFinished);
    connect(process, &InstanceProcess::listening, this, [this] {
        m_hasListened = true;
        Q_EMIT listening();
    });
    connect(process, &InstanceProcess::ready, this, [this] { Q_EMIT message(u"ready"_s); });
    connect(process, &InstanceProcess::misbehaved, this, [this](const Reason& reason) { Q_EMIT misbehaved(reason, true); });
    connect(process, &InstanceProcess::noted, this, &Run::noted);
}

void Run::wireChannel()
{
    if (!m_channel)
        return;
    connect(m_channel.get(), &AgentChannel::connected, this, &Run::nodeKnown);
    connect(m_channel.get(), &AgentChannel::broken, this, [this](const Reason& reason) {
        Q_EMIT misbehaved(Reason::of(ReasonCode::ChannelClosed, {reason.asArgument()}), false);
    });
    connect(m_channel.get(), &AgentChannel::received, this, &Run::takeLine);
}

void Run::takeLine(const QJsonObject& line)
{
    const QString what = line[u"do"].toString();
    const QJsonValue data = line[u"data"];
    const bool changed = what == "metrics"_L1 ? m_figures.merge(line[u"values"].toObject()) : what == "message"_L1 && m_figures.take(data.toObject());
    if (changed)
        Q_EMIT figuresChanged();
    if (what == "message"_L1)
        Q_EMIT message(data);
}

void Run::wireWriter(LogWriter& writer)
{
    connect(&writer, &LogWriter::lossBegan, this, &Run::lossBegan);
    connect(&writer, &LogWriter::lossGrew, this, &Run::lossGrew);
    connect(&writer, &LogWriter::lossEnded, this, &Run::lossEnded);
}

void Run::setLogs(const Logs& logs)
{
    m_out.setTargets(logs.out);
    m_error.setTargets(logs.error);
    const QString path = logs.error.file ? logs.error.file->path() : QString();
    if (std::exchange(m_errorPath, path) != path)
        m_errorStart = 0;
}

void Run::processFinished(const ProcessExit& exit)
{
    m_pid = 0;
    m_tree.removeRoot(m_key);
    if (!m_signalAfterRoot.isEmpty())
        m_tree.signal(m_key, m_signalAfterRoot);
    Q_EMIT finished(exit);
}

bool Run::isGone() const
{
    return !(m_process && m_process->isActive()) && m_tree.isEmpty(m_key);
}

qint64 Run::memory() const
{
    qint64 used = 0;
    const QList<platform::ProcessUsage> processes = m_tree.usage(m_key);
    for (const platform::ProcessUsage& process : processes)
        used += process.residentBytes;
    return used;
}

QList<qint64> Run::pids() const
{
    QList<qint64> result;
    const QList<platform::ProcessId> members = m_tree.members(m_key);
    for (const platform::ProcessId& member : members)
        result.append(member.pid);
    return result;
}

void Run::forgetLost()
{
    m_out.forgetLost();
    m_error.forgetLost();
}

void Run::ask(const StopPolicy& policy)
{
    if (!isStarted())
        return; // its start is reported in a moment, and this comes again
    if (m_process->leave(policy)) {
        // Its requests may need its children: these are asked when it has left.
        m_signalAfterRoot = policy.wholeTree ? policy.signal : QString();
        return;
    }
    if (policy.message && sendMessage(u"shutdown"_s))
        return;
    m_tree.signal(m_key, policy.signal, policy.wholeTree ? platform::ProcessTree::Scope::Tree : platform::ProcessTree::Scope::Root);
}

void Run::kill()
{
    m_tree.kill(m_key);
    if (m_process)
        m_process->expectEnd();
}

void Run::signal(const QString& name)
{
    m_tree.signal(m_key, name, platform::ProcessTree::Scope::Root);
}

bool Run::sendMessage(const QJsonValue& data)
{
    return m_channel && m_channel->send({{u"do"_s, u"message"_s}, {u"data"_s, data}});
}

void Run::finishOutput()
{
    m_out.finish();
    m_error.finish();
}

QString Run::lastErrorLines(int lines) const
{
    QFile file(m_errorPath);
    if (m_errorPath.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const qint64 begin = file.size() < m_errorStart ? 0 : m_errorStart; // smaller: it was rotated or emptied
    file.seek(std::max(begin, file.size() - longestTail));
    QStringList all = QString::fromUtf8(file.read(longestTail)).split(u'\n', Qt::SkipEmptyParts);
    while (all.size() > lines)
        all.removeFirst();
    return all.join(u'\n').trimmed();
}

} // namespace tropero
