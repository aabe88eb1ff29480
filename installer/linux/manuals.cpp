// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the manual page of a program: the command line tool's from its table of commands, the others' from what they say to --help.
#include "cli/commandtable.h"
#include "cli/help.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

/// Text as roff prints it literally (groff_char(7), man-pages(7)).
QString literal(QString text)
{
    text.replace(u'\\', "\\e"_L1).replace(u'-', "\\-"_L1);
    QStringList lines = text.split(u'\n');
    for (QString& line : lines) {
        if (line.startsWith(u'.') || line.startsWith(u'\'')) line.prepend("\\&"_L1);
    }
    return lines.join(u'\n');
}

QString bold(const QString& text)
{
    return "\\fB"_L1 + literal(text) + "\\fR"_L1;
}

QString paragraph(const QString& label, const QString& text)
{
    return ".TP\n"_L1 + label + u'\n' + literal(text) + u'\n';
}

/// Lines that are laid out with blanks stay as they are.
QString details(const QString& text)
{
    QString result;
    for (const QString& part : text.split("\n\n"_L1, Qt::SkipEmptyParts)) {
        const bool table = part.contains(u'\n') || part.startsWith(u' ');
        result += table ? ".IP\n.nf\n"_L1 + literal(part) + "\n.fi\n"_L1 : ".IP\n"_L1 + literal(part) + u'\n';
    }
    return result;
}

QString optionText(const CommandOption& option)
{
    QString label = option.letter.isEmpty() ? QString() : bold(u'-' + option.letter) + ", "_L1;
    label += bold("--"_L1 + option.name);
    if (option.takesValue() && !option.valueHidden) {
        const QString value = "\\fI"_L1 + literal(option.valueName) + "\\fR"_L1;
        label += option.valueOptional ? "[="_L1 + value + u']' : u' ' + value;
    }
    return paragraph(label, option.help);
}

QString commandsText()
{
    QString text;
    QString group;
    for (const CommandEntry& entry : commandTable()) {
        if (groupOf(entry) != group) {
            group = groupOf(entry);
            text += ".SS \""_L1 + group + "\"\n"_L1;
        }
        const std::unique_ptr<Command> command = entry.make();
        QString summary = summaryOf(entry) + u'.';
        if (!entry.aliases.isEmpty()) summary += " Also: "_L1 + QString(entry.aliases).replace(u' ', ", "_L1) + u'.';
        text += paragraph(bold("tropero "_L1 + command->synopsis()), summary) + details(command->details());
        QString options;
        for (const CommandOption& option : command->options()) {
            if (!option.hidden) options += optionText(option);
        }
        if (!options.isEmpty()) text += ".RS\n"_L1 + options + ".RE\n"_L1;
    }
    return text;
}

QString commonText()
{
    QString text;
    for (const CommandOption& option : commonOptions())
        text += optionText(option);
    return text + paragraph(bold(u"-v"_s) + ", "_L1 + bold(u"--version"_s), u"Print the version."_s);
}

/// The options of QCommandLineParser's help, whose lines are "  -h, --help  text" with the rest of the text below.
QString helpOptions(const QString& help)
{
    static const QRegularExpression option(u"^  (-\\S.*?)(?:  +(\\S.*))?$"_s);
    static const QRegularExpression rest(u"^ {4,}(\\S.*)$"_s);
    QString text;
    bool inside = false;
    for (const QString& line : help.split(u'\n')) {
        if (const auto match = option.match(line); match.hasMatch()) {
            text += paragraph(bold(match.captured(1)), match.captured(2));
            inside = true;
        } else if (const auto more = rest.match(line); inside && more.hasMatch()) {
            text += literal(more.captured(1)) + u'\n';
        } else {
            inside = false;
        }
    }
    return text;
}

QString section(const QString& title, const QString& text)
{
    return ".SH "_L1 + title + u'\n' + text;
}

