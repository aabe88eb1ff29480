// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemonfixture.h"

/// Each case has a daemon of its own with one app, "api", that is given other specs. It has a variable that may be shown and one that may not.
class EditedAppTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<DaemonFixture> m;
    QString m_id;

    QJsonObject app() { return m->list(tropero::ipc::method::appsList, QLatin1StringView("apps")).at(0).toObject(); }

    /// As a client that was shown the spec sends it.
    static QJsonObject changed(const QJsonObject& changes)
    {
        QJsonObject spec = specWith(tropero::maskedValue());
        for (auto it = changes.begin(); it != changes.end(); ++it) spec.insert(it.key(), it.value());
        return spec;
    }

    tropero::Result<QJsonValue> update(const QJsonObject& spec)
    {
        return m->call(tropero::ipc::method::appsUpdate, {{QStringLiteral("app"), m_id}, {QStringLiteral("spec"), spec}});
    }

private:
    static QJsonObject specWith(const QString& password)
    {
        QJsonObject spec = DaemonFixture::spec(QStringLiteral("api"));
        spec.insert(QStringLiteral("env"), QJsonObject{{QStringLiteral("A"), QStringLiteral("1")}, {QStringLiteral("DB_PASSWORD"), password}});
        return spec;
    }

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<DaemonFixture>();
        QVERIFY(m->start());
        m_id = m->create({specWith(QStringLiteral("hush"))}).at(0).toObject()[QLatin1StringView("id")].toString();
    }

    void cleanup() { m.reset(); }
};
