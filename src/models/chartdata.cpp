// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chartdata.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "core/figurevalue.h"
#include "ipc/methods.h"

#include <QDateTime>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 day = 24 * 60 * minute;
constexpr qint64 liveSpan = 15 * minute; ///< as far back as the daemon keeps seconds; longer spans are averages that only it makes
constexpr int mostMarks = 2000;
constexpr qint64 longestSpan = 30 * day;
constexpr qint64 narrowestZoom = 5 * second;
constexpr int zoomRestsMs = 150;

qint64 currentTime()
{
    return QDateTime::currentMSecsSinceEpoch();
}

/// Averages of minutes and hours change slowly.
qint64 reloadEvery(qint64 span)
{
    if (span <= liveSpan) return 5 * minute;
    return span <= day ? 15 * second : minute;
}

QByteArray csvField(QString text)
{
    return '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

} // namespace

ChartData::ChartData(DaemonClient& client, const StateMirror& mirror, QObject* parent)
    : QObject(parent), m_client(client), m_mirror(mirror)
{
    m_clock.setInterval(second);
    connect(&m_clock, &QTimer::timeout, this, &ChartData::tick);
    m_zoomed.setSingleShot(true);
    m_zoomed.setInterval(zoomRestsMs);
    connect(&m_zoomed, &QTimer::timeout, this, &ChartData::load);
    connect(&client, &DaemonClient::stateChanged, this, [this](DaemonClient::State state) {
        if (state == DaemonClient::State::Connected) load();
    });
    connect(&mirror, &StateMirror::eventHappened, this, [this](const QJsonObject& event) {
        if (!m_active || !track(event.value("number"_L1).toInt(-1))) return;
        addMark(event);
        Q_EMIT changed();
    });
}

void ChartData::setInstances(const QList<int>& numbers)
{
    if (m_numbers == numbers && !m_tracks.empty()) return;
    m_numbers = numbers;
    const QSet<int> wanted(numbers.begin(), numbers.end());
    std::vector<ChartTrack> tracks;
    m_leftOut = 0;
    for (const AppStatus& app : m_mirror.apps()) {
        for (const InstanceStatus& instance : app.instances) {
            if (!wanted.contains(instance.number)) continue;
            if (tracks.size() >= mostTracks) {
                ++m_leftOut;
                continue;
            }
            const QString label = app.instances.size() > 1 ? app.spec.name + u' ' + QString::number(instance.index) : app.spec.name;
            tracks.push_back({instance.number, label, app.spec.name, {}, {}});
        }
    }
    const bool same = std::ranges::equal(tracks, m_tracks, {}, &ChartTrack::number, &ChartTrack::number);
    if (same) {
        for (size_t i = 0; i < tracks.size(); ++i)
            m_tracks[i].label = tracks[i].label;
        return;
    }
    m_tracks = std::move(tracks);
    m_figures.clear();
    m_marks.clear();
    m_markEvents.clear();
    load();
    Q_EMIT changed();
}

void ChartData::setSpan(qint64 span)
{
    if (m_span == span && !m_zoom) return;
    m_span = span;
    m_zoom.reset();
    for (ChartTrack& one : m_tracks) {
        one.series.clear();
        one.figure.clear();
    }
    load();
    Q_EMIT changed();
}

void ChartData::setActive(bool active)
{
    if (m_active == active) return;
    m_active = active;
    if (active && m_live) {
        // What was not watched is not continued as if it had been.
        for (ChartTrack& one : m_tracks) {
            one.series.clear();
            one.figure.clear();
        }
    }
    load();
}

void ChartData::setZoom(const std::optional<TimeWindow>& window)
{
    std::optional<TimeWindow> wanted = window;
    if (wanted) {
        const qint64 now = currentTime();
        const qint64 span = std::clamp(wanted->span(), narrowestZoom, longestSpan);
        const qint64 to = std::clamp((wanted->from + wanted->to + span) / 2, now - longestSpan + span, now);
        wanted = TimeWindow{to - span, to};
    }
    if (m_zoom == wanted) return;
    m_zoom = wanted;
    if (wanted) m_zoomed.start();
    else load();
    Q_EMIT changed();
}

