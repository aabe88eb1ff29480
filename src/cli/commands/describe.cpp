// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/description.h"
#include "cli/selection.h"

#include <QCoreApplication>
#include <QDateTime>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownEvents = 5;

class DescribeCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(DescribeCommand)

public:
    QString synopsis() const override { return tr("describe <target>"); }
    int leastTargets() const override { return 1; }
    int mostTargets() const override { return 1; }

    int run(Session& session, const ParsedOptions& options) override
    {
        const auto instances = selectedInstances(session, options.targets.constFirst());
        if (!instances)
            return session.fail(instances.error());
        Console& console = session.console();
        bool first = true;
        for (const ListedInstance& instance : *instances) {
            if (!first)
                console.printLine();
            first = false;
            const qint64 now = QDateTime::currentMSecsSinceEpoch();
            console.print(describeText(instance, eventsOf(session, instance.status.number), now, console));
        }
        return 0;
    }

private:
    /// History is no part of supervision: when it is lost, the section is left out.
    static QJsonArray eventsOf(Session& session, int number)
    {
        QJsonObject params = session.targetParams(QString::number(number));
        params.insert("limit"_L1, shownEvents);
        const auto answer = session.call(ipc::method::historyEvents, params);
        return answer ? answer->value("events"_L1).toArray() : QJsonArray();
    }
};

} // namespace

std::unique_ptr<Command> makeDescribeCommand()
{
    return std::make_unique<DescribeCommand>();
}

} // namespace tropero
