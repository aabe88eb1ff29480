// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"

#include <QJsonObject>
#include <QSet>

#include <optional>

namespace tropero {

/// One app as the daemon knows it. `wantedUp` of its instances is the daemon's own word; all else of them is what the guard said last.
struct ManagedApp
{
    QString id;
    AppSpec spec;
    QString logBase;
    EnvironmentMap shellEnvironment; ///< in memory only
    QString scriptPath;
    QString interpreterPath;
    qint64 guardPid = 0;
    PrimaryStatus primary;
    ReloadStatus reload;
    QList<InstanceStatus> instances; ///< by index
    std::optional<AppSpec> startedWith; ///< the spec of processes that are older than the present one; nothing: there is no such process
    qint64 specChangedAt = 0;        ///< ms since the epoch; only with startedWith
    bool unheard = false;            ///< it was stored, and its guard has not told yet which processes run
    QSet<int> finished;              ///< instances that ended by themselves for good: not started again although they are wanted up

    const InstanceStatus* instance(int number) const;
    InstanceStatus* instance(int number);
    QList<int> numbers() const;
    bool hasFinished(const InstanceStatus& instance) const { return instance.wantedUp && finished.contains(instance.number); }
    /// True when neither a process exists nor one is about to be started.
    bool isAtRest(const InstanceStatus& instance) const;
    /// A process runs that was started before the spec was changed last.
    bool hasOlderProcess() const;
    /// Keys of fields whose values such processes do not have yet.
    QStringList needsRestart() const;
    /// Resolved by the guard, else by the configured folder.
    QString absoluteScript() const;
    /// spec as the protocol shows it; built once for each spec, since it is asked for far more often than it changes.
    const QJsonObject& specJson(bool reveal) const;
    void specChanged();

private:
    mutable std::optional<QJsonObject> m_maskedSpec;
    mutable std::optional<QJsonObject> m_fullSpec;
};

/// The spec with the values of secret variables replaced.
AppSpec maskedSpec(AppSpec spec);
/// Puts the values of `base` back where `spec` still holds the mask, as a client does that sends back what it was shown.
void restoreMasked(AppSpec& spec, const AppSpec& base);
/// Absolute path of a script as its owner means it, without looking it up in PATH.
QString resolvedScript(const AppSpec& spec);

/// An Instance and an App of the protocol.
QJsonObject instanceJson(const ManagedApp& app, const InstanceStatus& instance);
QJsonObject appJson(const ManagedApp& app, bool reveal);

} // namespace tropero
