// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/commandprocessor.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandProcessor)
};

// No AutoRun of the registry; extensions on and delayed expansion off, for the escaping below relies on both; the first and the last
// quotation mark are taken off and the rest is read as it is.
constexpr QLatin1StringView options("/d /e:ON /v:OFF /s /c \"");

bool isPlain(QChar letter)
{
    constexpr QStringView harmless(u"#$*+-./:?@\\_");
    return (letter >= u'a' && letter <= u'z') || (letter >= u'A' && letter <= u'Z') || (letter >= u'0' && letter <= u'9') || harmless.contains(letter);
}

QString quoted(const QString& argument, bool always)
{
    const bool needsQuotes = always || argument.isEmpty() || argument.endsWith(u'\\') || !std::all_of(argument.cbegin(), argument.cend(), isPlain);
    QString result;
    qsizetype backslashes = 0;
    for (const QChar letter : argument) {
        if (letter == u'"') // doubled for cmd.exe, and the backslashes before it for the program behind
            result += QString(backslashes, u'\\') + u'"';
        else if (letter == u'%') // the part of %cd% from 0 to 0, which is nothing, keeps "%NAME%" from being a variable
            result += "%%cd:~,"_L1;
        backslashes = letter == u'\\' ? backslashes + 1 : 0;
        result += letter;
    }
    return needsQuotes ? u'"' + result + QString(backslashes, u'\\') + u'"' : result;
}

Result<QString> withArguments(QString line, const QString& subject, const QStringList& arguments)
{
    for (const QString& argument : arguments) {
        if (argument.contains(u'\n') || argument.contains(u'\r') || argument.contains(QChar(u'\0')))
            return failure(ErrorCode::InvalidArgument, Text::tr("Cannot start the app"), subject,
                           Text::tr("an argument with a line break cannot be given to a batch file"),
                           Text::tr("Start the program that the batch file runs, or give the text in a variable of the environment"));
        line += u' ' + quoted(argument, false);
    }
    return options + line + u'"';
}

} // namespace

Result<QString> batchCommandLine(const QString& file, const QStringList& arguments)
{
    return withArguments(quoted(file, true), file, arguments);
}

Result<QString> shellCommandLine(const QString& line, const QStringList& arguments)
{
    return withArguments(line.trimmed(), line, arguments);
}

} // namespace tropero
