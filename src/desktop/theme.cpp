// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/theme.h"

#include "desktop/svgicon.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QLayout>
#include <QPalette>
#include <QRegularExpression>
#include <QStyleFactory>
#include <QTimer>
#include <QWidget>

#include <cmath>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

QString firstFamily(const QStringList& wanted)
{
    const QStringList known = QFontDatabase::families();
    for (const QString& family : wanted) {
        if (known.contains(family)) return family;
    }
    return {};
}

} // namespace

Theme::Theme(QApplication& application, QObject* parent) : QObject(parent), m_application(application), m_userFont(QApplication::font())
{
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    application.installEventFilter(this);
    // The user's own font decides the size: what is 9 pt (12 px) by default is drawn with 13 px here.
    QFont font = m_userFont;
    m_scale = std::clamp(QFontInfo(font).pixelSize() / 12.0, 0.9, 3.0);
    font.setPixelSize(scaled(13));
    QApplication::setFont(font);
    apply();
}

Theme::~Theme()
{
    QApplication::setFont(m_userFont); // another theme would take ours for it
}

void Theme::setChoice(Choice choice)
{
    if (m_choice == choice) return;
    m_choice = choice;
    apply();
}

void Theme::scaleForm(QWidget& form) const
{
    for (QLayout* layout : form.findChildren<QLayout*>()) {
        const QMargins margins = layout->contentsMargins();
        layout->setContentsMargins(scaled(margins.left()), scaled(margins.top()), scaled(margins.right()), scaled(margins.bottom()));
        if (layout->spacing() > 0) layout->setSpacing(scaled(layout->spacing()));
    }
}

int Theme::scaled(double pixels) const
{
    return static_cast<int>(std::lround(pixels * m_scale));
}

QFont Theme::logFont() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QString family = firstFamily({u"Cascadia Mono"_s, u"JetBrains Mono"_s, u"Consolas"_s});
    if (!family.isEmpty()) font.setFamily(family);
    font.setPixelSize(scaled(12.5));
    font.setStyleHint(QFont::Monospace);
    return font;
}

QFont Theme::smallFont() const
{
    QFont font = m_application.font();
    font.setPixelSize(scaled(12));
    return font;
}

QFont Theme::tabular(QFont font)
{
    // The usual interface fonts have figures of equal width already; this keeps kerning from moving them.
    font.setKerning(false);
    return font;
}

QIcon Theme::icon(const QString& name) const
{
    return svgIcon(name, m_tokens.text, m_tokens.disabled);
}

QIcon Theme::icon(const QString& name, const QColor& color) const
{
    return svgIcon(name, color, m_tokens.disabled);
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    // The system tells every window that its colours changed; what they are now only shows without our own
    // palette.
    if (event->type() == QEvent::ThemeChange && !m_applying && m_choice == Choice::System)
        QTimer::singleShot(0, this, &Theme::apply);
    return QObject::eventFilter(watched, event);
}

void Theme::apply()
{
    m_applying = true;
    bool dark = m_choice == Choice::Dark;
    if (m_choice == Choice::System) {
        QApplication::setPalette(QPalette{});
        dark = QApplication::palette().window().color().lightness() < 128;
    }
    m_tokens = dark ? darkTokens() : lightTokens();
    QApplication::setPalette(palette());
    m_application.setStyleSheet(styleSheet());
    m_applying = false;
    Q_EMIT changed();
}

QPalette Theme::palette() const
{
    const ThemeTokens& t = m_tokens;
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.field);
    p.setColor(QPalette::AlternateBase, t.side);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.dim);
    p.setColor(QPalette::Button, t.window);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.bad);
    p.setColor(QPalette::Highlight, t.primary);
    p.setColor(QPalette::HighlightedText, t.onPrimary);
    p.setColor(QPalette::Link, t.info);
    p.setColor(QPalette::LinkVisited, t.memory);
    p.setColor(QPalette::ToolTipBase, t.side);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Light, t.line);
    p.setColor(QPalette::Midlight, t.line);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.line);
    p.setColor(QPalette::Shadow, t.line);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.dim);
    return p;
}

QString Theme::styleSheet() const
{
    QFile file(u":/theme/style.qss"_s);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QString source = QString::fromUtf8(file.readAll());
    // "@name@" is a colour, "@12px@" a size in the look's pixels, "@theme@" is light or dark.
    static const QRegularExpression variable(u"@(?:(\\d+(?:\\.\\d+)?)px|(\\w+))@"_s);
    QString sheet;
    qsizetype done = 0;
    for (const QRegularExpressionMatch& match : variable.globalMatch(source)) {
        sheet += QStringView(source).sliced(done, match.capturedStart() - done);
        if (match.hasCaptured(1))
            sheet += QString::number(scaled(match.captured(1).toDouble())) + u"px"_s;
        else if (match.captured(2) == "theme"_L1)
            sheet += m_tokens.dark ? u"dark"_s : u"light"_s;
        else
            sheet += m_tokens.token(match.captured(2)).name();
        done = match.capturedEnd();
    }
    sheet += QStringView(source).sliced(done);
    return sheet;
}

} // namespace tropero
