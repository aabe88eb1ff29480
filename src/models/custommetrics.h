// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metricsseries.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace tropero {

class StateMirror;
struct AppStatus;

/// The figures that apps report of themselves, collected from the mirror for some instances from when these are set: the daemon stores no history
/// of them. The last hour at most.
class CustomMetrics : public QObject
{
    Q_OBJECT

public:
    explicit CustomMetrics(const StateMirror& mirror, QObject* parent = nullptr);

    void setInstances(const QList<int>& numbers);
    /// What does not change is not told by the mirror: for who looks, once a second.
    void collectAll();
    /// Those with a number as value, of any of the instances, in order.
    QStringList names() const;
    QString unit(const QString& name) const;
    QList<TimedValue> points(int number, const QString& name) const;
    /// What the app says now, as measured at that time; public for tests.
    void collect(const AppStatus& app, qint64 at);

Q_SIGNALS:
    void namesChanged();

private:
    const StateMirror& m_mirror;
    QSet<int> m_numbers;
    QHash<int, QHash<QString, QList<TimedValue>>> m_points;
    QHash<QString, QString> m_units;
};

} // namespace tropero
