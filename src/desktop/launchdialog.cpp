// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchdialog.h"

#include "client/otherport.h"
#include "client/project.h"
#include "client/statemirror.h"
#include "desktop/launchcluster.h"
#include "desktop/launchenvironment.h"
#include "desktop/launchfoot.h"
#include "desktop/launchform.h"
#include "desktop/launchpages.h"
#include "desktop/launchprogram.h"
#include "desktop/launchrestart.h"
#include "desktop/launchschedule.h"
#include "desktop/launchwatch.h"
#include "desktop/portnotice.h"
#include "desktop/restartsentence.h"
#include "desktop/sectionlist.h"
#include "desktop/theme.h"
#include "ui_launchdialog.h"
#include "models/settings.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int checkDelayMs = 100;

} // namespace

LaunchDialog::LaunchDialog(Theme& theme, const StateMirror* mirror, QWidget* parent)
    : QDialog(parent), m_theme(theme), m_mirror(mirror), m_ui(std::make_unique<Ui::LaunchDialog>()), m_list(new SectionList(theme, this)),
      m_program(new LaunchProgram(theme, this)), m_environment(new LaunchEnvironment(theme, this)),
      m_restart(new LaunchRestart(theme, this))
{
    m_ui->setupUi(this);
    theme.scaleForm(*this);
    setObjectName(u"launchDialog"_s);
    m_ui->sideColumn->addWidget(m_list);
    for (LaunchSection* section : {static_cast<LaunchSection*>(m_program), static_cast<LaunchSection*>(m_environment), static_cast<LaunchSection*>(m_restart),
                                   makeReadinessPage(theme, this), static_cast<LaunchSection*>(new LaunchWatch(theme, this)), static_cast<LaunchSection*>(new LaunchSchedule(theme, this)),
                                   makeLogsPage(theme, this), static_cast<LaunchSection*>(new LaunchCluster(theme, this))})
        addSection(section);
    m_ports = new PortNotice(theme, mirror, this); // after the pages: so goes the tab key
    m_foot = new LaunchFoot(theme, this);
    m_ui->column->addWidget(m_ports);
    m_ui->column->addWidget(m_foot);
    setMinimumSize(theme.scaled(640), theme.scaled(420));
    resize(theme.scaled(880), theme.scaled(740));

    m_delay.setSingleShot(true);
    m_delay.setInterval(checkDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &LaunchDialog::ask);
    // Both show the same; either can be typed into.
    connect(&m_program->sentence(), &RestartSentence::changed, this, [this] {
        m_restart->sentence().setPolicy(m_program->sentence().policy());
        m_touched = true;
        check();
    });
    connect(m_program, &LaunchProgram::specOffered, this, [this](const AppSpec& spec) { load(withPolicies(spec, m_defaults)); });
    connect(m_program, &LaunchProgram::specWithdrawn, this, [this] { m_template = AppSpec(); });
    connect(m_program, &LaunchProgram::projectRead, this, [this](const Project& project) { m_environment->setFiles(project.folder, project.envFiles); });
    connect(m_list, &QListWidget::currentRowChanged, m_ui->stack, &QStackedWidget::setCurrentIndex);
    connect(m_ports, &PortNotice::showRequested, this, &LaunchDialog::showPortRequested);
    connect(m_ports, &PortNotice::endRequested, this, &LaunchDialog::endRequested);
    connect(m_ports, &PortNotice::stopRequested, this, &LaunchDialog::stopRequested);
    connect(m_ports, &PortNotice::otherPortRequested, this, &LaunchDialog::usePort);
    connect(m_foot, &LaunchFoot::cancelled, this, &LaunchDialog::reject);
    connect(m_foot, &LaunchFoot::saved, this, [this] { carryOut(Wish::Save); });
    connect(m_foot, &LaunchFoot::launched, this, [this] { carryOut(m_appId.isEmpty() ? Wish::Launch : Wish::SaveAndRenew); });
    for (const auto& [keys, step] : {std::pair{QKeySequence(Qt::CTRL | Qt::Key_PageDown), 1}, std::pair{QKeySequence(Qt::CTRL | Qt::Key_PageUp), -1}}) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this,
                [this, step] { showSection(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1)); });
    }
    load(AppSpec());
    m_untouched = m_typed;
    m_list->setCurrentRow(0);
    retranslate();
    m_program->setFocus();
}

LaunchDialog::~LaunchDialog() = default;

