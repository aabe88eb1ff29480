// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchfield.h"

#include "core/arguments.h"
#include "core/specchange.h"
#include "core/units.h"
#include "desktop/elidedcombobox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>

#include <algorithm>
#include <array>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

/// Their help says what their title says, in more words.
constexpr std::array toldByTitle{"autostart"_L1, "disable_logs"_L1, "merge_logs"_L1};

/// As a person would type it, and read back as the same value.
QString typed(FieldType type, const QJsonValue& value)
{
    switch (type) {
    case FieldType::Duration: {
        const Milliseconds duration(value.toInteger());
        const QString text = duration.count() == 0 ? u"0"_s : formatDuration(duration);
        const Result<Milliseconds> back = parseDuration(text);
        return back && *back == duration ? text : QString::number(duration.count());
    }
    case FieldType::Size: {
        const QString text = value.toInteger() == 0 ? QString() : formatSize(value.toInteger());
        const Result<qint64> back = parseSize(text);
        return text.isEmpty() || (back && *back == value.toInteger()) ? text : QString::number(value.toInteger());
    }
    case FieldType::TextList:
    case FieldType::IntegerList: {
        if (value.isBool()) return value.toBool() ? u"true"_s : QString();
        QStringList words;
        for (const QJsonValue& one : value.toArray())
            words.append(one.toVariant().toString());
        return type == FieldType::TextList ? joinArguments(words) : words.join(", "_L1);
    }
    default:
        return value.toVariant().toString();
    }
}

} // namespace

LaunchField::LaunchField(Theme& theme, const QString& key, QWidget* parent)
    : LaunchRow(theme, makeControl(*findSpecField(key)), parent), m_field(*findSpecField(key))
{
    control()->setObjectName(m_field.key);
    if (auto* box = qobject_cast<QCheckBox*>(control())) connect(box, &QCheckBox::toggled, this, &LaunchField::changed);
    else if (auto* choice = qobject_cast<QComboBox*>(control())) connect(choice, &QComboBox::currentIndexChanged, this, &LaunchField::changed);
    else if (auto* line = qobject_cast<QLineEdit*>(control())) {
        line->setPlaceholderText(textOf(AppSpec()));
        connect(line, &QLineEdit::textChanged, this, &LaunchField::changed);
    }
}

QWidget* LaunchField::makeControl(const SpecField& field)
{
    if (field.type == FieldType::Flag) return new QCheckBox;
    if (field.type != FieldType::Choice) return new QLineEdit;
    return new ElidedComboBox;
}

void LaunchField::setChoices(const QStringList& titles)
{
    auto* box = qobject_cast<QComboBox*>(control());
    const QSignalBlocker quiet(box);
    const int current = std::max(0, box->currentIndex());
    box->clear();
    for (qsizetype i = 0; i < titles.size(); ++i)
        box->addItem(titles.at(i), m_field.choices.at(i));
    box->setCurrentIndex(current);
}

void LaunchField::describe()
{
    const QString title = specFieldTitle(m_field.key);
    setTitle(title);
    control()->setToolTip(m_field.help());
    // Choices say themselves what they mean.
    const bool says = m_field.type == FieldType::Choice || std::ranges::any_of(toldByTitle, [this](QLatin1StringView key) { return key == m_field.key; });
    setHint(says ? QString() : m_field.help());
}

QString LaunchField::textOf(const AppSpec& spec) const
{
    return typed(m_field.type, m_field.write(spec));
}

void LaunchField::load(const AppSpec& spec)
{
    const QSignalBlocker quiet(control());
    const QJsonValue value = m_field.write(spec);
    setProblem({});
    if (auto* box = qobject_cast<QCheckBox*>(control())) {
        box->setChecked(value.toBool());
    } else if (auto* choice = qobject_cast<QComboBox*>(control())) {
        choice->setCurrentIndex(std::max(0, choice->findData(value.toString())));
    } else if (auto* line = qobject_cast<QLineEdit*>(control())) {
        line->setPlaceholderText(textOf(AppSpec()));
        // What is as usual is only hinted at, so that one sees what was chosen.
        line->setText(value == m_field.write(AppSpec()) ? QString() : textOf(spec));
        line->setCursorPosition(0);
    }
}

QString LaunchField::store(AppSpec& spec)
{
    QJsonValue value;
    if (const auto* box = qobject_cast<const QCheckBox*>(control())) value = box->isChecked();
    else if (const auto* choice = qobject_cast<const QComboBox*>(control())) value = choice->currentData().toString();
    else if (const auto* line = qobject_cast<const QLineEdit*>(control()); line && !line->text().trimmed().isEmpty()) value = line->text().trimmed();
    const Result<void> read = m_field.read(spec, value);
    setProblem(read ? QString() : read.error().why);
    return problem();
}

} // namespace tropero
