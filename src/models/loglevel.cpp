// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/loglevel.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstring>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype searched = 96;     ///< bytes in which a level is looked for
constexpr qsizetype searchedJson = 4096;
constexpr int mostWords = 4;

struct Word
{
    const char* text;
    LogLevel level;
};

constexpr Word words[] = {
    {"error", LogLevel::Error},    {"err", LogLevel::Error},      {"fatal", LogLevel::Error},
    {"critical", LogLevel::Error}, {"crit", LogLevel::Error},     {"panic", LogLevel::Error},
    {"emerg", LogLevel::Error},    {"alert", LogLevel::Error},    {"uncaught", LogLevel::Error},
    {"warn", LogLevel::Warning},   {"warning", LogLevel::Warning}, {"wrn", LogLevel::Warning},
    {"info", LogLevel::Info},      {"inf", LogLevel::Info},       {"notice", LogLevel::Info},
    {"http", LogLevel::Info},      {"log", LogLevel::Info},       {"debug", LogLevel::Debug},
    {"dbg", LogLevel::Debug},      {"trace", LogLevel::Debug},    {"verbose", LogLevel::Debug},
    {"silly", LogLevel::Debug},
};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

LogLevel levelOfWord(QByteArrayView word)
{
    for (const Word& known : words) {
        if (std::strlen(known.text) == static_cast<size_t>(word.size()) &&
            word.compare(known.text, Qt::CaseInsensitive) == 0)
            return known.level;
    }
    return LogLevel::None;
}

LogLevel levelOfNumber(int value) // of pino and bunyan
{
    return value >= 50 ? LogLevel::Error : value >= 40 ? LogLevel::Warning : value >= 30 ? LogLevel::Info : LogLevel::Debug;
}

LogLevel levelOfJson(QByteArrayView line)
{
    const QByteArrayView head = line.first(std::min(line.size(), searchedJson));
    qsizetype at = head.indexOf("\"level\"");
    if (at < 0) return LogLevel::None;
    at += 7;
    while (at < head.size() && (head.at(at) == ' ' || head.at(at) == ':' || head.at(at) == '"'))
        ++at;
    const qsizetype begin = at;
    while (at < head.size() && head.at(at) >= '0' && head.at(at) <= '9' && at - begin < 4)
        ++at;
    if (at > begin) return levelOfNumber(head.sliced(begin, at - begin).toInt());
    while (at < head.size() && isLetter(head.at(at)))
        ++at;
    return levelOfWord(head.sliced(begin, at - begin));
}

} // namespace

LogLevel levelOf(QByteArrayView line)
{
    if (line.startsWith('{')) return levelOfJson(line);
    const QByteArrayView head = line.first(std::min(line.size(), searched));
    int count = 0;
    for (qsizetype at = 0; at < head.size() && count < mostWords;) {
        if (!isLetter(head.at(at))) {
            ++at;
            continue;
        }
        const qsizetype begin = at;
        bool isUpper = true;
        while (at < head.size() && isLetter(head.at(at)))
            isUpper = (head.at(at++) < 'a') && isUpper;
        const QByteArrayView word = head.sliced(begin, at - begin);
        const char before = begin > 0 ? head.at(begin - 1) : ' ';
        const char after = at < head.size() ? head.at(at) : ' ';
        // The T and Z of a time are no words; neither is what is a part of a name or number.
        if (word.size() < 3) continue;
        ++count;
        const bool isMarked = after == ':' || after == ']' || after == '|' || after == ')' || before == '[';
        const bool isApart = (before == ' ' || before == '[' || before == '(' || before == '|' || before == '<' || before == '\t') &&
                             (isMarked || after == ' ' || after == '\t' || after == '>' || after == '=');
        if (isApart && (count == 1 || isUpper || isMarked)) {
            if (const LogLevel level = levelOfWord(word); level != LogLevel::None) return level;
        }
        if (after == ':' && (word.endsWith("Error") || word.endsWith("Exception"))) return LogLevel::Error;
    }
    return LogLevel::None;
}

bool continuesLine(QByteArrayView line)
{
    return line.startsWith(' ') || line.startsWith('\t') || line.startsWith('}') || line.startsWith("Caused by");
}

QByteArray withoutEscapes(QByteArrayView bytes)
{
    QByteArray result;
    result.resize(bytes.size());
    char* to = result.data();
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    while (at < end) {
        const void* found = std::memchr(at, 0x1b, static_cast<size_t>(end - at));
        const char* const escape = found ? static_cast<const char*>(found) : end;
        std::memcpy(to, at, static_cast<size_t>(escape - at));
        to += escape - at;
        at = escape;
        if (at == end) break;
        if (++at < end && *at == '[') {
            ++at;
            while (at < end && (*at < 0x40 || *at > 0x7e) && *at != '\n')
                ++at;
        } else if (at < end && *at == ']') {
            while (at < end && *at != '\a' && *at != '\n' && *at != '\\')
                ++at;
        }
        if (at < end && *at != '\n') ++at;
    }
    result.truncate(to - result.data());
    return result;
}

std::optional<AnsiLine> foldedJson(QByteArrayView line)
{
    if (!line.startsWith('{')) return {};
    const QJsonObject object = QJsonDocument::fromJson(line.toByteArray()).object();
    if (object.isEmpty()) return {};
    const QString level = object.value("level"_L1).toVariant().toString();
    QString message = object.value("msg"_L1).toString(object.value("message"_L1).toString());
    const QJsonObject error = object.value("err"_L1).toObject(object.value("error"_L1).toObject());
    if (const QString more = error.value("message"_L1).toString(); !more.isEmpty() && !message.contains(more))
        message += (message.isEmpty() ? QString() : u": "_s) + more;
    const LogLevel weight = levelOfJson(line);
    if (message.isEmpty()) return {};
    static constexpr const char* names[] = {"", "debug", "info", "warn", "error"};
    static constexpr quint32 colors[] = {7, 6, 4, 3, 1};
    const auto index = static_cast<size_t>(weight);
    bool isNumber = false;
    (void)level.toInt(&isNumber);
    const QString word = isNumber || level.isEmpty() ? QString::fromLatin1(names[index]) : level;
    AnsiLine folded;
    folded.text = word.isEmpty() ? message : word + u' ' + message;
    folded.text.replace(u'\n', QChar{0x240a});
    if (!word.isEmpty()) {
        AnsiStyle style;
        style.foreground = {AnsiColor::Kind::Indexed, colors[index]};
        style.bold = weight >= LogLevel::Warning;
        folded.spans.append({0, word.size(), style});
    }
    return folded;
}

} // namespace tropero
