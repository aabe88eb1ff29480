// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mutedapps.h"

#include "models/settings.h"

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

QStringList listOf(const Settings& settings)
{
    QStringList names;
    for (const QString& part : settings.text(setting::mutedApps).split(u',', Qt::SkipEmptyParts)) {
        if (const QString name = part.simplified(); !name.isEmpty()) names.append(name);
    }
    return names;
}

/// As it stands in a list with commas.
QString listed(const QString& app)
{
    return QString(app).replace(u',', u' ').simplified();
}

} // namespace

bool isMuted(const Settings& settings, const QString& app)
{
    return listOf(settings).contains(listed(app));
}

Result<void> setMuted(Settings& settings, const QString& app, bool muted)
{
    QStringList names = listOf(settings);
    names.removeAll(listed(app));
    if (muted) names.append(listed(app));
    return settings.set(QString(setting::mutedApps), names.join(u", "_s));
}

} // namespace tropero
