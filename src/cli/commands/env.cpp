// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/session.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class EnvCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(EnvCommand)

public:
    QString synopsis() const override { return tr("env <target> [--reveal]"); }
    QString details() const override
    {
        return tr("The variables that each instance gets when it starts: those of the shell that started it, those configured, those of Tropero.\n"
                  "Values of names that look like secrets are masked.");
    }
    QList<CommandOption> options() const override
    {
        return {{.name = u"reveal"_s, .help = tr("Show the values of secrets, too")}};
    }
    int leastTargets() const override { return 1; }
    int mostTargets() const override { return 1; }
    int run(Session& session, const ParsedOptions& options) override
    {
        QJsonObject params = session.targetParams(options.targets.constFirst());
        params.insert("reveal"_L1, options.has("reveal"_L1));
        const auto answer = session.call(ipc::method::appsEnvironment, params);
        if (!answer)
            return session.fail(answer.error());
        Console& console = session.console();
        const QJsonArray instances = answer->value("instances"_L1).toArray();
        int masked = 0;
        for (const QJsonValue value : instances) {
            const QJsonObject instance = value.toObject();
            if (instances.size() > 1)
                console.printLine(console.paint(Colour::Bold, u"# %1 (id %2)"_s.arg(instance.value("name"_L1).toString(), QString::number(instance.value("number"_L1).toInt()))));
            for (const QJsonValue entry : instance.value("variables"_L1).toArray()) {
                const QJsonObject variable = entry.toObject();
                masked += variable.value("secret"_L1).toBool() && !options.has("reveal"_L1) ? 1 : 0;
                const Colour colour = variable.value("origin"_L1).toString() == "shell"_L1 ? Colour::None : Colour::Cyan;
                console.printLine(console.paint(colour, variable.value("name"_L1).toString()) + ": "_L1 + variable.value("value"_L1).toString());
            }
        }
        if (masked > 0 && console.isTerminal())
            console.note(tr("Values of secrets are masked; --reveal shows them."));
        return 0;
    }
};

} // namespace

std::unique_ptr<Command> makeEnvCommand()
{
    return std::make_unique<EnvCommand>();
}

} // namespace tropero
