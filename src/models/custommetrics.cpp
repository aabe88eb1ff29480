// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/custommetrics.h"

#include "client/statemirror.h"
#include "core/figurevalue.h"

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNames = 64; ///< of an app that invents a new one each time

} // namespace

CustomMetrics::CustomMetrics(const StateMirror& mirror, QObject* parent) : QObject(parent), m_mirror(mirror)
{
    connect(&mirror, &StateMirror::instancesChanged, this, [this](const QString& id) {
        if (const AppStatus* app = m_mirror.app(id)) collect(*app);
    });
    connect(&mirror, &StateMirror::reset, this, &CustomMetrics::collectAll);
}

void CustomMetrics::setInstances(const QList<int>& numbers)
{
    const QSet<int> wanted(numbers.begin(), numbers.end());
    if (m_numbers == wanted) return;
    m_numbers = wanted;
    m_units.clear();
    collectAll();
    Q_EMIT namesChanged();
}

void CustomMetrics::collectAll()
{
    for (const AppStatus& app : m_mirror.apps())
        collect(app);
}

void CustomMetrics::collect(const AppStatus& app)
{
    QHash<QString, QString> units;
    for (const InstanceStatus& instance : app.instances) {
        if (instance.metrics.isEmpty() || instance.pid == 0 || !m_numbers.contains(instance.number)) continue;
        for (auto metric = instance.metrics.constBegin(); metric != instance.metrics.constEnd(); ++metric)
            if (figureValue(metric.value())) units.insert(metric.key(), metric.value()["unit"_L1].toString().simplified());
    }
    add(units);
}

void CustomMetrics::add(const QHash<QString, QString>& units)
{
    const qsizetype known = m_units.size();
    for (auto entry = units.begin(); entry != units.end(); ++entry)
        if (m_units.size() < mostNames || m_units.contains(entry.key())) m_units.insert(entry.key(), entry.value());
    if (m_units.size() != known) Q_EMIT namesChanged();
}

QStringList CustomMetrics::names() const
{
    QStringList names = m_units.keys();
    names.sort(Qt::CaseInsensitive);
    return names;
}

QString CustomMetrics::unit(const QString& name) const
{
    return m_units.value(name);
}

} // namespace tropero
