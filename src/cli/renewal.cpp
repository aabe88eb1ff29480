// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/renewal.h"

#include "cli/configargument.h"
#include "cli/creation.h"
#include "cli/profilecheck.h"
#include "cli/specoptions.h"
#include "client/shellenvironment.h"
#include "core/specfields.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Renewal)
};

bool renewConfig(Session& session, const ParsedOptions& options, const QString& word, const Renewal& renewal)
{
    const auto config = readConfigArgument(session, word, options.value("env"_L1), options.value("only"_L1));
    if (!config) {
        session.fail(config.error());
        return false;
    }
    return createApps(session, config->apps, {.apply = true, .reload = renewal.reload});
}

bool renewTarget(Session& session, const ParsedOptions& options, const QString& word, const QJsonObject& changes, const Renewal& renewal)
{
    if (const auto there = checkProfile(session, changes.value("profile"_L1).toString(), word); !there) {
        session.fail(there.error());
        return false;
    }
    QJsonObject params = session.targetParams(word);
    params.insert("changes"_L1, changes);
    if (options.has("update-env"_L1))
        params.insert("shellEnvironment"_L1, shellEnvironment());
    for (auto entry = renewal.more.constBegin(); entry != renewal.more.constEnd(); ++entry)
        params.insert(entry.key(), entry.value());
    const auto answer = session.call(renewal.method, params, renewal.waitingFor.arg(word));
    if (!answer) {
        if (session.interruptedBy() == 0)
            session.fail(answer.error());
        return false;
    }
    reportNotes(session, answer->value("notes"_L1).toArray());
    return reportInstances(session, renewal.deed, answer->value("instances"_L1).toArray(), answer->value("problems"_L1).toArray());
}

} // namespace

bool checkChanges(Session& session, const QJsonObject& changes)
{
    QStringList warnings;
    const auto checked = specFromJson(changes, {}, &warnings);
    for (const QString& warning : std::as_const(warnings))
        session.console().warning(warning);
    if (!checked)
        session.fail(checked.error());
    return checked.has_value();
}

QList<CommandOption> renewalOptions()
{
    return QList<CommandOption>{
               {.name = u"only"_s, .valueName = Texts::tr("NAMES"), .help = Texts::tr("Of a config file, only these apps (separated by commas)")},
               {.name = u"update-env"_s, .letter = u"a"_s, .help = Texts::tr("Take over the variables of this shell")},
           }
        + listOptions() + specOptions();
}

int renew(Session& session, const ParsedOptions& options, const Renewal& renewal)
{
    const QJsonObject changes = givenSpec(options, session.folder());
    if (!checkChanges(session, changes))
        return 1;
    for (const QString& word : options.targets) {
        const bool good = isConfigArgument(word, session.folder()) ? renewConfig(session, options, word, renewal)
                                                                   : renewTarget(session, options, word, changes, renewal);
        if (!good)
            return 1;
    }
    return printList(session, options);
}

} // namespace tropero
