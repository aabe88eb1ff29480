// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/configfile.h"

#include <QJsonValue>

namespace tropero {

/// The apps that the content of a config file describes. `path` is for messages; relative folders are resolved against `folder`.
Result<ConfigFile> configFromJson(const QJsonValue& root, const QString& path, const QString& folder, const QString& profile);

} // namespace tropero
