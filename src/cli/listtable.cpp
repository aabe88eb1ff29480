// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listtable.h"

#include "cli/displaywidth.h"
#include "cli/texttable.h"
#include "client/instancefacts.h"
#include "core/nearest.h"
#include "core/units.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 32;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ListTable)
};

bool isUp(const InstanceStatus& status)
{
    return status.state == InstanceState::Online || status.state == InstanceState::Launching || status.state == InstanceState::Stopping;
}

QString uptimeOf(const InstanceStatus& status, qint64 now)
{
    return isUp(status) && status.startedAt > 0 ? formatUptime(Milliseconds(now - status.startedAt)) : u"–"_s;
}

QString cpuOf(const InstanceStatus& status)
{
    return isUp(status) ? formatPercent(status.cpu, status.cpu < 99.95 ? 1 : 0) : u"–"_s;
}

QString memoryOf(const InstanceStatus& status)
{
    return isUp(status) ? formatSize(status.memory) : u"–"_s;
}

QString pidOf(const InstanceStatus& status)
{
    return status.pid > 0 ? QString::number(status.pid) : u"–"_s;
}

TextTable table(const QList<ListedInstance>& instances, bool full, qint64 now)
{
    using Column = TextTable::Column;
    constexpr auto right = TextTable::Align::Right;
    const bool withUser = full && std::ranges::any_of(instances, [](const ListedInstance& one) { return one.spec.contains("uid"_L1); });
    const bool withWatching = full && std::ranges::any_of(instances, [](const ListedInstance& one) { return one.spec.contains("watch"_L1); });
    QList<Column> columns{{Texts::tr("id"), right}, {Texts::tr("name")}};
    if (full)
        columns += {{Texts::tr("namespace")}, {Texts::tr("mode")}, {Texts::tr("pid"), right}, {Texts::tr("uptime"), right}};
    columns += {{Texts::tr("restarts"), right}, {Texts::tr("status")}, {Texts::tr("cpu"), right}, {Texts::tr("mem"), right}};
    if (withUser)
        columns.append({Texts::tr("user")});
    if (withWatching)
        columns.append({Texts::tr("watching")});
    TextTable result(columns);
    for (const ListedInstance& one : instances) {
        const InstanceStatus& status = one.status;
        const bool quiet = status.state == InstanceState::Stopped;
        QList<TextTable::Cell> row{{QString::number(status.number), Colour::Dim}, {elided(one.name, longestName), quiet ? Colour::None : Colour::Bold}};
        if (full)
            row += {{elided(one.nameSpace, longestName)}, {one.mode}, {pidOf(status)}, {uptimeOf(status, now)}};
        row += {{QString::number(status.restarts), status.restarts > 0 ? Colour::Yellow : Colour::None},
                {stateText(status.state), stateColour(status.state)},
                {cpuOf(status)},
                {memoryOf(status)}};
        if (withUser)
            row.append({one.spec.value("uid"_L1).toVariant().toString()});
        if (withWatching)
            row.append(one.spec.contains("watch"_L1) ? TextTable::Cell{Texts::tr("enabled"), Colour::Green} : TextTable::Cell{Texts::tr("disabled"), Colour::Dim});
        result.addRow(row);
    }
    return result;
}

QString miniText(const QList<ListedInstance>& instances, qint64 now, const Console& console)
{
    QString text;
    for (const ListedInstance& one : instances) {
        const InstanceStatus& status = one.status;
        const auto field = [&](const QString& name, const QString& value) { text += "  "_L1 + name.leftJustified(9) + ": "_L1 + value + u'\n'; };
        text += console.paint(Colour::Bold, one.name) + u'\n';
        if (one.nameSpace != "default"_L1)
            field(Texts::tr("namespace"), one.nameSpace);
        field(Texts::tr("id"), QString::number(status.number));
        field(Texts::tr("pid"), pidOf(status));
        field(Texts::tr("status"), console.paint(stateColour(status.state), stateText(status.state)));
        field(Texts::tr("uptime"), uptimeOf(status, now));
        field(Texts::tr("restarts"), QString::number(status.restarts));
        field(Texts::tr("cpu"), cpuOf(status));
        field(Texts::tr("mem"), memoryOf(status));
    }
    return text;
}