QString commandLinePage()
{
    return section(u"NAME"_s, u"tropero \\- keep local servers running\n"_s)
        + section(u"SYNOPSIS"_s, u"\\fBtropero\\fR \\fIcommand\\fR [\\fIoptions\\fR]\n"_s)
        + section(u"DESCRIPTION"_s, u"Starts servers and other programs, keeps them running and shows what they do. What is started is remembered by a daemon, "
                                    "which is started when it is needed.\n.PP\nA \\fItarget\\fR is an id, a name, a namespace, a /regular expression/, the path of "
                                    "a script, or \"all\".\n"_s)
        + section(u"COMMANDS"_s, commandsText()) + section(u"\"COMMON OPTIONS\""_s, commonText())
        + section(u"\"EXIT STATUS\""_s, u"0 when everything worked, 1 otherwise.\n"_s)
        + section(u"ENVIRONMENT"_s, paragraph(bold(u"TROPERO_HOME"_s), u"Folder of the state; by default ~/.tropero."_s)
                                        + paragraph(bold(u"TROPERO_SILENT"_s), u"When set, as with --silent."_s)
                                        + paragraph(bold(u"NO_COLOR"_s), u"When set, no colours."_s))
        + section(u"FILES"_s, paragraph(u"\\fI~/.tropero/logs\\fR"_s, u"What the apps have written."_s)
                                  + paragraph(u"\\fI~/.tropero/daemon.log\\fR"_s, u"What the daemon and the guards have to say."_s))
        + section(u"\"SEE ALSO\""_s, u"\\fBtropero\\-desktop\\fR(1), \\fBtroperod\\fR(1)\n.PP\n/usr/share/doc/tropero/user\\-guide.md\n"_s);
}

QString helpPage(const QString& program, const QString& help)
{
    const bool window = program == "tropero-desktop"_L1;
    const QString synopsis = window ? u" [\\fIoptions\\fR] [\\fIfile\\fR]\n"_s : u" [\\fIoptions\\fR]\n"_s;
    const QString description = help.section(u'\n', 1).section(u"\n\n"_s, 0, 0).section(u"\nOptions:"_s, 0, 0).simplified();
    return section(u"NAME"_s, program.toHtmlEscaped().replace(u'-', "\\-"_L1) + (window ? " \\- window of tropero\n"_L1 : " \\- daemon of tropero\n"_L1))
        + section(u"SYNOPSIS"_s, bold(program) + synopsis) + section(u"DESCRIPTION"_s, literal(description) + u'\n')
        + section(u"OPTIONS"_s, helpOptions(help))
        + section(u"ENVIRONMENT"_s, paragraph(bold(u"TROPERO_HOME"_s), u"Folder of the state; by default ~/.tropero."_s))
        + section(u"\"SEE ALSO\""_s, u"\\fBtropero\\fR(1)\n"_s);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5) {
        std::fputs("usage: tropero_manuals PROGRAM VERSION DATE PAGE\n", stderr);
        return 2;
    }
    const QString program = QFileInfo(arguments.at(1)).fileName();
    QString body = commandLinePage();
    if (program != "tropero"_L1) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("LC_ALL", "C.UTF-8");
        const QTemporaryDir home; // nobody's own settings are touched
        qputenv("TROPERO_HOME", QFile::encodeName(home.path()));
        QProcess asked;
        asked.start(arguments.at(1), {u"--help"_s});
        if (!asked.waitForFinished() || asked.exitStatus() != QProcess::NormalExit || asked.exitCode() != 0) {
            std::fprintf(stderr, "%s --help does not work\n", qUtf8Printable(arguments.at(1)));
            return 1;
        }
        body = helpPage(program, QString::fromUtf8(asked.readAllStandardOutput()));
    }
    const QString head = u".TH %1 1 %2 \"Tropero %3\"\n"_s.arg(literal(program.toUpper()), arguments.at(3), arguments.at(2));
    QFile page(arguments.at(4));
    const QByteArray bytes = (head + body).toUtf8();
    return page.open(QIODevice::WriteOnly) && page.write(bytes) == bytes.size() ? 0 : 1;
}
