// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>

namespace tropero {

class StateMirror;
struct AppStatus;

/// Which figures some instances report of themselves, as the mirror says it.
class CustomMetrics : public QObject
{
    Q_OBJECT

public:
    explicit CustomMetrics(const StateMirror& mirror, QObject* parent = nullptr);

    void setInstances(const QList<int>& numbers);
    /// Those with a number as value, of any of the instances, in order; also those that an app reported earlier.
    QStringList names() const;
    QString unit(const QString& name) const;
    /// What the history knows besides, by name and unit.
    void add(const QHash<QString, QString>& units);

Q_SIGNALS:
    void namesChanged();

private:
    void collectAll();
    void collect(const AppStatus& app);

    const StateMirror& m_mirror;
    QSet<int> m_numbers;
    QHash<QString, QString> m_units;
};

} // namespace tropero
