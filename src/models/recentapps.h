// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace tropero {

class StateMirror;

/// The few apps that were started last, for menus of the system outside of the window. They stand in the order of the list of apps, so that a
/// restart of one of them moves nothing.
class RecentApps : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        QString id;
        QString name;
        bool operator==(const Entry&) const = default;
    };

    RecentApps(const StateMirror& mirror, qsizetype most, QObject* parent = nullptr);

    const QList<Entry>& entries() const { return m_entries; }

Q_SIGNALS:
    void changed();

private:
    void lookSoon();
    void look();

    const StateMirror& m_mirror;
    qsizetype m_most;
    QList<Entry> m_entries;
    bool m_due = false;
};

} // namespace tropero
