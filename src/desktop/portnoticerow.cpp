// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/portnoticerow.h"

#include "desktop/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

} // namespace

PortNoticeRow::PortNoticeRow(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_place(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_text(new QLabel(this)), m_free(new QPushButton(this)),
      m_other(new QPushButton(this)), m_show(new QPushButton(this))
{
    m_text->setObjectName(u"portNoticeText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_free->setObjectName(u"freePort"_s);
    m_other->setObjectName(u"otherPort"_s);
    m_show->setObjectName(u"showPort"_s);
    m_place->setContentsMargins({});
    m_place->setSpacing(theme.scaled(7));
    m_place->addWidget(m_text, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme.scaled(8));
    for (QPushButton* button : {m_free, m_other, m_show}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    m_place->addLayout(buttons);
    m_place->setAlignment(buttons, Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_free, &QPushButton::clicked, this, &PortNoticeRow::freeClicked);
    connect(m_other, &QPushButton::clicked, this, &PortNoticeRow::otherPortClicked);
    connect(m_show, &QPushButton::clicked, this, &PortNoticeRow::showClicked);
    connect(&theme, &Theme::changed, this, &PortNoticeRow::applyTheme);
    applyTheme();
}

void PortNoticeRow::setContent(const Content& content)
{
    const bool hadFocus = m_free->hasFocus() || m_other->hasFocus();
    const bool isAnother = std::exchange(m_content, content).key != content.key;
    m_text->setText(content.text);
    m_free->setVisible(!content.free.isEmpty());
    m_free->setEnabled(!content.isFreeing);
    m_free->setText(content.free);
    m_free->setToolTip(content.freeTip);
    m_other->setVisible(content.otherPort > 0);
    const QString other = tr("Use po&rt %1").arg(content.otherPort);
    m_other->setText(content.isOneOfMany ? withoutMnemonic(other) : other);
    m_other->setToolTip(tr("Give this app the next port that is free"));
    const QString show = tr("S&how in System");
    m_show->setText(content.isOneOfMany ? QString() : show);
    m_show->setAccessibleName(withoutMnemonic(show));
    m_show->setToolTip(tr("Show who holds the port"));
    for (QPushButton* button : {m_free, m_other, m_show})
        button->setAccessibleDescription(content.text);
    // Else the window would choose who has the keyboard now, or the keyboard would end something else.
    if (hadFocus && (isAnother || (!m_free->hasFocus() && !m_other->hasFocus()))) m_show->setFocus();
    applyTheme();
    arrange();
}

QString PortNoticeRow::text() const
{
    return m_text->text();
}

QWidget* PortNoticeRow::harmlessButton() const
{
    return m_show;
}

void PortNoticeRow::applyTheme()
{
    m_show->setIcon(m_content.isOneOfMany ? m_theme.icon(u"system"_s) : QIcon());
}

void PortNoticeRow::arrange()
{
    int buttons = m_theme.scaled(7);
    for (const QPushButton* button : {m_free, m_other, m_show})
        if (!button->isHidden()) buttons += button->sizeHint().width() + m_theme.scaled(8);
    const int text = std::min(m_theme.scaled(260), m_text->fontMetrics().horizontalAdvance(m_content.text));
    m_place->setDirection(width() - buttons < text ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PortNoticeRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace tropero
