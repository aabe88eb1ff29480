// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace tropero {

class StateMirror;

/// Which one of several selected instances is meant; hidden while there is no choice.
class InstanceChoice : public QComboBox
{
    Q_OBJECT

public:
    InstanceChoice(const StateMirror& mirror, QWidget* parent = nullptr);

    /// Keeps the chosen one if it is among them.
    void setInstances(const QList<int>& numbers);
    int chosen() const; ///< -1: none

Q_SIGNALS:
    void changed();

private:
    const StateMirror& m_mirror;
    QList<int> m_numbers;
};

} // namespace tropero
