// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class ConfigSchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isDraft7();
    void everyFieldIsAProperty();
    void everyNameIsKnown();
    void typosAreNotKnown();
    void referencesResolve();
};

namespace {

QJsonObject appSchema()
{
    return configSchema()[u"definitions"][u"app"].toObject();
}

bool isKnown(const QJsonObject& app, const QString& key)
{
    if (app[u"properties"].toObject().contains(key))
        return true;
    const QStringList patterns = app[u"patternProperties"].toObject().keys();
    return std::any_of(patterns.begin(), patterns.end(),
                       [&key](const QString& pattern) { return QRegularExpression(pattern).match(key).hasMatch(); });
}

} // namespace

void ConfigSchemaTest::isDraft7()
{
    const QJsonObject schema = configSchema();
    QCOMPARE(schema[u"$schema"].toString(), u"http://json-schema.org/draft-07/schema#"_s);
    QCOMPARE(schema[u"anyOf"].toArray().size(), 4);
    QVERIFY(QJsonDocument(schema).toJson().size() > 1000);
}

void ConfigSchemaTest::everyFieldIsAProperty()
{
    const QJsonObject properties = appSchema()[u"properties"].toObject();
    QCOMPARE(properties.size(), specFields().size());
    for (const SpecField& field : specFields()) {
        const QJsonObject property = properties[field.key].toObject();
        QCOMPARE(property[u"description"].toString(), field.help());
        const bool says = property.contains(u"type"_s) || property.contains(u"enum"_s) || property.contains(u"anyOf"_s);
        QVERIFY2(says == field.supported, qPrintable(field.key));
        const QJsonValue pattern = property[u"pattern"];
        if (pattern.isString() && !field.defaultText.isEmpty())
            QVERIFY2(QRegularExpression(pattern.toString()).match(field.defaultText).hasMatch(), qPrintable(field.key));
    }
    QCOMPARE(properties[u"autostart"][u"default"], QJsonValue(true));
    QCOMPARE(properties[u"max_restarts"][u"default"], QJsonValue(16));
    QCOMPARE(properties[u"restart"][u"enum"].toArray(), QJsonArray({u"always"_s, u"on-failure"_s, u"never"_s}));
}

void ConfigSchemaTest::everyNameIsKnown()
{
    const QJsonObject app = appSchema();
    for (const SpecField& field : specFields()) {
        QVERIFY2(isKnown(app, field.key), qPrintable(field.key));
        for (const QString& alias : field.aliases)
            QVERIFY2(isKnown(app, alias), qPrintable(alias));
    }
    QVERIFY(isKnown(app, u"maxMemoryRestart"_s));
    QVERIFY(isKnown(app, u"env_production"_s));
}

void ConfigSchemaTest::typosAreNotKnown()
{
    const QJsonObject app = appSchema();
    QCOMPARE(app[u"additionalProperties"], QJsonValue(false));
    for (const char* typo : {"max_memry_restart", "scripts", "env_", "xscript", "cmds", ""})
        QVERIFY2(!isKnown(app, QString::fromLatin1(typo)), typo);
}

void ConfigSchemaTest::referencesResolve()
{
    const QJsonObject schema = configSchema();
    const QJsonObject patterns = appSchema()[u"patternProperties"].toObject();
    for (const QJsonValue& value : patterns) {
        const QString reference = value[u"$ref"].toString();
        if (reference.isEmpty())
            continue;
        QJsonValue at = schema;
        for (const QString& part : reference.mid(2).split(u'/'))
            at = at[part];
        QVERIFY2(at.isObject(), qPrintable(reference));
    }
}

QTEST_GUILESS_MAIN(ConfigSchemaTest)
#include "tst_configschema.moc"