void ChartData::setFigure(const QString& name)
{
    if (m_figure == name) return;
    m_figure = name;
    for (ChartTrack& one : m_tracks)
        one.figure.clear();
    load();
    Q_EMIT changed();
}

void ChartData::setLive(bool live)
{
    if (m_live == live && !(live && m_zoom)) return;
    m_live = live;
    if (live) m_zoom.reset();
    else m_pausedAt = currentTime();
    load();
    Q_EMIT changed();
}

TimeWindow ChartData::window() const
{
    if (m_zoom) return *m_zoom;
    const qint64 to = m_live ? currentTime() : m_pausedAt;
    return {to - m_span, to};
}

GapRule ChartData::gapRule() const
{
    GapRule widest;
    for (const ChartTrack& one : m_tracks) {
        if (one.series.gapRule().longest > widest.longest) widest = one.series.gapRule();
    }
    return widest;
}

ChartTrack* ChartData::track(int number)
{
    const auto found = std::ranges::find(m_tracks, number, &ChartTrack::number);
    return found == m_tracks.end() ? nullptr : &*found;
}

void ChartData::load()
{
    ++m_generation;
    m_awaited = 0;
    m_clock.stop();
    m_zoomed.stop();
    if (!m_active) return;
    if (follows()) m_clock.start();
    if (m_tracks.empty() || m_client.state() != DaemonClient::State::Connected) return;
    const TimeWindow wanted = window();
    m_loadedAt = currentTime();
    m_problem.clear();
    QJsonArray numbers;
    // The daemon's tiers end exactly where these spans do, and its clock has gone on when it gets this.
    const qint64 since = wanted.span() >= day ? wanted.from + 5 * second : wanted.from;
    m_awaited = static_cast<int>(m_tracks.size()) * (m_figure.isEmpty() ? 1 : 2) + 1;
    for (const ChartTrack& one : m_tracks) {
        numbers.append(one.number);
        ask(one.number, {since, wanted.to}, {});
        if (!m_figure.isEmpty()) ask(one.number, {since, wanted.to}, m_figure);
    }
    m_client.call(ipc::method::historyEvents, {{u"target"_s, numbers}, {u"since"_s, wanted.from}, {u"limit"_s, mostMarks}}, this,
                  [this, generation = m_generation](const Result<QJsonValue>& result) {
                      if (generation == m_generation) takeEvents(result);
                  });
}

void ChartData::ask(int number, const TimeWindow& wanted, const QString& figure)
{
    QJsonObject params{{u"number"_s, number}, {u"since"_s, wanted.from}, {u"until"_s, wanted.to}};
    if (!figure.isEmpty()) params.insert(u"metric"_s, figure);
    m_client.call(ipc::method::historyMetrics, params, this,
                  [this, number, figure, until = wanted.to, generation = m_generation](const Result<QJsonValue>& result) {
                      if (generation == m_generation) takeHistory(number, result, until, figure);
                  });
}

void ChartData::takeHistory(int number, const Result<QJsonValue>& result, qint64 until, const QString& figure)
{
    ChartTrack* const one = track(number);
    if (!result) {
        m_problem = result.error().message();
    } else if (one && !figure.isEmpty()) {
        // An older daemon knows of none and answers with CPU and memory.
        if ((*result)["metric"_L1].toString() == figure)
            one->figure.setHistory((*result)["step"_L1].toInteger(), (*result)["points"_L1].toArray(), until);
    } else if (one) {
        const QJsonObject known = (*result)["metrics"_L1].toObject();
        for (auto entry = known.begin(); entry != known.end(); ++entry)
            m_figures.insert(entry.key(), entry.value().toString());
        one->series.setHistory((*result)["step"_L1].toInteger(), (*result)["points"_L1].toArray(), until);
    }
    answered();
}

