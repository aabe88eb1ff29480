// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchdialogs.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/instancecommands.h"
#include "desktop/launchdialog.h"
#include "ipc/methods.h"
#include "models/processendings.h"
#include "models/settings.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tropero {

using namespace Qt::StringLiterals;

LaunchDialogs::LaunchDialogs(DaemonClient& client, const StateMirror& mirror, InstanceCommands& commands, ProcessEndings& endings, Theme& theme,
                             QWidget& window)
    : QObject(&window), m_client(client), m_mirror(mirror), m_commands(commands), m_endings(endings), m_theme(theme), m_window(window)
{
}

LaunchDialog* LaunchDialogs::make()
{
    auto* dialog = new LaunchDialog(m_theme, &m_mirror, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LaunchDialog::launchRequested, this, [this](const QList<AppSpec>& specs) {
        m_commands.createAll(specs);
        Q_EMIT requested();
    });
    connect(dialog, &LaunchDialog::updateRequested, this, [this](const QString& appId, const AppSpec& spec, InstanceCommands::Renewal renewal) {
        m_commands.update(appId, spec, renewal);
        Q_EMIT requested();
    });
    connect(dialog, &LaunchDialog::showPortRequested, this, &LaunchDialogs::showPortRequested);
    connect(dialog, &LaunchDialog::endRequested, this, [this, dialog](const platform::ProcessId& process) {
        m_endings.end({process}, false, dialog, [dialog, process](const platform::EndingReport& report) { dialog->setEnded(process, endingProblems(report)); });
    });
    connect(dialog, &LaunchDialog::stopRequested, this, [this](const QString& appId) {
        const AppStatus* app = m_mirror.app(appId);
        QList<int> numbers;
        for (const InstanceStatus& instance : app ? app->instances : QList<InstanceStatus>())
            numbers.append(instance.number);
        if (!numbers.isEmpty()) m_commands.run(InstanceCommands::Action::Stop, numbers);
    });
    const auto follow = [this, dialog] { dialog->setConnected(m_client.state() == DaemonClient::State::Connected); };
    connect(&m_client, &DaemonClient::stateChanged, dialog, follow);
    follow();
    return dialog;
}

LaunchDialog* LaunchDialogs::open(const std::function<bool(const LaunchDialog&)>& isMeant) const
{
    for (LaunchDialog* dialog : m_window.findChildren<LaunchDialog*>()) {
        if (dialog->isVisible() && isMeant(*dialog)) return dialog;
    }
    return nullptr;
}

void LaunchDialogs::present(LaunchDialog* dialog)
{
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void LaunchDialogs::launch(const QString& path)
{
    LaunchDialog* dialog = open([](const LaunchDialog& one) { return one.isBlank(); });
    if (!dialog) {
        dialog = make();
        if (m_defaults) dialog->setDefaults(m_defaults());
    }
    if (!path.isEmpty()) dialog->setPath(path);
    present(dialog);
}

void LaunchDialogs::launch(const AppSpec& spec, const QString& hint)
{
    LaunchDialog* dialog = make();
    dialog->setSpec(m_defaults ? withPolicies(spec, m_defaults()) : spec, hint);
    present(dialog);
}

void LaunchDialogs::ask(int number, void (LaunchDialogs::*openWith)(const AppStatus& app))
{
    // What the window knows has its secrets masked.
    m_client.call(ipc::method::appsList, {{u"target"_s, number}, {u"reveal"_s, true}}, this, [this, openWith](const Result<QJsonValue>& result) {
        const QJsonArray apps = result ? (*result)["apps"_L1].toArray() : QJsonArray();
        if (!result) Q_EMIT failed(result.error().message());
        else if (!apps.isEmpty()) (this->*openWith)(AppStatus::fromJson(apps.first().toObject()));
    });
}

void LaunchDialogs::edit(int number)
{
    ask(number, &LaunchDialogs::openEdit);
}

void LaunchDialogs::duplicate(int number)
{
    ask(number, &LaunchDialogs::openDuplicate);
}

void LaunchDialogs::openEdit(const AppStatus& app)
{
    LaunchDialog* dialog = open([&app](const LaunchDialog& one) { return one.appId() == app.id; });
    if (!dialog) {
        dialog = make();
        dialog->edit(app);
    }
    present(dialog);
}

void LaunchDialogs::openDuplicate(const AppStatus& app)
{
    LaunchDialog* dialog = make();
    dialog->duplicate(app.spec);
    present(dialog);
}

} // namespace tropero
