// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/session.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class IdCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(IdCommand)

public:
    QString synopsis() const override { return tr("id <target>"); }
    QString details() const override { return tr("Prints [] when there is no such app."); }
    int leastTargets() const override { return 1; }
    int mostTargets() const override { return 1; }
    int run(Session& session, const ParsedOptions& options) override
    {
        const auto answer = session.call(ipc::method::instancesSelect, session.targetParams(options.targets.constFirst()));
        if (!answer && answer.error().code != ErrorCode::NotFound)
            return session.fail(answer.error());
        QStringList numbers;
        if (answer)
            for (const QJsonValue number : answer->value("numbers"_L1).toArray())
                numbers.append(QString::number(number.toInt()));
        session.console().printLine(numbers.isEmpty() ? u"[]"_s : u"[ %1 ]"_s.arg(numbers.join(", "_L1)));
        return 0;
    }
};

} // namespace

std::unique_ptr<Command> makeIdCommand()
{
    return std::make_unique<IdCommand>();
}

} // namespace tropero
