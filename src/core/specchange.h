// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tropero {

/// When a change to an app that runs takes effect.
enum class ChangeEffect {
    Live,      ///< at once
    NextStart, ///< in processes that are started after it: a restart or a reload
    Restart,   ///< as NextStart, but a reload does not do, since old and new processes cannot run side by side
};

struct SpecChange
{
    QString key;      ///< of the field; "env_NAME" for a block of variables
    QString title;    ///< translated, "Arguments"
    ChangeEffect effect = ChangeEffect::Live;
    QStringList variables = {}; ///< of env and env_NAME: names that are new, changed or gone

    bool operator==(const SpecChange&) const = default;
};

/// The fields that differ, in the order of specFields(), then env_NAME blocks.
QList<SpecChange> specChanges(const AppSpec& before, const AppSpec& after);

/// Keys of those that take effect at once, or of those that wait for a start.
QStringList keysOf(const QList<SpecChange>& changes, bool live);

/// A short name of the field for labels, translated: "Stop signal". The key itself for an unknown one.
QString specFieldTitle(const QString& key);

} // namespace tropero
