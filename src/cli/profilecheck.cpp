// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/profilecheck.h"

#include "core/instancestatus.h"
#include "core/nearest.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ProfileCheck)
};

} // namespace

Result<void> checkProfile(const QString& profile, const AppSpec& spec)
{
    if (profile.isEmpty() || spec.envProfiles.contains(profile))
        return {};
    const QStringList names = spec.envProfiles.keys();
    const QString near = nearestMatch(profile, names);
    QString remedy = names.isEmpty() ? Texts::tr("It has no profile at all: write env_%1 in its config file, or add one in the window").arg(profile)
                                     : Texts::tr("It has: %1").arg(names.join(", "_L1));
    if (!near.isEmpty())
        remedy = Texts::tr("Did you mean \"%1\"? It has: %2").arg(near, names.join(", "_L1));
    return failure(ErrorCode::NotFound, Texts::tr("Cannot choose the profile \"%1\"").arg(profile), spec.name, Texts::tr("the app has no env_%1").arg(profile), remedy);
}

Result<void> checkProfile(Session& session, const QString& profile, const QString& target)
{
    if (profile.isEmpty())
        return {};
    const auto listed = session.call(ipc::method::appsList, session.targetParams(target));
    const QJsonArray apps = listed ? listed->value("apps"_L1).toArray() : QJsonArray();
    for (const QJsonValue app : apps) {
        if (const auto there = checkProfile(profile, AppStatus::fromJson(app.toObject()).spec); !there)
            return there;
    }
    return {};
}

} // namespace tropero
