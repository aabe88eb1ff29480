// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console.h"
#include "cli/listedapps.h"
#include "core/appspec.h"

#include <QJsonArray>

namespace tropero {

/// "Always, after 100 ms at first, ...": the restart policy as a sentence.
QString restartSentence(const RestartPolicy& policy);
/// "SIGINT to all its processes, SIGKILL after 1.6 s".
QString stopSentence(const StopPolicy& policy);

/// "when it listens, or after 3 s"; empty where nothing is waited for.
QString readySentence(const ReadinessPolicy& policy);
/// "src, lib; only js; after 500 ms".
QString watchSentence(const WatchPolicy& policy);

/// Everything about one instance in sections. `events` are those of the protocol, newest last; `now` is milliseconds since the epoch.
QString describeText(const ListedInstance& instance, const AppSpec& spec, const QJsonArray& events, qint64 now, const Console& console);

} // namespace tropero
