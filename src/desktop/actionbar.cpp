// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/actionbar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>

#include <utility>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestAnswer = 2000; ///< characters kept for the tool tip

} // namespace

ActionBar::ActionBar(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_buttons(new QHBoxLayout), m_parameter(new QLineEdit(this)),
      m_answer(new QLabel(this))
{
    m_title->setObjectName(u"formLabel"_s);
    m_answer->setObjectName(u"actionAnswer"_s);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_answer->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_parameter->setObjectName(u"actionParameter"_s);
    m_parameter->setFixedWidth(fontMetrics().averageCharWidth() * 32);
    auto* row = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 2;
    row->setContentsMargins(gap + gap / 2, gap, gap + gap / 2, 0);
    row->setSpacing(gap);
    row->addWidget(m_title);
    row->addLayout(m_buttons);
    row->addWidget(m_parameter);
    row->addWidget(m_answer, 1);
    hide();
    retranslate();
}

void ActionBar::setActions(const QString& subject, const QStringList& actions)
{
    if (std::exchange(m_subject, subject) != subject) m_answer->clear();
    setVisible(!actions.isEmpty());
    if (std::exchange(m_actions, actions) == actions) return;
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& action : actions) {
        // An app chooses the name: it is neither markup nor a mnemonic, nor as long as it likes.
        const QString name = fontMetrics().elidedText(action.simplified(), Qt::ElideRight, fontMetrics().averageCharWidth() * 24);
        auto* button = new QPushButton(QString(name).replace(u'&', u"&&"_s), this);
        button->setAccessibleName(action);
        connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT triggered(action, m_parameter->text()); });
        m_buttons->addWidget(button);
    }
}

void ActionBar::showAnswer(const QString& action, const QString& answer, bool failed)
{
    const QString line = action + u": "_s + answer.left(longestAnswer);
    m_answer->setText(line.simplified());
    m_answer->setToolTip(line.toHtmlEscaped());
    m_answer->setProperty("failed", failed);
    m_answer->style()->unpolish(m_answer);
    m_answer->style()->polish(m_answer);
}

void ActionBar::retranslate()
{
    m_title->setText(tr("Actions"));
    m_parameter->setPlaceholderText(tr("Parameter (optional)"));
    m_parameter->setAccessibleName(tr("Parameter of the action"));
}

void ActionBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace tropero
