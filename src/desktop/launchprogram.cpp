// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchprogram.h"

#include "client/projectreader.h"
#include "client/shellenvironment.h"
#include "core/arguments.h"
#include "core/nodescript.h"
#include "core/specchange.h"
#include "core/specfields.h"
#include "desktop/interpreterchoice.h"
#include "desktop/launchfield.h"
#include "desktop/launchform.h"
#include "desktop/launchoffer.h"
#include "desktop/modecards.h"
#include "desktop/restartsentence.h"
#include "desktop/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int readDelayMs = 150;

QLineEdit* makeLine(const QString& name, QWidget* parent)
{
    auto* line = new QLineEdit(parent);
    line->setObjectName(name);
    return line;
}

/// A path that is only shown with the separators of the system is no change of it.
QString pathIn(const QLineEdit& line, const QString& before)
{
    const QString text = line.text().trimmed();
    return text == QDir::toNativeSeparators(before) ? before : text;
}

} // namespace

LaunchProgram::LaunchProgram(Theme& theme, QWidget* parent)
    : LaunchSection(theme, parent), m_path(makeLine(u"script"_s, this)), m_browse(new QPushButton(this)), m_browseMenu(new QMenu(this)),
      m_offer(new LaunchOffer(theme, this)), m_name(makeLine(u"name"_s, this)), m_nameSpaceLabel(new QLabel(this)),
      m_nameSpace(makeLine(u"namespace"_s, this)), m_arguments(makeLine(u"arguments"_s, this)), m_cwd(makeLine(u"folder"_s, this)),
      m_browseCwd(new QPushButton(this)), m_interpreter(new InterpreterChoice(theme, this)),
      m_interpreterArgs(new LaunchField(theme, u"interpreter_args"_s, this)), m_mode(new ModeCards(theme, this)),
      m_listen(new LaunchField(theme, u"listen"_s, this)), m_sentence(new RestartSentence(theme, this))
{
    const auto beside = [&theme](QWidget* field, const QList<QWidget*>& others) {
        auto* row = new QHBoxLayout;
        row->setSpacing(theme.scaled(8));
        row->addWidget(field, 1);
        for (QWidget* other : others)
            row->addWidget(other);
        return row;
    };
    m_browse->setObjectName(u"browse"_s);
    m_browse->setMenu(m_browseMenu);
    m_browseCwd->setObjectName(u"browseFolder"_s);
    m_nameSpaceLabel->setObjectName(u"formLabel"_s);
    m_nameSpaceLabel->setBuddy(m_nameSpace);
    m_nameSpace->setMaximumWidth(theme.scaled(150));
    for (QPushButton* button : {m_browse, m_browseCwd})
        button->setAutoDefault(false);
    m_pathRow = addRow(new LaunchRow(theme, m_path, beside(m_path, {m_browse}), this));
    m_offerRow = addRow(new LaunchRow(theme, m_offer, this));
    m_nameRow = addRow(new LaunchRow(theme, m_name, beside(m_name, {m_nameSpaceLabel, m_nameSpace}), this));
    m_argumentsRow = addRow(new LaunchRow(theme, m_arguments, this));
    m_cwdRow = addRow(new LaunchRow(theme, m_cwd, beside(m_cwd, {m_browseCwd}), this));
    m_interpreterRow = addRow(new LaunchRow(theme, m_interpreter, this));
    addRow(m_interpreterArgs);
    m_modeRow = addRow(new LaunchRow(theme, m_mode, this));
    addRow(m_listen);
    m_restartRow = addRow(new LaunchRow(theme, m_sentence, this));
    m_column->addStretch(1);

    m_delay.setSingleShot(true);
    m_delay.setInterval(readDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &LaunchProgram::read);
    connect(m_path, &QLineEdit::textChanged, this, &LaunchProgram::typed);
    for (QLineEdit* line : {m_name, m_nameSpace, m_arguments, m_cwd})
        connect(line, &QLineEdit::textChanged, this, &LaunchSection::changed);
    connect(m_browseCwd, &QPushButton::clicked, this, [this] { browseFolder(m_cwd); });
    connect(m_offer, &LaunchOffer::changed, this, [this] { takeChoice(true); });
    connect(m_interpreter, &InterpreterChoice::changed, this, &LaunchSection::changed);
    connect(m_interpreterArgs, &LaunchField::changed, this, &LaunchSection::changed);
    connect(m_mode, &ModeCards::changed, this, &LaunchSection::changed);
    connect(m_listen, &LaunchField::changed, this, &LaunchSection::changed);
    setFocusProxy(m_path);
    LaunchProgram::retranslate();
    showRows();
}

