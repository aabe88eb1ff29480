// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appspec.h"
#include "core/namecase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class EnvironmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void profileIsMergedOver();
    void unknownProfileChangesNothing();
    void configuredBeatsShell();
    void shellIsFiltered();
    void nothingOfTheShell();
    void ownVariablesStayOut();
    void instanceVariable();
    void incrementVariable_data();
    void incrementVariable();
    void namesByTheSystemsRules();
    void secrets_data();
    void secrets();
};

void EnvironmentTest::profileIsMergedOver()
{
    AppSpec spec;
    spec.env = {{u"A"_s, u"1"_s}, {u"B"_s, u"1"_s}};
    spec.envProfiles[u"production"_s] = {{u"B"_s, u"2"_s}, {u"C"_s, u"2"_s}};
    QCOMPARE(configuredEnvironment(spec), spec.env);
    spec.envProfile = u"production"_s;
    QCOMPARE(configuredEnvironment(spec), EnvironmentMap({{u"A"_s, u"1"_s}, {u"B"_s, u"2"_s}, {u"C"_s, u"2"_s}}));
}

void EnvironmentTest::unknownProfileChangesNothing()
{
    AppSpec spec;
    spec.env = {{u"A"_s, u"1"_s}};
    spec.envProfile = u"nope"_s;
    QCOMPARE(configuredEnvironment(spec), spec.env);
}

void EnvironmentTest::configuredBeatsShell()
{
    AppSpec spec;
    spec.env = {{u"A"_s, u"config"_s}, {u"EMPTY"_s, QString()}};
    const EnvironmentMap result =
        instanceEnvironment(spec, {{u"A"_s, u"shell"_s}, {u"PATH"_s, u"/bin"_s}, {u"EMPTY"_s, u"no"_s}}, 0);
    QCOMPARE(result[u"A"_s], u"config"_s);
    QCOMPARE(result[u"PATH"_s], u"/bin"_s);
    QVERIFY(result.contains(u"EMPTY"_s) && result[u"EMPTY"_s].isEmpty());
}

void EnvironmentTest::shellIsFiltered()
{
    AppSpec spec;
    spec.filterEnv = {u"SECRET"_s, QString()};
    spec.env = {{u"MY_SECRET"_s, u"configured"_s}};
    const EnvironmentMap shell{{u"A"_s, u"1"_s}, {u"MY_SECRET"_s, u"shell"_s}, {u"SECRETS"_s, u"x"_s}, {u"OTHER_SECRET_1"_s, u"x"_s}};
    const EnvironmentMap result = instanceEnvironment(spec, shell, 0);
    QCOMPARE(result.keys(), QStringList({u"A"_s, u"MY_SECRET"_s, u"NODE_APP_INSTANCE"_s}));
    QCOMPARE(result[u"MY_SECRET"_s], u"configured"_s);
}

void EnvironmentTest::nothingOfTheShell()
{
    AppSpec spec;
    spec.filterAllEnv = true;
    spec.env = {{u"B"_s, u"2"_s}};
    spec.instanceVariable.clear();
    QCOMPARE(instanceEnvironment(spec, {{u"A"_s, u"1"_s}, {u"TROPERO_HOME"_s, u"/h"_s}}, 0), spec.env);
}

void EnvironmentTest::ownVariablesStayOut()
{
    // An app that starts Tropero must not pass for its own instance.
    const EnvironmentMap shell{{u"TROPERO_INSTANCE"_s, u"x/1"_s}, {u"TROPERO_HOME"_s, u"/h"_s}, {u"TROPERO_"_s, u"x"_s}};
    const EnvironmentMap result = instanceEnvironment(AppSpec(), shell, 0);
    QCOMPARE(result.keys(), QStringList({u"NODE_APP_INSTANCE"_s, u"TROPERO_HOME"_s}));
}

