// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/json5.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <cmath>
#include <limits>
#include <optional>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxDepth = 64;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Json5)
};

bool isKeyCharacter(QChar c, bool first)
{
    return c.isLetter() || c == u'_' || c == u'$' || (!first && (c.isDigit() || c.isMark()));
}

class Parser
{
public:
    explicit Parser(QString text)
        : m_text(std::move(text))
    {
    }

    Result<QJsonValue> document()
    {
        auto result = value(0);
        if (result) {
            skipBlanks();
            if (!m_failure && !atEnd())
                fail(Texts::tr("unexpected \"%1\" after the end").arg(here()));
        }
        if (m_failure)
            return std::unexpected(*m_failure);
        return *result;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar here() const { return atEnd() ? QChar() : m_text.at(m_at); }
    bool take(QChar c)
    {
        if (here() != c || atEnd())
            return false;
        ++m_at;
        return true;
    }

    /// For messages: the file may be anything, a program or a picture too.
    static QString excerpt(QString text)
    {
        constexpr qsizetype longest = 40;
        if (text.size() > longest)
            text = text.left(longest) + u'…';
        for (QChar& c : text) {
            if (!c.isPrint())
                c = QChar::ReplacementCharacter;
        }
        return text;
    }

    void fail(const QString& why, qsizetype at = -1)
    {
        if (m_failure)
            return;
        const QStringView before = QStringView(m_text).left(at < 0 ? m_at : at);
        const auto line = before.count(u'\n') + 1;
        const auto column = before.size() - (before.lastIndexOf(u'\n') + 1) + 1;
        m_failure = Error{ErrorCode::InvalidArgument, Texts::tr("Cannot read the JSON text"), {},
                          Texts::tr("line %1, column %2: %3").arg(QString::number(line), QString::number(column), why), {}};
    }

    void skipBlanks()
    {
        while (!atEnd()) {
            if (here().isSpace() || here() == QChar::ByteOrderMark) {
                ++m_at;
            } else if (QStringView(m_text).mid(m_at, 2) == "//"_L1) {
                const qsizetype end = m_text.indexOf(u'\n', m_at);
                m_at = end < 0 ? m_text.size() : end;
            } else if (QStringView(m_text).mid(m_at, 2) == "/*"_L1) {
                const qsizetype end = m_text.indexOf("*/"_L1, m_at + 2);
                if (end < 0)
                    return fail(Texts::tr("this comment has no end"));
                m_at = end + 2;
            } else {
                return;
            }
        }
    }

    std::optional<QJsonValue> value(int depth)
    {
        skipBlanks();
        if (m_failure)
            return {};
        if (depth > maxDepth) {
            fail(Texts::tr("nested deeper than %1 levels").arg(maxDepth));
            return {};
        }
        if (atEnd()) {
            fail(Texts::tr("a value is missing: the text ends here"));
            return {};
        }
        if (here() == u'{')
            return object(depth);
        if (here() == u'[')
            return array(depth);
        if (here() == u'"' || here() == u'\'' || here() == u'`')
            return string();
        return word();
    }

    std::optional<QJsonValue> object(int depth)
    {
        const qsizetype begin = m_at++;
        QJsonObject result;
        while (true) {
            skipBlanks();
            if (m_failure)
                return {};
            if (take(u'}'))
                return result;
            if (atEnd()) {
                fail(Texts::tr("the \"{\" here has no \"}\""), begin);
                return {};
            }
            const auto key = objectKey();
            if (!key)
                return {};
            skipBlanks();
            if (!take(u':')) {
                fail(Texts::tr("a \":\" is missing after the key \"%1\"").arg(excerpt(*key)));
                return {};
            }
            const auto member = value(depth + 1);
            if (!member)
                return {};
            result.insert(*key, *member);
            skipBlanks();
            if (here() != u'}' && !take(u',') && !atEnd()) {
                fail(Texts::tr("a \",\" or \"}\" is missing after the value of \"%1\"").arg(excerpt(*key)));
                return {};
            }
        }
    }

    std::optional<QJsonValue> array(int depth)
    {
        const qsizetype begin = m_at++;
        QJsonArray result;
        while (true) {
            skipBlanks();
            if (m_failure)
                return {};
            if (take(u']'))
                return result;
            if (atEnd()) {
                fail(Texts::tr("the \"[\" here has no \"]\""), begin);
                return {};
            }
            const auto item = value(depth + 1);
            if (!item)
                return {};
            result.append(*item);
            skipBlanks();
            if (here() != u']' && !take(u',') && !atEnd()) {
                fail(Texts::tr("a \",\" or \"]\" is missing"));
                return {};
            }
        }
    }

    std::optional<QString> objectKey()
    {
        if (here() == u'"' || here() == u'\'') {
            const auto text = string();
            return text ? std::optional(text->toString()) : std::nullopt;
        }
        const qsizetype begin = m_at;
        while (!atEnd() && isKeyCharacter(here(), m_at == begin))
            ++m_at;
        if (m_at == begin) {
            fail(Texts::tr("a key is expected, not \"%1\"").arg(here()));
            return {};
        }
        return m_text.mid(begin, m_at - begin);
    }

    std::optional<QJsonValue> string()
    {
        const qsizetype begin = m_at;
        const QChar quote = m_text.at(m_at++);
        QString result;
        while (!atEnd()) {
            const QChar c = m_text.at(m_at++);
            if (c == quote)
                return result;
            if (c == u'\n' && quote != u'`')
                break;
            if (c == u'\\')
                escape(result);
            else
                result += c;
            if (m_failure)
                return {};
        }
        fail(Texts::tr("the string that begins here has no end"), begin);
        return {};
    }

    void escape(QString& result)
    {
        static constexpr QStringView letters = u"bfnrtv0";
        static constexpr QStringView meanings = u"\b\f\n\r\t\v\0";
        const QChar c = here();
        ++m_at;
        if (c == u'u' || c == u'x') {
            const int digits = c == u'u' ? 4 : 2;
            bool ok = false;
            const ushort code = QStringView(m_text).mid(m_at, digits).toUShort(&ok, 16);
            if (!ok)
                return fail(Texts::tr("\"\\%1\" needs %2 hexadecimal digits").arg(c).arg(digits), m_at - 2);
            result += QChar(code);
            m_at += digits;
        } else if (c == u'\r' || c == u'\n') {
            if (c == u'\r')
                take(u'\n');
        } else if (const auto known = letters.indexOf(c); known >= 0) {
            result += meanings.at(known);
        } else if (!c.isNull()) {
            result += c;
        }
    }

    std::optional<QJsonValue> word()
    {
        const qsizetype begin = m_at;
        while (!atEnd() && !here().isSpace() && !QStringView(u",:]}[{\"'/").contains(here()))
            ++m_at;
        const QString text = m_text.mid(begin, m_at - begin);
        if (text == "true"_L1 || text == "false"_L1)
            return QJsonValue(text == "true"_L1);
        if (text == "null"_L1 || text == "undefined"_L1)
            return QJsonValue(QJsonValue::Null);
        if (const auto number = toNumber(text))
            return *number;
        fail(text.isEmpty() ? Texts::tr("a value is expected, not \"%1\"").arg(here())
                            : Texts::tr("\"%1\" is no value; a text needs quotes").arg(excerpt(text)),
             begin);
        return {};
    }

    static std::optional<QJsonValue> toNumber(const QString& text)
    {
        const bool negative = text.startsWith(u'-');
        const QString digits = negative || text.startsWith(u'+') ? text.mid(1) : text;
        bool ok = false;
        if (digits.startsWith("0x"_L1, Qt::CaseInsensitive)) {
            const qint64 number = digits.mid(2).toLongLong(&ok, 16);
            return ok ? std::optional(QJsonValue(negative ? -number : number)) : std::nullopt;
        }
        if (digits.isEmpty() || !(digits.front().isDigit() || digits.front() == u'.'))
            return {};
        if (const qint64 number = text.toLongLong(&ok); ok)
            return QJsonValue(number);
        const double number = text.toDouble(&ok);
        return ok && std::isfinite(number) ? std::optional(QJsonValue(number)) : std::nullopt;
    }

    QString m_text;
    qsizetype m_at = 0;
    std::optional<Error> m_failure;
};

} // namespace

Result<QJsonValue> parseJson5(const QByteArray& text)
{
    return Parser(QString::fromUtf8(text)).document();
}

} // namespace tropero
