// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/session.h"
#include "core/specfields.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class SchemaCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(SchemaCommand)

public:
    QString synopsis() const override { return tr("schema"); }
    QString details() const override
    {
        return tr("Editors complete and check config files with it: tropero schema > tropero.schema.json, then\n"
                  "\"$schema\": \"./tropero.schema.json\" in the config file.");
    }
    int mostTargets() const override { return 0; }
    int run(Session& session, const ParsedOptions&) override
    {
        session.console().printBytes(QJsonDocument(configSchema()).toJson());
        return 0;
    }
};

} // namespace

std::unique_ptr<Command> makeSchemaCommand()
{
    return std::make_unique<SchemaCommand>();
}

} // namespace tropero