void EnvironmentTest::instanceVariable()
{
    AppSpec spec;
    QCOMPARE(instanceEnvironment(spec, {}, 3)[u"NODE_APP_INSTANCE"_s], u"3"_s);
    spec.instanceVariable = u"ID"_s;
    spec.env = {{u"ID"_s, u"x"_s}};
    QCOMPARE(instanceEnvironment(spec, {}, 2), EnvironmentMap({{u"ID"_s, u"2"_s}}));
}

void EnvironmentTest::incrementVariable_data()
{
    QTest::addColumn<QString>("configured");
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("expected"); // of instance 2
    QTest::newRow("configured") << u"3000"_s << QString() << u"3002"_s;
    QTest::newRow("shell") << QString() << u"4000"_s << u"4002"_s;
    QTest::newRow("configured first") << u"3000"_s << u"4000"_s << u"3002"_s;
    QTest::newRow("blanks") << u" 3000 "_s << QString() << u"3002"_s;
    QTest::newRow("negative") << u"-5"_s << QString() << u"-3"_s;
    QTest::newRow("no number") << u"abc"_s << QString() << u"abc"_s;
    QTest::newRow("missing") << QString() << QString() << QString();
}

void EnvironmentTest::incrementVariable()
{
    QFETCH(QString, configured);
    QFETCH(QString, shell);
    QFETCH(QString, expected);
    AppSpec spec;
    spec.incrementVariable = u"PORT"_s;
    if (!configured.isEmpty())
        spec.env[u"PORT"_s] = configured;
    EnvironmentMap shellVariables;
    if (!shell.isEmpty())
        shellVariables[u"PORT"_s] = shell;
    QCOMPARE(instanceEnvironment(spec, shellVariables, 2).value(u"PORT"_s), expected);
    QCOMPARE(instanceEnvironment(spec, shellVariables, 2).contains(u"PORT"_s), !expected.isEmpty());
}

void EnvironmentTest::namesByTheSystemsRules()
{
    AppSpec spec;
    spec.instanceVariable.clear();
    spec.env = {{u"PATH"_s, u"mine"_s}};
    const EnvironmentMap result = instanceEnvironment(spec, {{u"Path"_s, u"shell"_s}}, 0);
    if (systemNameCase() == Qt::CaseSensitive)
        QCOMPARE(result.size(), 2);
    else
        QCOMPARE(result, EnvironmentMap({{u"PATH"_s, u"mine"_s}}));
}

void EnvironmentTest::secrets_data()
{
    QTest::addColumn<bool>("secret");
    for (const char* name : {"PASSWORD", "DB_PASSWORD", "dbPassword", "db-password", "PGPASSWORD", "MYSQL_PWD", "PASSWD", "DB_PASS",
                             "SSH_PASSPHRASE", "SECRET", "CLIENT_SECRET", "JWT_SECRET_2", "SECRETS", "TOKEN", "GITHUB_TOKEN",
                             "accessToken", "NPM_AUTHTOKEN", "KEY", "API_KEY", "APIKEY", "OPENAI_APIKEY", "apiKey", "APIKey",
                             "AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "KEY1", "CREDENTIAL", "GOOGLE_CREDENTIALS", "AUTH", "BASIC_AUTH",
                             "NPM_CONFIG__AUTH", "PRIVATE", "PRIVATE_PEM", "SENTRY_DSN", "secret.key"})
        QTest::newRow(name) << true;
    for (const char* name : {"", "KEYBOARD", "MONKEY", "PWD", "OLDPWD", "PATH", "HOME", "AUTHOR", "XAUTHORITY", "TURKEY_SIZE", "PASSENGER",
                             "COMPASS", "BYPASS_CACHE", "SECRETARY", "TOKENIZER", "keyboardLayout", "PORT", "NODE_ENV"})
        QTest::newRow(*name ? name : "empty") << false;
}

void EnvironmentTest::secrets()
{
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    QTEST(isSecretName(tag == u"empty"_s ? QString() : tag), "secret");
}

QTEST_GUILESS_MAIN(EnvironmentTest)
#include "tst_environment.moc"
