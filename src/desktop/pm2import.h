// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/configfile.h"

#include <QObject>

class QWidget;

namespace tropero {

class InstanceCommands;

/// Takes over the apps that PM2 has saved, after a look at them.
class Pm2Import : public QObject
{
    Q_OBJECT

public:
    Pm2Import(InstanceCommands& commands, QObject* parent = nullptr);

    /// There is a list with something in it.
    static bool isPossible();
    void ask(QWidget* window);

Q_SIGNALS:
    void failed(const QString& message);

private:
    InstanceCommands& m_commands;
};

} // namespace tropero
