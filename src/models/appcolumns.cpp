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

QString stateCell(const AppRow& row, qint64 now)
{
    if (row.total > 1 && row.online > 0 && row.online < row.total)
        return QCoreApplication::translate("AppColumns", "%1 of %2 online").arg(row.online).arg(row.total);
    if (row.state == InstanceState::WaitingRestart && row.restartAt > 0) {
        const qint64 seconds = std::max<qint64>((row.restartAt - now + 999) / 1000, 0);
        if (seconds > 0) return translated(QT_TRANSLATE_NOOP("AppColumns", "Restart in %1 s")).arg(seconds);
    }
    return stateText(row.state);
}

QString joined(const QList<int>& numbers)
{
    QStringList texts;
    for (const int number : numbers)
        texts.append(QString::number(number));
    return texts.join(u", "_s);
}

AppColumn column(const char* key, QString title, QString widest, AppColumn::Value value, AppColumn::Text text)
{
    AppColumn made;
    made.key = QString::fromLatin1(key);
    made.title = std::move(title);
    made.widest = std::move(widest);
    made.value = std::move(value);
    made.text = std::move(text);
    return made;
}

AppColumn numberColumn(const char* key, QString title, QString widest, AppColumn::Value value,
                       AppColumn::Text text)
{
    AppColumn made = column(key, std::move(title), std::move(widest), std::move(value), std::move(text));
    made.isNumber = true;
    return made;
}

} // namespace

QList<AppColumn> appColumns()
{
    QList<AppColumn> columns;
    columns.append(column(
        "name", translated(QT_TRANSLATE_NOOP("AppColumns", "Name")), {},
        [](const AppRow& row, qint64) { return QVariant(row.name); },
        [](const AppRow& row, qint64) { return row.name; }));
    columns.append(column(
        "state", translated(QT_TRANSLATE_NOOP("AppColumns", "State")),
        translated(QT_TRANSLATE_NOOP("AppColumns", "Restart in %1 s")).arg(15),
        [](const AppRow& row, qint64) { return QVariant(static_cast<int>(row.state)); }, stateCell));
    columns.last().dependsOnTime = true;
    columns.append(numberColumn(
        "number", translated(QT_TRANSLATE_NOOP("AppColumns", "Id")), u"000"_s,
        [](const AppRow& row, qint64) { return QVariant(row.numbers.isEmpty() ? -1 : row.numbers.first()); },
        [](const AppRow& row, qint64) {
            return row.numbers.size() == 1 ? QString::number(row.numbers.first()) : QString();
        }));
    columns.last().shownAtFirst = false;
    columns.append(numberColumn(
        "pid", translated(QT_TRANSLATE_NOOP("AppColumns", "PID")), u"0000000"_s,
        [](const AppRow& row, qint64) { return QVariant(row.pid); },
        [](const AppRow& row, qint64) {
            if (row.pid > 0) return QString::number(row.pid);
            return row.total > 1 && row.isUp() ? QString() : noValue();
        }));
    columns.append(numberColumn(
        "uptime", translated(QT_TRANSLATE_NOOP("AppColumns", "Uptime")), uptimeText(86'340'000),
        [](const AppRow& row, qint64) {
            return QVariant(row.isUp() ? -row.startedAt : std::numeric_limits<qint64>::min());
        },
        [](const AppRow& row, qint64 now) {
            return row.isUp() ? uptimeText(now - row.startedAt) : noValue();
        }));
    columns.last().dependsOnTime = true;
    columns.append(numberColumn(
        "restarts", translated(QT_TRANSLATE_NOOP("AppColumns", "Restarts")), u"00000"_s,
        [](const AppRow& row, qint64) { return QVariant(row.restarts); },
        [](const AppRow& row, qint64) { return QString::number(row.restarts); }));
    columns.append(numberColumn(
        "cpu", translated(QT_TRANSLATE_NOOP("AppColumns", "CPU")), percentText(1000),
        [](const AppRow& row, qint64) { return QVariant(row.isUp() ? row.cpu : -1.0); },
        [](const AppRow& row, qint64) { return row.isUp() ? percentText(row.cpu) : noValue(); }));
    columns.append(numberColumn(
        "memory", translated(QT_TRANSLATE_NOOP("AppColumns", "Memory")), memoryText(999LL * 1024 * 1024),
        [](const AppRow& row, qint64) { return QVariant(row.isUp() ? row.memory : qint64(-1)); },
        [](const AppRow& row, qint64) { return row.isUp() ? memoryText(row.memory) : noValue(); }));
    columns.append(column(
        "ports", translated(QT_TRANSLATE_NOOP("AppColumns", "Ports")), u"00000, 00"_s,
        [](const AppRow& row, qint64) { return QVariant(row.ports.isEmpty() ? 0 : row.ports.first()); },
        [](const AppRow& row, qint64) { return joined(row.ports); }));
    return columns;
}

} // namespace tropero
