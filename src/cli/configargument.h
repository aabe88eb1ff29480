// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"
#include "client/configfile.h"

namespace tropero {

/// Is the word a config file: "-", or a file with such a name?
bool isConfigArgument(const QString& word, const QString& folder);

/// Reads it, prints its warnings, keeps only the apps of `only` (names separated by commas; empty: all). A name of `only` that the file
/// does not have is NotFound.
Result<ConfigFile> readConfigArgument(Session& session, const QString& word, const QString& profile, const QString& only);

/// The config file that "start" without an argument means; NotFound says which names were looked for.
Result<QString> defaultConfigFile(const QString& folder);

} // namespace tropero
