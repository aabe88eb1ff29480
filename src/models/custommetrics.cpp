// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/custommetrics.h"

#include "client/statemirror.h"

#include <QDateTime>

#include <optional>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostPoints = 3600;
constexpr int mostNames = 64; ///< of an app that invents a new one each time

/// PM2's library sends some figures as text.
std::optional<double> number(const QJsonValue& value)
{
    if (value.isDouble()) return value.toDouble();
    bool isNumber = false;
    const double converted = value.toString().toDouble(&isNumber);
    return isNumber && qIsFinite(converted) ? std::optional(converted) : std::nullopt;
}

} // namespace

CustomMetrics::CustomMetrics(const StateMirror& mirror, QObject* parent) : QObject(parent), m_mirror(mirror)
{
    connect(&mirror, &StateMirror::instancesChanged, this, [this](const QString& id) {
        if (const AppStatus* app = m_mirror.app(id)) collect(*app, QDateTime::currentMSecsSinceEpoch());
    });
    connect(&mirror, &StateMirror::reset, this, &CustomMetrics::collectAll);
}

void CustomMetrics::setInstances(const QList<int>& numbers)
{
    const QSet<int> wanted(numbers.begin(), numbers.end());
    if (m_numbers == wanted) return;
    m_numbers = wanted;
    m_points.removeIf([&wanted](const auto& entry) { return !wanted.contains(entry.key()); });
    const QHash<QString, QString> before = std::exchange(m_units, {});
    for (const auto& points : std::as_const(m_points)) {
        for (auto known = points.keyBegin(); known != points.keyEnd(); ++known)
            m_units.insert(*known, before.value(*known));
    }
    collectAll();
    Q_EMIT namesChanged();
}

void CustomMetrics::collectAll()
{
    for (const AppStatus& app : m_mirror.apps())
        collect(app, QDateTime::currentMSecsSinceEpoch());
}

void CustomMetrics::collect(const AppStatus& app, qint64 at)
{
    const qsizetype known = m_units.size();
    for (const InstanceStatus& instance : app.instances) {
        if (instance.metrics.isEmpty() || instance.pid == 0 || !m_numbers.contains(instance.number)) continue;
        for (auto metric = instance.metrics.constBegin(); metric != instance.metrics.constEnd(); ++metric) {
            const QJsonObject figure = metric.value().toObject();
            const std::optional<double> value = number(figure.value("value"_L1));
            if (!value || (m_units.size() >= mostNames && !m_units.contains(metric.key()))) continue;
            m_units.insert(metric.key(), figure.value("unit"_L1).toString().simplified());
            QList<TimedValue>& points = m_points[instance.number][metric.key()];
            if (!points.isEmpty() && at - points.last().at < 500) continue;
            if (points.size() >= mostPoints) points.removeFirst();
            points.append({at, *value});
        }
    }
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

QList<TimedValue> CustomMetrics::points(int number, const QString& name) const
{
    return m_points.value(number).value(name);
}

} // namespace tropero
