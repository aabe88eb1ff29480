// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dotenv.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Dotenv)
};

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'-';
}

/// Reads the whole text from front to back, a line or a quoted value at a time.
class Reader
{
public:
    explicit Reader(const QString& text) : m_text(text) {}

    DotenvFile read()
    {
        while (m_at < m_text.size()) {
            readLine();
            ++m_line;
            m_at = endOfLine() + 1;
        }
        markDuplicates();
        return std::move(m_file);
    }

private:
    qsizetype endOfLine() const
    {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        return end < 0 ? m_text.size() : end;
    }
    void problem(const QString& text) { m_file.problems.append({m_line, text}); }
    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
    }

    void readLine()
    {
        skipBlanks();
        const qsizetype end = endOfLine();
        if (m_at >= end || m_text[m_at] == u'#')
            return;
        if (const QStringView rest = QStringView(m_text).sliced(m_at, end - m_at); rest.startsWith("export"_L1) && rest.size() > 6 && isBlank(rest[6])) {
            m_at += 6;
            skipBlanks();
        }
        const qsizetype begin = m_at;
        while (m_at < end && isNameCharacter(m_text[m_at]))
            ++m_at;
        const QString name = m_text.sliced(begin, m_at - begin);
        const bool blankAfter = m_at < end && isBlank(m_text[m_at]);
        skipBlanks();
        const bool assigns = m_at < end && (m_text[m_at] == u'=' || (m_text[m_at] == u':' && !blankAfter && (m_at + 1 == end || isBlank(m_text[m_at + 1]))));
        if (!assigns) {
            const bool hasSign = QStringView(m_text).sliced(begin, end - begin).contains(u'=');
            problem(hasSign ? Texts::tr("The name has characters that no variable can have; the line is left out") : Texts::tr("The line has no \"=\"; it is left out"));
            return;
        }
        if (name.isEmpty()) {
            problem(Texts::tr("The line has no name before the \"=\"; it is left out"));
            return;
        }
        if (name.front().isDigit())
            problem(Texts::tr("A name that begins with a digit cannot be used in a shell"));
        ++m_at;
        skipBlanks();
        const int line = m_line; // a quoted value moves it on
        const QString value = readValue();
        m_file.entries.append({name, value, line, false});
    }

    QString readValue()
    {
        if (m_at < m_text.size() && (m_text[m_at] == u'"' || m_text[m_at] == u'\'' || m_text[m_at] == u'`')) {
            if (const std::optional<QString> quoted = readQuoted())
                return *quoted;
        }
        const qsizetype begin = m_at;
        const qsizetype end = endOfLine();
        qsizetype comment = m_text.indexOf(u'#', m_at);
        if (comment < 0 || comment > end)
            comment = end;
        m_at = end;
        QString value = m_text.sliced(begin, comment - begin).trimmed();
        if (comment < end && !isBlank(m_text[comment - 1]))
            problem(Texts::tr("The value ends before the \"#\"; put it in quotes if the \"#\" belongs to it"));
        return value;
    }

    /// Nothing where the quotes enclose no whole value; the line is then taken as it stands.
    std::optional<QString> readQuoted()
    {
        const QChar quote = m_text[m_at];
        qsizetype close = m_at + 1;
        while (close < m_text.size() && m_text[close] != quote)
            close += m_text[close] == u'\\' && close + 1 < m_text.size() && m_text[close + 1] == quote ? 2 : 1;
        qsizetype after = close + 1;
        while (after < m_text.size() && isBlank(m_text[after]))
            ++after;
        const bool isFollowed = after < m_text.size() && m_text[after] != u'\n' && m_text[after] != u'#';
        if (close >= m_text.size() || (isFollowed && close > endOfLine())) { // the quote of another line is none for this one
            problem(Texts::tr("The quote %1 is never closed; the line is taken as it stands").arg(quote));
            return std::nullopt;
        }
        if (isFollowed) {
            problem(Texts::tr("There is text after the closing quote; the line is taken as it stands"));
            return std::nullopt;
        }
        QString value = m_text.sliced(m_at + 1, close - m_at - 1);
        m_line += static_cast<int>(value.count(u'\n'));
        m_at = after;
        if (quote == u'"')
            value.replace("\\n"_L1, "\n"_L1).replace("\\r"_L1, "\r"_L1);
        return value;
    }

    void markDuplicates()
    {
        QHash<QString, qsizetype> last;
        for (qsizetype i = 0; i < m_file.entries.size(); ++i)
            last.insert(m_file.entries.at(i).name, i);
        for (qsizetype i = 0; i < m_file.entries.size(); ++i)
            m_file.entries[i].duplicate = last.value(m_file.entries.at(i).name) != i;
    }

    QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    DotenvFile m_file;
};

} // namespace

EnvironmentMap DotenvFile::environment() const
{
    EnvironmentMap result;
    for (const DotenvEntry& entry : entries)
        result.insert(entry.name, entry.value);
    return result;
}

DotenvFile parseDotenv(const QByteArray& text)
{
    QString decoded = QString::fromUtf8(text);
    if (decoded.startsWith(QChar::ByteOrderMark))
        decoded.remove(0, 1);
    decoded.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    DotenvFile file = Reader(decoded).read();
    if (decoded.contains(QChar::ReplacementCharacter))
        file.problems.prepend({1, Texts::tr("The file is not UTF-8; some characters were lost")});
    return file;
}

} // namespace tropero