LaunchRow* LaunchProgram::addRow(LaunchRow* row)
{
    m_column->addWidget(row);
    return row;
}

void LaunchProgram::load(const AppSpec& spec)
{
    const QSignalBlocker quiet(this);
    if (!m_choice) {
        const QSignalBlocker still(m_path);
        m_path->setText(QDir::toNativeSeparators(spec.script));
    }
    m_arguments->setText(joinArguments(spec.args));
    m_cwd->setText(QDir::toNativeSeparators(spec.cwd));
    m_name->setText(!m_choice && spec.name == defaultAppName(spec.script) ? QString() : spec.name);
    m_nameSpace->setText(spec.nameSpace == AppSpec().nameSpace ? QString() : spec.nameSpace);
    m_interpreter->setInterpreter(spec.interpreter);
    m_interpreterArgs->load(spec);
    m_mode->set(spec.execMode, spec.instances);
    m_listen->load(spec);
    m_sentence->setPolicy(spec.restart);
}

void LaunchProgram::loadPorts(const AppSpec& spec)
{
    if (splitArguments(m_arguments->text()) != spec.args) m_arguments->setText(joinArguments(spec.args));
    m_interpreterArgs->load(spec);
    m_listen->load(spec);
}

QString LaunchProgram::store(AppSpec& spec)
{
    spec.script = m_choice ? m_choice->spec.script : pathIn(*m_path, spec.script);
    const QString usualName = m_choice ? m_choice->spec.name : spec.script.isEmpty() ? QString() : defaultAppName(spec.script);
    spec.name = m_name->text().trimmed().isEmpty() ? usualName : m_name->text().trimmed();
    spec.nameSpace = m_nameSpace->text().trimmed().isEmpty() ? AppSpec().nameSpace : m_nameSpace->text().trimmed();
    spec.args = splitArguments(m_arguments->text());
    spec.cwd = pathIn(*m_cwd, spec.cwd);
    spec.interpreter = m_interpreter->interpreter();
    spec.execMode = m_mode->mode();
    spec.instances = m_mode->instances();
    const bool sharesSockets = spec.execMode == ExecMode::Cluster && (looksForeignToNode(spec) || !spec.cluster.listen.isEmpty());
    m_listen->setVisible(sharesSockets && several().isEmpty() && !m_offer->isAsking());
    if (!sharesSockets) spec.cluster.listen.clear();
    for (LaunchRow* row : {m_pathRow, m_nameRow, m_argumentsRow, m_cwdRow, m_interpreterRow, m_modeRow})
        row->setProblem({});
    m_offerRow->setProblem(m_offer->isAsking() ? QString() : m_offer->problem());
    m_pathRow->setProblem(m_readProblem);
    QString first = m_readProblem.isEmpty() ? m_offer->problem() : m_readProblem;
    for (LaunchField* field : {m_interpreterArgs, m_listen}) {
        const QString problem = field == m_listen && !sharesSockets ? QString() : field->store(spec);
        if (first.isEmpty() && !problem.isEmpty()) first = specFieldTitle(field->key()) + u": "_s + problem;
    }
    return first;
}

void LaunchProgram::follow(const AppSpec& spec)
{
    m_name->setPlaceholderText(m_choice ? m_choice->spec.name : spec.script.isEmpty() ? QString() : defaultAppName(spec.script));
    m_cwd->setPlaceholderText(spec.script.isEmpty() ? QString() : QDir::toNativeSeparators(defaultFolder(spec.script)));
    askForNode(spec.cwd.isEmpty() ? (spec.script.isEmpty() ? QString() : defaultFolder(spec.script)) : spec.cwd);
    if (spec.restart != m_sentence->policy() && m_sentence->problem().isEmpty()) m_sentence->setPolicy(spec.restart);
}

