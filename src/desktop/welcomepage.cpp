// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/welcomepage.h"

#include "desktop/pm2import.h"
#include "desktop/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSystemTrayIcon>
#include <QVBoxLayout>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 520;

} // namespace

WelcomePage::WelcomePage(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_symbol(new QLabel(this)), m_title(new QLabel(this)), m_text(new QLabel(this)), m_sample(new QPushButton(this)),
      m_launch(new QPushButton(this)), m_import(new QPushButton(this)), m_next(new QLabel(this)), m_close(new QPushButton(this))
{
    setObjectName(u"welcomePage"_s);
    m_title->setObjectName(u"welcomeTitle"_s);
    m_text->setObjectName(u"emptyText"_s);
    m_text->setWordWrap(true);
    m_next->setObjectName(u"sectionTitle"_s);
    m_close->setObjectName(u"welcomeClose"_s);
    connect(m_close, &QPushButton::clicked, this, &WelcomePage::dismissed);

    auto* content = new QWidget;
    content->setObjectName(u"settingsContent"_s);
    auto* middle = new QWidget(content);
    middle->setMaximumWidth(theme.scaled(columnWidth));
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, theme.scaled(24), 0, theme.scaled(24));
    column->setSpacing(theme.scaled(8));
    column->addStretch(2);
    column->addWidget(m_symbol, 0, Qt::AlignLeft);
    column->addSpacing(theme.scaled(4));
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(theme.scaled(8));
    column->addWidget(makeChoices());
    column->addSpacing(theme.scaled(20));
    column->addWidget(m_next);
    column->addWidget(makeSteps());
    column->addSpacing(theme.scaled(12));
    column->addWidget(m_close, 0, Qt::AlignLeft);
    column->addStretch(3);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(theme.scaled(28), 0, theme.scaled(28), 0);
    row->addStretch(1);
    row->addWidget(middle, 100);
    row->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setObjectName(u"settingsPage"_s);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(area);
    setFocusProxy(m_sample);
    connect(&theme, &Theme::changed, this, &WelcomePage::applyTheme);
    applyTheme();
    retranslate();
}

QWidget* WelcomePage::makeChoices()
{
    auto* choices = new QWidget(this);
    auto* row = new QHBoxLayout(choices);
    row->setContentsMargins({});
    row->setSpacing(m_theme.scaled(8));
    m_sample->setObjectName(u"primary"_s);
    m_launch->setObjectName(u"welcomeLaunch"_s);
    m_import->setObjectName(u"welcomeImport"_s);
    connect(m_sample, &QPushButton::clicked, this, &WelcomePage::sampleRequested);
    connect(m_launch, &QPushButton::clicked, this, &WelcomePage::launchRequested);
    connect(m_import, &QPushButton::clicked, this, &WelcomePage::importRequested);
    for (QPushButton* button : {m_sample, m_launch, m_import})
        row->addWidget(button);
    row->addStretch(1);
    return choices;
}

QWidget* WelcomePage::makeSteps()
{
    auto* steps = new QWidget(this);
    auto* grid = new QGridLayout(steps);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(m_theme.scaled(12));
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    const auto add = [&](const QString& icon, std::function<QString()> title, std::function<QString()> text) {
        Step step{icon, new QLabel(steps), new QLabel(steps), new QLabel(steps), std::move(title), std::move(text)};
        step.text->setObjectName(u"emptyText"_s);
        step.text->setWordWrap(true);
        const int place = grid->rowCount();
        auto* line = new QFrame(steps);
        line->setObjectName(u"rule"_s);
        line->setFixedHeight(1);
        grid->addWidget(line, place, 0, 1, 2);
        auto* words = new QVBoxLayout;
        words->setContentsMargins(0, m_theme.scaled(9), 0, m_theme.scaled(9));
        words->setSpacing(m_theme.scaled(1));
        words->addWidget(step.title);
        words->addWidget(step.text);
        grid->addWidget(step.symbol, place + 1, 0);
        grid->addLayout(words, place + 1, 1);
        m_steps.append(std::move(step));
    };
    add(u"add"_s, [] { return tr("Drop a script, a folder or an ecosystem file on this window"); },
        [] { return tr("Tropero reads how to run it; you see the exact command before anything starts."); });
    add(u"command"_s, [] { return tr("%1 finds everything").arg(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText)); },
        [] { return tr("Every action and every app, by typing a few letters. All keys: F1."); });
    add(u"apps"_s, [] { return tr("Close the window whenever you like"); }, [] {
        return QSystemTrayIcon::isSystemTrayAvailable() ? tr("Apps go on running. The symbol in the tray shows how they are, and starts and stops them.")
                                                        : tr("Apps go on running, and are here again when you open Tropero.");
    });
    return steps;
}

void WelcomePage::setConnected(bool connected)
{
    m_connected = connected;
    retranslate();
}

void WelcomePage::applyTheme()
{
    const int size = m_theme.scaled(56);
    m_symbol->setPixmap(QIcon(u":/icons/tropero.svg"_s).pixmap(QSize(size, size), devicePixelRatioF()));
    const int small = m_theme.scaled(18);
    for (const Step& step : std::as_const(m_steps)) {
        step.symbol->setPixmap(m_theme.icon(step.icon, m_theme.tokens().primary).pixmap(QSize(small, small), devicePixelRatioF()));
        step.symbol->setFixedWidth(m_theme.scaled(26));
    }
    m_sample->setIcon(m_theme.icon(u"start"_s, m_theme.tokens().onPrimary));
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("Welcome to Tropero"));
    m_text->setText(tr("It keeps your local servers running: starts them, brings them back when they crash, and shows what they say."));
    m_sample->setText(tr("Start a sample app"));
    m_sample->setToolTip(tr("Starts a small Node server that answers in the browser"));
    m_launch->setText(tr("Launch app\u2026"));
    m_import->setText(tr("Import from PM2\u2026"));
    for (QPushButton* button : {m_sample, m_launch, m_import})
        button->setEnabled(m_connected);
    m_import->setVisible(Pm2Import::isPossible());
    m_next->setText(tr("Good to know"));
    for (const Step& step : std::as_const(m_steps)) {
        step.title->setText(step.titleText());
        step.text->setText(step.textText());
    }
    m_close->setText(tr("Got it"));
    m_close->setToolTip(tr("Does not show this again; the palette has it under \"Welcome\""));
}

void WelcomePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void WelcomePage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) Q_EMIT dismissed();
    else QWidget::keyPressEvent(event);
}

} // namespace tropero
