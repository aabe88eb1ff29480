// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/managedapp.h"

#include "core/specchange.h"
#include "core/specfields.h"

#include <QDir>
#include <QJsonArray>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

void mask(EnvironmentMap& variables)
{
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        if (isSecretName(it.key())) it.value() = maskedValue();
    }
}

void unmask(EnvironmentMap& variables, const EnvironmentMap& base)
{
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        if (it.value() == maskedValue() && base.contains(it.key())) it.value() = base.value(it.key());
    }
}

} // namespace

bool ManagedApp::isAtRest(const InstanceStatus& instance) const
{
    return instance.state == InstanceState::Stopped && (!instance.wantedUp || hasFinished(instance));
}

const InstanceStatus* ManagedApp::instance(int number) const
{
    const auto found = std::find_if(instances.cbegin(), instances.cend(),
                                    [number](const InstanceStatus& one) { return one.number == number; });
    return found == instances.cend() ? nullptr : &*found;
}

InstanceStatus* ManagedApp::instance(int number)
{
    const auto found = std::find_if(instances.begin(), instances.end(),
                                    [number](const InstanceStatus& one) { return one.number == number; });
    return found == instances.end() ? nullptr : &*found;
}

QList<int> ManagedApp::numbers() const
{
    QList<int> result;
    for (const InstanceStatus& one : instances) result.append(one.number);
    return result;
}

bool ManagedApp::hasOlderProcess() const
{
    return startedWith && std::any_of(instances.cbegin(), instances.cend(), [this](const InstanceStatus& one) {
        return one.pid != 0 && one.startedAt < specChangedAt;
    });
}

QStringList ManagedApp::needsRestart() const
{
    return hasOlderProcess() ? keysOf(specChanges(*startedWith, spec), false) : QStringList();
}

QString ManagedApp::absoluteScript() const
{
    return scriptPath.isEmpty() ? resolvedScript(spec) : scriptPath;
}

const QJsonObject& ManagedApp::specJson(bool reveal) const
{
    std::optional<QJsonObject>& cached = reveal ? m_fullSpec : m_maskedSpec;
    if (!cached) cached = specToJson(reveal ? spec : maskedSpec(spec));
    return *cached;
}

void ManagedApp::specChanged()
{
    m_maskedSpec.reset();
    m_fullSpec.reset();
}

AppSpec maskedSpec(AppSpec spec)
{
    mask(spec.env);
    for (auto it = spec.envProfiles.begin(); it != spec.envProfiles.end(); ++it) mask(it.value());
    return spec;
}

void restoreMasked(AppSpec& spec, const AppSpec& base)
{
    unmask(spec.env, base.env);
    for (auto it = spec.envProfiles.begin(); it != spec.envProfiles.end(); ++it) {
        unmask(it.value(), base.envProfiles.value(it.key()));
    }
}

QString resolvedScript(const AppSpec& spec)
{
    return QDir::cleanPath(QDir(spec.cwd).absoluteFilePath(spec.script));
}

QJsonObject instanceJson(const ManagedApp& app, const InstanceStatus& instance)
{
    QJsonObject json = instance.toJson();
    json.insert("app"_L1, app.id);
    json.insert("name"_L1, app.spec.name);
    return json;
}

QJsonObject appJson(const ManagedApp& app, bool reveal)
{
    QJsonArray instances;
    for (const InstanceStatus& one : app.instances) instances.append(one.toJson());
    QJsonObject json{{u"id"_s, app.id}, {u"spec"_s, app.specJson(reveal)}, {u"instances"_s, instances}};
    if (!app.scriptPath.isEmpty()) json.insert("scriptPath"_L1, app.scriptPath);
    if (!app.interpreterPath.isEmpty()) json.insert("interpreterPath"_L1, app.interpreterPath);
    if (app.guardPid != 0) json.insert("guardPid"_L1, app.guardPid);
    if (app.primary.pid > 0) json.insert("primary"_L1, app.primary.toJson());
    if (const QStringList keys = app.needsRestart(); !keys.isEmpty()) json.insert("needsRestart"_L1, QJsonArray::fromStringList(keys));
    if (app.reload.total > 0) json.insert("reload"_L1, app.reload.toJson());
    return json;
}

} // namespace tropero