bool LaunchProgram::mark(const QString& key, const QString& problem)
{
    LaunchRow* row = key == "script"_L1                            ? m_pathRow
                     : key == "name"_L1 || key == "namespace"_L1   ? m_nameRow
                     : key == "args"_L1                            ? m_argumentsRow
                     : key == "cwd"_L1                             ? m_cwdRow
                     : key == "interpreter"_L1                     ? m_interpreterRow
                     : key == "listen"_L1 && !m_listen->isHidden() ? m_listen
                     : key == "exec_mode"_L1 || key == "instances"_L1 || key == "listen"_L1 ? m_modeRow
                                                                                             : nullptr;
    if (row && !problem.isEmpty()) row->setProblem(problem);
    return row;
}

void LaunchProgram::setPath(const QString& path)
{
    m_path->setText(QDir::toNativeSeparators(path));
    m_path->setFocus();
}

QList<AppSpec> LaunchProgram::several() const
{
    const QList<ProjectChoice> chosen = m_offer->chosen();
    QList<AppSpec> specs;
    for (const ProjectChoice& choice : chosen)
        specs.append(choice.spec);
    return specs.size() > 1 ? specs : QList<AppSpec>();
}

bool LaunchProgram::isReading() const
{
    return m_delay.isActive() || m_project.isWaiting();
}

void LaunchProgram::typed()
{
    const bool chose = m_choice.has_value() || !m_offer->isHidden();
    m_choice.reset();
    m_readProblem.clear();
    m_offer->clear();
    m_project.forget();
    if (chose) {
        // They were those of what is not launched any more.
        Q_EMIT specWithdrawn();
        const QSignalBlocker quiet(this);
        for (QLineEdit* line : {m_arguments, m_cwd, m_name})
            line->clear();
    }
    showRows();
    if (m_readsProjects) m_delay.start();
    Q_EMIT changed();
}

void LaunchProgram::read()
{
    QString path = m_path->text().trimmed();
    if (path == "~"_L1 || path.startsWith("~/"_L1)) path = QDir::homePath() + path.sliced(1);
    if (path.isEmpty() || !QDir::isAbsolutePath(path)) {
        Q_EMIT changed();
        return;
    }
    m_project.ask([path] { return readProject(path); }, [this](const Result<Project>& project) { take(project); });
}

void LaunchProgram::take(const Result<Project>& project)
{
    if (project) {
        m_offer->setProject(*project);
        Q_EMIT projectRead(*project);
        takeChoice(false);
        return;
    }
    // What is not there may still be a command; whoever checks the whole says so.
    if (project.error().code != ErrorCode::NotFound) m_readProblem = project.error().message();
    Q_EMIT changed();
}

void LaunchProgram::takeChoice(bool picked)
{
    const QList<ProjectChoice> chosen = m_offer->chosen();
    m_choice.reset();
    const QString path = QDir::cleanPath(QDir::fromNativeSeparators(m_path->text().trimmed()));
    const auto isThePath = [&path](const ProjectChoice& one) { return one.kind == ProjectChoice::Kind::Script && scriptPath(one.spec) == path; };
    if (chosen.size() == 1 && !isThePath(chosen.first())) m_choice = chosen.first();
    if (m_choice && m_choice->kind == ProjectChoice::Kind::ConfigApp) {
        Q_EMIT specOffered(m_choice->spec);
    } else if (m_choice) {
        Q_EMIT specWithdrawn();
        const QSignalBlocker quiet(this);
        // While the folder was looked at, somebody may have typed on.
        if (picked || !m_arguments->isModified()) m_arguments->setText(joinArguments(m_choice->spec.args));
        if (picked || !m_cwd->isModified()) m_cwd->setText(QDir::toNativeSeparators(m_choice->spec.cwd));
        if (!m_choice->spec.interpreter.isEmpty()) m_interpreter->setInterpreter(m_choice->spec.interpreter);
    }
    showRows();
    Q_EMIT changed();
}

