// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchenvironment.h"

#include "core/specchange.h"
#include "desktop/elidedcombobox.h"
#include "desktop/environmenteditor.h"
#include "desktop/launchfield.h"
#include "desktop/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>

namespace tropero {

using namespace Qt::StringLiterals;

LaunchEnvironment::LaunchEnvironment(Theme& theme, QWidget* parent)
    : LaunchSection(theme, parent), m_intro(new QLabel(this)), m_choice(new ElidedComboBox(this)), m_add(new QPushButton(this)), m_remove(new QPushButton(this)),
      m_sets(new QWidget(this)), m_always(new QPushButton(m_sets)), m_only(new QPushButton(m_sets)), m_editor(new EnvironmentEditor(theme, this))
{
    m_intro->setObjectName(u"launchSentence"_s);
    m_intro->setWordWrap(true);
    m_choice->setObjectName(u"profile"_s);
    m_add->setObjectName(u"addProfile"_s);
    m_remove->setObjectName(u"removeProfile"_s);
    auto* choiceRow = new QHBoxLayout;
    choiceRow->setSpacing(theme.scaled(8));
    choiceRow->addWidget(m_choice, 1);
    for (QPushButton* button : {m_add, m_remove}) {
        button->setAutoDefault(false);
        choiceRow->addWidget(button);
    }
    m_row = new LaunchRow(theme, m_choice, choiceRow, this);
    auto* setsRow = new QHBoxLayout(m_sets);
    setsRow->setContentsMargins({});
    setsRow->setSpacing(theme.scaled(8));
    auto* group = new QButtonGroup(this);
    for (QPushButton* button : {m_always, m_only}) {
        button->setObjectName(u"variableSet"_s);
        button->setCheckable(true);
        button->setAutoDefault(false);
        group->addButton(button);
        setsRow->addWidget(button);
    }
    setsRow->addStretch(1);
    m_always->setChecked(true);
    m_editor->setModel(&m_common);

    auto* variables = new QVBoxLayout;
    variables->setContentsMargins(theme.scaled(10), 0, 0, 0);
    variables->setSpacing(theme.scaled(12));
    variables->addWidget(m_intro);
    m_column->addLayout(variables);
    m_column->addWidget(m_row);
    auto* table = new QVBoxLayout;
    table->setContentsMargins(theme.scaled(10), 0, 0, 0);
    table->setSpacing(theme.scaled(12));
    table->addWidget(m_sets);
    table->addWidget(m_editor, 1);
    m_column->addLayout(table, 1);
    for (const QString& key : {u"filter_env"_s, u"instance_var"_s, u"increment_var"_s}) {
        auto* field = new LaunchField(theme, key, this);
        connect(field, &LaunchField::changed, this, &LaunchSection::changed);
        m_fields.append(field);
        m_column->addWidget(field);
    }
    connect(m_choice, &QComboBox::activated, this, [this] {
        choose(m_choice->currentData().toString());
        Q_EMIT changed();
    });
    connect(m_add, &QPushButton::clicked, this, &LaunchEnvironment::addProfile);
    connect(m_remove, &QPushButton::clicked, this, &LaunchEnvironment::removeProfile);
    connect(m_only, &QPushButton::toggled, this, &LaunchEnvironment::showSet);
    for (EnvironmentTable* model : {&m_common, &m_ofProfile}) {
        connect(model, &EnvironmentTable::edited, this, [this] {
            showProfiles();
            Q_EMIT changed();
        });
        connect(m_editor, &EnvironmentEditor::revealed, model, &EnvironmentTable::setRevealed);
    }
    setFocusProxy(m_editor);
    LaunchEnvironment::retranslate();
}

int LaunchEnvironment::count() const
{
    if (m_profile.isEmpty()) return m_common.count();
    EnvironmentMap both = m_ofProfile.variables();
    both.insert(m_common.variables());
    return static_cast<int>(both.size());
}

void LaunchEnvironment::load(const AppSpec& spec)
{
    for (LaunchField* field : std::as_const(m_fields))
        field->load(spec);
    keepProfile();
    const bool same = m_common.variables() == spec.env && m_profiles == spec.envProfiles && m_profile == spec.envProfile;
    if (same && m_common.problem().isEmpty() && m_ofProfile.problem().isEmpty()) return;
    m_common.setVariables(spec.env);
    m_profiles = spec.envProfiles;
    m_profile = spec.envProfile;
    m_ofProfile.setVariables(m_profiles.value(m_profile));
    m_always->setChecked(true);
    showProfiles();
}

QString LaunchEnvironment::store(AppSpec& spec)
{
    keepProfile();
    spec.env = m_common.variables();
    spec.envProfiles = m_profiles;
    spec.envProfile = m_profile;
    QString first = m_common.problem();
    if (first.isEmpty() && !m_ofProfile.problem().isEmpty()) first = m_profile + u": "_s + m_ofProfile.problem();
    for (LaunchField* field : std::as_const(m_fields)) {
        const QString problem = field->store(spec);
        if (first.isEmpty() && !problem.isEmpty()) first = specFieldTitle(field->key()) + u": "_s + problem;
    }
    return first;
}

bool LaunchEnvironment::mark(const QString& key, const QString& problem)
{
    for (LaunchField* field : std::as_const(m_fields)) {
        if (field->key() != key) continue;
        if (!problem.isEmpty()) field->setProblem(problem);
        return true;
    }
    return false;
}

void LaunchEnvironment::setFiles(const QString& folder, const QStringList& envFiles)
{
    m_editor->setFiles(folder, envFiles);
}

void LaunchEnvironment::importFile(const QString& path)
{
    m_editor->importFile(path);
}

void LaunchEnvironment::keepProfile()
{
    if (const auto kept = m_profiles.find(m_profile); kept != m_profiles.end()) *kept = m_ofProfile.variables();
}

void LaunchEnvironment::choose(const QString& profile)
{
    keepProfile();
    m_profile = profile;
    m_ofProfile.setVariables(m_profiles.value(profile));
    m_only->setChecked(m_profiles.contains(profile));
    m_always->setChecked(!m_only->isChecked());
    showProfiles();
}

void LaunchEnvironment::addProfile()
{
    auto* question = new QInputDialog(this);
    question->setObjectName(u"profileName"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("New profile"));
    question->setLabelText(tr("Name of the profile, such as production:"));
    connect(question, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        const QString name = text.simplified();
        if (name.isEmpty()) return;
        if (!m_profiles.contains(name)) m_profiles.insert(name, {});
        choose(name);
        Q_EMIT changed();
    });
    question->open();
}

