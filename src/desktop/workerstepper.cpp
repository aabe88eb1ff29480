// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/workerstepper.h"

#include "desktop/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWorkers = 1000;
constexpr int patienceMs = 400; ///< between two clicks that belong together

} // namespace

WorkerStepper::WorkerStepper(Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_fewer(new QToolButton(this)), m_label(new QLabel(this)), m_more(new QToolButton(this))
{
    setObjectName(u"workerStepper"_s);
    m_fewer->setObjectName(u"fewerWorkers"_s);
    m_more->setObjectName(u"moreWorkers"_s);
    m_label->setObjectName(u"workerCount"_s);
    m_label->setAlignment(Qt::AlignCenter);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_fewer);
    row->addWidget(m_label);
    row->addWidget(m_more);
    for (QToolButton* button : {m_fewer, m_more}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setAutoRepeat(true);
    }
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, &WorkerStepper::ask);
    connect(m_fewer, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_more, &QToolButton::clicked, this, [this] { step(1); });
    connect(&theme, &Theme::changed, this, &WorkerStepper::applyTheme);
    applyTheme();
    retranslate();
}

void WorkerStepper::setWorkers(int number, int count)
{
    if (number != m_number) {
        if (m_patience.isActive()) ask(); // it was about the other app
        m_wanted = 0;
    } else if (m_wanted == count || (m_wanted > 0 && !m_patience.isActive() && count != m_count)) {
        m_wanted = 0; // there, or somebody else wanted something else
    }
    m_number = number;
    m_count = count;
    refresh();
}

void WorkerStepper::setConnected(bool connected)
{
    m_connected = connected;
    refresh();
}

void WorkerStepper::step(int by)
{
    const int next = std::clamp(shown() + by, 1, mostWorkers);
    if (m_count == 0 || next == shown()) return;
    m_wanted = next;
    m_patience.start();
    refresh();
}

void WorkerStepper::ask()
{
    m_patience.stop();
    if (m_wanted > 0 && m_wanted != m_count) Q_EMIT scaleRequested(m_number, m_wanted);
    else m_wanted = 0;
}

void WorkerStepper::refresh()
{
    const bool usable = m_connected && m_count > 0;
    m_fewer->setEnabled(usable && shown() > 1);
    m_more->setEnabled(usable && shown() < mostWorkers);
    m_label->setEnabled(usable);
    m_label->setText(m_count > 0 ? QLocale().toString(shown()) : u"\u2013"_s);
    m_label->setAccessibleName(m_count > 0 ? tr("%n instance(s)", nullptr, shown()) : tr("Instances"));
}

void WorkerStepper::applyTheme()
{
    m_label->setMinimumWidth(m_theme.scaled(22));
    const int size = m_theme.scaled(12);
    m_fewer->setIcon(m_theme.icon(u"minus"_s));
    m_more->setIcon(m_theme.icon(u"add"_s));
    for (QToolButton* button : {m_fewer, m_more})
        button->setIconSize({size, size});
}

void WorkerStepper::retranslate()
{
    m_fewer->setToolTip(tr("One instance less"));
    m_fewer->setAccessibleName(tr("One instance less"));
    m_more->setToolTip(tr("One more instance"));
    m_more->setAccessibleName(tr("One more instance"));
    setToolTip(tr("Instances of the selected app"));
    refresh();
}

void WorkerStepper::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace tropero
