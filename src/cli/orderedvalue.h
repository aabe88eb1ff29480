// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <utility>
#include <vector>

namespace tropero {

/// A JSON value whose members stay in the order in which they were added: QJsonObject sorts them.
class OrderedValue
{
public:
    enum class Kind { Scalar, Array, Object };
    using Member = std::pair<QString, OrderedValue>;

    OrderedValue(QJsonValue value = {}); ///< arrays and objects are converted member by member
    template<typename T>
        requires std::is_constructible_v<QJsonValue, T>
    OrderedValue(T value)
        : OrderedValue(QJsonValue(value))
    {
    }
    static OrderedValue array();
    static OrderedValue object();

    Kind kind() const { return m_kind; }
    const QJsonValue& scalar() const { return m_scalar; }
    /// Items of an array have empty names.
    const std::vector<Member>& members() const { return m_members; }

    void append(OrderedValue value);
    void insert(QString name, OrderedValue value);

private:
    Kind m_kind = Kind::Scalar;
    QJsonValue m_scalar;
    std::vector<Member> m_members;
};

/// JSON on one line, without a line feed at the end.
QByteArray compactJson(const OrderedValue& value);

/// As a Node program prints a value: unquoted keys, single quotes, short arrays and objects on one line.
QString inspected(const OrderedValue& value);

} // namespace tropero
