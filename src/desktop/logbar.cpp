// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/logbar.h"

#include "desktop/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace tropero {

using namespace Qt::StringLiterals;

LogBar::LogBar(Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_field(new QLineEdit(this)), m_count(new QLabel(this)),
      m_previous(new QToolButton(this)), m_next(new QToolButton(this)), m_streams(new QToolButton(this)), m_streamsMenu(new QMenu(this)), m_rule(new QFrame(this)),
      m_follow(new QPushButton(this)), m_more(new QToolButton(this)), m_menu(new QMenu(this))
{
    setObjectName(u"logBar"_s);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // it fits itself in
    for (int i = 0; i < switches; ++i) {
        auto* action = new QAction(this);
        action->setCheckable(true);
        m_actions.append(action);
        const auto which = static_cast<Switch>(i);
        const bool isQuery = which < Switch::Time;
        connect(action, &QAction::toggled, this, isQuery ? &LogBar::queryChanged : &LogBar::optionsChanged);
    }
    for (const Switch on : {Switch::Time, Switch::Fold})
        action(on)->setChecked(true);
    m_chips.fill(nullptr, switches);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.scaled(14), theme.scaled(6), theme.scaled(14), theme.scaled(6));
    row->setSpacing(theme.scaled(6));
    m_field->setObjectName(u"logSearch"_s);
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &LogBar::queryChanged);
    row->addWidget(m_field);
    addChip(row, Switch::MatchCase);
    addChip(row, Switch::Regex);
    addChip(row, Switch::OnlyMatches);
    m_count->setObjectName(u"dim"_s);
    m_count->setTextFormat(Qt::PlainText);
    row->addWidget(m_count);
    for (QToolButton* button : {m_previous, m_next}) {
        button->setObjectName(u"logStep"_s);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    connect(m_previous, &QToolButton::clicked, this, &LogBar::previousWanted);
    connect(m_next, &QToolButton::clicked, this, &LogBar::nextWanted);
    row->addSpacing(theme.scaled(4));
    addChip(row, Switch::Info, "info");
    addChip(row, Switch::Warning, "warn");
    addChip(row, Switch::Error, "bad");
    m_rule->setObjectName(u"rule"_s);
    m_rule->setFixedSize(1, theme.scaled(20));
    row->addWidget(m_rule);
    addStreams(row);
    addChip(row, Switch::Time);
    addChip(row, Switch::Wrap);
    row->addStretch(1);
    m_follow->setObjectName(u"follow"_s);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    row->addWidget(m_follow);
    m_more->setObjectName(u"more"_s);
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_more);
    for (QAction* action : std::as_const(m_actions)) {
        if (action == this->action(Switch::Info) || action == this->action(Switch::Time)) m_menu->addSeparator();
        if (action == this->action(Switch::Time)) m_menu->addMenu(m_streamsMenu);
        m_menu->addAction(action);
    }
    m_menu->addSeparator();
    connect(&theme, &Theme::changed, this, &LogBar::applyTheme);
    applyTheme();
    retranslate();
}

QToolButton* LogBar::addChip(QHBoxLayout* row, Switch which, const char* tone)
{
    auto* chip = new QToolButton(this);
    chip->setObjectName(u"chip"_s);
    chip->setDefaultAction(action(which));
    chip->setToolButtonStyle(Qt::ToolButtonTextOnly);
    chip->setFocusPolicy(Qt::TabFocus);
    if (tone) chip->setProperty("tone", QString::fromLatin1(tone));
    row->addWidget(chip);
    m_chips[static_cast<int>(which)] = chip;
    return chip;
}

void LogBar::addStreams(QHBoxLayout* row)
{
    auto* group = new QActionGroup(this);
    for (int i = 0; i < streamChoices; ++i) {
        QAction* action = m_streamsMenu->addAction(QString());
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(i == 0);
        m_streamActions.append(action);
    }
    connect(group, &QActionGroup::triggered, this, [this] {
        retranslate();
        Q_EMIT queryChanged();
        Q_EMIT optionsChanged();
    });
    m_streams->setObjectName(u"chip"_s);
    m_streams->setProperty("menu", true);
    m_streams->setMenu(m_streamsMenu);
    m_streams->setPopupMode(QToolButton::InstantPopup);
    m_streams->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_streams->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_streams);
}

LogBar::Streams LogBar::streams() const
{
    for (int i = 0; i < streamChoices; ++i)
        if (m_streamActions.at(i)->isChecked()) return static_cast<Streams>(i);
    return Streams::Merged;
}

void LogBar::addCommand(QAction* action)
{
    auto* button = new QToolButton(this);
    button->setObjectName(u"chip"_s);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    auto* row = static_cast<QHBoxLayout*>(layout());
    row->insertWidget(row->indexOf(m_chips.at(static_cast<int>(Switch::Wrap))) + 1, button);
    m_commands.append(button);
    fit();
}

bool LogBar::isOn(Switch which) const
{
    return action(which)->isChecked();
}

LogQuery LogBar::query() const
{
    LogQuery query;
    query.text = m_field->text();
    query.isRegex = isOn(Switch::Regex);
    query.matchCase = isOn(Switch::MatchCase);
    query.onlyMatches = isOn(Switch::OnlyMatches);
    const auto level = [](LogLevel one) { return 1 << static_cast<int>(one); };
    query.levels = (isOn(Switch::Info) ? level(LogLevel::Info) : 0) |
                   (isOn(Switch::Warning) ? level(LogLevel::Warning) : 0) |
                   (isOn(Switch::Error) ? level(LogLevel::Error) : 0);
    query.showOut = streams() != Streams::ErrorOut;
    query.showError = streams() != Streams::Out;
    return query;
}

