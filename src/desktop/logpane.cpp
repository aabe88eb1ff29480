// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/logpane.h"

#include "client/daemonclient.h"
#include "desktop/chartcolors.h"
#include "desktop/colorlegend.h"
#include "desktop/logbar.h"
#include "desktop/logview.h"
#include "desktop/theme.h"
#include "ipc/methods.h"
#include "models/eventtext.h"

#include <QAction>
#include <QDateTime>
#include <QEvent>
#include <QJsonArray>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMetaMethod>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int lastEvents = 200;
constexpr int typingMs = 150; ///< a search begins when nothing was typed for that long

const QString& appOf(const LogSubject& subject)
{
    return subject.app.isEmpty() ? subject.label : subject.app;
}

QString legendLabel(const QList<LogSubject>& all, const LogSubject& one)
{
    const bool several = std::ranges::any_of(all, [&](const LogSubject& other) { return appOf(other) != appOf(one); });
    return several ? appOf(one) : one.label;
}

} // namespace

LogPane::LogPane(DaemonClient& client, Theme& theme, QWidget* parent)
    : QWidget(parent), m_client(client), m_theme(theme), m_bar(new LogBar(theme, this)), m_legend(new ColorLegend(theme, this)),
      m_view(new LogView(m_lines, theme, this)), m_closed(std::make_shared<std::atomic<bool>>(false))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_legend);
    column->addWidget(m_view, 1);
    makeActions();

    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &LogPane::showMenu);
    connect(m_view, &LogView::followingChanged, m_bar, &LogBar::setFollowing);
    connect(m_view, &LogView::linkActivated, this, &LogPane::follow);
    connect(m_bar->followSwitch(), &QPushButton::clicked, m_view, &LogView::setFollowing);
    connect(m_bar->menu(), &QMenu::aboutToShow, this, &LogPane::updateActions);
    connect(m_bar->menu(), &QMenu::aboutToHide, this, &LogPane::enableActions);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(&m_typing, &QTimer::timeout, this, &LogPane::applyQuery);
    connect(m_bar, &LogBar::queryChanged, this, [this] { m_typing.start(); });
    connect(m_legend, &ColorLegend::hiddenChanged, this, &LogPane::applyQuery);
    connect(&theme, &Theme::changed, this, &LogPane::updateLegend);
    connect(m_bar, &LogBar::optionsChanged, this, &LogPane::applyOptions);
    connect(m_bar, &LogBar::nextWanted, this, [this] { goToHit(true); });
    connect(m_bar, &LogBar::previousWanted, this, [this] { goToHit(false); });
    connect(&m_lines, &LogLines::hitsChanged, this, &LogPane::countHits);
    connect(&m_feed, &LogFeed::found, this, [this](const LogDelta& delta, bool continued) {
        m_lines.apply(delta, continued);
        m_view->setPlaceholder(m_lines.store().size() == 0 ? tr("No output yet") : tr("No line is let through"));
        if (std::exchange(m_eventsWanted, false)) requestEvents(0);
        if (m_wantedTime > 0) seek();
    });
    connect(&m_feed, &LogFeed::truncated, this, &LogPane::reload);
    m_feed.setPaused(true);
    retranslate();
    m_view->setPlaceholder(tr("Select an app to see its output"));
    countHits();
}

LogPane::~LogPane()
{
    *m_closed = true;
}

QPushButton* LogPane::followSwitch() const
{
    return m_bar->followSwitch();
}

void LogPane::show(const QList<LogSubject>& subjects)
{
    if (m_subjects == subjects) return;
    m_subjects = subjects;
    if (isVisible())
        reload();
    else
        m_isDue = true;
}

void LogPane::reload()
{
    m_isDue = false;
    ++m_generation;
    m_lines.clear();
    m_view->clearBookmarks();
    QHash<int, QString> labels;
    QList<LogTail::Source> sources;
    for (const LogSubject& subject : std::as_const(m_subjects)) {
        if (m_subjects.size() > 1) labels.insert(subject.number, subject.label);
        if (subject.outFile.isEmpty() && subject.errorFile.isEmpty()) continue;
        sources.append({subject.number, subject.outFile, subject.errorFile});
    }
    m_view->setLabels(labels);
    updateLegend();
    applyQuery();
    m_view->setFollowing(true);
    if (sources.isEmpty()) {
        m_feed.close();
        m_view->setPlaceholder(m_subjects.isEmpty() ? tr("Select an app to see its output")
                                                    : tr("The output of this app is not stored"));
        return;
    }
    m_view->setPlaceholder({});
    m_eventsWanted = true;
    applyOptions();
    m_feed.open(sources);
}

/// A colour for each app, or, where there is only one, for each instance.
void LogPane::updateLegend()
{
    QStringList labels;
    QStringList apps;
    for (const LogSubject& subject : std::as_const(m_subjects)) {
        const QString label = legendLabel(m_subjects, subject);
        if (labels.contains(label)) continue;
        labels.append(label);
        apps.append(appOf(subject));
    }
    const QList<int> colors = curveIndices(apps);
    QHash<int, int> byNumber;
    for (const LogSubject& subject : std::as_const(m_subjects))
        byNumber.insert(subject.number, colors.at(labels.indexOf(legendLabel(m_subjects, subject))));
    m_view->setLabelColors(byNumber);
    QList<ColorLegend::Entry> entries;
    for (qsizetype i = 0; i < labels.size(); ++i)
        entries.append({labels.at(i), curveColor(m_theme.tokens(), colors.at(i))});
    m_legend->setEntries(entries);
}

