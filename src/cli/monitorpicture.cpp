// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/monitorpicture.h"

#include "cli/displaywidth.h"
#include "cli/listtable.h"
#include "cli/terminaltext.h"
#include "core/units.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int fixedRows = 5; ///< sums, titles, facts, title of the log, keys
constexpr int fewestRows = 3;
constexpr int sparkWidth = 20;
constexpr double lowestPeak = 10;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Monitor)
};

struct Cell
{
    QString text;
    int width = 0; ///< negative: aligned to the right
    Colour colour = Colour::None;
};

QString padded(const Cell& cell)
{
    const int width = std::abs(cell.width);
    const QString text = elided(cell.text, width);
    const QString blanks(std::max(0, width - displayWidth(text)), u' ');
    return cell.width < 0 ? blanks + text : text + blanks;
}

QString lineOf(const QList<Cell>& cells, bool chosen, const Console& console)
{
    QString text = chosen ? u"› "_s : u"  "_s;
    for (const Cell& cell : cells)
        text += (chosen && cell.colour == Colour::None ? console.paint(Colour::Bold, padded(cell)) : console.paint(cell.colour, padded(cell))) + u' ';
    return text;
}

bool hasProcess(const InstanceStatus& status)
{
    return status.pid > 0;
}

/// Widths for a terminal of that many columns; what does not fit is left out, the least telling first.
QList<Cell> cellsOf(const MonitoredInstance* one, int nameWidth, int columns, qint64 now)
{
    const InstanceStatus status = one ? one->status : InstanceStatus();
    const bool up = hasProcess(status);
    const auto cell = [&](const QString& title, const QString& value, int width, Colour colour = Colour::None) {
        return one ? Cell{value, width, colour} : Cell{title, width, Colour::Dim};
    };
    QList<Cell> cells{cell(Texts::tr("id"), QString::number(status.number), -4), cell(Texts::tr("name"), one ? one->name : QString(), nameWidth),
                      cell(Texts::tr("status"), stateText(status.state), 15, stateColour(status.state)),
                      cell(Texts::tr("cpu"), up ? formatPercent(status.cpu) : u"–"_s, -7),
                      cell(Texts::tr("mem"), up ? formatSize(status.memory) : u"–"_s, -9)};
    if (columns >= 80 + nameWidth)
        cells.insert(4, cell({}, one ? sparkText(one->cpu, sparkWidth) : QString(), sparkWidth, Colour::Cyan));
    if (columns >= 59 + nameWidth) {
        cells.append(cell(Texts::tr("uptime"), up ? formatUptime(Milliseconds(now - status.startedAt)) : u"–"_s, -7));
        cells.append(cell(Texts::tr("restarts"), QString::number(status.restarts), -8, status.restarts > 0 ? Colour::Yellow : Colour::None));
    }
    return cells;
}

QString sumsOf(const QList<MonitoredInstance>& instances, const Console& console)
{
    int online = 0;
    int errored = 0;
    double cpu = 0;
    qint64 memory = 0;
    for (const MonitoredInstance& one : instances) {
        online += one.status.state == InstanceState::Online ? 1 : 0;
        errored += one.status.state == InstanceState::Errored ? 1 : 0;
        if (!hasProcess(one.status)) continue;
        cpu += one.status.cpu;
        memory += one.status.memory;
    }
    QStringList parts{console.paint(Colour::Bold, u"Tropero"_s), console.paint(Colour::Green, Texts::tr("%n online", nullptr, online))};
    if (errored > 0) parts.append(console.paint(Colour::Red, Texts::tr("%n errored", nullptr, errored)));
    parts.append(Texts::tr("CPU %1").arg(formatPercent(cpu)));
    parts.append(formatSize(memory));
    return u' ' + parts.join(u"  "_s);
}

