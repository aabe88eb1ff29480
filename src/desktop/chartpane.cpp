// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/chartpane.h"

#include "client/daemonclient.h"
#include "desktop/chartcolors.h"
#include "desktop/chartview.h"
#include "desktop/colorlegend.h"
#include "desktop/panebar.h"
#include "desktop/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QToolButton>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;

struct Span
{
    qint64 length;
    const char* text;
};

constexpr Span spans[] = {
    {minute, QT_TRANSLATE_NOOP("tropero::ChartPane", "1 min")}, {10 * minute, QT_TRANSLATE_NOOP("tropero::ChartPane", "10 min")},
    {hour, QT_TRANSLATE_NOOP("tropero::ChartPane", "1 h")},     {6 * hour, QT_TRANSLATE_NOOP("tropero::ChartPane", "6 h")},
    {24 * hour, QT_TRANSLATE_NOOP("tropero::ChartPane", "24 h")},   {7 * 24 * hour, QT_TRANSLATE_NOOP("tropero::ChartPane", "7 d")},
    {30 * 24 * hour, QT_TRANSLATE_NOOP("tropero::ChartPane", "30 d")},
};

} // namespace

ChartPane::ChartPane(DaemonClient& client, const StateMirror& mirror, Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_data(client, mirror), m_metrics(mirror), m_spans(new QButtonGroup(this)),
      m_spanChoice(new QComboBox(this)), m_back(new QPushButton(this)), m_stack(new QPushButton(this)), m_metricChoice(new QComboBox(this)),
      m_liveSwitch(new QPushButton(this)), m_more(new QToolButton(this)), m_notice(new QLabel(this)), m_legend(new ColorLegend(theme, this)),
      m_scroll(new QScrollArea(this)), m_empty(new QLabel(this))
{
    m_notice->setObjectName(u"chartNotice"_s);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->hide();
    m_empty->setObjectName(u"emptyText"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_legend->hide();
    m_scroll->setObjectName(u"chartScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_notice);
    column->addWidget(m_legend);
    column->addWidget(m_empty, 1);
    column->addWidget(m_scroll, 1);
    connect(&m_data, &ChartData::changed, this, [this] {
        m_metrics.add(m_data.figures());
        refresh();
    });
    connect(m_legend, &ColorLegend::hiddenChanged, this, &ChartPane::refresh);
    connect(&m_metrics, &CustomMetrics::namesChanged, this, &ChartPane::listMetrics);
    connect(&theme, &Theme::changed, this, &ChartPane::applyTheme);
    setSpan(10 * minute);
    applyTheme();
    retranslate();
}

QWidget* ChartPane::makeBar()
{
    auto* bar = new PaneBar(m_theme, 10, 2, this);
    QHBoxLayout* const row = &bar->row();
    for (const Span& span : spans) {
        auto* button = new QToolButton(bar);
        button->setObjectName(u"span"_s);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_spans->addButton(button, static_cast<int>(span.length / minute));
        m_spanChoice->addItem({}, span.length);
        row->addWidget(button);
    }
    row->addWidget(m_spanChoice);
    m_back->setObjectName(u"wholeTime"_s);
    m_back->hide();
    connect(m_back, &QPushButton::clicked, this, &ChartPane::zoomOut);
    row->addSpacing(m_theme.scaled(6));
    row->addWidget(m_back);
    row->addStretch(1);
    m_metricChoice->setObjectName(u"chartMetric"_s);
    m_metricChoice->setMaximumWidth(m_theme.scaled(220));
    m_metricChoice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_metricChoice->hide();
    row->addWidget(m_metricChoice);
    row->addSpacing(m_theme.scaled(6));
    m_stack->setObjectName(u"chip"_s);
    m_stack->setCheckable(true);
    row->addWidget(m_stack);
    row->addSpacing(m_theme.scaled(6));
    m_liveSwitch->setObjectName(u"follow"_s);
    m_liveSwitch->setCheckable(true);
    m_liveSwitch->setChecked(true);
    row->addWidget(m_liveSwitch);
    auto* menu = new QMenu(this);
    menu->addAction(QString(), this, [this] { exportTo(u"png"_s); });
    menu->addAction(QString(), this, [this] { exportTo(u"csv"_s); });
    m_more->setObjectName(u"more"_s);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_more);
    connect(m_spans, &QButtonGroup::idClicked, this, [this](int minutes) { setSpan(minutes * minute); });
    connect(m_spanChoice, &QComboBox::activated, this, [this] { setSpan(m_spanChoice->currentData().toLongLong()); });
    connect(m_metricChoice, &QComboBox::activated, this, [this] { showMetric(m_metricChoice->currentData().toString()); });
    connect(m_stack, &QPushButton::clicked, this, &ChartPane::setStacked);
    connect(m_liveSwitch, &QPushButton::clicked, this, &ChartPane::setLive);
    return bar;
}

void ChartPane::makeCharts()
{
    if (m_cpu) return;
    auto* page = new QWidget(m_scroll);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, m_theme.scaled(4), 0, m_theme.scaled(4));
    column->setSpacing(0);
    for (ChartView** chart : {&m_cpu, &m_memory, &m_metric}) {
        *chart = new ChartView(m_theme, page);
        (*chart)->setMinimumHeight(m_theme.scaled(88));
        column->addWidget(*chart, 1);
        connect(*chart, &ChartView::crosshairMoved, this, &ChartPane::setCrosshair);
        connect(*chart, &ChartView::windowWanted, this, &ChartPane::zoomTo);
        connect(*chart, &ChartView::wholeWanted, this, &ChartPane::zoomOut);
    }
    m_metric->hide();
    m_memory->setTimesShown(true);
    m_scroll->setWidget(page);
    setFocusProxy(m_cpu);
    retranslate();
}

void ChartPane::setInstances(const QList<int>& numbers)
{
    m_metrics.setInstances(numbers);
    m_data.setInstances(numbers);
}

void ChartPane::setSpan(qint64 span)
{
    QAbstractButton* const button = m_spans->button(static_cast<int>(span / minute));
    if (!button) return;
    button->setChecked(true);
    m_spanChoice->setCurrentIndex(m_spanChoice->findData(span));
    setCrosshair(0);
    m_data.setSpan(span);
    showLive();
}

void ChartPane::zoomTo(const TimeWindow& window)
{
    const bool wasZoomed = m_data.isZoomed();
    setCrosshair(0);
    m_data.setZoom(window);
    if (!wasZoomed) showLive();
}

void ChartPane::zoomOut()
{
    if (!m_data.isZoomed()) return;
    m_data.setZoom({});
    setCrosshair(0);
    showLive();
}

void ChartPane::setStacked(bool stacked)
{
    m_stacked = stacked;
    m_stack->setChecked(stacked);
    refresh();
}

void ChartPane::setLive(bool live)
{
    m_liveSwitch->setChecked(live);
    m_data.setLive(live);
    showLive();
}

void ChartPane::showMetric(const QString& name)
{
    m_metricName = name;
    m_metricChoice->setCurrentIndex(std::max(0, m_metricChoice->findData(name)));
    m_data.setFigure(name);
    refresh();
}

void ChartPane::listMetrics()
{
    const QStringList names = m_metrics.names();
    m_metricChoice->clear();
    m_metricChoice->addItem(tr("No further figure"), QString());
    for (const QString& name : names)
        m_metricChoice->addItem(name.simplified(), name);
    m_metricChoice->setCurrentIndex(std::max(0, m_metricChoice->findData(m_metricName)));
    m_metricChoice->setVisible(!names.isEmpty());
    refresh();
}

void ChartPane::refresh()
{
    const auto& tracks = m_data.tracks();
    m_empty->setVisible(tracks.empty());
    m_scroll->setVisible(!tracks.empty());
    m_stack->setVisible(tracks.size() > 1);
    showNotice();
    if (!m_cpu || !isVisible()) return;
    const ThemeTokens& tokens = m_theme.tokens();
    const TimeWindow window = m_data.window();
    const GapRule rule = m_data.gapRule();
    const bool several = tracks.size() > 1;
    QList<ColorLegend::Entry> legend;
    QHash<int, QString> labels;
    QList<ChartCurve> cpu;
    QList<ChartCurve> memory;
    QList<ChartCurve> metric;
    QStringList apps;
    for (const ChartTrack& track : tracks)
        apps.append(track.app);
    const QList<int> colors = curveIndices(apps);
    for (const ChartTrack& track : tracks)
        legend.append({track.label, curveColor(tokens, colors.at(legend.size()))});
    m_legend->setEntries(legend);
    qsizetype place = 0;
    for (const ChartTrack& track : tracks) {
        const QColor own = legend.at(place++).color;
        if (several) labels.insert(track.number, track.label);
        if (m_legend->hiddenLabels().contains(track.label)) continue;
        cpu.append({track.label, several ? own : tokens.cpu, track.series.cpu()});
        memory.append({track.label, several ? own : tokens.memory, track.series.memory()});
        if (!track.figure.cpu().isEmpty()) metric.append({track.label, several ? own : tokens.info, track.figure.cpu()});
    }
    const bool third = !m_metricName.isEmpty() && m_metrics.names().contains(m_metricName);
    m_metric->setVisible(third);
    m_metric->setTimesShown(third);
    m_memory->setTimesShown(!third);
    m_cpu->setCurves(cpu, window, rule, m_stacked);
    m_memory->setCurves(memory, window, rule, m_stacked);
    if (third) {
        m_metric->setTitle(m_metricName.simplified(), {ChartUnit::Kind::Other, m_metrics.unit(m_metricName)});
        m_metric->setCurves(metric, window, rule, false);
    }
    const QString nothing = m_data.isLoading() ? QString() : tr("Nothing was measured in this time");
    for (ChartView* chart : {m_cpu, m_memory, m_metric}) {
        chart->setPlaceholder(nothing);
        chart->setMarks(m_data.marks(), labels);
    }
}

void ChartPane::setCrosshair(qint64 at)
{
    for (ChartView* chart : {m_cpu, m_memory, m_metric}) {
        if (chart) chart->setCrosshair(at);
    }
}

void ChartPane::showNotice()
{
    QString text = m_exportProblem;
    if (text.isEmpty()) text = m_data.problem();
    if (text.isEmpty() && m_data.leftOut() > 0)
        text = tr("The first %1 instances are drawn, %n more have no place.", nullptr, m_data.leftOut()).arg(ChartData::mostTracks);
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void ChartPane::save(QSettings& settings) const
{
    settings.setValue(u"charts/span"_s, m_data.span());
    settings.setValue(u"charts/stacked"_s, m_stacked);
}

void ChartPane::restore(const QSettings& settings)
{
    setSpan(settings.value(u"charts/span"_s, 10 * minute).toLongLong());
    setStacked(settings.value(u"charts/stacked"_s).toBool());
}

void ChartPane::fitBar()
{
    const bool wide = width() >= m_theme.scaled(760);
    const QList<QAbstractButton*> buttons = m_spans->buttons();
    for (QAbstractButton* button : buttons)
        button->setVisible(wide);
    m_spanChoice->setVisible(!wide);
}

void ChartPane::showLive()
{
    const bool live = m_data.isLive() && !m_data.isZoomed();
    m_liveSwitch->setChecked(live);
    m_back->setVisible(m_data.isZoomed());
    const int size = m_theme.scaled(14);
    m_liveSwitch->setIconSize({size, size});
    m_liveSwitch->setIcon(m_theme.icon(live ? u"follow"_s : u"pause"_s, live ? m_theme.tokens().ok : m_theme.tokens().dim));
    m_liveSwitch->setText(live ? tr("Live") : tr("Paused"));
}

void ChartPane::applyTheme()
{
    showLive();
    m_more->setIcon(m_theme.icon(u"more"_s));
    m_more->setIconSize({m_theme.scaled(16), m_theme.scaled(16)});
    refresh();
}

void ChartPane::retranslate()
{
    const QList<QAbstractButton*> buttons = m_spans->buttons();
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        const QString text = tr(spans[i].text);
        buttons.at(i)->setText(text);
        buttons.at(i)->setAccessibleName(tr("Show the last %1").arg(text));
        m_spanChoice->setItemText(static_cast<int>(i), text);
    }
    m_spanChoice->setAccessibleName(tr("How long back"));
    m_back->setText(tr("Whole time"));
    m_back->setToolTip(tr("Out of the enlarged stretch of time (0, or a double click on the chart)"));
    m_stack->setText(tr("Stacked"));
    m_stack->setToolTip(tr("Lay the instances upon each other, so that their sum is seen"));
    m_liveSwitch->setToolTip(tr("Go on with time, or stand still"));
    m_liveSwitch->setAccessibleName(tr("Live charts"));
    m_metricChoice->setToolTip(tr("A figure that the app reports itself, as a third chart"));
    m_metricChoice->setAccessibleName(tr("Further figure"));
    m_more->setToolTip(tr("Export"));
    m_more->setAccessibleName(tr("Export"));
    m_more->menu()->actions().at(0)->setText(tr("Save as picture (PNG)\u2026"));
    m_more->menu()->actions().at(1)->setText(tr("Save the figures (CSV)\u2026"));
    m_empty->setText(tr("Select an app to see its CPU and memory over time"));
    if (m_cpu) {
        m_cpu->setTitle(tr("CPU"), {ChartUnit::Kind::Percent, {}});
        m_memory->setTitle(tr("Memory"), {ChartUnit::Kind::Bytes, {}});
    }
    listMetrics();
}

void ChartPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    makeCharts();
    m_data.setActive(true);
    refresh();
}

void ChartPane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_data.setActive(false);
    setCrosshair(0);
}

void ChartPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitBar();
}

void ChartPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    retranslate();
    m_data.retranslate();
    applyTheme();
}

} // namespace tropero
