// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfields.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace std::chrono_literals;

namespace {

AppSpec fullSpec()
{
    AppSpec spec;
    spec.name = u"añejo"_s;
    spec.nameSpace = u"web"_s;
    spec.script = u"/srv/my app/server.js"_s;
    spec.args = {u"--port"_s, u"a b"_s, QString(), u"\"q\""_s};
    spec.cwd = u"/srv"_s;
    spec.interpreter = u"node"_s;
    spec.interpreterArgs = {u"--max-old-space-size=200"_s};
    spec.execMode = ExecMode::Cluster;
    spec.instances = 4;
    spec.env = {{u"A"_s, u"1"_s}, {u"EMPTY"_s, QString()}, {u"ACCENT"_s, u"ñ\n"_s}};
    spec.envProfiles = {{u"production"_s, {{u"A"_s, u"2"_s}}}, {u"empty"_s, {}}, {u"profile"_s, {{u"B"_s, u"3"_s}}}};
    spec.envProfile = u"production"_s;
    spec.filterEnv = {u"SECRET"_s, u"true"_s};
    spec.instanceVariable = u"ID"_s;
    spec.incrementVariable = u"PORT"_s;
    spec.user = u"1000"_s;
    spec.group = u"www"_s;
    spec.autostart = false;
    spec.agent = false;
    spec.metrics = true;
    spec.cron = u"0 3 * * mon"_s;
    spec.watch = {true, {u"src"_s, u"a b"_s}, {u"dist"_s, u"*.tmp"_s}, {u"js"_s, u"json"_s}, 500ms};
    spec.cluster = {Scheduling::ReusePort, {u"3000"_s, u"/run/api.sock"_s}, 3};
    spec.restart = {RestartPolicy::When::OnFailure, 100ms, 200ms, 2.5, 20s, 0.25, 60s, 2s, 5, 90s, {0, -1, 143}, 104'857'600};
    spec.stop = {u"SIGTERM"_s, 5s, false, true};
    spec.readiness = {ReadinessPolicy::When::Ready, u"http://127.0.0.1:3000/health"_s, 10s};
    spec.logs = {u"o.log"_s, u"NULL"_s, u"c.log"_s, u"YYYY"_s, true, true, true, 1024, 1h, 2};
    return spec;
}

} // namespace

/// What is stored is what was read, and what a change leaves out stays.
class SpecRoundTripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullSpecRoundTrips();
    void defaultsAreNotWritten();
    void nullSetsBack();
    void baseIsKept();
};

void SpecRoundTripTest::fullSpecRoundTrips()
{
    const AppSpec spec = fullSpec();
    QStringList warnings;
    const Result<AppSpec> copy = specFromJson(specToJson(spec), {}, &warnings);
    QVERIFY2(copy, qPrintable(copy ? QString() : copy.error().message()));
    QCOMPARE(*copy, spec);
    QCOMPARE(warnings, QStringList());
    // Through bytes, as it is stored.
    const QByteArray bytes = QJsonDocument(specToJson(spec)).toJson();
    QCOMPARE(specFromJson(QJsonDocument::fromJson(bytes).object()).value(), spec);
    // Nothing in the full spec has its default, so everything that can be written is.
    const AppSpec standard;
    for (const SpecField& field : specFields()) {
        if (!field.write(standard).isUndefined())
            QVERIFY2(field.write(spec) != field.write(standard), qPrintable(field.key));
    }
    AppSpec filtered;
    filtered.filterAllEnv = true;
    QCOMPARE(specFromJson(specToJson(filtered)).value(), filtered);
}

void SpecRoundTripTest::defaultsAreNotWritten()
{
    QCOMPARE(specToJson(AppSpec()), QJsonObject());
    QCOMPARE(specFromJson({}).value(), AppSpec());
}

void SpecRoundTripTest::nullSetsBack()
{
    QJsonObject nulls;
    for (const SpecField& field : specFields())
        nulls[field.key] = QJsonValue::Null;
    const AppSpec full = fullSpec();
    for (const QString& profile : full.envProfiles.keys())
        nulls[u"env_"_s + profile] = QJsonValue::Null;
    QStringList warnings;
    const Result<AppSpec> spec = specFromJson(nulls, full, &warnings);
    QVERIFY(spec);
    QCOMPARE(*spec, AppSpec());
    QCOMPARE(warnings, QStringList());
}

void SpecRoundTripTest::baseIsKept()
{
    AppSpec expected = fullSpec();
    expected.restart.maxRestarts = 99;
    QCOMPARE(specFromJson({{u"max_restarts"_s, 99}}, fullSpec()).value(), expected);
}

QTEST_GUILESS_MAIN(SpecRoundTripTest)
#include "tst_specroundtrip.moc"
