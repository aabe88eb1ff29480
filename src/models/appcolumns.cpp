// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/appcolumns.h"

#include "models/formats.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("AppColumns", text);
}

qint64 secondsToRestart(const AppRow& row, qint64 now)
{
    if (row.state != InstanceState::WaitingRestart || row.restartAt <= 0) return 0;
    return std::max<qint64>((row.restartAt - now + 999) / 1000, 0);
}

QString stateCell(const AppRow& row, qint64 now)
{
    const bool isGroup = row.kind == AppRow::Kind::Namespace && row.total > 0;
    if (isGroup && row.total > 99) return u"%1/%2"_s.arg(row.online).arg(row.total); // there is no room for more
    if (isGroup || (row.total > 1 && row.online > 0 && row.online < row.total))
        return QCoreApplication::translate("AppColumns", "%1 of %2 online").arg(row.online).arg(row.total);
    if (const qint64 seconds = secondsToRestart(row, now); seconds > 0)
        return translated(QT_TRANSLATE_NOOP("AppColumns", "Restart in %1 s")).arg(seconds);
    return stateText(row.state);
}

/// Terms of the field, the same in every language.
QString modeCell(const AppRow& row, qint64)
{
    if (row.isInstance()) return {};
    const QString mode = row.cluster ? u"cluster"_s : u"fork"_s;
    return row.total > 1 ? mode + u" \u00d7"_s + QString::number(row.total) : mode;
}

QString joined(const QList<int>& numbers)
{
    QStringList texts;
    for (const int number : numbers)
        texts.append(QString::number(number));
    return texts.join(u", "_s);
}

/// Whether a column says something of a namespace; its value is there for sorting either way.
enum class OfNamespace { Nothing, Sum };

AppColumn column(const char* key, QString title, QString widest, AppColumn::Value value, AppColumn::Text text,
                 AppColumn::Same same, OfNamespace group = OfNamespace::Nothing)
{
    AppColumn made;
    made.key = QString::fromLatin1(key);
    made.title = std::move(title);
    made.widest = std::move(widest);
    made.value = std::move(value);
    made.text = [text = std::move(text), group](const AppRow& row, qint64 now) {
        return row.kind == AppRow::Kind::Namespace && group == OfNamespace::Nothing ? QString() : text(row, now);
    };
    made.same = std::move(same);
    return made;
}

AppColumn numberColumn(const char* key, QString title, QString widest, AppColumn::Value value,
                       AppColumn::Text text, AppColumn::Same same, OfNamespace group = OfNamespace::Nothing)
{
    AppColumn made =
        column(key, std::move(title), std::move(widest), std::move(value), std::move(text), std::move(same), group);
    made.isNumber = true;
    return made;
}

AppColumn nameColumn()
{
    AppColumn made = column(
        "name", translated(QT_TRANSLATE_NOOP("AppColumns", "Name")), {},
        [](const AppRow& row, qint64) { return QVariant(row.name); }, {},
        [](const AppRow& a, const AppRow& b) { return a.name == b.name && a.detail == b.detail; });
    made.text = [](const AppRow& row, qint64) { return row.name; };
    return made;
}

AppColumn stateColumn()
{
    AppColumn made = column(
        "state", translated(QT_TRANSLATE_NOOP("AppColumns", "State")),
        translated(QT_TRANSLATE_NOOP("AppColumns", "Restart in %1 s")).arg(15),
        [](const AppRow& row, qint64) { return QVariant(static_cast<int>(row.state)); }, stateCell,
        [](const AppRow& a, const AppRow& b) {
            return a.state == b.state && a.total == b.total && a.online == b.online &&
                   a.restartAt == b.restartAt;
        },
        OfNamespace::Sum);
    made.step = secondsToRestart;
    return made;
}

AppColumn uptimeColumn()
{
    AppColumn made = numberColumn(
        "uptime", translated(QT_TRANSLATE_NOOP("AppColumns", "Uptime")), uptimeText(86'340'000),
        [](const AppRow& row, qint64) {
            return QVariant(row.isUp() ? -row.startedAt : std::numeric_limits<qint64>::min());
        },
        [](const AppRow& row, qint64 now) {
            return row.isUp() ? uptimeText(now - row.startedAt) : noValue();
        },
        [](const AppRow& a, const AppRow& b) { return a.startedAt == b.startedAt; });
    made.step = [](const AppRow& row, qint64 now) {
        if (!row.isUp() || row.kind == AppRow::Kind::Namespace) return qint64(0);
        const qint64 seconds = (now - row.startedAt) / 1000;
        return seconds < 60 ? seconds : seconds / 60 * 60; // a step of a minute, finer than the text of days
    };
    return made;
}

