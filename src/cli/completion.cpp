// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/completion.h"

#include "cli/commandtable.h"
#include "cli/completionscripts.h"
#include "cli/help.h"

#include <algorithm>
#include <array>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

QList<Candidate> commandCandidates(const QString& prefix)
{
    QList<Candidate> result;
    for (const CommandEntry& entry : commandTable()) {
        QStringList names{entry.name};
        // Other names only for those who type one: they would double the list.
        if (!prefix.isEmpty() && !QString(entry.name).startsWith(prefix))
            names += QString(entry.aliases).split(u' ', Qt::SkipEmptyParts);
        for (const QString& name : std::as_const(names))
            result.append({name, summaryOf(entry)});
    }
    return result;
}

QList<Candidate> optionCandidates(const QList<CommandOption>& options)
{
    QList<Candidate> result;
    for (const CommandOption& option : options) {
        if (!option.hidden)
            result.append({"--"_L1 + option.name, option.help});
    }
    return result;
}

/// Does that word want the next one as its value?
bool takesNextWord(const QList<CommandOption>& options, const QString& word)
{
    if (!word.startsWith(u'-') || word.contains(u'='))
        return false;
    return std::ranges::any_of(options, [&](const CommandOption& option) {
        const bool meant = word.startsWith("--"_L1) ? option.isNamed(word.mid(2)) : !option.letter.isEmpty() && word == u'-' + option.letter;
        return meant && option.takesValue() && !option.valueOptional;
    });
}

QList<Candidate> words(const QStringList& list)
{
    QList<Candidate> result;
    for (const QString& word : list)
        result.append({word, {}});
    return result;
}

/// What may stand after the command's name, by how its synopsis calls it.
QList<Candidate> argumentCandidates(const CommandEntry& entry, const QString& synopsis, const QString& prefix,
                                    const std::function<QList<Candidate>()>& targets)
{
    if (entry.name == "completion"_L1) return words(completionShells());
    if (entry.name == "daemon"_L1) return words({u"status"_s, u"restart"_s});
    if (entry.name == "startup"_L1) return words({u"systemd"_s, u"login"_s});
    if (entry.name == "help"_L1) return commandCandidates(prefix);
    static constexpr std::array takeTargets{"<target"_L1, "[target"_L1, "|target"_L1};
    const bool target = std::ranges::any_of(takeTargets, [&](QLatin1StringView form) { return synopsis.contains(form); });
    return target ? targets() : QList<Candidate>();
}

} // namespace

QList<Candidate> completions(const QStringList& typed, const std::function<QList<Candidate>()>& targets)
{
    const QString prefix = typed.value(typed.size() - 1);
    const QStringList before = typed.mid(0, typed.size() - 1);
    const auto command = std::ranges::find_if(before, [](const QString& word) { return !word.startsWith(u'-'); });
    QList<Candidate> all;
    if (command == before.end()) {
        all = prefix.startsWith(u'-') ? optionCandidates(commonOptions()) + words({u"--version"_s}) : commandCandidates(prefix);
    } else if (const CommandEntry* const entry = findCommand(*command); entry && !before.contains("--"_L1)) {
        const std::unique_ptr<Command> made = entry->make();
        const QList<CommandOption> options = made->options() + commonOptions();
        if (prefix.startsWith(u'-')) all = optionCandidates(options);
        else if (!takesNextWord(options, before.constLast())) all = argumentCandidates(*entry, made->synopsis(), prefix, targets);
    }
    all.removeIf([&](const Candidate& candidate) { return !candidate.word.startsWith(prefix); });
    return all;
}

} // namespace tropero
