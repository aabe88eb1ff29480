// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/actions.h"
#include "cli/commands/commands.h"
#include "cli/configargument.h"
#include "cli/creation.h"
#include "cli/specoptions.h"
#include "core/specfields.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class RestartCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(RestartCommand)

public:
    QString synopsis() const override { return tr("restart <target|config file>... [options]"); }
    QString details() const override
    {
        return tr("Starts stopped apps, too. Options that are given become part of the app's settings; the value \"null\" sets one back:\n"
                  "  tropero restart api --max-memory-restart 300M\n"
                  "  tropero restart api --max-memory-restart null\n"
                  "A config file is read anew: its apps take the new settings over, missing ones are started.");
    }
    QList<CommandOption> options() const override
    {
        return QList<CommandOption>{
                   {.name = u"only"_s, .valueName = tr("NAMES"), .help = tr("Of a config file, only these apps (separated by commas)")},
                   {.name = u"update-env"_s, .letter = u"a"_s, .help = tr("Take over the variables of this shell")},
               }
            + listOptions() + specOptions();
    }
    int leastTargets() const override { return 1; }

    int run(Session& session, const ParsedOptions& options) override
    {
        const QJsonObject changes = specChanges(options, session.folder());
        if (!checkChanges(session, changes))
            return 1;
        for (const QString& word : options.targets) {
            const bool good = isConfigArgument(word, session.folder()) ? restartConfig(session, options, word)
                                                                       : restartTarget(session, options, word, changes);
            if (!good)
                return 1;
        }
        return printList(session, options);
    }

private:
    static bool checkChanges(Session& session, const QJsonObject& changes)
    {
        QStringList warnings;
        const auto checked = specFromJson(changes, {}, &warnings);
        for (const QString& warning : std::as_const(warnings))
            session.console().warning(warning);
        if (!checked)
            session.fail(checked.error());
        return checked.has_value();
    }

    static bool restartConfig(Session& session, const ParsedOptions& options, const QString& word)
    {
        const auto config = readConfigArgument(session, word, options.value("env"_L1), options.value("only"_L1));
        if (!config) {
            session.fail(config.error());
            return false;
        }
        return createApps(session, config->apps, {.apply = true});
    }

    static bool restartTarget(Session& session, const ParsedOptions& options, const QString& word, const QJsonObject& changes)
    {
        QJsonObject params = session.targetParams(word);
        params.insert("changes"_L1, changes);
        if (options.has("update-env"_L1))
            params.insert("shellEnvironment"_L1, shellEnvironment());
        const auto answer = session.call(ipc::method::instancesRestart, params, tr("Restarting %1").arg(word));
        if (!answer) {
            session.fail(answer.error());
            return false;
        }
        return reportInstances(session, Deed::Restarted, answer->value("instances"_L1).toArray(), answer->value("problems"_L1).toArray());
    }
};

} // namespace

std::unique_ptr<Command> makeRestartCommand()
{
    return std::make_unique<RestartCommand>();
}

} // namespace tropero
