// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/actions.h"
#include "cli/commands/commands.h"

#include <QCoreApplication>
#include <QSet>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class ScaleCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ScaleCommand)

public:
    QString synopsis() const override { return tr("scale <target> <number|+number|-number|max>"); }
    QString details() const override
    {
        return tr("Gives an app more or fewer instances, and remembers it. The newest go first; \"max\" is one for each processor.\n"
                  "  tropero scale api 4\n"
                  "  tropero scale api +2\n"
                  "  tropero scale api -1");
    }
    QList<CommandOption> options() const override { return listOptions(); }
    int leastTargets() const override { return 2; }
    int mostTargets() const override { return 2; }

    int run(Session& session, const ParsedOptions& options) override
    {
        const QString target = options.targets.at(0);
        QJsonObject params = session.targetParams(target);
        params.insert("count"_L1, options.targets.at(1));
        const auto answer = session.call(ipc::method::appsScale, params, tr("Scaling %1").arg(target));
        if (!answer)
            return session.fail(answer.error());
        QSet<int> added;
        for (const QJsonValue value : answer->value("apps"_L1).toArray())
            added += reportApp(session, value.toObject());
        // Of the others nothing was changed; what did not come up of the new ones is an error.
        QJsonArray started;
        for (const QJsonValue instance : answer->value("instances"_L1).toArray())
            if (added.contains(instance.toObject().value("number"_L1).toInt()) && instance.toObject().value("wantedUp"_L1).toBool())
                started.append(instance);
        if (!reportInstances(session, Deed::Started, started, answer->value("problems"_L1).toArray()))
            return 1;
        return printList(session, options);
    }

private:
    static QSet<int> reportApp(Session& session, const QJsonObject& app)
    {
        QSet<int> added;
        for (const QJsonValue number : app.value("added"_L1).toArray())
            added.insert(number.toInt());
        const int before = app.value("before"_L1).toInt();
        const int after = app.value("after"_L1).toInt();
        if (before != after && !session.console().isSilent())
            session.console().printLine(tr("Scaled %1 from %2 to %3").arg(app.value("name"_L1).toString()).arg(before).arg(after));
        return added;
    }
};

} // namespace

std::unique_ptr<Command> makeScaleCommand()
{
    return std::make_unique<ScaleCommand>();
}

} // namespace tropero
