// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/orderedvalue.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tropero {

using namespace Qt::StringLiterals;

OrderedValue::OrderedValue(QJsonValue value)
{
    if (value.isArray()) {
        m_kind = Kind::Array;
        for (const QJsonValue item : value.toArray())
            append(item);
    } else if (value.isObject()) {
        m_kind = Kind::Object;
        const QJsonObject object = value.toObject();
        for (auto member = object.constBegin(); member != object.constEnd(); ++member)
            insert(member.key(), QJsonValue(member.value()));
    } else {
        m_scalar = std::move(value);
    }
}

OrderedValue OrderedValue::array()
{
    return QJsonArray();
}

OrderedValue OrderedValue::object()
{
    return QJsonObject();
}

void OrderedValue::append(OrderedValue value)
{
    m_members.emplace_back(QString(), std::move(value));
}

void OrderedValue::insert(QString name, OrderedValue value)
{
    m_members.emplace_back(std::move(name), std::move(value));
}

namespace {

void writeText(QByteArray& out, const QString& text)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text.toUtf8()) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 0xf];
        } else {
            out += c;
        }
    }
    out += '"';
}

QString scalarText(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: {
        const qint64 whole = value.toInteger(std::numeric_limits<qint64>::min());
        return whole != std::numeric_limits<qint64>::min() ? QString::number(whole)
                                                           : QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    }
    default:
        return u"null"_s;
    }
}

void writeJson(QByteArray& out, const OrderedValue& value)
{
    if (value.kind() == OrderedValue::Kind::Scalar) {
        if (value.scalar().isString())
            writeText(out, value.scalar().toString());
        else
            out += scalarText(value.scalar()).toLatin1();
        return;
    }
    const bool object = value.kind() == OrderedValue::Kind::Object;
    out += object ? '{' : '[';
    bool first = true;
    for (const auto& [name, member] : value.members()) {
        if (!first)
            out += ',';
        first = false;
        if (object) {
            writeText(out, name);
            out += ':';
        }
        writeJson(out, member);
    }
    out += object ? '}' : ']';
}

QString quoted(QString text)
{
    text.replace(u'\\', "\\\\"_L1).replace(u'\n', "\\n"_L1).replace(u'\t', "\\t"_L1).replace(u'\r', "\\r"_L1).replace(u'\x1b', "\\x1B"_L1);
    QChar quote = u'\'';
    if (text.contains(u'\'')) {
        quote = text.contains(u'"') ? (text.contains(u'`') ? u'\'' : u'`') : u'"';
        if (quote == u'\'')
            text.replace(u'\'', "\\'"_L1);
    }
    return quote + text + quote;
}

bool isIdentifier(const QString& name)
{
    if (name.isEmpty() || name.front().isDigit())
        return false;
    return std::ranges::all_of(name, [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'$'; });
}

/// Follows Node's util.inspect: a value stands on one line when that fits and it holds at most three levels.
class Inspector
{
public:
    QString inspect(const OrderedValue& value, int level)
    {
        if (value.kind() == OrderedValue::Kind::Scalar)
            return value.scalar().isString() ? quoted(value.scalar().toString()) : scalarText(value.scalar());
        const bool object = value.kind() == OrderedValue::Kind::Object;
        if (value.members().empty())
            return object ? u"{}"_s : u"[]"_s;
        m_deepest = level;
        QStringList parts;
        qsizetype length = 0;
        for (const auto& [name, member] : value.members()) {
            const QString text = inspect(member, level + 1);
            parts.append(object ? (isIdentifier(name) ? name : quoted(name)) + ": "_L1 + text : text);
            length += parts.constLast().size();
        }
        const int indent = 2 * level;
        const QString open(1, object ? u'{' : u'[');
        const QString close(1, object ? u'}' : u']');
        const QString joined = parts.join(", "_L1);
        if (m_deepest - level < levelsOnOneLine && length + 2 * parts.size() + indent + 11 <= columns && !joined.contains(u'\n'))
            return open + u' ' + joined + u' ' + close;
        const QString lead = u'\n' + QString(indent + 2, u' ');
        return open + lead + parts.join(u',' + lead) + u'\n' + QString(indent, u' ') + close;
    }

private:
    static constexpr int levelsOnOneLine = 3;
    static constexpr int columns = 80;

    int m_deepest = 0; ///< level of the value that was begun last
};

} // namespace

QByteArray compactJson(const OrderedValue& value)
{
    QByteArray out;
    writeJson(out, value);
    return out;
}

QString inspected(const OrderedValue& value)
{
    return Inspector().inspect(value, 0);
}

} // namespace tropero
