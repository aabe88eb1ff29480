// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/logpane.h"

#include "client/daemonclient.h"
#include "desktop/logview.h"
#include "desktop/theme.h"
#include "ipc/methods.h"
#include "models/eventtext.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QJsonArray>
#include <QMenu>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int lastLines = 2000; ///< shown at once; older ones are in the file
constexpr int lastEvents = 200;

} // namespace

LogPane::LogPane(DaemonClient& client, Theme& theme, QWidget* parent)
    : QWidget(parent), m_client(client), m_theme(theme), m_view(new LogView(m_lines, theme, this)),
      m_follow(new QPushButton(this))
{
    m_follow->setObjectName(u"follow"_s);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_view, 1);

    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &LogPane::showMenu);
    connect(m_view, &LogView::followingChanged, this, &LogPane::showFollowing);
    connect(m_follow, &QPushButton::clicked, m_view, &LogView::setFollowing);
    connect(&m_feed, &LogFeed::opened, this, [this](const QList<LogLine>& lines) {
        m_lines.clear();
        m_lines.append(lines);
        m_view->setPlaceholder(tr("No output yet"));
        m_view->setFollowing(true);
        const auto timed = std::ranges::find_if(lines, [](const LogLine& line) { return line.time > 0; });
        requestEvents(timed == lines.end() ? 0 : timed->time / 1'000'000);
    });
    connect(&m_feed, &LogFeed::appended, &m_lines, &LogLines::append);
    connect(&m_feed, &LogFeed::truncated, this, &LogPane::reload);
    connect(&theme, &Theme::changed, this, &LogPane::applyTheme);
    applyTheme();
    retranslate();
    m_view->setPlaceholder(tr("Select an app to see its output"));
}

void LogPane::show(const QList<LogSubject>& subjects)
{
    if (m_subjects == subjects) return;
    m_subjects = subjects;
    reload();
}

void LogPane::reload()
{
    ++m_generation;
    m_lines.clear();
    QHash<int, QString> labels;
    QList<LogTail::Source> sources;
    for (const LogSubject& subject : std::as_const(m_subjects)) {
        if (m_subjects.size() > 1) labels.insert(subject.number, subject.label);
        if (subject.outFile.isEmpty() && subject.errorFile.isEmpty()) continue;
        sources.append({subject.number, subject.outFile, subject.errorFile});
    }
    m_view->setLabels(labels);
    if (sources.isEmpty()) {
        m_feed.close();
        m_view->setPlaceholder(m_subjects.isEmpty() ? tr("Select an app to see its output")
                                                    : tr("The output of this app is not stored"));
        return;
    }
    m_view->setPlaceholder({});
    m_feed.open(sources, lastLines);
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
    if (!mark || !concerns(mark->number)) return;
    for (int row = m_lines.rowCount() - 1; row >= 0 && m_lines.row(row).time >= mark->time; --row) {
        // The same event may come from the history and live.
        const LogRow& known = m_lines.row(row);
        if (known.kind == LogRow::Kind::Mark && known.time == mark->time && known.text == mark->text.toUtf8())
            return;
    }
    m_lines.addMark(mark->time, mark->number, mark->text, mark->tone);
}

bool LogPane::concerns(int number) const
{
    return std::ranges::any_of(m_subjects,
                               [number](const LogSubject& subject) { return subject.number == number; });
}

void LogPane::showFollowing(bool following)
{
    m_follow->setChecked(following);
    m_follow->setText(following ? tr("Following") : tr("Follow"));
    m_follow->setIcon(m_theme.icon(u"follow"_s, following ? m_theme.tokens().ok : m_theme.tokens().dim));
}

void LogPane::showMenu(const QPoint& position)
{
    QMenu menu(this);
    QAction* copy = menu.addAction(tr("Copy"), m_view, &LogView::copy);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(m_view->hasSelection());
    QAction* all = menu.addAction(tr("Select all"), m_view, &LogView::selectAll);
    all->setShortcut(QKeySequence::SelectAll);
    all->setEnabled(m_lines.rowCount() > 0);
    menu.addSeparator();
    const auto stored = std::ranges::find_if(
        m_subjects, [](const LogSubject& subject) { return !subject.outFile.isEmpty(); });
    QAction* folder = menu.addAction(m_theme.icon(u"folder"_s), tr("Open the folder of the log files"));
    folder->setEnabled(stored != m_subjects.end());
    connect(folder, &QAction::triggered, this,
            [path = stored != m_subjects.end() ? QFileInfo(stored->outFile).path() : QString()] {
                QDesktopServices::openUrl(QUrl::fromLocalFile(path));
            });
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

void LogPane::applyTheme()
{
    const int size = m_theme.scaled(14);
    m_follow->setIconSize({size, size});
    showFollowing(m_view->isFollowing());
}

void LogPane::retranslate()
{
    m_follow->setToolTip(
        tr("Keep the newest line in view (%1)").arg(m_follow->shortcut().toString(QKeySequence::NativeText)));
    m_follow->setAccessibleName(tr("Follow the log"));
    showFollowing(m_view->isFollowing());
}

void LogPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace tropero
