// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/nodechoices.h"

#include <QWidget>

class QLineEdit;

namespace tropero {

class ElidedComboBox;
class Theme;

/// What runs the script: found by its ending, one of the Nodes that are installed, or another program.
class InterpreterChoice : public QWidget
{
    Q_OBJECT

public:
    explicit InterpreterChoice(Theme& theme, QWidget* parent = nullptr);

    /// As AppSpec::interpreter.
    QString interpreter() const;
    void setInterpreter(const QString& interpreter);
    void setNodes(const NodeChoices& nodes);
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void fill(const QString& current);
    void showOther();

    NodeChoices m_nodes;
    ElidedComboBox* m_list;
    QLineEdit* m_other;
};

} // namespace tropero
