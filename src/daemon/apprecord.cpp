// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/apprecord.h"

#include "core/specfields.h"
#include "daemon/managedapp.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("AppRecord", text);
}

std::unexpected<Error> broken(const QString& why)
{
    return failure(ErrorCode::Protocol, tr("Cannot read the stored app"), {}, why);
}

} // namespace

AppRecord AppRecord::of(const ManagedApp& app)
{
    AppRecord record{app.id, app.spec, app.logBase, {}};
    if (app.startedWith && (app.unheard || app.hasOlderProcess())) {
        record.startedWith = app.startedWith;
        record.specChangedAt = app.specChangedAt;
    }
    for (const InstanceStatus& one : app.instances) {
        record.instances.append({one.number, one.index, one.wantedUp, app.hasFinished(one), one.createdAt});
    }
    return record;
}

QByteArray encodeAppRecord(const AppRecord& record)
{
    QJsonArray instances;
    for (const AppRecord::Instance& one : record.instances) {
        QJsonObject json{{u"number"_s, one.number},
                         {u"index"_s, one.index},
                         {u"wantedUp"_s, one.wantedUp},
                         {u"createdAt"_s, one.createdAt}};
        if (one.finished) json.insert("finished"_L1, true);
        instances.append(json);
    }
    QJsonObject json{{u"schema"_s, appRecordSchema},
                     {u"id"_s, record.id},
                     {u"spec"_s, specToJson(record.spec)},
                     {u"logBase"_s, record.logBase},
                     {u"instances"_s, instances}};
    if (record.startedWith) {
        json.insert("startedWith"_L1, specToJson(*record.startedWith));
        json.insert("specChangedAt"_L1, record.specChangedAt);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

Result<AppRecord> decodeAppRecord(const QByteArray& bytes)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parsed);
    if (parsed.error != QJsonParseError::NoError) {
        return broken(tr("%1 at byte %2 of %3").arg(parsed.errorString()).arg(parsed.offset).arg(bytes.size()));
    }
    const QJsonObject json = document.object();
    if (json["schema"_L1].toInt(-1) != appRecordSchema) {
        return broken(tr("its schema version is %1, this program knows %2")
                          .arg(json["schema"_L1].toVariant().toString()).arg(appRecordSchema));
    }
    AppRecord record;
    record.id = json["id"_L1].toString();
    record.logBase = json["logBase"_L1].toString();
    if (record.id.isEmpty() || record.logBase.isEmpty()) return broken(tr("it has no id or no log name"));
    const Result<AppSpec> spec = specFromJson(json["spec"_L1].toObject());
    if (!spec) return broken(spec.error().message());
    record.spec = *spec;
    if (auto valid = validateSpec(record.spec); !valid) return broken(valid.error().message());
    for (const QJsonValue& value : json["instances"_L1].toArray()) {
        const QJsonObject one = value.toObject();
        const int number = one["number"_L1].toInt(-1);
        const int index = one["index"_L1].toInt(-1);
        if (number < 0 || index < 0) return broken(tr("an instance has no number or index"));
        record.instances.append({number, index, one["wantedUp"_L1].toBool(), one["finished"_L1].toBool(),
                                 one["createdAt"_L1].toInteger()});
    }
    if (record.instances.isEmpty()) return broken(tr("it has no instances"));
    // Without it only the hint that a restart is due is lost.
    if (const auto before = specFromJson(json["startedWith"_L1].toObject()); before && json.contains("startedWith"_L1)) {
        record.startedWith = *before;
        record.specChangedAt = json["specChangedAt"_L1].toInteger();
    }
    return record;
}

} // namespace tropero
