// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "models/chartlines.h"
#include "models/evententry.h"

#include <QHash>
#include <QJsonValue>
#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace tropero {

class DaemonClient;
class StateMirror;

/// One instance in the charts.
struct ChartTrack
{
    int number = -1;
    QString label;
    QString app; ///< its name
    MetricsSeries series;
    MetricsSeries figure; ///< of setFigure(), in place of CPU
};

/// What charts of some instances show: the daemon's history, continued by what the mirror says once a second, and the restarts and crashes among the
/// events. Asks for nothing and runs no timer unless active.
class ChartData : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostTracks = 32;

    ChartData(DaemonClient& client, const StateMirror& mirror, QObject* parent = nullptr);

    void setInstances(const QList<int>& numbers);
    /// How long back, ms.
    void setSpan(qint64 span);
    /// Charts are seen: loads, and goes on while live.
    void setActive(bool active);
    /// Not live: the window stands still. Live again: what came in between is loaded.
    void setLive(bool live);
    bool isLive() const { return m_live; }
    qint64 span() const { return m_span; }
    TimeWindow window() const;
    /// A stretch of its own, which stands still; nothing: the span up to now again. Kept within what is stored, and not narrower than some seconds.
    void setZoom(const std::optional<TimeWindow>& window);
    bool isZoomed() const { return m_zoom.has_value(); }
    /// One of the figures that apps report themselves is read as well; empty: none.
    void setFigure(const QString& name);
    const QString& figure() const { return m_figure; }
    /// Names and units of the figures that the history knows of the instances.
    const QHash<QString, QString>& figures() const { return m_figures; }

    const std::vector<ChartTrack>& tracks() const { return m_tracks; }
    int leftOut() const { return m_leftOut; } ///< instances for which there was no place
    /// Ascending by time.
    const QList<EventEntry>& marks() const { return m_marks; }
    GapRule gapRule() const;
    /// Why the history could not be had; empty when it could.
    QString problem() const { return m_problem; }
    bool isLoading() const { return m_awaited > 0; }
    /// Every point of the window, not only what is drawn, as CSV with a header row; times in UTC. The figure is one more column.
    QByteArray csv() const;
    void retranslate();

Q_SIGNALS:
    /// Points, marks, window or problem.
    void changed();

private:
    void load();
    void ask(int number, const TimeWindow& wanted, const QString& figure);
    void takeHistory(int number, const Result<QJsonValue>& result, qint64 until, const QString& figure);
    bool follows() const { return m_live && !m_zoom; }
    void takeEvents(const Result<QJsonValue>& result);
    void addMark(const QJsonObject& event);
    void answered();
    void tick();
    void sample(qint64 now);
    ChartTrack* track(int number);

    DaemonClient& m_client;
    const StateMirror& m_mirror;
    QList<int> m_numbers;
    std::vector<ChartTrack> m_tracks;
    QList<EventEntry> m_marks;
    QList<QJsonObject> m_markEvents;
    int m_leftOut = 0;
    qint64 m_span = 600'000;
    std::optional<TimeWindow> m_zoom;
    QString m_figure;
    QHash<QString, QString> m_figures;
    bool m_active = false;
    bool m_live = true;
    qint64 m_pausedAt = 0;
    qint64 m_loadedAt = 0;
    int m_generation = 0;
    int m_awaited = 0; ///< answers
    QString m_problem;
    QTimer m_clock;
    QTimer m_zoomed; ///< what a turned wheel shows is loaded when it rests
};

} // namespace tropero
