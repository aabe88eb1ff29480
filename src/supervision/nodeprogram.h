// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace tropero {

/// True for a program called node or nodejs (.exe).
bool isNode(const QString& interpreterPath);

/// Folder of hook.cjs and primary.cjs: "agent" beside the programs, else share/tropero/agent or lib/tropero/agent of their installation. Empty if nowhere.
QString agentFolder(const QString& applicationFolder = QCoreApplication::applicationDirPath());

} // namespace tropero