void LaunchEnvironment::removeProfile()
{
    m_profiles.remove(m_profile);
    choose({});
    m_choice->setFocus();
    Q_EMIT changed();
}

void LaunchEnvironment::showProfiles()
{
    const QSignalBlocker quiet(m_choice);
    const bool isThere = m_profiles.contains(m_profile);
    m_choice->clear();
    m_choice->addItem(tr("None"), QString());
    for (const QString& name : m_profiles.keys())
        m_choice->addItem(name, name);
    if (!m_profile.isEmpty() && !isThere) m_choice->addItem(tr("%1 (there is none)").arg(m_profile), m_profile);
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(m_profile)));
    m_remove->setEnabled(isThere);
    QString hint;
    if (isThere) hint = tr("Variables of \u201c%1\u201d go over those that it always has.").arg(m_profile);
    else if (!m_profile.isEmpty() && m_profiles.isEmpty()) hint = tr("There are no variables for the profile \u201c%1\u201d, so it has no effect.").arg(m_profile);
    else if (!m_profile.isEmpty())
        hint = tr("There are no variables for the profile \u201c%1\u201d, so it has no effect. There are: %2.").arg(m_profile, m_profiles.keys().join(", "_L1));
    m_row->setHint(hint);
    m_sets->setVisible(isThere);
    if (!isThere) m_always->setChecked(true);
    m_always->setText(tr("Always (%1)").arg(m_common.count()));
    m_only->setText(tr("With %1 (%2)").arg(QString(m_profile).replace(u'&', "&&"_L1), QString::number(m_ofProfile.count())));
}

void LaunchEnvironment::showSet(bool ofProfile)
{
    m_editor->setModel(ofProfile ? &m_ofProfile : &m_common);
}

void LaunchEnvironment::retranslate()
{
    m_intro->setText(tr("Variables that it gets besides those of your shell. Values of names like PASSWORD, TOKEN or KEY are masked."));
    m_row->setTitle(tr("Pro&file"));
    m_choice->setToolTip(tr("Of the blocks env_NAME in its config file, the one that it runs with"));
    m_add->setText(tr("&New\u2026"));
    m_add->setToolTip(tr("A further set of variables, such as production"));
    m_add->setAccessibleName(tr("New profile"));
    m_remove->setText(tr("Re&move"));
    m_remove->setToolTip(tr("Remove this profile and its variables"));
    m_remove->setAccessibleName(tr("Remove the profile"));
    m_editor->retranslate();
    for (LaunchField* field : std::as_const(m_fields))
        field->describe();
    showProfiles();
}

} // namespace tropero
