// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/optionparser.h"

#include <QJsonObject>

namespace tropero {

/// The options that describe an app, from the table of its fields.
QList<CommandOption> specOptions();

/// What of a spec was given on the command line, by canonical key. The value "null" is null: back to the default. A relative --cwd starts
/// from `folder`.
QJsonObject givenSpec(const ParsedOptions& options, const QString& folder);

} // namespace tropero
