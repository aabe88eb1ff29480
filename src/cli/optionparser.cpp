// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optionparser.h"

#include "core/nearest.h"

#include <QCoreApplication>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(OptionParser)
};

const CommandOption* findLong(const QList<CommandOption>& options, const QString& name)
{
    const auto found = std::ranges::find_if(options, [&](const CommandOption& option) { return option.isNamed(name); });
    return found == options.end() ? nullptr : &*found;
}

const CommandOption* findLetter(const QList<CommandOption>& options, QChar letter)
{
    const auto found = std::ranges::find_if(options, [&](const CommandOption& option) { return option.letter == letter; });
    return found == options.end() ? nullptr : &*found;
}

std::unexpected<Error> unknownOption(const QList<CommandOption>& options, const QString& word)
{
    QStringList names;
    for (const CommandOption& option : options)
        if (!option.hidden)
            names += QStringList{option.name} + option.aliases;
    const QString name = word.startsWith("--"_L1) ? word.mid(2).section(u'=', 0, 0) : QString();
    const QString near = nearestMatch(name, names);
    return failure(ErrorCode::InvalidArgument, Texts::tr("Unknown option"), word, {},
                   near.isEmpty() ? Texts::tr("Options of the app itself come after \"--\"; --help lists those of the command")
                                  : Texts::tr("Did you mean --%1?").arg(near));
}

std::unexpected<Error> missingValue(const CommandOption& option)
{
    return failure(ErrorCode::InvalidArgument, Texts::tr("A value is missing after the option"), u"--"_s + option.name, {},
                   Texts::tr("Write --%1 %2").arg(option.name, option.valueName));
}

class Parser
{
public:
    Parser(const QList<CommandOption>& options, const QStringList& words)
        : m_options(options)
        , m_words(words)
    {
    }

    Result<ParsedOptions> parse()
    {
        for (; m_at < m_words.size(); ++m_at) {
            const QString& word = m_words.at(m_at);
            if (word == "--"_L1) {
                m_parsed.hasRest = true;
                m_parsed.rest = m_words.mid(m_at + 1);
                break;
            }
            Result<void> taken;
            if (word.startsWith("--"_L1))
                taken = takeLong(word);
            else if (word.size() > 1 && word.startsWith(u'-') && !word.at(1).isDigit())
                taken = takeLetters(word);
            else
                m_parsed.targets.append(word);
            if (!taken)
                return std::unexpected(taken.error());
        }
        return m_parsed;
    }

private:
    Result<void> takeLong(const QString& word)
    {
        const qsizetype equals = word.indexOf(u'=');
        const CommandOption* option = findLong(m_options, word.mid(2, equals < 0 ? -1 : equals - 2));
        if (!option)
            return unknownOption(m_options, word);
        if (equals >= 0 && !option->takesValue())
            return failure(ErrorCode::InvalidArgument, Texts::tr("The option takes no value"), u"--"_s + option->name);
        if (equals >= 0) {
            m_parsed.given.append({option->name, word.mid(equals + 1), true});
            return {};
        }
        return takeValue(*option);
    }

    Result<void> takeLetters(const QString& word)
    {
        for (qsizetype i = 1; i < word.size(); ++i) {
            const CommandOption* option = findLetter(m_options, word.at(i));
            if (!option)
                return unknownOption(m_options, i == 1 ? word : u"-"_s + word.at(i));
            if (option->takesValue() && i + 1 < word.size()) {
                const qsizetype from = word.at(i + 1) == u'=' ? i + 2 : i + 1;
                m_parsed.given.append({option->name, word.mid(from), true});
                return {};
            }
            if (auto taken = takeValue(*option); !taken)
                return taken;
        }
        return {};
    }

    /// The value of an option is the next word, unless that is an option of the command itself.
    Result<void> takeValue(const CommandOption& option)
    {
        const bool skipped = option.valueOptional && !(option.takesNext && m_at + 1 < m_words.size() && option.takesNext(m_words.at(m_at + 1)));
        if (!option.takesValue() || skipped) {
            m_parsed.given.append({option.name, {}, false});
            return {};
        }
        if (m_at + 1 >= m_words.size())
            return missingValue(option);
        const QString& next = m_words.at(m_at + 1);
        if (next == "--"_L1 || (next.startsWith("--"_L1) && findLong(m_options, next.mid(2).section(u'=', 0, 0))))
            return missingValue(option);
        ++m_at;
        m_parsed.given.append({option.name, next, true});
        return {};
    }

    const QList<CommandOption>& m_options;
    const QStringList& m_words;
    qsizetype m_at = 0;
    ParsedOptions m_parsed;
};

} // namespace

bool ParsedOptions::has(QLatin1StringView name) const
{
    return std::ranges::any_of(given, [&](const Given& option) { return option.name == name; });
}

QString ParsedOptions::value(QLatin1StringView name, const QString& fallback) const
{
    for (auto option = given.crbegin(); option != given.crend(); ++option)
        if (option->name == name && option->hasValue)
            return option->value;
    return fallback;
}

Result<ParsedOptions> parseOptions(const QList<CommandOption>& options, const QStringList& words)
{
    return Parser(options, words).parse();
}

} // namespace tropero