AppColumn cpuColumn()
{
    AppColumn made = numberColumn(
        "cpu", translated(QT_TRANSLATE_NOOP("AppColumns", "CPU")), percentText(1000),
        [](const AppRow& row, qint64) { return QVariant(row.isUp() ? row.cpu : -1.0); },
        [](const AppRow& row, qint64) { return row.isUp() ? percentText(row.cpu) : noValue(); },
        [](const AppRow& a, const AppRow& b) { return a.cpu == b.cpu && a.isUp() == b.isUp(); }, OfNamespace::Sum);
    made.hasCurve = true;
    return made;
}

AppColumn memoryColumn()
{
    AppColumn made = numberColumn(
        "memory", translated(QT_TRANSLATE_NOOP("AppColumns", "Memory")), memoryText(999LL * 1024 * 1024),
        [](const AppRow& row, qint64) { return QVariant(row.isUp() ? row.memory : qint64(-1)); },
        [](const AppRow& row, qint64) { return row.isUp() ? memoryText(row.memory) : noValue(); },
        [](const AppRow& a, const AppRow& b) { return a.memory == b.memory && a.isUp() == b.isUp(); }, OfNamespace::Sum);
    made.hasCurve = true;
    return made;
}

} // namespace

QList<AppColumn> appColumns()
{
    QList<AppColumn> columns{nameColumn(), stateColumn()};
    columns.append(column(
        "mode", translated(QT_TRANSLATE_NOOP("AppColumns", "Mode")), u"cluster \u00d716"_s,
        [](const AppRow& row, qint64) {
            return QVariant(row.kind == AppRow::Kind::Namespace ? QString() : modeCell(row, 0));
        },
        modeCell,
        [](const AppRow& a, const AppRow& b) { return a.cluster == b.cluster && a.total == b.total; }));
    columns.append(numberColumn(
        "number", translated(QT_TRANSLATE_NOOP("AppColumns", "Id")), u"000"_s,
        [](const AppRow& row, qint64) { return QVariant(row.numbers.isEmpty() ? -1 : row.numbers.first()); },
        [](const AppRow& row, qint64) {
            return row.numbers.size() == 1 ? QString::number(row.numbers.first()) : QString();
        },
        [](const AppRow& a, const AppRow& b) { return a.numbers == b.numbers; }));
    columns.last().shownAtFirst = false;
    columns.append(numberColumn(
        "pid", translated(QT_TRANSLATE_NOOP("AppColumns", "PID")), u"0000000"_s,
        [](const AppRow& row, qint64) { return QVariant(row.pid); },
        [](const AppRow& row, qint64) {
            if (row.pid > 0) return QString::number(row.pid);
            return row.total > 1 && row.isUp() ? QString() : noValue();
        },
        [](const AppRow& a, const AppRow& b) {
            return a.pid == b.pid && a.total == b.total && a.isUp() == b.isUp();
        }));
    columns.append(uptimeColumn());
    columns.append(numberColumn(
        "restarts", translated(QT_TRANSLATE_NOOP("AppColumns", "Restarts")), u"00000"_s,
        [](const AppRow& row, qint64) { return QVariant(row.restarts); },
        [](const AppRow& row, qint64) { return QString::number(row.restarts); },
        [](const AppRow& a, const AppRow& b) { return a.restarts == b.restarts; }, OfNamespace::Sum));
    columns.append(cpuColumn());
    columns.append(memoryColumn());
    columns.append(column(
        "ports", translated(QT_TRANSLATE_NOOP("AppColumns", "Ports")), u"00000, 00"_s,
        [](const AppRow& row, qint64) { return QVariant(row.ports.isEmpty() ? 0 : row.ports.first()); },
        [](const AppRow& row, qint64) { return joined(row.ports); },
        [](const AppRow& a, const AppRow& b) { return a.ports == b.ports; }));
    columns.append(column(
        "watch", translated(QT_TRANSLATE_NOOP("AppColumns", "Watch")),
        translated(QT_TRANSLATE_NOOP("AppColumns", "On")),
        [](const AppRow& row, qint64) { return QVariant(row.watching ? 1 : 0); },
        [](const AppRow& row, qint64) {
            if (row.isInstance()) return QString();
            return row.watching ? translated(QT_TRANSLATE_NOOP("AppColumns", "On")) : noValue();
        },
        [](const AppRow& a, const AppRow& b) { return a.watching == b.watching; }));
    columns.last().shownAtFirst = false;
    columns.append(column(
        "branch", translated(QT_TRANSLATE_NOOP("AppColumns", "Branch")), u"feature/cart"_s,
        [](const AppRow& row, qint64) { return QVariant(row.branch); },
        [](const AppRow& row, qint64) { return row.isInstance() ? QString() : row.branch; },
        [](const AppRow& a, const AppRow& b) { return a.branch == b.branch; }));
    columns.last().shownAtFirst = false;
    return columns;
}

} // namespace tropero
