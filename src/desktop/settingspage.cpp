// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/settingspage.h"

#include "desktop/theme.h"
#include "models/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tropero {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(Settings& settings, Theme& theme, QWidget* parent)
    : QScrollArea(parent), m_settings(settings), m_theme(theme)
{
    setObjectName(u"settingsPage"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    connect(&settings, &Settings::changed, this, &SettingsPage::showValue); // it may come from a file
    build();
}

void SettingsPage::build()
{
    auto* content = new QWidget;
    content->setObjectName(u"settingsContent"_s);
    auto* outer = new QHBoxLayout(content);
    outer->setContentsMargins(m_theme.scaled(28), m_theme.scaled(20), m_theme.scaled(28), m_theme.scaled(28));
    auto* column = new QVBoxLayout;
    column->setSpacing(m_theme.scaled(8));
    outer->addLayout(column, 1);
    outer->addStretch(0);
    const auto label = [content](const QString& text, const QString& name) {
        auto* made = new QLabel(text, content);
        made->setObjectName(name);
        made->setWordWrap(true);
        return made;
    };
    column->addWidget(label(tr("Settings"), u"pageTitle"_s));
    QString section;
    for (const SettingField& field : settingFields()) {
        if (field.section.isEmpty()) continue;
        if (field.section != section) {
            section = field.section;
            column->addSpacing(m_theme.scaled(14));
            column->addWidget(label(section, u"sectionTitle"_s));
        }
        QWidget* control = makeControl(field);
        control->setObjectName(field.key);
        control->setAccessibleDescription(field.help);
        if (field.type == SettingField::Type::Flag) {
            column->addWidget(control);
        } else {
            control->setAccessibleName(field.title);
            auto* row = new QHBoxLayout;
            QLabel* title = label(field.title, u"settingTitle"_s);
            title->setBuddy(control);
            title->setFixedWidth(m_theme.scaled(250));
            row->addWidget(title);
            if (field.type == SettingField::Type::Integer) control->setFixedWidth(m_theme.scaled(110));
            else control->setMinimumWidth(m_theme.scaled(300));
            row->addWidget(control);
            row->addStretch(1);
            column->addLayout(row);
        }
        if (field.help.isEmpty()) continue;
        QLabel* help = label(field.help, u"dim"_s);
        auto* row = new QHBoxLayout;
        row->addSpacing(m_theme.scaled(field.type == SettingField::Type::Flag ? 22 : 258));
        row->addWidget(help, 1);
        column->addLayout(row);
    }
    column->addSpacing(m_theme.scaled(20));
    auto* buttons = new QHBoxLayout;
    auto* write = new QPushButton(tr("Export\u2026"), content);
    auto* read = new QPushButton(tr("Import\u2026"), content);
    connect(write, &QPushButton::clicked, this, &SettingsPage::exportAll);
    connect(read, &QPushButton::clicked, this, &SettingsPage::importAll);
    buttons->addWidget(write);
    buttons->addWidget(read);
    buttons->addStretch(1);
    column->addLayout(buttons);
    QLabel* file = label(tr("Stored in %1").arg(m_settings.file()), u"dim"_s);
    file->setTextFormat(Qt::PlainText);
    file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(file);
    column->addStretch(1);
    setWidget(content);
}

QWidget* SettingsPage::makeControl(const SettingField& field)
{
    const QVariant value = m_settings.value(QLatin1StringView(field.key.toLatin1()));
    const QString key = field.key;
    switch (field.type) {
    case SettingField::Type::Flag: {
        auto* box = new QCheckBox(field.title);
        box->setChecked(value.toBool());
        connect(box, &QCheckBox::toggled, this, [this, key](bool on) { store(key, on); });
        return box;
    }
    case SettingField::Type::Integer: {
        auto* box = new QSpinBox;
        box->setRange(field.least, field.most);
        box->setSuffix(field.unit);
        box->setValue(value.toInt());
        connect(box, &QSpinBox::valueChanged, this, [this, key](int number) { store(key, number); });
        return box;
    }
    case SettingField::Type::Choice: {
        auto* box = new QComboBox;
        for (const SettingField::Option& option : field.options)
            box->addItem(option.title, option.value);
        box->setCurrentIndex(box->findData(value));
        connect(box, &QComboBox::activated, this, [this, key, box] { store(key, box->currentData()); });
        return box;
    }
    case SettingField::Type::Text:
        break;
    }
    auto* line = new QLineEdit(value.toString());
    connect(line, &QLineEdit::editingFinished, this, [this, key, line] { store(key, line->text().trimmed()); });
    return line;
}

void SettingsPage::showValue(const QString& key)
{
    const QVariant value = m_settings.value(QLatin1StringView(key.toLatin1()));
    QWidget* control = findChild<QWidget*>(key);
    const QSignalBlocker quiet(control);
    if (auto* box = qobject_cast<QCheckBox*>(control)) box->setChecked(value.toBool());
    else if (auto* number = qobject_cast<QSpinBox*>(control)) number->setValue(value.toInt());
    else if (auto* choice = qobject_cast<QComboBox*>(control)) choice->setCurrentIndex(choice->findData(value));
    else if (auto* line = qobject_cast<QLineEdit*>(control); line && line->text() != value.toString()) line->setText(value.toString());
}

void SettingsPage::store(const QString& key, const QVariant& value)
{
    if (const Result<void> done = m_settings.set(key, value); !done) Q_EMIT failed(done.error().message());
}

void SettingsPage::exportAll()
{
    auto* dialog = new QFileDialog(this, tr("Export settings"), {}, tr("Settings (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        if (const Result<void> done = m_settings.exportTo(file); !done) Q_EMIT failed(done.error().message());
    });
    dialog->open();
}

void SettingsPage::importAll()
{
    auto* dialog = new QFileDialog(this, tr("Import settings"), {}, tr("Settings (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        if (const Result<void> done = m_settings.importFrom(file); !done) Q_EMIT failed(done.error().message());
    });
    dialog->open();
}

void SettingsPage::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    // The list that chose the language is still in its own signal.
    if (event->type() == QEvent::LanguageChange) QMetaObject::invokeMethod(this, &SettingsPage::build, Qt::QueuedConnection);
}

} // namespace tropero
