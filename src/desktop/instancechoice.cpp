// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/instancechoice.h"

#include "client/statemirror.h"

#include <QSet>

namespace tropero {

InstanceChoice::InstanceChoice(const StateMirror& mirror, QWidget* parent) : QComboBox(parent), m_mirror(mirror)
{
    hide();
    connect(this, &QComboBox::activated, this, &InstanceChoice::changed);
}

void InstanceChoice::setInstances(const QList<int>& numbers)
{
    if (m_numbers == numbers && count() > 0) return;
    m_numbers = numbers;
    const int before = chosen();
    const QSet<int> wanted(numbers.begin(), numbers.end());
    clear();
    for (const AppStatus& app : m_mirror.apps()) {
        for (const InstanceStatus& instance : app.instances) {
            if (!wanted.contains(instance.number)) continue;
            const QString name = app.instances.size() > 1 ? app.spec.name + u' ' + QString::number(instance.index) : app.spec.name;
            addItem(tr("%1 (id %2)").arg(name).arg(instance.number), instance.number);
        }
    }
    setCurrentIndex(std::max(0, findData(before)));
    setVisible(count() > 1);
    if (chosen() != before) Q_EMIT changed();
}

int InstanceChoice::chosen() const
{
    return count() > 0 ? currentData().toInt() : -1;
}

} // namespace tropero
