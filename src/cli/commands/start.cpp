// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/actions.h"
#include "cli/commands/commands.h"
#include "cli/configargument.h"
#include "cli/creation.h"
#include "cli/logview.h"
#include "cli/profilecheck.h"
#include "cli/specoptions.h"
#include "client/shellenvironment.h"
#include "core/specfields.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class StartCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(StartCommand)

public:
    QString synopsis() const override { return tr("start [script|command|config file|target]... [options] [-- arguments of the app]"); }
    QString details() const override
    {
        return tr("  tropero start server.js                    a script; the interpreter is found by its ending or first line\n"
                  "  tropero start npm --name web -- run dev    a program from PATH with arguments\n"
                  "  tropero start \"node server.js --port 80\"   a command line, run by the shell\n"
                  "  tropero start api.js -i 4 --increment-var PORT\n"
                  "  tropero start ecosystem.config.js --only api --env production\n"
                  "  tropero start api                          an app of the list again, by name, id or namespace\n"
                  "  tropero start                              ecosystem.config.js, .json or .yml of this folder\n"
                  "  tropero start -                            a config as JSON or YAML from standard input");
    }
    QList<CommandOption> options() const override
    {
        return QList<CommandOption>{
                   {.name = u"force"_s, .letter = u"f"_s, .help = tr("Start a second app of the same name and script")},
                   {.name = u"only"_s, .valueName = tr("NAMES"), .help = tr("Of a config file, only these apps (separated by commas)")},
                   {.name = u"attach"_s, .help = tr("Follow the output afterwards")},
                   {.name = u"update-env"_s, .letter = u"a"_s, .help = tr("An app that is started again gets the variables of this shell")},
               }
            + listOptions() + specOptions();
    }
    bool takesRest() const override { return true; }

    int run(Session& session, const ParsedOptions& options) override
    {
        QStringList words = options.targets;
        if (words.isEmpty()) {
            const auto config = defaultConfigFile(session.folder());
            if (!config)
                return session.fail(config.error());
            words.append(*config);
        }
        m_changes = givenSpec(options, session.folder());
        for (const QString& word : words)
            if (!startWord(session, options, word))
                return 1;
        if (const int listed = printList(session, options); listed != 0)
            return listed;
        if (!options.has("attach"_L1))
            return 0;
        session.console().flush();
        return showLogs(session, {.numbers = m_numbers});
    }

private:
    bool startWord(Session& session, const ParsedOptions& options, const QString& word)
    {
        if (isConfigArgument(word, session.folder()))
            return startConfig(session, options, word);
        const auto existing = startExisting(session, options, word);
        if (!existing) {
            session.fail(existing.error());
            return false;
        }
        return *existing == Existing::Started || (*existing == Existing::None && startScript(session, options, word));
    }

    bool startConfig(Session& session, const ParsedOptions& options, const QString& word)
    {
        auto config = readConfigArgument(session, word, options.value("env"_L1), options.value("only"_L1));
        if (!config) {
            session.fail(config.error());
            return false;
        }
        QJsonObject changes = m_changes;
        changes.remove("profile"_L1);
        if (config->apps.size() > 1)
            changes.remove("name"_L1);
        for (AppSpec& app : config->apps)
            if (!applyChanges(session, app, changes))
                return false;
        return createApps(session, config->apps, {.apply = true}, &m_numbers);
    }

    enum class Existing { None, Started, Failed };

    /// As PM2: a word that looks like no file is first an app of the list.
    Result<Existing> startExisting(Session& session, const ParsedOptions& options, const QString& word)
    {
        const bool all = word == "all"_L1;
        bool isNumber = false;
        word.toInt(&isNumber);
        const bool pattern = word.size() > 2 && word.startsWith(u'/') && word.endsWith(u'/');
        const bool looksLikeName = !word.contains(u'/') && !word.contains(u'\\') && !QFileInfo::exists(QDir(session.folder()).filePath(word));
        const bool asNew = options.hasRest || options.has("name"_L1) || options.has("force"_L1);
        if (!all && !pattern && !isNumber && (!looksLikeName || asNew))
            return Existing::None;

        if (const auto there = checkProfile(session, m_changes.value("profile"_L1).toString(), word); !there)
            return std::unexpected(there.error());
        QJsonObject params = session.targetParams(word);
        params.insert("changes"_L1, m_changes);
        if (options.has("update-env"_L1))
            params.insert("shellEnvironment"_L1, shellEnvironment());
        const auto answer = session.call(ipc::method::instancesRestart, params, tr("Starting %1").arg(word));
        if (!answer && answer.error().code == ErrorCode::NotFound && !all && !pattern && !isNumber)
            return Existing::None;
        if (!answer)
            return std::unexpected(answer.error());
        const QJsonArray instances = answer->value("instances"_L1).toArray();
        for (const QJsonValue instance : instances)
            m_numbers.append(instance.toObject().value("number"_L1).toInt());
        const bool good = reportInstances(session, Deed::Started, instances, answer->value("problems"_L1).toArray());
        return good ? Existing::Started : Existing::Failed;
    }

    bool startScript(Session& session, const ParsedOptions& options, const QString& word)
    {
        AppSpec spec;
        spec.script = word;
        spec.args = options.rest;
        QJsonObject changes = m_changes;
        if (const QString profile = changes.take("profile"_L1).toString(); !profile.isEmpty())
            session.console().warning(tr("--env %1 has no effect: only an app of a config file can have an env_%1").arg(profile));
        if (!applyChanges(session, spec, changes))
            return false;
        if (spec.name.isEmpty())
            spec.name = defaultAppName(word);
        if (spec.cwd.isEmpty())
            spec.cwd = session.folder();
        if (const auto valid = validateSpec(spec); !valid) {
            session.fail(valid.error());
            return false;
        }
        return createApps(session, {spec}, {.force = options.has("force"_L1)}, &m_numbers);
    }

    static bool applyChanges(Session& session, AppSpec& spec, const QJsonObject& changes)
    {
        QStringList warnings;
        auto changed = specFromJson(changes, spec, &warnings);
        for (const QString& warning : std::as_const(warnings))
            session.console().warning(warning);
        if (!changed) {
            session.fail(changed.error());
            return false;
        }
        spec = *changed;
        return true;
    }

    QJsonObject m_changes;
    QList<int> m_numbers;
};

} // namespace

std::unique_ptr<Command> makeStartCommand()
{
    return std::make_unique<StartCommand>();
}

} // namespace tropero
