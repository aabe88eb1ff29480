// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "models/chartdata.h"
#include "models/custommetrics.h"

#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QSettings;
class QToolButton;

namespace tropero {

class ChartView;
class ColorLegend;
class Theme;

/// CPU and memory of the selection over time, and one figure of the apps' own if wanted. Charts are made when they are first seen.
class ChartPane : public QWidget
{
    Q_OBJECT

public:
    ChartPane(DaemonClient& client, const StateMirror& mirror, Theme& theme, QWidget* parent = nullptr);

    void setInstances(const QList<int>& numbers);
    /// How long back, ms: one of the choices.
    void setSpan(qint64 span);
    /// A stretch of time that was not among the choices, standing still.
    void zoomTo(const TimeWindow& window);
    void zoomOut();
    void setStacked(bool stacked);
    void setLive(bool live);
    /// A figure of the apps' own as a third chart; empty: none.
    void showMetric(const QString& name);

    const ChartData& data() const { return m_data; }
    /// Null until they were seen.
    ChartView* cpuChart() const { return m_cpu; }
    ChartView* memoryChart() const { return m_memory; }
    ChartView* metricChart() const { return m_metric; }

    Result<void> saveImage(const QString& path);
    Result<void> saveCsv(const QString& path) const;

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeBar();
    void makeCharts();
    void refresh();
    void listMetrics();
    void setCrosshair(qint64 at);
    void showNotice();
    void fitBar();
    void showLive();
    void applyTheme();
    void retranslate();
    void exportTo(const QString& suffix);

    Theme& m_theme;
    ChartData m_data;
    CustomMetrics m_metrics;
    QString m_metricName;
    QString m_exportProblem;
    bool m_stacked = false;
    QButtonGroup* m_spans;
    QComboBox* m_spanChoice; ///< where there is no room for the buttons
    QPushButton* m_back; ///< out of a zoom
    QPushButton* m_stack;
    QComboBox* m_metricChoice;
    QPushButton* m_liveSwitch;
    QToolButton* m_more;
    QLabel* m_notice;
    ColorLegend* m_legend;
    QScrollArea* m_scroll;
    QLabel* m_empty;
    ChartView* m_cpu = nullptr;
    ChartView* m_memory = nullptr;
    ChartView* m_metric = nullptr;
};

} // namespace tropero
