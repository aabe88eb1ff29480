// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/nodechoices.h"

#include "platform/nodeversions.h"

#include <QFileInfo>
#include <QOperatingSystemVersion>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

NodeChoices nodeChoices(const EnvironmentMap& environment, const QString& folder)
{
    const platform::NodeVersions versions(environment, QOperatingSystemVersion::currentType() == QOperatingSystemVersion::Windows);
    const Result<QString> standard = versions.inPath();
    const QString standardFile = standard ? QFileInfo(*standard).canonicalFilePath() : QString();
    NodeChoices choices;
    for (const platform::NodeVersions::Installed& each : versions.installed()) {
        const QString request = u"node@"_s + each.version.toString();
        // Of two places with one version a request finds the first.
        const bool isFirst = std::ranges::none_of(choices.installed, [&each](const NodeChoice& other) { return other.version == each.version; });
        choices.installed.append({each.version, each.program, each.manager, isFirst ? request : each.program,
                                  !standardFile.isEmpty() && QFileInfo(each.program).canonicalFilePath() == standardFile});
    }
    const std::optional<platform::NodeVersions::Wanted> wanted = platform::NodeVersions::wantedIn(folder);
    if (!wanted)
        return choices;
    choices.wanted = wanted->text;
    choices.wantedFrom = wanted->file;
    if (const Result<QString> program = versions.find(u"node@.nvmrc"_s, folder))
        choices.wantedProgram = *program;
    else
        choices.problem = program.error().message();
    return choices;
}

} // namespace tropero
