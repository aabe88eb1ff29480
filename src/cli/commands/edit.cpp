// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/actions.h"
#include "cli/commands/commands.h"
#include "cli/profilecheck.h"
#include "cli/renewal.h"
#include "cli/specoptions.h"
#include "core/instancestatus.h"
#include "core/specchange.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class EditCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(EditCommand)

public:
    QString synopsis() const override { return tr("edit <target>... [options]"); }
    QString details() const override
    {
        return tr("Changes settings and restarts nothing. Policies, limits, watch, schedule and logs are in effect at once; what a process is started with\n"
                  "waits for the next start, and is named. The value \"null\" sets one back:\n"
                  "  tropero edit api --max-restarts 5 --max-memory-restart 300M\n"
                  "  tropero edit api --port 4000\n"
                  "  tropero edit api --max-memory-restart null");
    }
    QList<CommandOption> options() const override { return listOptions() + specOptions(); }
    int leastTargets() const override { return 1; }

    int run(Session& session, const ParsedOptions& options) override
    {
        const QJsonObject changes = givenSpec(options, session.folder());
        if (changes.isEmpty())
            return session.fail({ErrorCode::InvalidArgument, tr("There is nothing to change"), {}, tr("no setting was given"), tr("Give one, such as --max-restarts 5")});
        if (!checkChanges(session, changes))
            return 1;
        for (const QString& target : options.targets) {
            const auto listed = session.call(ipc::method::appsList, session.targetParams(target));
            if (!listed)
                return session.fail(listed.error());
            for (const QJsonValue app : listed->value("apps"_L1).toArray()) {
                if (!edit(session, app.toObject(), changes))
                    return 1;
            }
        }
        return printList(session, options);
    }

private:
    static bool edit(Session& session, const QJsonObject& app, const QJsonObject& changes)
    {
        QJsonObject spec = app.value("spec"_L1).toObject();
        const QString name = spec.value("name"_L1).toString();
        const AppSpec before = AppStatus::fromJson(app).spec;
        if (const auto there = checkProfile(changes.value("profile"_L1).toString(), before); !there) {
            session.fail(there.error());
            return false;
        }
        if (!spec.contains("exec_mode"_L1)) // else a mode would follow from new instances
            spec.insert("exec_mode"_L1, before.execMode == ExecMode::Cluster ? u"cluster"_s : u"fork"_s);
        for (auto change = changes.constBegin(); change != changes.constEnd(); ++change)
            spec.insert(change.key(), *change);
        const auto answer = session.call(ipc::method::appsUpdate, {{u"app"_s, app.value("id"_L1)}, {u"spec"_s, spec}}, tr("Changing %1").arg(name));
        if (!answer) {
            session.fail(answer.error());
            return false;
        }
        const QString applied = titles(answer->value("applied"_L1).toArray());
        const QString waiting = titles(answer->value("needsRestart"_L1).toArray());
        if (!session.console().isSilent()) {
            if (!applied.isEmpty())
                session.console().printLine(tr("%1: in effect: %2").arg(name, applied));
            if (!waiting.isEmpty())
                session.console().printLine(tr("%1: from the next start on: %2").arg(name, waiting));
            if (applied.isEmpty() && waiting.isEmpty())
                session.console().printLine(tr("%1: has these settings already").arg(name));
        }
        return reportInstances(session, Deed::Started, {}, answer->value("problems"_L1).toArray());
    }

    static QString titles(const QJsonArray& keys)
    {
        QStringList list;
        for (const QJsonValue key : keys)
            list.append(specFieldTitle(key.toString()));
        return list.join(u", "_s);
    }
};

} // namespace

std::unique_ptr<Command> makeEditCommand()
{
    return std::make_unique<EditCommand>();
}

} // namespace tropero
