// SPDX-License-Identifier: GPL-3.0-or-later
// Commands and menus of the log pane.
#include "desktop/logpane.h"

#include "desktop/highlighteditor.h"
#include "desktop/logbar.h"
#include "desktop/logview.h"
#include "desktop/questionbox.h"
#include "desktop/theme.h"
#include "models/logexport.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMetaMethod>
#include <QPushButton>
#include <QThreadPool>
#include <QUrl>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

/// "10:41", "10:41:08", with or without a date before it, as a moment; the last such time of day before `now` without one.
QDateTime momentOf(const QString& text, const QDateTime& now)
{
    const QString wanted = text.trimmed();
    for (const QString& format : {u"yyyy-MM-dd HH:mm:ss"_s, u"yyyy-MM-dd HH:mm"_s, u"yyyy-MM-ddTHH:mm:ss"_s, u"yyyy-MM-dd"_s}) {
        if (const QDateTime moment = QDateTime::fromString(wanted, format); moment.isValid()) return moment;
    }
    for (const QString& format : {u"H:mm:ss.z"_s, u"H:mm:ss"_s, u"H:mm"_s}) {
        const QTime time = QTime::fromString(wanted, format);
        if (!time.isValid()) continue;
        const QDateTime today(now.date(), time);
        return today <= now ? today : today.addDays(-1);
    }
    return {};
}

} // namespace

void LogPane::makeActions()
{
    const auto make = [this](QAction*& action, const QKeySequence& key, auto run) {
        action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
    };
    make(m_copy, {}, [this] { m_view->copy(); }); // the view itself knows the key
    make(m_copyRaw, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] {
        if (m_view->hasSelection()) QApplication::clipboard()->setText(QString::fromUtf8(m_view->selectedLines()));
    });
    make(m_selectAll, {}, [this] { m_view->selectAll(); });
    make(m_bookmark, QKeySequence(Qt::CTRL | Qt::Key_B), [this] { m_view->toggleBookmark(m_view->currentRow()); });
    make(m_nextBookmark, QKeySequence(Qt::CTRL | Qt::Key_Down), [this] { m_view->goToBookmark(true); });
    make(m_previousBookmark, QKeySequence(Qt::CTRL | Qt::Key_Up), [this] { m_view->goToBookmark(false); });
    make(m_jump, QKeySequence(Qt::CTRL | Qt::Key_G), [this] { askTime(); });
    make(m_highlight, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), [this] { editHighlights(); });
    m_highlight->setObjectName(u"highlight"_s);
    make(m_export, {}, [this] { exportTo(false); });
    make(m_exportRaw, {}, [this] { exportTo(true); });
    make(m_clear, QKeySequence(Qt::CTRL | Qt::Key_L), [this] { m_lines.hideAll(); });
    make(m_showAll, {}, [this] { m_lines.showAll(); });
    make(m_flush, {}, [this] { askFlush(); });
    make(m_folder, {}, [this] {
        for (const LogSubject& subject : std::as_const(m_subjects)) {
            if (subject.outFile.isEmpty()) continue;
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(subject.outFile).path()));
            return;
        }
    });
    const auto key = [this](const QKeySequence& sequence, auto run) {
        auto* action = new QAction(this);
        action->setShortcuts({sequence});
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
    };
    key(QKeySequence(QKeySequence::FindNext), [this] { goToHit(true); });
    key(QKeySequence(QKeySequence::FindPrevious), [this] { goToHit(false); });
    key(QKeySequence(Qt::Key_Slash), [this] { focusSearch(); });
    m_bar->addCommand(m_highlight);
    for (QAction* action : {m_bookmark, m_nextBookmark, m_previousBookmark, m_jump, m_highlight, m_clear, m_showAll, m_export,
                            m_exportRaw, m_folder, m_flush})
        m_bar->menu()->addAction(action);
}

void LogPane::editHighlights()
{
    if (auto* open = findChild<HighlightEditor*>()) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto* editor = new HighlightEditor(m_highlights, m_theme, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &HighlightEditor::changed, this, [this](const QList<LogHighlight>& rules) {
        m_highlights = rules;
        m_view->setHighlights(rules);
        Q_EMIT highlightsChanged(LogHighlights::toJson(rules));
    });
    editor->show();
}

void LogPane::updateActions()
{
    const bool hasRows = m_lines.rowCount() > 0;
    m_copy->setEnabled(m_view->hasSelection());
    m_copyRaw->setEnabled(m_view->hasSelection());
    m_selectAll->setEnabled(hasRows);
    m_bookmark->setEnabled(m_lines.idOf(m_view->currentRow()).has_value());
    m_bookmark->setText(m_view->isBookmarked(m_view->currentRow()) ? tr("Remove bookmark") : tr("Set bookmark"));
    m_nextBookmark->setEnabled(m_view->hasBookmarks());
    m_previousBookmark->setEnabled(m_view->hasBookmarks());
    for (QAction* action : {m_jump, m_export, m_exportRaw, m_clear})
        action->setEnabled(hasRows);
    m_showAll->setEnabled(m_lines.isHiding());
    const bool isStored = std::ranges::any_of(m_subjects, [](const LogSubject& subject) { return !subject.outFile.isEmpty(); });
    m_folder->setEnabled(isStored);
    m_flush->setVisible(isSignalConnected(QMetaMethod::fromSignal(&LogPane::flushRequested)));
    m_flush->setEnabled(isStored);
}

