// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/actions.h"
#include "cli/commands/commands.h"
#include "cli/orderedvalue.h"
#include "cli/terminaltext.h"
#include "core/errorwords.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class TriggerCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(TriggerCommand)

public:
    QString synopsis() const override { return tr("trigger <target> <action> [parameter]"); }
    QString details() const override
    {
        return tr("Calls an action that the app offers (\"describe\" shows them) in each instance that has it, and prints the replies as\n"
                  "[name:namespace:id]=reply.");
    }
    int leastTargets() const override { return 2; }
    int mostTargets() const override { return 3; }

    int run(Session& session, const ParsedOptions& options) override
    {
        QJsonObject params = session.targetParams(options.targets.at(0));
        params.insert("action"_L1, options.targets.at(1));
        if (options.targets.size() > 2)
            params.insert("parameter"_L1, options.targets.at(2));
        const auto answer = session.call(ipc::method::instancesTrigger, params, tr("Waiting for the reply of %1").arg(options.targets.at(0)));
        if (!answer)
            return session.fail(answer.error());
        bool good = true;
        for (const QJsonValue value : answer->value("problems"_L1).toArray()) {
            session.console().error(translatedError(value.toObject().value("error"_L1).toObject()));
            good = false;
        }
        for (const QJsonValue value : answer->value("replies"_L1).toArray())
            good = printReply(session, value.toObject()) && good;
        return good ? 0 : 1;
    }

private:
    static bool printReply(Session& session, const QJsonObject& reply)
    {
        const QString who = u"[%1:%2:%3]="_s.arg(reply.value("name"_L1).toString(), reply.value("namespace"_L1).toString(),
                                                QString::number(reply.value("number"_L1).toInt()));
        if (reply.contains("error"_L1)) {
            Error error = translatedError(reply.value("error"_L1).toObject());
            session.console().error({error.code, who + error.what, error.subject, error.why, error.remedy});
            return false;
        }
        const QJsonValue text = reply.value("reply"_L1);
        Console& console = session.console();
        QStringList lines = (text.isString() ? text.toString() : QString::fromUtf8(compactJson(text))).split(u'\n');
        for (QString& line : lines)
            line = harmlessText(line);
        console.printLine(console.paint(Colour::Bold, who) + lines.join(u'\n'));
        return true;
    }
};

} // namespace

std::unique_ptr<Command> makeTriggerCommand()
{
    return std::make_unique<TriggerCommand>();
}

} // namespace tropero