QString factsOf(const MonitoredInstance& one, qint64 now)
{
    const InstanceStatus& status = one.status;
    QStringList facts{one.mode};
    if (hasProcess(status)) facts.append(Texts::tr("pid %1").arg(status.pid));
    QStringList ports;
    for (const int port : status.ports)
        ports.append(u':' + QString::number(port));
    if (!ports.isEmpty()) facts.append(ports.join(u' '));
    for (auto metric = status.metrics.constBegin(); metric != status.metrics.constEnd(); ++metric) {
        const QJsonObject figure = metric->toObject();
        facts.append(u"%1 %2%3"_s.arg(metric.key(), figure.value("value"_L1).toVariant().toString(), figure.value("unit"_L1).toString()));
    }
    if (status.state == InstanceState::WaitingRestart && status.restartAt > now)
        facts.append(Texts::tr("starts again in %1").arg(formatDuration(Milliseconds(status.restartAt - now))));
    if (!hasProcess(status) && !status.reason.isEmpty()) facts.append(status.reason.words());
    return u' ' + harmlessText(facts.join(u"  "_s));
}

QString titled(const QString& title, int columns, const Console& console)
{
    const QString text = u"─ %1 "_s.arg(elided(title, std::max(1, columns - 4)));
    return console.paint(Colour::Dim, text + QString(std::max(0, columns - displayWidth(text)), u'─'));
}

} // namespace

QString sparkText(const QList<double>& values, int width)
{
    const QList<double> newest = values.last(std::min<qsizetype>(values.size(), width));
    const double peak = newest.isEmpty() ? lowestPeak : std::max(lowestPeak, *std::ranges::max_element(newest));
    QString text(width - newest.size(), u' ');
    for (const double value : newest)
        text += QChar(0x2581 + std::clamp(static_cast<int>(std::lround(7 * value / peak)), 0, 7)); // eighths of a block
    return text;
}

QStringList monitorLines(const MonitorPicture& picture, platform::TerminalSize size, qint64 now, const Console& console)
{
    const QList<MonitoredInstance>& instances = picture.instances;
    const auto chosen = std::ranges::find(instances, picture.chosen, [](const MonitoredInstance& one) { return one.status.number; });
    const int count = static_cast<int>(instances.size());
    const int rows = std::clamp((size.rows - fixedRows) / 2, fewestRows, std::max(fewestRows, count));
    const int at = chosen == instances.end() ? 0 : static_cast<int>(chosen - instances.begin());
    const int first = std::clamp(at - rows / 2, 0, std::max(0, count - rows));
    int nameWidth = 4;
    for (const MonitoredInstance& one : instances)
        nameWidth = std::clamp(displayWidth(one.name), nameWidth, 28);

    QStringList lines{sumsOf(instances, console), lineOf(cellsOf(nullptr, nameWidth, size.columns, now), false, console)};
    for (int i = first; i < std::min(first + rows, count); ++i)
        lines.append(lineOf(cellsOf(&instances.at(i), nameWidth, size.columns, now), i == at && chosen != instances.end(), console));
    if (count == 0) lines.append(u"  "_s + Texts::tr("No apps yet. Start one with: tropero start SCRIPT"));
    if (chosen != instances.end()) {
        lines.append(factsOf(*chosen, now));
        lines.append(titled(Texts::tr("Log of %1 (id %2)").arg(chosen->name).arg(chosen->status.number), size.columns, console));
        const int room = std::max<int>(0, size.rows - static_cast<int>(lines.size()) - 1);
        const qsizetype offset = std::clamp<qsizetype>(picture.logOffset, 0, std::max<qsizetype>(0, picture.log.size() - room));
        const qsizetype end = picture.log.size() - offset;
        lines += picture.log.mid(std::max<qsizetype>(0, end - room), std::min<qsizetype>(end, room));
    }
    while (lines.size() < size.rows - 1)
        lines.append(QString());
    lines = lines.first(std::max(0, std::min<int>(static_cast<int>(lines.size()), size.rows - 1)));
    lines.append(picture.message.isEmpty() ? console.paint(Colour::Dim, u' ' + Texts::tr("↑ ↓ choose   PgUp PgDn log   r restart   l reload   s stop or start   q quit"))
                                           : console.paint(picture.alarming ? Colour::Red : Colour::Yellow, u' ' + picture.message));
    return lines;
}

} // namespace tropero
