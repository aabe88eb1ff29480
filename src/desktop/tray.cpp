// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/tray.h"

#include "client/statemirror.h"
#include "desktop/instancecommands.h"
#include "desktop/localport.h"
#include "desktop/stateglyph.h"
#include "desktop/theme.h"
#include "desktop/trayicon.h"
#include "models/approw.h"
#include "models/formats.h"
#include "models/settings.h"

#include <QApplication>
#include <QPainter>
#include <QSettings>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int betweenLooksMs = 2'000;
constexpr int mostLooks = 30;      ///< a desktop that has no tray after a minute has none
constexpr qsizetype mostApps = 25; ///< a menu that is longer than the screen helps nobody

} // namespace

Tray::Tray(StateMirror& mirror, InstanceCommands& commands, Settings& settings, Theme& theme, QObject* parent)
    : QObject(parent), m_mirror(mirror), m_commands(commands), m_settings(settings), m_theme(theme), m_counts(mirror)
{
    paintIcon();
    m_icon.setContextMenu(&m_menu);
    connect(&m_wait, &QTimer::timeout, this, &Tray::lookForTray);
    connect(&m_counts, &HerdCounts::changed, this, &Tray::paintIcon);
    connect(&theme, &Theme::changed, this, &Tray::paintIcon);
    connect(&m_menu, &QMenu::aboutToShow, this, &Tray::fillMenu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) Q_EMIT windowRequested();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        if (m_clicked) m_clicked();
        else Q_EMIT windowRequested();
    });
    fillMenu(); // some systems show what is there without asking
}

void Tray::show()
{
    if (QSystemTrayIcon::isSystemTrayAvailable()) m_icon.show();
    else m_wait.start(betweenLooksMs);
}

void Tray::lookForTray()
{
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_wait.stop();
        m_icon.show();
        Q_EMIT appeared();
    } else if (++m_looks == mostLooks) {
        m_wait.stop();
    }
}

void Tray::paintIcon()
{
    const HerdSummary& summary = m_counts.summary();
    m_icon.setIcon(trayIcon(QApplication::windowIcon(), summary, m_theme.tokens()));
    QStringList parts{u"Tropero"_s};
    if (summary.online > 0) parts.append(tr("%n online", nullptr, summary.online));
    if (summary.waiting > 0) parts.append(tr("%n waiting for a restart", nullptr, summary.waiting));
    if (summary.gaveUp > 0) parts.append(tr("%n gave up", nullptr, summary.gaveUp));
    m_icon.setToolTip(parts.join(u" \u00b7 "_s));
}

void Tray::fillMenu()
{
    m_menu.clear();
    m_menu.addAction(tr("Open Tropero"), this, &Tray::windowRequested);
    m_menu.setDefaultAction(m_menu.actions().constFirst());
    m_menu.addSeparator();
    qsizetype shown = 0;
    QList<int> all;
    for (const AppStatus& app : m_mirror.apps()) {
        all += appRow(app).numbers;
        if (shown++ < mostApps) addApp(app);
    }
    if (shown > mostApps)
        m_menu.addAction(tr("%n more\u2026", nullptr, static_cast<int>(shown - mostApps)), this, &Tray::windowRequested);
    if (!all.isEmpty()) {
        m_menu.addSeparator();
        QMenu* everything = m_menu.addMenu(tr("All apps"));
        const auto add = [&](const QString& title, InstanceCommands::Action action) {
            everything->addAction(title, this, [this, all, action] { m_commands.run(action, all); });
        };
        add(tr("Start all"), InstanceCommands::Action::Start);
        add(tr("Restart all"), InstanceCommands::Action::Restart);
        add(tr("Stop all"), InstanceCommands::Action::Stop);
    }
    m_menu.addSeparator();
    m_menu.addAction(tr("Launch app\u2026"), this, &Tray::launchRequested);
    m_menu.addAction(tr("Settings"), this, &Tray::settingsRequested);
    m_menu.addAction(tr("Quit"), this, &Tray::quitRequested);
}

void Tray::addApp(const AppStatus& app)
{
    const AppRow row = appRow(app);
    QPixmap glyph(m_theme.scaled(16), m_theme.scaled(16));
    glyph.fill(Qt::transparent);
    {
        QPainter painter(&glyph);
        painter.setRenderHint(QPainter::Antialiasing);
        paintStateGlyph(painter, QRectF(glyph.rect()), row.state, stateColor(row.state, m_theme.tokens()));
    }
    // An app chooses its name: "&" is no mnemonic in it.
    QMenu* menu = m_menu.addMenu(QIcon(glyph), QString(row.name).replace(u'&', "&&"_L1) + u"  \u00b7  "_s + stateText(row.state));
    const QList<int> numbers = row.numbers;
    const auto add = [&](const QString& title, InstanceCommands::Action action) {
        menu->addAction(title, this, [this, numbers, action] { m_commands.run(action, numbers); });
    };
    if (!row.isUp()) add(tr("Start"), InstanceCommands::Action::Start);
    else add(tr("Stop"), InstanceCommands::Action::Stop);
    add(tr("Restart"), InstanceCommands::Action::Restart);
    menu->addSeparator();
    menu->addAction(tr("Show log"), this, [this, id = app.id] { Q_EMIT appRequested(id); });
    for (const int port : row.ports) {
        menu->addAction(tr("Open localhost:%1").arg(port), this,
                        [port] { openInBrowser(port); });
    }
}

void Tray::say(const QString& title, const QString& text, bool urgent, std::function<void()> clicked)
{
    m_clicked = std::move(clicked);
    m_icon.showMessage(title, text, urgent ? QSystemTrayIcon::Critical : QSystemTrayIcon::Warning);
}

void Tray::tellHidden()
{
    const auto told = u"tray/toldHidden"_s;
    QSettings stored(m_settings.file(), QSettings::IniFormat);
    if (stored.value(told).toBool()) return;
    stored.setValue(told, true);
    m_clicked = {};
    m_icon.showMessage(tr("Tropero is still here"), tr("Your apps go on running. Quit it by the menu of this symbol."),
                       QSystemTrayIcon::Information);
}

} // namespace tropero
