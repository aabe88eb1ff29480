// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"

#include "cli/displaywidth.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestHelp = 100;
constexpr int labelColumn = 30;
constexpr int longestLabel = 34;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

int helpWidth(const Console& console)
{
    const int width = console.width();
    return width >= 60 ? std::min(width, widestHelp) : widestHelp;
}

/// The words in lines of at most `width` columns.
QStringList wrapped(const QString& text, int width)
{
    QStringList lines;
    QString line;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && displayWidth(line) + 1 + displayWidth(word) > width) {
            lines.append(line);
            line.clear();
        }
        line += (line.isEmpty() ? u""_s : u" "_s) + word;
    }
    if (!line.isEmpty() || lines.isEmpty())
        lines.append(line);
    return lines;
}

/// "  label        text", the text wrapped beside the label, or below it when the label is too long.
QString entryText(const QString& label, const QString& shown, const QString& text, int column, int width)
{
    const QStringList lines = wrapped(text, width - column);
    const int used = 2 + displayWidth(label);
    QString result = "  "_L1 + shown;
    result += used + 2 > column ? u'\n' + QString(column, u' ') : QString(column - used, u' ');
    return result + lines.join(u'\n' + QString(column, u' ')) + u'\n';
}

QString optionLabel(const CommandOption& option)
{
    QString label = option.letter.isEmpty() ? u"    "_s : u'-' + option.letter + ", "_L1;
    label += "--"_L1 + option.name;
    if (option.takesValue() && !option.valueHidden)
        label += option.valueOptional ? u"[=%1]"_s.arg(option.valueName) : u' ' + option.valueName;
    return label;
}

} // namespace

QList<CommandOption> commonOptions()
{
    return {
        {.name = u"silent"_s, .letter = u"s"_s, .help = Texts::tr("Print no notices and no table, only what was asked for")},
        {.name = u"color"_s, .help = Texts::tr("Colours also when output is no terminal"), .aliases = {u"colour"_s}},
        {.name = u"no-color"_s, .help = Texts::tr("No colours; the variable NO_COLOR does the same"), .aliases = {u"no-colour"_s}},
        {.name = u"help"_s, .letter = u"h"_s, .help = Texts::tr("Show this help")},
    };
}

QString overviewText(const Console& console)
{
    const int width = helpWidth(console);
    QString text = console.paint(Colour::Bold, Texts::tr("Tropero keeps your local servers running.")) + "\n\n"_L1
        + console.paint(Colour::Bold, Texts::tr("Usage:")) + " tropero "_L1 + Texts::tr("<command> [options]") + u'\n';
    QString group;
    for (const CommandEntry& entry : commandTable()) {
        if (groupOf(entry) != group) {
            group = groupOf(entry);
            text += u'\n' + console.paint(Colour::Bold, group) + u'\n';
        }
        const QString aliases = QString(entry.aliases).replace(u' ', ", "_L1);
        const QString label = entry.name + (aliases.isEmpty() ? QString() : ", "_L1 + aliases);
        text += entryText(label, console.paint(Colour::Cyan, entry.name) + label.mid(entry.name.size()), summaryOf(entry), labelColumn, width);
    }
    return text + u'\n' + Texts::tr("A target is an id, a name, a namespace, a /regular expression/, the path of a script, or \"all\".") + u'\n'
        + Texts::tr("\"tropero help <command>\" tells more.") + u'\n';
}

QString commandHelpText(const CommandEntry& entry, const Command& command, const Console& console)
{
    const int width = helpWidth(console);
    QString text = summaryOf(entry) + "\n\n"_L1 + console.paint(Colour::Bold, Texts::tr("Usage:")) + " tropero "_L1 + command.synopsis() + u'\n';
    if (!entry.aliases.isEmpty())
        text += console.paint(Colour::Bold, Texts::tr("Also:")) + "  "_L1 + QString(entry.aliases).replace(u' ', ", "_L1) + u'\n';
    if (const QString details = command.details(); !details.isEmpty())
        text += u'\n' + details + u'\n';

    const QList<CommandOption> own = command.options();
    QStringList groups;
    for (const CommandOption& option : own)
        if (!option.hidden && !groups.contains(option.group))
            groups.append(option.group);
    int column = 0; // behind the longest label that is not unusually long
    for (const CommandOption& option : own + commonOptions())
        if (const int label = displayWidth(optionLabel(option)); !option.hidden && label <= longestLabel)
            column = std::max(column, label + 4);
    const auto list = [&](const QString& title, const QList<CommandOption>& options, const QString* group) {
        text += u'\n' + console.paint(Colour::Bold, title) + u'\n';
        for (const CommandOption& option : options) {
            if (option.hidden || (group && option.group != *group))
                continue;
            const QString label = optionLabel(option);
            text += entryText(label, console.paint(Colour::Cyan, label), option.help, column, width);
        }
    };
    for (const QString& group : std::as_const(groups))
        list(group.isEmpty() ? Texts::tr("Options") : group, own, &group);
    list(Texts::tr("Common options"), commonOptions(), nullptr);
    return text;
}

} // namespace tropero
