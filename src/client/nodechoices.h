// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QList>
#include <QString>
#include <QVersionNumber>

namespace tropero {

/// A Node that an app can be run with.
struct NodeChoice
{
    QVersionNumber version;
    QString program;     ///< absolute
    QString source;      ///< "nvm", "fnm", "volta", ..., "PATH"
    QString interpreter; ///< what AppSpec::interpreter says for it: "node@20.11.1", or the program where a version would not find it
    bool isDefault = false; ///< the one that a script without an interpreter gets
};

struct NodeChoices
{
    QList<NodeChoice> installed; ///< highest version first
    QString wanted;              ///< what the folder asks for, as written: "20", "lts/iron"; empty: nothing
    QString wantedFrom;          ///< the file that says so
    QString wantedProgram;       ///< the installed one that fits; empty: none does, for the reason in `problem`
    QString problem;
};

/// Looks where version managers keep what they installed, and into PATH. Reads files, starts nothing; call it off the GUI thread.
/// `environment`: what the app will get; `folder`: where its .nvmrc, .node-version, .tool-versions or package.json with "volta" is looked for.
NodeChoices nodeChoices(const EnvironmentMap& environment, const QString& folder);

} // namespace tropero
