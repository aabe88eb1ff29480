// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/emptypage.h"

#include "desktop/pm2import.h"
#include "desktop/theme.h"

#include <QEvent>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tropero {

using namespace Qt::StringLiterals;

EmptyPage::EmptyPage(Theme& theme, QWidget* parent)
    : QWidget(parent), m_symbol(new QLabel(this)), m_title(new QLabel(this)), m_text(new QLabel(this)),
      m_launch(new QPushButton(this)), m_sample(new QPushButton(this)), m_import(new QPushButton(this)),
      m_prompt(new QLabel(this))
{
    const int size = theme.scaled(72);
    m_symbol->setPixmap(QIcon(u":/icons/tropero.svg"_s).pixmap(QSize(size, size), devicePixelRatioF()));
    m_title->setObjectName(u"emptyTitle"_s);
    m_text->setObjectName(u"emptyText"_s);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setFixedWidth(theme.scaled(430));
    m_prompt->setObjectName(u"emptyText"_s);
    m_prompt->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_prompt->setFont(theme.logFont());
    m_launch->setObjectName(u"primary"_s);
    m_launch->setIcon(theme.icon(u"add"_s, theme.tokens().onPrimary));
    connect(m_launch, &QPushButton::clicked, this, &EmptyPage::launchRequested);
    m_sample->setObjectName(u"sample"_s);
    connect(m_sample, &QPushButton::clicked, this, &EmptyPage::sampleRequested);
    m_import->setObjectName(u"importPm2"_s);
    connect(m_import, &QPushButton::clicked, this, &EmptyPage::importRequested);
    auto* choices = new QWidget(this);
    auto* row = new QHBoxLayout(choices);
    row->setContentsMargins({});
    row->setSpacing(theme.scaled(8));
    for (QPushButton* button : {m_launch, m_sample, m_import})
        row->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme.scaled(12));
    column->addStretch(2);
    for (QWidget* part :
         {static_cast<QWidget*>(m_symbol), static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_text),
          choices, static_cast<QWidget*>(m_prompt)})
        column->addWidget(part, 0, Qt::AlignHCenter);
    column->insertSpacing(4, theme.scaled(6));
    column->insertSpacing(6, theme.scaled(6));
    column->addStretch(3);
    retranslate();
}

void EmptyPage::setConnected(bool connected)
{
    m_connected = connected;
    retranslate();
}

void EmptyPage::retranslate()
{
    m_title->setText(m_connected ? tr("No apps yet") : tr("Looking for Tropero's daemon\u2026"));
    m_text->setText(m_connected ? tr("Launch a script or a program, or drop a file here. It keeps running "
                                     "when this window is closed, and "
                                     "comes back when it crashes.")
                                : tr("Apps go on running meanwhile."));
    m_text->setFixedHeight(m_text->heightForWidth(m_text->width()));
    m_launch->setText(tr("Launch app\u2026"));
    m_launch->setVisible(m_connected);
    m_sample->setText(tr("Try a sample"));
    m_sample->setToolTip(tr("Starts a small Node server that answers in the browser"));
    m_sample->setVisible(m_connected);
    m_import->setText(tr("Import from PM2\u2026"));
    m_import->setVisible(m_connected && Pm2Import::isPossible());
    setFocusProxy(m_launch);
    m_prompt->setText(tr("or at the prompt:  tropero start app.js"));
    m_prompt->setVisible(m_connected);
}

void EmptyPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace tropero
