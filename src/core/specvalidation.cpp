// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfields.h"

#include "core/nodescript.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

struct SpecValidationText
{
    Q_DECLARE_TR_FUNCTIONS(SpecValidationText)
};

constexpr int mostInstances = 1000;
constexpr qsizetype longestName = 255;

/// Why commands could not mean an app of this name; empty: they can.
QString nameProblem(const QString& name)
{
    if (name.trimmed().isEmpty())
        return SpecValidationText::tr("it is empty");
    if (name == "all"_L1)
        return SpecValidationText::tr("commands take it for all apps");
    if (name.size() > 2 && name.startsWith(u'/') && name.endsWith(u'/'))
        return SpecValidationText::tr("commands take it for a regular expression");
    if (name.size() > longestName)
        return SpecValidationText::tr("it is longer than %1 characters").arg(longestName);
    if (std::any_of(name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return SpecValidationText::tr("it has control characters");
    return {};
}

bool isOwnUser(const QString& user)
{
    return user == qEnvironmentVariable("USER") || user == qEnvironmentVariable("LOGNAME");
}

Result<void> validateMode(const AppSpec& spec)
{
    const QString what = SpecValidationText::tr("App \"%1\" cannot be started").arg(spec.name);
    const bool cluster = spec.execMode == ExecMode::Cluster;
    const bool ownSockets = !spec.cluster.listen.isEmpty();
    if (!cluster && ownSockets)
        return failure(ErrorCode::InvalidArgument, what, u"listen"_s, SpecValidationText::tr("only instances in cluster mode share sockets"),
                       SpecValidationText::tr("Set \"exec_mode\" to cluster, or take \"listen\" out"));
    if (!cluster || ownSockets)
        return {};
    if (looksForeignToNode(spec))
        return failure(ErrorCode::InvalidArgument, what, u"exec_mode"_s, SpecValidationText::tr("a cluster of a program that is not Node needs sockets to share"),
                       SpecValidationText::tr("Name its ports in \"listen\", or set \"exec_mode\" to fork"));
    if (!spec.user.isEmpty() && !isOwnUser(spec.user))
        return failure(ErrorCode::Unsupported, what, u"uid"_s, SpecValidationText::tr("the workers of a Node cluster run as the user of the daemon"),
                       SpecValidationText::tr("Set \"exec_mode\" to fork, or take \"uid\" out"));
    if (!spec.group.isEmpty())
        return failure(ErrorCode::Unsupported, what, u"gid"_s, SpecValidationText::tr("the workers of a Node cluster run with the groups of the daemon"),
                       SpecValidationText::tr("Set \"exec_mode\" to fork, or take \"gid\" out"));
    return {};
}

} // namespace

Result<void> validateSpec(const AppSpec& spec)
{
    if (spec.script.trimmed().isEmpty())
        return failure(ErrorCode::InvalidArgument, SpecValidationText::tr("No script given"), spec.name,
                       SpecValidationText::tr("an app needs a script, program or command line to run"), SpecValidationText::tr("Set \"script\""));
    if (const QString problem = nameProblem(spec.name); !problem.isEmpty())
        return failure(ErrorCode::InvalidArgument, SpecValidationText::tr("The name cannot be used"), spec.name.left(longestName), problem,
                       SpecValidationText::tr("Choose another name"));
    if (const QString problem = nameProblem(spec.nameSpace); !problem.isEmpty())
        return failure(ErrorCode::InvalidArgument, SpecValidationText::tr("The namespace cannot be used"), spec.nameSpace.left(longestName), problem,
                       SpecValidationText::tr("Choose another namespace"));
    if (spec.instances < 1 || spec.instances > mostInstances)
        return failure(ErrorCode::InvalidArgument, SpecValidationText::tr("Wrong number of instances of app \"%1\"").arg(spec.name),
                       QString::number(spec.instances), SpecValidationText::tr("expected 1 to %1").arg(mostInstances));
    return validateMode(spec);
}

QString defaultAppName(const QString& script)
{
    QString name = script.trimmed();
    while (name.endsWith(u'/') || name.endsWith(u'\\'))
        name.chop(1);
    name = name.mid(std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1);
    if (const qsizetype dot = name.lastIndexOf(u'.'); dot > 0)
        name.truncate(dot);
    name = name.trimmed();
    return name.isEmpty() || name == "."_L1 || name == ".."_L1 ? u"app"_s : name;
}

} // namespace tropero