void LogPane::setHighlights(const QString& rules)
{
    m_highlights = LogHighlights::fromJson(rules);
    m_view->setHighlights(m_highlights);
}

void LogPane::requestEvents(qint64 since)
{
    for (const LogSubject& subject : std::as_const(m_subjects)) {
        const QJsonObject params{
            {u"target"_s, subject.number}, {u"since"_s, since}, {u"limit"_s, lastEvents}};
        m_client.call(ipc::method::historyEvents, params, this,
                      [this, generation = m_generation](const Result<QJsonValue>& result) {
                          // Without history there are no marks of the past; the log itself is complete.
                          if (!result || generation != m_generation) return;
                          for (const QJsonValue& event : (*result)["events"_L1].toArray())
                              addEvent(event.toObject());
                      });
    }
}

void LogPane::addEvent(const QJsonObject& event)
{
    const std::optional<EventMark> mark = eventMark(event);
    if (mark && concerns(mark->number)) m_lines.addMark(mark->time, mark->number, mark->text, mark->tone);
}

bool LogPane::concerns(int number) const
{
    return std::ranges::any_of(m_subjects,
                               [number](const LogSubject& subject) { return subject.number == number; });
}

void LogPane::applyQuery()
{
    m_typing.stop();
    LogQuery query = m_bar->query();
    for (const LogSubject& subject : std::as_const(m_subjects)) {
        if (m_legend->hiddenLabels().contains(legendLabel(m_subjects, subject))) query.hidden.insert(subject.number);
    }
    const Result<void> done = m_lines.setQuery(query);
    if (done)
        countHits();
    else
        m_bar->setProblem(done.error().why + u" ("_s + done.error().subject + u')');
}

void LogPane::applyOptions()
{
    LogView::Options options = m_view->options();
    options.showTime = m_bar->isOn(LogBar::Switch::Time);
    options.wrap = m_bar->isOn(LogBar::Switch::Wrap);
    options.foldJson = m_bar->isOn(LogBar::Switch::Fold);
    options.sideBySide = m_bar->streams() == LogBar::Streams::SideBySide;
    options.fileLinks = isSignalConnected(QMetaMethod::fromSignal(&LogPane::fileActivated));
    m_view->setOptions(options);
}

void LogPane::countHits()
{
    if (m_lines.query().text.isEmpty()) {
        m_bar->setCount({});
        return;
    }
    const QLocale locale;
    const QString count = locale.toString(m_lines.hits());
    const qint64 current = m_lines.hitNumber(m_view->currentRow());
    const QString text = current > 0 ? tr("%1 of %2").arg(locale.toString(current), count)
                                     : tr("%1 found").arg(count);
    m_bar->setCount(m_lines.isSearching() ? text + QChar{0x2026} : text);
}

void LogPane::goToHit(bool next)
{
    if (m_typing.isActive()) applyQuery();
    const int row = m_view->currentRow();
    std::optional<int> hit = next ? m_lines.hitAfter(row) : m_lines.hitBefore(m_view->isFollowing() ? m_lines.rowCount() : row);
    if (!hit) hit = next ? m_lines.hitAfter(-1) : m_lines.hitBefore(m_lines.rowCount()); // from the other end
    if (hit) m_view->showRow(*hit);
    countHits();
}

void LogPane::showTime(qint64 milliseconds)
{
    m_wantedTime = milliseconds * 1'000'000;
    if (isVisible()) seek();
}

void LogPane::seek()
{
    if (m_lines.store().size() == 0) return;
    const int row = m_lines.rowAfter(m_wantedTime - 1);
    if (row == 0 && !m_lines.store().isComplete()) return; // not read yet
    m_wantedTime = 0;
    m_view->showRow(std::min(row, m_lines.rowCount() - 1));
}

void LogPane::focusSearch()
{
    m_bar->field()->setFocus(Qt::ShortcutFocusReason);
    m_bar->field()->selectAll();
}

void LogPane::save(QSettings& settings) const
{
    settings.setValue(u"log/time"_s, m_view->options().showTime);
    settings.setValue(u"log/wrap"_s, m_view->options().wrap);
    settings.setValue(u"log/fold"_s, m_view->options().foldJson);
    settings.setValue(u"log/fontSteps"_s, m_view->options().fontSteps);
    settings.setValue(u"log/sideBySide"_s, m_view->options().sideBySide);
}

void LogPane::restore(const QSettings& settings)
{
    m_bar->action(LogBar::Switch::Time)->setChecked(settings.value(u"log/time"_s, true).toBool());
    m_bar->action(LogBar::Switch::Wrap)->setChecked(settings.value(u"log/wrap"_s, false).toBool());
    m_bar->action(LogBar::Switch::Fold)->setChecked(settings.value(u"log/fold"_s, true).toBool());
    if (settings.value(u"log/sideBySide"_s, false).toBool()) m_bar->streamsAction(LogBar::Streams::SideBySide)->trigger();
    LogView::Options options = m_view->options();
    options.fontSteps = settings.value(u"log/fontSteps"_s, 0).toInt();
    m_view->setOptions(options);
    applyOptions();
}

void LogPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void LogPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_feed.setPaused(false);
    if (m_isDue) reload();
    if (m_wantedTime > 0) seek();
}

void LogPane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_feed.setPaused(true);
}

} // namespace tropero