void LaunchDialog::addSection(LaunchSection* section)
{
    m_sections.append(section);
    m_list->addSection(section->title());
    auto* scroll = new QScrollArea(m_ui->stack);
    scroll->setObjectName(u"launchScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(section);
    m_ui->stack->addWidget(scroll);
    connect(section, &LaunchSection::changed, this, [this] {
        m_touched = true;
        check();
    });
}

void LaunchDialog::setDefaults(const AppSpec& defaults)
{
    m_defaults = defaults;
    load(withPolicies(AppSpec(), defaults));
    m_untouched = m_typed;
}

void LaunchDialog::setPath(const QString& path)
{
    m_program->setReadsProjects(m_appId.isEmpty());
    showSection(0);
    m_program->setPath(path);
}

void LaunchDialog::setSpec(const AppSpec& spec, const QString& hint)
{
    m_hintText = hint;
    m_isBlank = false;
    m_program->setReadsProjects(false);
    m_touched = true;
    load(spec);
    m_untouched = m_typed;
    retranslate();
}

void LaunchDialog::edit(const AppStatus& app)
{
    m_appId = app.id;
    m_original = app.spec;
    setSpec(app.spec, {});
    m_environment->setFiles(app.spec.cwd, {});
}

void LaunchDialog::duplicate(const AppSpec& spec)
{
    AppSpec copy = spec;
    for (int number = 2; isNameTaken(copy.name, copy.nameSpace); ++number)
        copy.name = u"%1-%2"_s.arg(spec.name).arg(number);
    setSpec(copy, tr("Like \u201c%1\u201d. If it listens on a port, choose another one for this.").arg(spec.name));
}

void LaunchDialog::load(const AppSpec& spec)
{
    m_template = spec;
    m_loading = true;
    for (LaunchSection* section : std::as_const(m_sections))
        section->load(spec);
    m_loading = false;
    check();
}

void LaunchDialog::usePort(int taken, int port)
{
    if (!m_problem.isEmpty()) return; // what is wrong would be lost
    const AppSpec spec = withPort(m_typed, taken, port);
    m_loading = true;
    for (LaunchSection* section : std::as_const(m_sections))
        section->loadPorts(spec);
    m_loading = false;
    m_touched = true;
    check();
}

bool LaunchDialog::isNameTaken(const QString& name, const QString& nameSpace) const
{
    return m_mirror && std::ranges::any_of(m_mirror->apps(), [&](const AppStatus& app) {
        return app.id != m_appId && app.spec.name == name && app.spec.nameSpace == nameSpace;
    });
}

void LaunchDialog::check()
{
    if (m_loading) return;
    AppSpec typed = m_template;
    m_problem.clear();
    for (int row = 0; row < m_sections.size(); ++row) {
        LaunchSection* section = m_sections.at(row);
        const QString problem = section->store(typed);
        m_list->setProblem(row, m_touched ? problem : QString());
        m_list->setCount(row, section->count());
        if (m_problem.isEmpty()) m_problem = problem;
    }
    m_typed = typed;
    for (LaunchSection* section : std::as_const(m_sections))
        section->follow(typed);
    if (m_program->several().isEmpty() && m_problem.isEmpty() && isNameTaken(typed.name, typed.nameSpace)) {
        m_problem = tr("There is an app \u201c%1\u201d already").arg(typed.name);
        markWhole(u"name"_s, m_problem);
    }
    m_list->setOnlyFirst(!m_program->several().isEmpty());
    m_checked.reset();
    m_answer.forget();
    m_delay.start();
    showState();
}

void LaunchDialog::ask()
{
    if (m_program->isReading()) return; // it calls again
    const QList<AppSpec> several = m_program->several();
    if (!several.isEmpty() || !m_problem.isEmpty()) {
        m_ports->setSpecs(several, m_appId);
        showState();
        if (const Wish wish = std::exchange(m_wish, Wish::None); wish != Wish::None && isValid()) carryOut(wish);
        return;
    }
    m_answer.ask([typed = m_typed] { return launchable(typed); }, [this](const Result<AppSpec>& spec) { answered(spec); });
}

void LaunchDialog::answered(const Result<AppSpec>& spec)
{
    m_checked = spec;
    // What was not touched stays as it was given, made out or not.
    if (spec && !m_appId.isEmpty() && m_typed.script == m_original.script && m_typed.cwd == m_original.cwd) m_checked = m_typed;
    if (!spec && m_touched) markWhole(spec.error().subject, spec.error().why);
    m_ports->setSpecs(spec ? QList<AppSpec>{*spec} : QList<AppSpec>(), m_appId);
    showState();
    if (const Wish wish = std::exchange(m_wish, Wish::None); wish != Wish::None && isValid()) carryOut(wish);
}

void LaunchDialog::markWhole(const QString& key, const QString& problem)
{
    for (int row = 0; row < m_sections.size(); ++row) {
        if (m_sections.at(row)->mark(key, problem)) m_list->setProblem(row, problem);
    }
}

bool LaunchDialog::isPending() const
{
    return m_delay.isActive() || m_answer.isWaiting() || m_program->isReading();
}

bool LaunchDialog::isValid() const
{
    return m_connected && m_problem.isEmpty() && (!m_program->several().isEmpty() || (m_checked && m_checked->has_value()));
}

void LaunchDialog::carryOut(Wish wish)
{
    if (isPending()) {
        m_wish = wish; // as soon as it is known whether it can be
        return;
    }
    if (!isValid()) return;
    if (wish == Wish::Launch) {
        const QList<AppSpec> several = m_program->several();
        Q_EMIT launchRequested(several.isEmpty() ? QList<AppSpec>{**m_checked} : several);
    } else {
        Q_EMIT updateRequested(m_appId, **m_checked, wish == Wish::SaveAndRenew ? m_foot->renewal() : InstanceCommands::Renewal::None);
    }
    accept();
}

void LaunchDialog::showState()
{
    const QList<AppSpec> several = m_program->several();
    const AppSpec& one = m_checked && *m_checked ? **m_checked : m_typed;
    QStringList commands;
    for (const AppSpec& spec : several.isEmpty() ? QList<AppSpec>{one} : several) {
        if (!spec.script.isEmpty()) commands.append(startCommand(spec, m_environment->model().isRevealed()));
    }
    m_foot->setCommand(commands.join("; "_L1));
    QString problem = m_problem;
    if (problem.isEmpty() && m_checked && !*m_checked) problem = m_checked->error().why;
    const bool possible = m_connected && m_problem.isEmpty() && (isPending() || isValid()) && !commands.isEmpty();
    if (m_appId.isEmpty()) m_foot->setLaunch(possible);
    else m_foot->setChanges(specChanges(m_original, one), m_original.execMode, possible);
    if (!m_connected) m_foot->setProblem(tr("The daemon does not answer. What you typed stays here until it is back."));
    else if (m_touched && !problem.isEmpty()) m_foot->setProblem(problem);
}

void LaunchDialog::setConnected(bool connected)
{
    if (m_connected == connected) return;
    m_connected = connected;
    showState();
}

void LaunchDialog::setEnded(const platform::ProcessId& process, const QString& problem)
{
    m_ports->setEnded(process, problem);
}

void LaunchDialog::showSection(int row)
{
    m_list->setCurrentRow(row);
}

void LaunchDialog::reject()
{
    if (m_typed == m_untouched) {
        QDialog::reject();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::NoIcon, windowTitle(), tr("Close this without keeping what you typed?"), QMessageBox::NoButton, this);
    box->setObjectName(u"discardQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* discard = box->addButton(tr("Close"), QMessageBox::DestructiveRole);
    discard->setObjectName(u"discard"_s);
    QPushButton* stay = box->addButton(tr("Go on typing"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    connect(discard, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    box->open();
}

void LaunchDialog::retranslate()
{
    const bool editing = !m_appId.isEmpty();
    m_ui->dialogTitle->setText(editing ? tr("Change %1").arg(m_original.name) : tr("Launch an app"));
    setWindowTitle(m_ui->dialogTitle->text());
    m_ui->dim->setText(editing                ? tr("What does not take effect at once is said below")
                    : m_hintText.isEmpty() ? tr("Drop a script, a folder, a package.json or an ecosystem file anywhere here")
                                           : m_hintText);
    for (int row = 0; row < m_sections.size(); ++row)
        m_list->setTitle(row, m_sections.at(row)->title());
    m_list->setAccessibleName(tr("Sections"));
    m_foot->retranslate();
    m_ports->retranslate();
    showState();
}

void LaunchDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void LaunchDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && m_appId.isEmpty()) event->acceptProposedAction();
}

void LaunchDialog::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile()) setPath(urls.first().toLocalFile());
}

} // namespace tropero
