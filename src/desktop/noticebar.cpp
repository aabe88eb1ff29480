// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/noticebar.h"

#include "desktop/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace tropero {

using namespace Qt::StringLiterals;

NoticeBar::NoticeBar(Theme& theme, bool closable, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_symbol(new QLabel(this)), m_text(new QLabel(this)),
      m_action(new QPushButton(this)), m_close(new QToolButton(this))
{
    setObjectName(u"noticeBar"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    m_close->setVisible(closable);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.scaled(14), theme.scaled(6), theme.scaled(8), theme.scaled(6));
    row->setSpacing(theme.scaled(10));
    row->addWidget(m_symbol);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_action->setObjectName(u"noticeAction"_s);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto run = std::exchange(m_run, {})) run();
    });
    connect(&theme, &Theme::changed, this, &NoticeBar::applyTheme);
    hide();
    applyTheme();
}

void NoticeBar::offer(Tone tone, const QString& text, const QString& action, std::function<void()> run)
{
    say(tone, text);
    m_run = std::move(run);
    m_action->setText(action);
    m_action->show();
}

void NoticeBar::say(Tone tone, const QString& text)
{
    m_run = {};
    m_action->hide();
    m_tone = tone;
    m_text->setText(text);
    setAccessibleName(text);
    applyTheme();
    show();
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

QString NoticeBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void NoticeBar::applyTheme()
{
    const ThemeTokens& tokens = m_theme.tokens();
    const QColor tone = m_tone == Tone::Info      ? tokens.info
                        : m_tone == Tone::Warning ? tokens.warn
                                                  : tokens.bad;
    const int size = m_theme.scaled(16);
    m_symbol->setPixmap(m_theme.icon(m_tone == Tone::Info ? u"info"_s : u"warning"_s, tone)
                            .pixmap(QSize(size, size), devicePixelRatioF()));
    m_close->setIcon(m_theme.icon(u"close"_s));
    setStyleSheet(u"#noticeBar { background: %1; border: none; border-bottom: 1px solid %2; }"_s.arg(
        tokens.tinted(tone, tokens.window).name(), tokens.line.name()));
}

} // namespace tropero
