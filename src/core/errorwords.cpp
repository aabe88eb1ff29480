// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errorwords.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

/// Where the texts of errors that become reasons are translated: what starts a process.
constexpr std::array contexts{"ProgramResolver", "tropero::Launcher", "tropero::AppProcess", "tropero::WorkerProcess", "NodeVersions",
                              "ListenSockets", "ProcessStart", "Executable", "CommandProcessor", "DirectoryWatch", "Files"};

struct Sentence
{
    const char* context;
    const char* text;
};

/// With something filled in; the longer of two that fit comes first. test_errorwords holds them against the errors themselves.
constexpr std::array sentences{
    Sentence{"ProgramResolver", "Cannot start %1"},
    Sentence{"ProgramResolver", "the file does not exist; looked in %1 and in the folders of PATH (%2)"},
    Sentence{"ProgramResolver", "the file does not exist; looked in %1, and PATH is empty"},
    Sentence{"ProgramResolver", "the file does not exist; looked in %1"},
    Sentence{"ProgramResolver", "the folder %1 does not exist"},
    Sentence{"ProgramResolver", "Did you mean \"%1\"?"},
    Sentence{"ProgramResolver", "the interpreter does not exist; looked for %1"},
    Sentence{"ProgramResolver", "the interpreter is not in PATH (%1)"},
    Sentence{"ProgramResolver", "the interpreter is a program for %1, this machine is %2"},
    Sentence{"ProgramResolver", "it is a program for %1, this machine is %2"},
    Sentence{"tropero::Launcher", "the workers of a cluster run in Node, and this app runs with %1"},
    Sentence{"ListenSockets", "the port %1 is in use by %2"},
    Sentence{"ListenSockets", "the port %1 is in use"},
};

QString filledSentence(const QString& text)
{
    for (const Sentence& sentence : sentences) {
        const QString pattern = QRegularExpression::escape(QString::fromUtf8(sentence.text)).replace("\\%1"_L1, "(.+)"_L1).replace("\\%2"_L1, "(.+)"_L1);
        const QRegularExpressionMatch match = QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text);
        if (!match.hasMatch())
            continue;
        const QString words = QCoreApplication::translate(sentence.context, sentence.text);
        return match.lastCapturedIndex() == 2 ? words.arg(match.captured(1), match.captured(2)) : words.arg(match.captured(1));
    }
    return text;
}

QString part(const QString& text)
{
    if (text.isEmpty())
        return text;
    const QByteArray source = text.toUtf8();
    for (const char* context : contexts) {
        if (const QString words = QCoreApplication::translate(context, source.constData()); words != text)
            return words;
    }
    return filledSentence(text);
}

} // namespace

Error translated(const Error& error)
{
    return {error.code, part(error.what), error.subject, part(error.why), part(error.remedy)};
}

} // namespace tropero
