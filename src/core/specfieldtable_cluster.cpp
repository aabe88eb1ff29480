// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probeaddress.h"
#include "core/specfieldtable.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

using When = ReadinessPolicy::When;

SpecField withFlag(SpecField field, const QString& defaultText, const char* help)
{
    field.flag = QString(field.key).replace(u'_', u'-');
    field.defaultText = defaultText;
    field.helpText = help;
    return field;
}

/// "3000", "127.0.0.1:3000", "[::1]:3000", "localhost:3000", "/run/api.sock".
bool isListenAddress(const QString& text)
{
    static const QRegularExpression port(u"^(?:(?:[A-Za-z0-9.-]+|\\*|\\[[0-9A-Fa-f:.%A-Za-z]+\\]):)?([0-9]{1,5})$"_s);
    if (text.startsWith(u'/'))
        return text.size() > 1 && !text.endsWith(u'/');
    const QRegularExpressionMatch match = port.match(text);
    return match.hasMatch() && match.captured(1).toInt() <= 65535;
}

Result<QStringList> listenValue(const QJsonValue& value)
{
    const QString expected = FieldText::tr("expected ports, HOST:PORT or absolute paths of sockets, such as [3000, \"/run/api.sock\"]");
    const Result<QStringList> addresses = textListValue(value.isString() ? QJsonValue(value.toString().replace(u',', u' ')) : value);
    if (!addresses)
        return wrongValue(value, expected);
    QStringList result;
    for (const QString& text : *addresses) {
        const QString address = text.trimmed();
        if (!isListenAddress(address))
            return wrongValue(value, expected);
        if (result.contains(address))
            return wrongValue(value, FieldText::tr("expected each address once"));
        result.append(address);
    }
    return result;
}

SpecField listenField()
{
    SpecField field = memberField(u"listen"_s, FieldType::TextList, [](auto& spec) -> auto& { return spec.cluster.listen; }, listenValue,
                                  [](const QStringList& addresses) { return QJsonArray::fromStringList(addresses); });
    return withFlag(field, {}, QT_TRANSLATE_NOOP("FieldText", "Ports, HOST:PORT or paths of sockets that are opened for a cluster of programs that are not Node"));
}

SpecField schedulingField()
{
    SpecField field = choiceField(u"scheduling"_s, [](auto& spec) -> auto& { return spec.cluster.scheduling; },
                                  {u"rr"_s, u"none"_s, u"reuseport"_s, u"round-robin"_s},
                                  QList{Scheduling::RoundRobin, Scheduling::None, Scheduling::ReusePort, Scheduling::RoundRobin});
    return withFlag(field, u"rr"_s, QT_TRANSLATE_NOOP("FieldText", "Who gets the next connection in a Node cluster: rr (in turn), none (the system chooses), reuseport"));
}

SpecField reloadParallelField()
{
    SpecField field = integerField(u"reload_parallel"_s, [](auto& spec) -> auto& { return spec.cluster.reloadParallel; }, 0, 1000);
    return withFlag(field, u"0"_s, QT_TRANSLATE_NOOP("FieldText", "Instances that a reload replaces at the same time; 0: chosen for you"));
}

SpecField readyWhenField()
{
    SpecField field = choiceField(u"ready_when"_s, [](auto& spec) -> auto& { return spec.readiness.when; },
                                  {u"auto"_s, u"online"_s, u"listening"_s, u"ready"_s},
                                  QList{When::Auto, When::Online, When::Listening, When::Ready});
    return withFlag(field, u"auto"_s,
                    QT_TRANSLATE_NOOP("FieldText", "What makes an instance online: its process (online), its first port (listening), process.send('ready') (ready)"));
}

SpecField waitReadyField()
{
    SpecField field = effectField(u"wait_ready"_s, FieldType::Flag, [](AppSpec& spec, const QJsonValue& value) -> Result<void> {
        const Result<bool> wait = value.isNull() ? Result<bool>(false) : flagValue(value);
        if (!wait)
            return std::unexpected(wait.error());
        if (*wait)
            spec.readiness.when = When::Ready;
        else if (spec.readiness.when == When::Ready)
            spec.readiness.when = When::Auto;
        return {};
    });
    return withFlag(field, u"false"_s, QT_TRANSLATE_NOOP("FieldText", "Online only after the app said process.send('ready'); the same as ready_when: ready"));
}

Result<QString> probeValue(const QJsonValue& value)
{
    const Result<QString> text = textValue(value);
    if (!text || text->trimmed().isEmpty())
        return text ? Result<QString>(QString()) : text;
    if (const Result<ProbeAddress> address = ProbeAddress::parse(*text); !address)
        return wrongValue(value, FieldText::tr("expected http://HOST:PORT/PATH or tcp://HOST:PORT; %1").arg(address.error().why));
    return text->trimmed();
}

SpecField readyProbeField()
{
    SpecField field = memberField(u"ready_probe"_s, FieldType::Text, [](auto& spec) -> auto& { return spec.readiness.probe; }, probeValue,
                                  [](const QString& probe) { return probe; });
    return withFlag(field, {}, QT_TRANSLATE_NOOP("FieldText", "Asked until it answers before an instance is online: http://HOST:PORT/PATH or tcp://HOST:PORT"));
}

SpecField agentField()
{
    return defaultOnField(u"pmx"_s, [](auto& spec) -> auto& { return spec.agent; }, u"no-pmx"_s,
                          QT_TRANSLATE_NOOP("FieldText", "Give a Node app process.send() and what builds on it: ready, messages, metrics, actions"));
}

} // namespace

QList<SpecField> clusterFields()
{
    // wait_ready builds on ready_when.
    return {
        schedulingField(),
        listenField(),
        reloadParallelField(),
        readyWhenField(),
        waitReadyField(),
        readyProbeField(),
        withFlag(durationField(u"listen_timeout"_s, [](auto& spec) -> auto& { return spec.readiness.listenTimeout; }, longestTimer),
                 u"3s"_s, QT_TRANSLATE_NOOP("FieldText", "Longest wait for an instance to be ready; then it counts as online, or the reload as failed")),
        agentField(),
        withFlag(flagField(u"metrics"_s, [](auto& spec) -> auto& { return spec.metrics; }), u"false"_s,
                 QT_TRANSLATE_NOOP("FieldText", "Measure event loop, heap and HTTP requests of a Node app")),
    };
}

} // namespace tropero
