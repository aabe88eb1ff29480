// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appspec.h"

#include "core/namecase.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

EnvironmentMap::const_iterator findVariable(const EnvironmentMap& map, const QString& name)
{
    if (systemNameCase() == Qt::CaseSensitive)
        return map.constFind(name);
    return std::find_if(map.keyBegin(), map.keyEnd(), [&name](const QString& key) {
               return key.compare(name, Qt::CaseInsensitive) == 0;
           }).base();
}

void setVariable(EnvironmentMap& map, const QString& name, const QString& value)
{
    // Where case does not count, "Path" over "PATH" must not leave two of them.
    const auto existing = findVariable(map, name);
    if (existing != map.constEnd() && existing.key() != name)
        map.remove(QString(existing.key()));
    map.insert(name, value);
}

void mergeOver(EnvironmentMap& map, const EnvironmentMap& over)
{
    for (const auto& [name, value] : over.asKeyValueRange())
        setVariable(map, name, value);
}

bool isPassedOn(const AppSpec& spec, const QString& name)
{
    if (name.startsWith("TROPERO_"_L1))
        return name == "TROPERO_HOME"_L1 && !spec.filterAllEnv;
    if (spec.filterAllEnv)
        return false;
    return std::none_of(spec.filterEnv.begin(), spec.filterEnv.end(), [&name](const QString& part) {
        return !part.isEmpty() && name.contains(part, systemNameCase());
    });
}

/// Words of a variable's name in upper case: "dbPassword2" and "DB_PASSWORD_2" both have the word "PASSWORD".
QStringList wordsOf(const QString& name)
{
    QStringList words;
    QString word;
    const auto finish = [&words, &word] {
        if (!word.isEmpty())
            words.append(word.toUpper());
        word.clear();
    };
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        if (!c.isLetter()) {
            finish();
            continue;
        }
        const bool afterLower = !word.isEmpty() && word.back().isLower();
        const bool beginsWord = i + 1 < name.size() && name[i + 1].isLower();
        if (c.isUpper() && (afterLower || (beginsWord && !word.isEmpty())))
            finish();
        word.append(c);
    }
    finish();
    return words;
}

bool isSecretWord(const QString& word)
{
    static constexpr std::array whole{
        "PASS"_L1,       "PASSPHRASE"_L1,  "SECRETS"_L1, "TOKENS"_L1, "KEY"_L1,     "KEYS"_L1, "APIKEYS"_L1, "AUTH"_L1,
        "CREDENTIAL"_L1, "CREDENTIALS"_L1, "CREDS"_L1,   "PRIVATE"_L1, "DSN"_L1,    "PASSWORDS"_L1};
    // These are glued to other words often enough: PGPASSWORD, AUTHTOKEN, MYAPIKEY.
    static constexpr std::array endings{"PASSWORD"_L1, "PASSWD"_L1, "SECRET"_L1, "TOKEN"_L1, "APIKEY"_L1};
    return std::find(whole.begin(), whole.end(), word) != whole.end()
        || std::any_of(endings.begin(), endings.end(),
                       [&word](QLatin1StringView ending) { return word.endsWith(ending); });
}

} // namespace

EnvironmentMap configuredEnvironment(const AppSpec& spec)
{
    EnvironmentMap result = spec.env;
    if (!spec.envProfile.isEmpty())
        mergeOver(result, spec.envProfiles.value(spec.envProfile));
    return result;
}

EnvironmentMap instanceEnvironment(const AppSpec& spec, const EnvironmentMap& shell, int index)
{
    EnvironmentMap result;
    for (const auto& [name, value] : shell.asKeyValueRange()) {
        if (isPassedOn(spec, name))
            result.insert(name, value);
    }
    mergeOver(result, configuredEnvironment(spec));
    if (!spec.instanceVariable.isEmpty())
        setVariable(result, spec.instanceVariable, QString::number(index));
    if (!spec.incrementVariable.isEmpty()) {
        const auto first = findVariable(result, spec.incrementVariable);
        bool isNumber = false;
        const qint64 value = first == result.constEnd() ? 0 : first.value().trimmed().toLongLong(&isNumber);
        if (isNumber)
            setVariable(result, QString(first.key()), QString::number(value + index));
    }
    return result;
}

bool isSecretName(const QString& variable)
{
    const QStringList words = wordsOf(variable);
    if (std::any_of(words.begin(), words.end(), isSecretWord))
        return true;
    return words.size() > 1 && words.last() == "PWD"_L1; // MYSQL_PWD, but not PWD
}

QString maskedValue()
{
    return u"********"_s;
}

} // namespace tropero