QString reasonsText(const QList<ListedInstance>& instances, int width, qint64 now, const Console& console)
{
    QString text;
    const int longest = width > 0 ? 2 * width : std::numeric_limits<int>::max(); // the whole is in "describe"
    QSet<QString> reloading;
    for (const ListedInstance& one : instances) {
        const InstanceStatus& status = one.status;
        QString reason = status.reason.words();
        const ReloadStatus reload = ReloadStatus::fromJson(one.app.value("reload"_L1).toObject());
        const QString id = one.app.value("id"_L1).toString();
        if (reload.total > 0 && !reloading.contains(id)) {
            reloading.insert(id);
            text += u"  %1 %2\n"_s.arg(console.paint(Colour::Blue, one.name + u':'), reloadText(reload));
        }
        if (status.state == InstanceState::WaitingRestart && status.restartAt > now)
            reason += (reason.isEmpty() ? u""_s : u"; "_s) + Texts::tr("starts again in %1").arg(formatDuration(Milliseconds(status.restartAt - now)));
        else if (status.state != InstanceState::Errored && status.state != InstanceState::WaitingRestart)
            reason.clear();
        if (!reason.isEmpty())
            text += u"  %1 %2\n"_s.arg(console.paint(stateColour(status.state), labelOf(one) + u':'), elided(reason, longest));
        if (status.lostLogBytes > 0)
            text += u"  %1 %2\n"_s.arg(console.paint(Colour::Yellow, labelOf(one) + u':'),
                                       Texts::tr("%1 of output could not be stored").arg(formatSize(status.lostLogBytes)));
    }
    return text;
}

} // namespace

Colour stateColour(InstanceState state)
{
    switch (state) {
    case InstanceState::Online: return Colour::Green;
    case InstanceState::Launching: return Colour::Blue;
    case InstanceState::Stopping:
    case InstanceState::WaitingRestart: return Colour::Yellow;
    case InstanceState::Errored: return Colour::Red;
    case InstanceState::Stopped: break;
    }
    return Colour::Dim;
}

QString stateText(InstanceState state)
{
    return stateKey(state);
}

QString listText(const QList<ListedInstance>& instances, ListStyle style, int width, qint64 now, const Console& console)
{
    if (instances.isEmpty())
        return Texts::tr("No apps yet. Start one with: tropero start SCRIPT") + u'\n';
    QString text;
    if (style == ListStyle::Adaptive || style == ListStyle::Full) {
        const TextTable full = table(instances, true, now);
        if (style == ListStyle::Full || width == 0 || full.width() <= width)
            text = full.render(console);
    }
    if (text.isEmpty() && style != ListStyle::Mini) {
        const TextTable condensed = table(instances, false, now);
        if (style == ListStyle::Condensed || width == 0 || condensed.width() <= width)
            text = condensed.render(console);
    }
    if (text.isEmpty())
        text = miniText(instances, now, console);
    return text + reasonsText(instances, width, now, console);
}

Result<void> sortListed(QList<ListedInstance>& instances, const QString& order)
{
    const QString field = order.section(u':', 0, 0).toLower();
    const QString direction = order.section(u':', 1).toLower();
    const auto sortBy = [&](auto key) { std::ranges::stable_sort(instances, {}, key); };
    if (field == "name"_L1)
        sortBy(&ListedInstance::name);
    else if (field == "namespace"_L1)
        sortBy(&ListedInstance::nameSpace);
    else if (field == "id"_L1)
        sortBy([](const ListedInstance& one) { return one.status.number; });
    else if (field == "pid"_L1)
        sortBy([](const ListedInstance& one) { return one.status.pid; });
    else if (field == "cpu"_L1)
        sortBy([](const ListedInstance& one) { return one.status.cpu; });
    else if (field == "memory"_L1 || field == "mem"_L1)
        sortBy([](const ListedInstance& one) { return one.status.memory; });
    else if (field == "uptime"_L1)
        sortBy([](const ListedInstance& one) { return isUp(one.status) ? -one.status.startedAt : 0; });
    else if (field == "restarts"_L1)
        sortBy([](const ListedInstance& one) { return one.status.restarts; });
    else if (field == "status"_L1)
        sortBy([](const ListedInstance& one) { return stateKey(one.status.state); });
    else {
        const QStringList fields{u"name"_s, u"namespace"_s, u"id"_s, u"pid"_s, u"cpu"_s, u"memory"_s, u"uptime"_s, u"restarts"_s, u"status"_s};
        const QString near = nearestMatch(field, fields);
        return failure(ErrorCode::InvalidArgument, Texts::tr("Cannot sort by"), field, Texts::tr("known are %1").arg(fields.join(", "_L1)),
                       near.isEmpty() ? QString() : Texts::tr("Did you mean \"%1\"?").arg(near));
    }
    if (direction == "desc"_L1)
        std::ranges::reverse(instances);
    else if (!direction.isEmpty() && direction != "asc"_L1)
        return failure(ErrorCode::InvalidArgument, Texts::tr("Cannot sort in the direction"), direction, {}, Texts::tr("Write asc or desc"));
    return {};
}

} // namespace tropero
