// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shellintegration.h"

#include "desktop/stateglyph.h"
#include "desktop/theme.h"
#include "desktop/trayicon.h"
#include "models/formats.h"
#include "platform/loginitem.h"
#include "platform/windowframe.h"

#include <QApplication>
#include <QEvent>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QWidget>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostApps = 6;
constexpr int badgeSize = 32; ///< the shell makes it smaller where it has to

bool hasFrame(const QWidget& widget)
{
    const Qt::WindowType type = widget.windowType();
    return widget.isWindow() && (type == Qt::Window || type == Qt::Dialog || type == Qt::Tool) && !widget.windowFlags().testFlag(Qt::FramelessWindowHint);
}

bool needsAttention(InstanceState state)
{
    return state == InstanceState::Errored || state == InstanceState::WaitingRestart;
}

} // namespace

ShellIntegration::ShellIntegration(QWidget& window, const StateMirror& mirror, Theme& theme, QObject* parent)
    : QObject(parent), m_window(window), m_theme(theme), m_counts(mirror), m_recent(mirror, mostApps)
{
    qApp->installEventFilter(this);
    connect(&theme, &Theme::changed, this, &ShellIntegration::paintFrames);
    connect(&theme, &Theme::changed, this, &ShellIntegration::paintBadge);
    connect(&m_counts, &HerdCounts::changed, this, &ShellIntegration::paintBadge);
    connect(&m_recent, &RecentApps::changed, this, &ShellIntegration::writeMenu);
    writeMenu();
}

bool ShellIntegration::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && watched->isWidgetType()) {
        const auto* const widget = static_cast<QWidget*>(watched);
        if (hasFrame(*widget)) platform::setDarkFrame(widget->winId(), m_theme.tokens().dark);
        if (widget == &m_window) QMetaObject::invokeMethod(this, &ShellIntegration::paintBadge, Qt::QueuedConnection);
    } else if (event->type() == QEvent::LanguageChange && watched == &m_window) {
        writeMenu();
    }
    return QObject::eventFilter(watched, event);
}

void ShellIntegration::paintFrames()
{
    for (const QWidget* const widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && hasFrame(*widget)) platform::setDarkFrame(widget->winId(), m_theme.tokens().dark);
    }
}

void ShellIntegration::paintBadge()
{
    if (!m_window.isVisible()) return;
    const InstanceState worst = worstState(m_counts.summary());
    platform::TaskbarBadge badge;
    if (needsAttention(worst)) {
        QImage picture(badgeSize, badgeSize, QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        {
            QPainter painter(&picture);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.tokens().window);
            painter.drawEllipse(picture.rect());
            paintStateGlyph(painter, QRectF(picture.rect()).adjusted(3, 3, -3, -3), worst, stateColor(worst, m_theme.tokens()));
        }
        badge = {badgeSize, QByteArray(reinterpret_cast<const char*>(picture.constBits()), picture.sizeInBytes()),
                 u"%1: %2"_s.arg(stateText(worst)).arg(countOf(m_counts.summary(), worst))};
    }
    platform::setTaskbarBadge(m_window.winId(), badge);
}

platform::TaskbarMenu ShellIntegration::taskbarMenu() const
{
    const QString own = platform::lastingPath(QApplication::applicationFilePath());
    const QFileInfo file(own);
    const QString tool = file.absolutePath() + u"/tropero."_s + file.suffix();
    platform::TaskbarMenu menu;
    menu.tasks = {{tr("Launch app\u2026"), own, {u"--launch"_s}}, {tr("Stop all apps"), tool, {u"stop"_s, u"all"_s}, true}};
    menu.category = tr("Recent apps");
    for (const RecentApps::Entry& app : m_recent.entries())
        menu.items.append({app.name, own, {u"--show"_s, app.id}});
    return menu;
}

void ShellIntegration::writeMenu()
{
    // A menu that the system does not want is no loss that anybody has to be told of.
    (void)platform::setTaskbarMenu(taskbarMenu());
}

} // namespace tropero
