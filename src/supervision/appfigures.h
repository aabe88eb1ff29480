// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace tropero {

/// What an app tells about itself (PM2's axm:monitor and axm:action), within bounds: an app that makes up ever new names cannot grow us.
class AppFigures
{
public:
    static constexpr int most = 200;          ///< figures, and actions
    static constexpr int longestText = 200;   ///< characters of a name or a value

    const QJsonObject& figures() const { return m_figures; }
    const QStringList& actions() const { return m_actions; }

    /// True when it was about figures or actions and changed something.
    bool take(const QJsonObject& message);
    /// name -> {"value", "unit"?, "type"?}; merged.
    bool merge(const QJsonObject& values);
    void clear();

private:
    QJsonObject m_figures;
    QStringList m_actions;
};

} // namespace tropero
