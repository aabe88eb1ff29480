// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/modecards.h"

#include "desktop/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QSpinBox>
#include <QStyle>
#include <QThread>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostInstances = 1000;

} // namespace

ModeCards::ModeCards(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_row(new QHBoxLayout(this)), m_fork(makeCard(u"fork"_s, u"instances"_s)), m_cluster(makeCard(u"cluster"_s, u"workers"_s))
{
    m_row->setContentsMargins({});
    m_row->setSpacing(theme.scaled(10));
    m_row->addWidget(m_fork.frame, 1);
    m_row->addWidget(m_cluster.frame, 1);
    auto* group = new QButtonGroup(this); // their parents differ
    group->addButton(m_fork.title);
    group->addButton(m_cluster.title);
    m_fork.title->setChecked(true);
    m_cluster.count->setValue(std::max(2, QThread::idealThreadCount()));
    connect(group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton*, bool on) {
        if (!on) return;
        showChoice();
        Q_EMIT changed();
    });
    setFocusProxy(m_fork.title);
    retranslate();
    showChoice();
}

ModeCards::Card ModeCards::makeCard(const QString& name, const QString& countName)
{
    Card card;
    card.frame = new QFrame(this);
    card.frame->setObjectName(u"modeCard"_s);
    card.frame->installEventFilter(this);
    card.title = new QRadioButton(card.frame);
    card.title->setObjectName(name);
    card.text = new QLabel(card.frame);
    card.text->setObjectName(u"dim"_s);
    card.unit = new QLabel(card.frame);
    card.count = new QSpinBox(card.frame);
    card.count->setObjectName(countName);
    card.count->setRange(1, mostInstances);
    card.count->setFixedWidth(m_theme.scaled(72));
    card.unit->setBuddy(card.count);
    card.meaning = new QLabel(card.frame);
    card.meaning->setObjectName(u"dim"_s);
    for (QLabel* label : {card.text, card.meaning}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    }
    auto* column = new QVBoxLayout(card.frame);
    column->setContentsMargins(m_theme.scaled(14), m_theme.scaled(10), m_theme.scaled(14), m_theme.scaled(12));
    column->setSpacing(m_theme.scaled(5));
    column->addWidget(card.title);
    column->addWidget(card.text);
    column->addStretch(1);
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.scaled(8));
    row->addWidget(card.unit);
    row->addWidget(card.count);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(card.meaning);
    connect(card.count, &QSpinBox::valueChanged, this, [this] {
        showMeaning();
        Q_EMIT changed();
    });
    return card;
}

void ModeCards::set(ExecMode mode, int instances)
{
    const QSignalBlocker quiet(this);
    Card& card = mode == ExecMode::Cluster ? m_cluster : m_fork;
    card.title->setChecked(true);
    card.count->setValue(instances);
    showChoice();
}

ExecMode ModeCards::mode() const
{
    return m_cluster.title->isChecked() ? ExecMode::Cluster : ExecMode::Fork;
}

int ModeCards::instances() const
{
    return (mode() == ExecMode::Cluster ? m_cluster : m_fork).count->value();
}

void ModeCards::showChoice()
{
    for (const Card& card : {m_fork, m_cluster}) {
        const bool chosen = card.title->isChecked();
        card.frame->setProperty("chosen", chosen);
        for (QWidget* part : {static_cast<QWidget*>(card.unit), static_cast<QWidget*>(card.count)})
            part->setEnabled(chosen);
        card.frame->style()->unpolish(card.frame);
        card.frame->style()->polish(card.frame);
    }
    showMeaning();
}

void ModeCards::showMeaning()
{
    const int processors = std::max(1, QThread::idealThreadCount());
    const int processes = m_fork.count->value();
    m_fork.meaning->setText(processes == 1 ? tr("one process") : tr("%n processes, each with a port of its own", nullptr, processes));
    const int workers = m_cluster.count->value();
    QString meaning = workers == processors ? tr("one for each of %n processor(s)", nullptr, processors)
                      : workers < processors
                          ? tr("%1 of %n processor(s)", nullptr, processors).arg(workers)
                          : tr("more than the %n processor(s) here: they take turns", nullptr, processors);
    if (workers == 1) meaning = tr("one worker: it can be reloaded, but uses one processor only");
    m_cluster.meaning->setText(meaning);
}

void ModeCards::retranslate()
{
    m_fork.title->setText(tr("For&k"));
    m_fork.text->setText(tr("As at the prompt. For tools, development servers and everything that is not Node."));
    m_fork.unit->setText(tr("Processes"));
    m_fork.count->setAccessibleName(tr("Processes"));
    m_cluster.title->setText(tr("Cl&uster"));
    m_cluster.text->setText(tr("Workers share one port and all processors; they are reloaded without losing a request."));
    m_cluster.unit->setText(tr("Workers"));
    m_cluster.count->setAccessibleName(tr("Workers"));
    m_fork.title->setAccessibleDescription(m_fork.text->text());
    m_cluster.title->setAccessibleDescription(m_cluster.text->text());
    showMeaning();
}

QSize ModeCards::minimumSizeHint() const
{
    const QSize both = QWidget::minimumSizeHint();
    return {std::max(m_fork.frame->minimumSizeHint().width(), m_cluster.frame->minimumSizeHint().width()), both.height()};
}

void ModeCards::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool roomForBoth = width() >= 2 * minimumSizeHint().width() + m_row->spacing();
    m_row->setDirection(roomForBoth ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

bool ModeCards::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        for (const Card& card : {m_fork, m_cluster}) {
            if (card.frame == watched) card.title->setChecked(true);
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tropero