void LaunchProgram::askForNode(const QString& folder)
{
    if (folder.isEmpty() || std::exchange(m_folder, folder) == folder) return;
    m_nodes.ask([environment = ownEnvironment(), folder] { return nodeChoices(environment, folder); },
                [this](const NodeChoices& nodes) { m_interpreter->setNodes(nodes); });
}

QString LaunchProgram::startFolder() const
{
    const QString current = m_path->text().trimmed();
    return current.isEmpty() ? QDir::homePath() : QFileInfo(current).path();
}

void LaunchProgram::browseFile()
{
    auto* dialog = new QFileDialog(this, tr("Choose a script or program"), startFolder(),
                                   tr("Scripts (*.js *.cjs *.mjs *.ts *.cts *.mts *.py *.sh *.rb *.pl *.php *.ps1 *.bat *.cmd *.exe)") + u";;"_s + tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &LaunchProgram::setPath);
    dialog->open();
}

void LaunchProgram::browseFolder(QLineEdit* field)
{
    auto* dialog = new QFileDialog(this, tr("Choose a folder"), startFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [field](const QString& path) { field->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void LaunchProgram::showRows()
{
    const QList<AppSpec> together = several();
    m_offerRow->setVisible(!m_offer->isHidden());
    m_offerRow->setHint(together.isEmpty() ? QString()
                                           : tr("%n app(s) are launched as the file says. Tick one only to change it here.", nullptr,
                                                static_cast<int>(together.size())));
    for (LaunchRow* row : {m_nameRow, m_argumentsRow, m_cwdRow, m_interpreterRow, static_cast<LaunchRow*>(m_interpreterArgs), m_modeRow, m_restartRow})
        row->setVisible(together.isEmpty() && !m_offer->isAsking());
}

void LaunchProgram::retranslate()
{
    m_pathRow->setTitle(tr("Ru&n"));
    m_path->setAccessibleName(tr("Script, folder or command"));
    m_path->setPlaceholderText(tr("Script, folder, ecosystem file or command"));
    m_browse->setText(tr("&Browse"));
    m_browseMenu->clear();
    m_browseMenu->addAction(tr("&File\u2026"), this, &LaunchProgram::browseFile);
    m_browseMenu->addAction(tr("F&older\u2026"), this, [this] { browseFolder(m_path); });
    m_offerRow->setTitle(tr("Offered"));
    m_offer->retranslate();
    m_nameRow->setTitle(tr("Na&me"));
    m_nameSpaceLabel->setText(tr("Namespa&ce"));
    m_nameSpace->setAccessibleName(tr("Namespace"));
    m_nameSpace->setPlaceholderText(AppSpec().nameSpace);
    m_argumentsRow->setTitle(tr("&Arguments"));
    m_cwdRow->setTitle(tr("&Folder"));
    m_browseCwd->setText(tr("Brow&se\u2026"));
    m_browseCwd->setAccessibleName(tr("Choose a folder"));
    m_interpreterRow->setTitle(tr("Run b&y"));
    m_interpreter->retranslate();
    m_interpreterArgs->setTitle(tr("Its ar&guments"));
    m_modeRow->setTitle(tr("Mode"));
    m_mode->retranslate();
    m_listen->setTitle(tr("Shared sockets"));
    m_listen->setHint(findSpecField(u"listen"_s)->help());
    m_restartRow->setTitle(tr("Restart"));
    for (const auto& [row, key] : {std::pair{m_argumentsRow, u"args"_s}, std::pair{m_cwdRow, u"cwd"_s}, std::pair{m_nameRow, u"name"_s},
                                   std::pair{static_cast<LaunchRow*>(m_interpreterArgs), u"interpreter_args"_s}, std::pair{static_cast<LaunchRow*>(m_listen), u"listen"_s}})
        row->control()->setToolTip(findSpecField(key)->help());
    showRows();
}

} // namespace tropero
