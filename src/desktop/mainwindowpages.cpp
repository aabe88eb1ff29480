// SPDX-License-Identifier: GPL-3.0-or-later
// The window's pages, made when they are first shown, and what is wished for from outside.
#include "desktop/mainwindow.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/activitypage.h"
#include "desktop/appspage.h"
#include "desktop/noticebar.h"
#include "desktop/settingspage.h"
#include "desktop/sidebar.h"
#include "desktop/systempage.h"
#include "desktop/welcomepage.h"
#include "models/settings.h"

#include <QSettings>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr auto welcomeKey = "window/welcomed"_L1;

} // namespace

void MainWindow::showPage(const QString& name)
{
    QWidget* page = m_apps;
    if (name == "system"_L1) {
        page = &system();
    } else if (name == "activity"_L1) {
        if (!m_activity) {
            m_activity = new ActivityPage(m_client, m_mirror, m_theme, this);
            m_pages->addWidget(m_activity);
        }
        page = m_activity;
    } else if (name == "settings"_L1) {
        if (!m_settingsPage) {
            m_settingsPage = new SettingsPage(m_settings, m_theme, this);
            m_pages->addWidget(m_settingsPage);
            connect(m_settingsPage, &SettingsPage::failed, this, &MainWindow::showFailure);
        }
        page = m_settingsPage;
    }
    m_side->setCurrent(page == m_apps ? u"apps"_s : name);
    m_pages->setCurrentWidget(page);
    page->setFocus();
}

SystemPage& MainWindow::system()
{
    if (!m_system) {
        m_system = new SystemPage(m_mirror, m_endings, m_theme, this);
        m_system->restore(QSettings(m_settings.file(), QSettings::IniFormat));
        applyIntervals();
        m_pages->addWidget(m_system);
        connect(m_system, &SystemPage::failed, this, &MainWindow::showFailure);
        connect(m_system, &SystemPage::showApp, this, &MainWindow::showApp);
        connect(m_system, &SystemPage::countChanged, this, [this](int count) { m_side->setCount(u"system"_s, count); });
        connect(m_system, &SystemPage::launchRequested, this, &MainWindow::launchProcess);
    }
    return *m_system;
}

QString MainWindow::page() const
{
    return m_side->current();
}

void MainWindow::applyIntervals()
{
    m_mirror.setInterval(samplingMs(m_settings.text(setting::sampling)));
    if (m_system) m_system->monitor().setInterval(m_settings.value(setting::lookInterval).toInt() * 1000);
}

void MainWindow::showPort(int port)
{
    comeForward();
    showPage(u"system"_s);
    system().showPort(port);
}

void MainWindow::showPortConflict(int port, const QString& message)
{
    m_notice->offer(NoticeBar::Tone::Warning, message, tr("Show port"), [this, port] { showPort(port); });
}

void MainWindow::fulfil(const WindowWishes& wishes)
{
    comeForward();
    if (!wishes.app.isEmpty()) {
        m_awaitedApp = wishes.app;
        if (!m_welcomeDue) showAwaitedApp();
    }
    if (!wishes.files.isEmpty()) {
        m_awaited = wishes.files.first();
        showConnection();
    }
}

void MainWindow::showAwaitedApp()
{
    const QString wanted = std::exchange(m_awaitedApp, {});
    if (wanted.isEmpty()) return;
    const std::vector<AppStatus>& apps = m_mirror.apps();
    auto found = std::ranges::find(apps, wanted, &AppStatus::id);
    if (found == apps.end()) found = std::ranges::find(apps, wanted, [](const AppStatus& app) { return app.spec.name; });
    if (found != apps.end()) showApp(found->id);
    else showFailure(tr("There is no app \u201c%1\u201d").arg(wanted));
}

void MainWindow::welcomeNewUser()
{
    if (!std::exchange(m_welcomeDue, false) || !m_mirror.apps().empty() || m_pages->currentWidget() != m_apps) return;
    if (!QSettings(m_settings.file(), QSettings::IniFormat).value(welcomeKey).toBool()) showWelcome();
}

void MainWindow::showWelcome()
{
    if (!m_welcome) {
        m_welcome = new WelcomePage(m_theme, this);
        m_pages->addWidget(m_welcome);
        connect(m_welcome, &WelcomePage::sampleRequested, this, &MainWindow::startSample);
        connect(m_welcome, &WelcomePage::launchRequested, this, [this] { openLaunchDialog(); });
        connect(m_welcome, &WelcomePage::importRequested, this, [this] { m_import.ask(this); });
        connect(m_welcome, &WelcomePage::dismissed, this, &MainWindow::dismissWelcome);
    }
    m_welcome->setConnected(m_client.state() == DaemonClient::State::Connected);
    m_side->setCurrent(u"apps"_s);
    m_pages->setCurrentWidget(m_welcome);
    m_welcome->setFocus();
}

void MainWindow::dismissWelcome()
{
    QSettings(m_settings.file(), QSettings::IniFormat).setValue(welcomeKey, true);
    if (m_welcome && m_pages->currentWidget() == m_welcome) showPage(u"apps"_s);
}

} // namespace tropero
