// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"

#include <QJsonArray>
#include <QString>

namespace tropero {
class MetricsHistory;
}

namespace tropero::test {

/// A believable handful of apps in every state, with log files (and their index) written into the folder.
QList<AppStatus> sampleApps(const QString& logFolder);
/// What happened to them, as history.events tells it.
QJsonArray sampleEvents();
/// What the daemon would answer to history.metrics and apps.environment.
QJsonValue sampleMetrics(const QJsonObject& params);
QJsonValue sampleEnvironment(const QJsonObject& params);
/// A minute of believable figures before those of now.
void addPast(MetricsHistory& history, const QList<AppStatus>& apps);
/// Many apps, some with many instances.
QList<AppStatus> crowdedApps(int apps);

} // namespace tropero::test
