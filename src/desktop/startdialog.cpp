// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/startdialog.h"

#include "core/arguments.h"
#include "core/specfields.h"
#include "desktop/launchform.h"
#include "desktop/theme.h"
#include "ui_startdialog.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QThread>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

StartDialog::StartDialog(Theme& theme, QWidget* parent)
    : QDialog(parent), m_theme(theme), m_ui(std::make_unique<Ui::StartDialog>())
{
    m_ui->setupUi(this);
    setAcceptDrops(true);
    m_ui->launch->setObjectName(u"primary"_s);
    m_ui->dialogHint->setObjectName(u"dim"_s);
    for (QLabel* label : {m_ui->scriptLabel, m_ui->argumentsLabel, m_ui->nameLabel, m_ui->instancesLabel,
                          m_ui->folderLabel, m_ui->restartLabel, m_ui->environmentLabel, m_ui->commandLabel})
        label->setObjectName(u"formLabel"_s);
    m_ui->command->setFont(theme.logFont());
    m_ui->environment->setFont(theme.logFont());
    m_ui->arguments->setFont(theme.logFont());
    m_ui->environmentLabel->setContentsMargins(0, theme.scaled(6), 0, 0);
    m_ui->environment->setFixedHeight(theme.scaled(96));
    m_ui->problem->setMinimumHeight(theme.scaled(34));
    m_ui->instances->setFixedWidth(theme.scaled(84));
    setMinimumWidth(theme.scaled(560));
    resize(theme.scaled(680), sizeHint().height());
    describeFields();
    const auto typed = [this] {
        m_touched = true;
        check();
    };
    for (QLineEdit* field : {m_ui->script, m_ui->arguments, m_ui->name, m_ui->folder})
        connect(field, &QLineEdit::textChanged, this, typed);
    connect(m_ui->instances, &QSpinBox::valueChanged, this, typed);
    connect(m_ui->mode, &QComboBox::currentIndexChanged, this, [this, typed](int mode) {
        // A worker for each processor is what a cluster is for.
        if (mode == 1 && m_ui->instances->value() == 1) m_ui->instances->setValue(std::max(2, QThread::idealThreadCount()));
        if (mode == 0) m_ui->instances->setValue(1);
        typed();
    });
    connect(m_ui->restart, &QComboBox::currentIndexChanged, this, typed);
    connect(m_ui->environment, &QPlainTextEdit::textChanged, this, typed);
    connect(m_ui->browseScript, &QPushButton::clicked, this, &StartDialog::browseScript);
    connect(m_ui->browseFolder, &QPushButton::clicked, this, &StartDialog::browseFolder);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->launch, &QPushButton::clicked, this, &StartDialog::launch);
    check();
    m_ui->script->setFocus();
}

StartDialog::~StartDialog() = default;

void StartDialog::describeFields()
{
    const auto describe = [](QWidget* widget, const QString& key) {
        const SpecField* field = findSpecField(key);
        if (field) widget->setToolTip(field->help);
    };
    describe(m_ui->script, u"script"_s);
    describe(m_ui->arguments, u"args"_s);
    describe(m_ui->name, u"name"_s);
    describe(m_ui->instances, u"instances"_s);
    describe(m_ui->folder, u"cwd"_s);
    describe(m_ui->restart, u"autorestart"_s);
    describe(m_ui->environment, u"env"_s);
}

void StartDialog::setScript(const QString& path)
{
    m_ui->script->setText(QDir::toNativeSeparators(path));
    m_ui->script->setFocus();
}

void StartDialog::setSpec(const AppSpec& spec, const QString& hint)
{
    m_template = spec;
    m_ui->dialogHint->setText(hint);
    setScript(spec.script);
    m_ui->arguments->setText(joinArguments(spec.args));
    m_ui->folder->setText(QDir::toNativeSeparators(spec.cwd));
    if (spec.name != defaultAppName(spec.script)) m_ui->name->setText(spec.name);
    QStringList lines;
    for (auto variable = spec.env.cbegin(); variable != spec.env.cend(); ++variable)
        lines.append(variable.key() + u'=' + variable.value());
    m_ui->environment->setPlainText(lines.join(u'\n'));
    m_ui->mode->setCurrentIndex(spec.execMode == ExecMode::Cluster ? 1 : 0);
    m_ui->instances->setValue(spec.instances);
}

void StartDialog::check()
{
    LaunchForm form;
    form.script = m_ui->script->text();
    form.arguments = m_ui->arguments->text();
    form.name = m_ui->name->text();
    form.folder = m_ui->folder->text();
    form.mode = m_ui->mode->currentIndex() == 1 ? ExecMode::Cluster : ExecMode::Fork;
    form.instances = m_ui->instances->value();
    form.restart = static_cast<RestartPolicy::When>(m_ui->restart->currentIndex());
    form.environment = m_ui->environment->toPlainText();
    m_spec = specFromForm(form);
    if (m_spec && QDir::toNativeSeparators(m_template.script) == form.script) {
        m_spec->interpreter = m_template.interpreter;
        m_spec->interpreterArgs = m_template.interpreterArgs;
    }
    m_ui->launch->setEnabled(m_spec.has_value());
    m_ui->problem->setText(m_touched && !m_spec ? m_spec.error().why : QString());
    m_ui->name->setPlaceholderText(defaultAppName(form.script.trimmed()));
    m_ui->folder->setPlaceholderText(
        form.script.trimmed().isEmpty() ? QString() : QDir::toNativeSeparators(defaultFolder(form.script)));
    m_ui->command->setText(m_spec ? startCommand(*m_spec) : QString());
    m_ui->command->setCursorPosition(0);
    m_ui->command->setToolTip(m_ui->command->text());
}

void StartDialog::launch()
{
    if (!m_spec) return;
    Q_EMIT launchRequested(*m_spec);
    accept();
}

void StartDialog::browseScript()
{
    const QString current = m_ui->script->text().trimmed();
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Choose a script or program"),
        current.isEmpty() ? QDir::homePath() : QFileInfo(current).path(),
        tr("Scripts (*.js *.cjs *.mjs *.ts *.py *.sh *.rb *.pl *.php *.ps1 *.bat *.cmd *.exe)") + u";;"_s +
            tr("All files (*)"));
    if (!path.isEmpty()) setScript(path);
}

void StartDialog::browseFolder()
{
    const QString current = m_ui->folder->text().trimmed();
    const QString path =
        QFileDialog::getExistingDirectory(this, tr("Choose the working folder"),
                                          current.isEmpty() ? defaultFolder(m_ui->script->text()) : current);
    if (!path.isEmpty()) m_ui->folder->setText(QDir::toNativeSeparators(path));
}

void StartDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void StartDialog::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile()) setScript(urls.first().toLocalFile());
}

} // namespace tropero
