// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/interpreterchoice.h"

#include "desktop/elidedcombobox.h"
#include "desktop/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace tropero {

using namespace Qt::StringLiterals;

InterpreterChoice::InterpreterChoice(Theme& theme, QWidget* parent) : QWidget(parent), m_list(new ElidedComboBox(this)), m_other(new QLineEdit(this))
{
    m_list->setObjectName(u"interpreter"_s);
    m_other->setObjectName(u"interpreterProgram"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(theme.scaled(8));
    row->addWidget(m_list, 1);
    row->addWidget(m_other, 1);
    setFocusProxy(m_list);
    fill({});
    retranslate();
    connect(m_list, &QComboBox::currentIndexChanged, this, [this] {
        showOther();
        if (!m_other->isHidden()) m_other->setFocus();
        Q_EMIT changed();
    });
    connect(m_other, &QLineEdit::textChanged, this, &InterpreterChoice::changed);
}

QString InterpreterChoice::interpreter() const
{
    const QVariant chosen = m_list->currentData();
    return chosen.isValid() ? chosen.toString() : m_other->text().trimmed();
}

void InterpreterChoice::setInterpreter(const QString& interpreter)
{
    const QSignalBlocker quiet(this);
    fill(interpreter);
}

void InterpreterChoice::setNodes(const NodeChoices& nodes)
{
    m_nodes = nodes;
    const QSignalBlocker quiet(this);
    fill(interpreter());
}

void InterpreterChoice::fill(const QString& current)
{
    const QSignalBlocker quiet(m_list);
    QString usual = tr("Chosen by the file");
    for (const NodeChoice& node : std::as_const(m_nodes.installed)) {
        if (node.isDefault) usual = tr("Chosen by the file; Node %1 for JavaScript").arg(node.version.toString());
    }
    m_list->clear();
    m_list->addItem(usual, QString());
    if (!m_nodes.wanted.isEmpty()) {
        m_list->addItem(tr("Node %1, as %2 says").arg(m_nodes.wanted, m_nodes.wantedFrom), u"node@.nvmrc"_s);
        if (!m_nodes.problem.isEmpty()) m_list->setItemData(1, m_nodes.problem, Qt::ToolTipRole);
    }
    for (const NodeChoice& node : std::as_const(m_nodes.installed)) {
        m_list->addItem(u"Node %1 \u00b7 %2"_s.arg(node.version.toString(), node.source), node.interpreter);
        m_list->setItemData(m_list->count() - 1, node.program, Qt::ToolTipRole);
    }
    m_list->addItem(tr("None: the file runs itself"), u"none"_s);
    m_list->addItem(tr("Another program\u2026"));
    const int known = m_list->findData(current);
    m_list->setCurrentIndex(known >= 0 ? known : m_list->count() - 1);
    if (known < 0 && m_other->text().trimmed() != current) m_other->setText(current);
    showOther();
}

void InterpreterChoice::showOther()
{
    m_other->setVisible(!m_list->currentData().isValid());
}

void InterpreterChoice::retranslate()
{
    m_list->setAccessibleName(tr("Interpreter"));
    m_other->setAccessibleName(tr("Program that runs the script"));
    m_other->setPlaceholderText(tr("python3, bun, node@20\u2026"));
    setNodes(NodeChoices(m_nodes));
}

} // namespace tropero
