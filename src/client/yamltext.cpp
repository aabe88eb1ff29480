// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/yamltext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <yaml-cpp/yaml.h>

#include <vector>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Yaml)
};

QString atMark(const YAML::Mark& mark, const QString& why)
{
    return mark.is_null() ? why : Texts::tr("line %1, column %2: %3").arg(QString::number(mark.line + 1), QString::number(mark.column + 1), why);
}

std::unexpected<Error> refuse(const YAML::Mark& mark, const QString& why)
{
    return failure(ErrorCode::InvalidArgument, Texts::tr("Cannot read the YAML text"), {}, atMark(mark, why));
}

/// A plain scalar's value. A number is one only if it is written as a number would be: "1.10" or "007" stay text.
QJsonValue scalarValue(const QString& text)
{
    if (text.isEmpty() || text == "~"_L1 || text.compare("null"_L1, Qt::CaseInsensitive) == 0)
        return QJsonValue::Null;
    if (text.compare("true"_L1, Qt::CaseInsensitive) == 0)
        return true;
    if (text.compare("false"_L1, Qt::CaseInsensitive) == 0)
        return false;
    bool ok = false;
    if (const qint64 number = text.toLongLong(&ok); ok && QString::number(number) == text)
        return number;
    if (const double number = text.toDouble(&ok); ok && QString::number(number, 'g', QLocale::FloatingPointShortest) == text)
        return number;
    return text;
}

class Converter
{
public:
    Result<QJsonValue> convert(const YAML::Node& node)
    {
        if (++m_nodes > maxYamlNodes)
            return refuse(node.Mark(), Texts::tr("more than %1 values when the aliases are expanded").arg(maxYamlNodes));
        for (const YAML::Node& outer : m_path)
            if (outer.is(node))
                return refuse(node.Mark(), Texts::tr("an alias refers to the value that it is part of"));
        if (std::ssize(m_path) >= maxYamlDepth)
            return refuse(node.Mark(), Texts::tr("nested deeper than %1 levels").arg(maxYamlDepth));

        switch (node.Type()) {
        case YAML::NodeType::Scalar: {
            const QString text = QString::fromStdString(node.Scalar());
            const bool plain = node.Tag() == "?" || node.Tag().empty();
            return plain ? scalarValue(text) : QJsonValue(text);
        }
        case YAML::NodeType::Sequence:
            return sequence(node);
        case YAML::NodeType::Map:
            return map(node);
        case YAML::NodeType::Null:
        case YAML::NodeType::Undefined:
            break;
        }
        return QJsonValue(QJsonValue::Null);
    }

private:
    Result<QJsonValue> sequence(const YAML::Node& node)
    {
        m_path.push_back(node);
        QJsonArray array;
        for (const auto& item : node) {
            auto value = convert(item);
            if (!value)
                return value;
            array.append(*value);
        }
        m_path.pop_back();
        return array;
    }

    Result<QJsonValue> map(const YAML::Node& node)
    {
        m_path.push_back(node);
        QJsonObject object;
        QJsonObject merged;
        for (const auto& entry : node) {
            if (!entry.first.IsScalar())
                return refuse(entry.first.Mark(), Texts::tr("a key must be a text"));
            const QString key = QString::fromStdString(entry.first.Scalar());
            auto value = convert(entry.second);
            if (!value)
                return value;
            if (key == "<<"_L1)
                merge(merged, *value);
            else if (object.contains(key))
                return refuse(entry.first.Mark(), Texts::tr("the key \"%1\" is there twice").arg(key));
            else
                object.insert(key, *value);
        }
        m_path.pop_back();
        for (auto entry = merged.constBegin(); entry != merged.constEnd(); ++entry)
            if (!object.contains(entry.key()))
                object.insert(entry.key(), entry.value());
        return object;
    }

    static void merge(QJsonObject& into, const QJsonValue& value)
    {
        const QJsonArray sources = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const QJsonValue source : sources) {
            const QJsonObject object = source.toObject();
            for (auto entry = object.constBegin(); entry != object.constEnd(); ++entry)
                if (!into.contains(entry.key()))
                    into.insert(entry.key(), entry.value());
        }
    }

    std::vector<YAML::Node> m_path;
    int m_nodes = 0;
};

} // namespace

Result<QJsonValue> parseYaml(const QByteArray& text)
{
    try {
        return Converter().convert(YAML::Load(text.toStdString()));
    } catch (const YAML::Exception& exception) {
        return refuse(exception.mark, QString::fromStdString(exception.msg));
    } catch (const std::exception& exception) {
        return refuse(YAML::Mark::null_mark(), QString::fromUtf8(exception.what()));
    }
}

} // namespace tropero