void LogBar::setCount(const QString& text)
{
    setProblem({});
    m_count->setText(text);
    m_count->setVisible(!text.isEmpty());
    const bool isSearching = !m_field->text().isEmpty();
    m_previous->setEnabled(isSearching);
    m_next->setEnabled(isSearching);
    fit();
}

void LogBar::setProblem(const QString& text)
{
    if (m_problem == text) return;
    m_problem = text;
    m_field->setProperty("failed", !text.isEmpty());
    m_field->style()->unpolish(m_field);
    m_field->style()->polish(m_field);
    m_count->setVisible(!text.isEmpty() || !m_count->text().isEmpty());
    if (!text.isEmpty()) m_count->setText(m_count->fontMetrics().elidedText(text, Qt::ElideRight, m_theme.scaled(220)));
    m_count->setToolTip(text.toHtmlEscaped());
    fit();
}

void LogBar::setFollowing(bool following)
{
    m_follow->setChecked(following);
    m_follow->setText(following ? tr("Following") : tr("Follow"));
    m_follow->setIcon(m_theme.icon(u"follow"_s, following ? m_theme.tokens().ok : m_theme.tokens().dim));
}

/// What there is no room for is in the menu.
void LogBar::fit()
{
    m_field->setFixedWidth(m_theme.scaled(width() >= m_theme.scaled(1120) ? 210 : width() >= m_theme.scaled(640) ? 160 : 130));
    const QList<QList<Switch>> groups{{Switch::Time, Switch::Wrap},
                                      {Switch::Info, Switch::Warning, Switch::Error},
                                      {Switch::MatchCase, Switch::Regex, Switch::OnlyMatches}};
    const auto show = [this](const QList<Switch>& group, bool on) {
        for (const Switch one : group)
            m_chips.at(static_cast<int>(one))->setVisible(on);
        if (group.first() != Switch::Time) return;
        m_rule->setVisible(on);
        m_streams->setVisible(on);
        for (QToolButton* button : std::as_const(m_commands))
            button->setVisible(on);
    };
    for (const QList<Switch>& group : groups)
        show(group, true);
    for (const QList<Switch>& group : groups) {
        if (layout()->minimumSize().width() <= width()) return;
        show(group, false);
    }
}

void LogBar::applyTheme()
{
    const int size = m_theme.scaled(14);
    m_follow->setIconSize({size, size});
    m_more->setIcon(m_theme.icon(u"more"_s));
    m_more->setIconSize({m_theme.scaled(16), m_theme.scaled(16)});
    setFollowing(m_follow->isChecked());
    fit();
}

void LogBar::retranslate()
{
    const auto name = [this](Switch which, const QString& text, const QString& tip) {
        action(which)->setText(text);
        action(which)->setToolTip(tip);
        action(which)->setStatusTip(tip);
        if (QToolButton* chip = m_chips.at(static_cast<int>(which))) chip->setAccessibleName(tip);
    };
    name(Switch::MatchCase, u"Aa"_s, tr("Match upper and lower case"));
    name(Switch::Regex, u".*"_s, tr("Regular expression"));
    name(Switch::OnlyMatches, tr("filter"), tr("Show only lines that match"));
    name(Switch::Info, tr("info"), tr("Show lines of level info"));
    name(Switch::Warning, tr("warn"), tr("Show lines of level warning"));
    name(Switch::Error, tr("error"), tr("Show lines of level error and above"));
    const QString streamNames[] = {tr("merged"), u"stdout"_s, u"stderr"_s, tr("side by side")};
    const QString streamTips[] = {tr("Standard output and standard error in the order of time"), tr("Only standard output"),
                                  tr("Only standard error"), tr("Standard output left, standard error right, in the order of time")};
    for (int i = 0; i < streamChoices; ++i) {
        m_streamActions.at(i)->setText(streamNames[i]);
        m_streamActions.at(i)->setStatusTip(streamTips[i]);
    }
    const int chosen = static_cast<int>(streams());
    m_streams->setText(streamNames[chosen]);
    m_streams->setToolTip(streamTips[chosen]);
    m_streams->setAccessibleName(tr("Streams: %1").arg(streamNames[chosen]));
    m_streamsMenu->setTitle(tr("Streams"));
    name(Switch::Time, tr("time"), tr("Show the time of capture"));
    name(Switch::Wrap, tr("wrap"), tr("Wrap long lines"));
    name(Switch::Fold, tr("fold JSON"), tr("Show JSON lines as level and message"));
    m_field->setPlaceholderText(tr("Search the log"));
    m_field->setAccessibleName(tr("Search the log"));
    m_previous->setText(u"\u2039"_s);
    m_previous->setToolTip(tr("Previous match (%1)").arg(QKeySequence(QKeySequence::FindPrevious).toString(QKeySequence::NativeText)));
    m_previous->setAccessibleName(tr("Previous match"));
    m_next->setText(u"\u203a"_s);
    m_next->setToolTip(tr("Next match (%1)").arg(QKeySequence(QKeySequence::FindNext).toString(QKeySequence::NativeText)));
    m_next->setAccessibleName(tr("Next match"));
    m_follow->setToolTip(
        tr("Keep the newest line in view (%1)").arg(m_follow->shortcut().toString(QKeySequence::NativeText)));
    m_follow->setAccessibleName(tr("Follow the log"));
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More about the log"));
    setFollowing(m_follow->isChecked());
    fit();
}

void LogBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

void LogBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

bool LogBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Escape && !m_field->text().isEmpty()) {
        m_field->clear();
        return true;
    }
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter) return false;
    if (key->modifiers().testFlag(Qt::ShiftModifier))
        Q_EMIT previousWanted();
    else
        Q_EMIT nextWanted();
    return true;
}

} // namespace tropero
