// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/procfile.h"

#include "core/arguments.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Procfile)
};

bool needsShell(const QString& command)
{
    static const QRegularExpression assignment(u"^[A-Za-z_][A-Za-z0-9_]*="_s);
    // A backslash means different things to a shell and to splitArguments().
    static const QRegularExpression special(u"[|&;<>()$`*?\\[\\]{}~#!\\\\]"_s);
    static const QRegularExpression builtin(u"^(?:cd|exec|export|source|\\.|if|for|while|set|ulimit|trap)\\s"_s);
    return assignment.match(command).hasMatch() || special.match(command).hasMatch() || builtin.match(command).hasMatch();
}

} // namespace

QList<ProcfileEntry> parseProcfile(const QByteArray& text, QStringList* problems)
{
    static const QRegularExpression form(u"^([A-Za-z0-9_.-]+)\\s*:\\s*(\\S.*)$"_s);
    QList<ProcfileEntry> entries;
    int number = 0;
    for (const QByteArray& bytes : text.split('\n')) {
        ++number;
        const QString line = QString::fromUtf8(bytes).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (const QRegularExpressionMatch match = form.match(line); match.hasMatch())
            entries.append({match.captured(1), match.captured(2), needsShell(match.captured(2))});
        else if (problems)
            problems->append(Texts::tr("line %1 is not \"NAME: COMMAND\"").arg(number));
    }
    return entries;
}

AppSpec specOfProcfileEntry(const ProcfileEntry& entry, const QString& folder, const QString& project)
{
    AppSpec spec;
    spec.name = project.isEmpty() ? entry.name : project + u'-' + entry.name;
    spec.cwd = folder;
    const QStringList words = splitArguments(entry.command);
    if (entry.byShell || words.isEmpty()) {
        spec.script = entry.command;
    } else {
        spec.script = words.constFirst();
        spec.args = words.sliced(1);
    }
    return spec;
}

} // namespace tropero