void LogPane::showMenu(const QPoint& position)
{
    updateActions();
    QMenu menu(this);
    menu.addActions({m_copy, m_copyRaw, m_selectAll});
    menu.addSeparator();
    menu.addActions({m_bookmark, m_nextBookmark, m_previousBookmark, m_jump});
    menu.addSeparator();
    menu.addActions({m_clear, m_showAll});
    menu.addSeparator();
    menu.addActions({m_export, m_exportRaw, m_folder, m_flush});
    menu.exec(m_view->viewport()->mapToGlobal(position));
    enableActions();
}

/// Keys ask for themselves what can be done; only menus show it.
void LogPane::enableActions()
{
    for (QAction* action : {m_copy, m_copyRaw, m_selectAll, m_bookmark, m_nextBookmark, m_previousBookmark, m_jump,
                            m_export, m_exportRaw, m_clear, m_showAll, m_flush, m_folder})
        action->setEnabled(true);
}

void LogPane::askTime()
{
    if (m_lines.rowCount() == 0) return;
    auto* question = new QInputDialog(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setObjectName(u"timeQuestion"_s);
    question->setWindowTitle(tr("Jump to time"));
    question->setLabelText(tr("Time, or date and time (10:41:08, 2026-01-31 10:41)"));
    const qint64 time = m_lines.row(std::min(m_view->currentRow(), m_lines.rowCount() - 1)).time;
    question->setTextValue(QDateTime::fromMSecsSinceEpoch(time / 1'000'000).toString(u"yyyy-MM-dd HH:mm:ss"_s));
    connect(question, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        const QDateTime moment = momentOf(text, QDateTime::currentDateTime());
        if (moment.isValid())
            showTime(moment.toMSecsSinceEpoch());
        else
            Q_EMIT failed(tr("\"%1\" is not a time").arg(text));
    });
    question->open();
}

void LogPane::askFlush()
{
    auto* question = new QMessageBox(QMessageBox::Warning, tr("Empty log files"),
                                     tr("Empty the log files of what is selected? Rotated files are removed. This cannot be undone."),
                                     QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setObjectName(u"flushQuestion"_s);
    auto* empty = new QPushButton(tr("Empty log files"), question);
    empty->setObjectName(u"danger"_s); // before the style sees it
    question->addButton(empty, QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    QList<int> numbers;
    for (const LogSubject& subject : std::as_const(m_subjects))
        numbers.append(subject.number);
    connect(empty, &QPushButton::clicked, this, [this, numbers] { Q_EMIT flushRequested(numbers); });
    layOutQuestion(*question);
    question->open();
}

void LogPane::exportTo(bool withColours)
{
    if (m_lines.rowCount() == 0) return;
    auto* dialog = new QFileDialog(this, tr("Save the lines that are shown"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"log"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, withColours](const QString& path) {
        QThreadPool::globalInstance()->start(
            [this, closed = m_closed,
             work = LogExport(m_lines.store(), m_lines.shownRuns(), path,
                              {withColours, m_view->options().showTime, m_view->labels(), m_lines.shownMarks()})] {
                const Result<qint64> done = work.run(*closed);
                if (*closed || done) return;
                QMetaObject::invokeMethod(qApp, [this, closed, error = done.error()] {
                    if (!*closed) Q_EMIT failed(error.message());
                });
            });
    });
    dialog->open();
}

void LogPane::follow(const LogLink& link, int number)
{
    if (!link.isFile()) {
        QDesktopServices::openUrl(QUrl(link.target));
        return;
    }
    const auto subject = std::ranges::find(m_subjects, number, &LogSubject::number);
    QString path = link.target;
    if (QFileInfo(path).isRelative()) {
        if (subject == m_subjects.end() || subject->folder.isEmpty()) return;
        path = QDir(subject->folder).absoluteFilePath(path);
    }
    Q_EMIT fileActivated(QDir::cleanPath(path), link.line, link.column);
}

void LogPane::retranslate()
{
    m_copy->setText(tr("Copy"));
    m_copyRaw->setText(tr("Copy lines with colours"));
    m_selectAll->setText(tr("Select all"));
    m_bookmark->setText(tr("Set bookmark"));
    m_nextBookmark->setText(tr("Next bookmark"));
    m_previousBookmark->setText(tr("Previous bookmark"));
    m_jump->setText(tr("Jump to time\u2026"));
    m_highlight->setText(tr("Highlight\u2026"));
    m_highlight->setToolTip(tr("Rules that draw lines, or what matches in them, in a colour (%1)")
                                .arg(m_highlight->shortcut().toString(QKeySequence::NativeText)));
    m_export->setText(tr("Save lines as\u2026"));
    m_exportRaw->setText(tr("Save lines with colours as\u2026"));
    m_clear->setText(tr("Clear view"));
    m_showAll->setText(tr("Show cleared lines again"));
    m_flush->setText(tr("Empty log files\u2026"));
    m_folder->setText(tr("Open the folder of the log files"));
    countHits();
}

} // namespace tropero