void ChartData::takeEvents(const Result<QJsonValue>& result)
{
    // Without marks the curves are still true.
    if (result) {
        const auto begin = std::ranges::lower_bound(m_marks, window().from, {}, &EventEntry::at);
        m_markEvents.remove(0, std::distance(m_marks.begin(), begin));
        m_marks.erase(m_marks.begin(), begin);
        for (const QJsonValue& event : (*result)["events"_L1].toArray())
            addMark(event.toObject());
    }
    answered();
}

void ChartData::answered()
{
    // Drawn once, when all have come.
    if (--m_awaited == 0) Q_EMIT changed();
}

void ChartData::addMark(const QJsonObject& event)
{
    const EventEntry entry = eventEntry(event);
    if (entry.tone != EventEntry::Tone::Bad && entry.tone != EventEntry::Tone::Warning && entry.kind != "reload"_L1) return;
    // The same event may come from the history and live.
    const auto same = std::ranges::equal_range(m_marks, entry.at, {}, &EventEntry::at);
    if (std::ranges::find(same, entry) != same.end()) return;
    const auto place = same.end();
    m_markEvents.insert(std::distance(m_marks.begin(), place), event);
    m_marks.insert(place, entry);
}

void ChartData::tick()
{
    const qint64 now = currentTime();
    if (now - m_loadedAt >= reloadEvery(m_span) && m_awaited == 0) load();
    if (m_span > liveSpan) return; // what is loaded says when it has come
    sample(now);
    Q_EMIT changed();
}

void ChartData::sample(qint64 now)
{
    if (m_client.state() != DaemonClient::State::Connected) return;
    for (const AppStatus& app : m_mirror.apps()) {
        for (const InstanceStatus& instance : app.instances) {
            if (instance.pid == 0) continue;
            ChartTrack* one = track(instance.number);
            if (!one) continue;
            one->series.addSample(now, instance.cpu, static_cast<double>(instance.memory));
            one->series.removeBefore(now - liveSpan);
            const auto figure = m_figure.isEmpty() ? std::nullopt : figureValue(instance.metrics.value(m_figure));
            if (!figure) continue;
            one->figure.addSample(now, *figure, 0);
            one->figure.removeBefore(now - liveSpan);
        }
    }
}

QByteArray ChartData::csv() const
{
    const TimeWindow drawn = window();
    const auto time = [](qint64 at) { return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1(); };
    const bool more = !m_figure.isEmpty();
    QByteArray text = "time,name,id,cpu_percent,memory_bytes";
    text += more ? ',' + csvField(m_figure) + '\n' : QByteArray("\n");
    for (const ChartTrack& one : m_tracks) {
        const QByteArray who = ',' + csvField(one.label) + ',' + QByteArray::number(one.number) + ',';
        for (qsizetype i = 0; i < one.series.cpu().size(); ++i) {
            const TimedValue& cpu = one.series.cpu().at(i);
            if (cpu.at < drawn.from || cpu.at > drawn.to) continue;
            text += time(cpu.at) + who + QByteArray::number(cpu.value, 'f', 2) + ',' +
                    QByteArray::number(one.series.memory().at(i).value, 'f', 0) + (more ? ",\n" : "\n");
        }
        if (!more) continue;
        // Measured at moments of their own.
        for (const TimedValue& figure : one.figure.cpu()) {
            if (figure.at >= drawn.from && figure.at <= drawn.to)
                text += time(figure.at) + who + ",," + QByteArray::number(figure.value, 'g', 12) + '\n';
        }
    }
    return text;
}

void ChartData::retranslate()
{
    for (qsizetype i = 0; i < m_marks.size(); ++i)
        m_marks[i] = eventEntry(m_markEvents.at(i));
    Q_EMIT changed();
}

} // namespace tropero
