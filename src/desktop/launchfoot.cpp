// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchfoot.h"

#include "desktop/theme.h"
#include "ui_launchfoot.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStyle>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

LaunchFoot::LaunchFoot(Theme& theme, QWidget* parent) : QFrame(parent), m_ui(std::make_unique<Ui::LaunchFoot>())
{
    m_ui->setupUi(this);
    theme.scaleForm(*this);
    m_ui->launchNote->hide();
    m_ui->command->setFont(theme.logFont()); // takes no focus by Tab: the button beside it is for the keyboard
    m_ui->save->hide();
    connect(m_ui->copyCommand, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_ui->command->text()); });
    connect(m_ui->cancel, &QPushButton::clicked, this, &LaunchFoot::cancelled);
    connect(m_ui->save, &QPushButton::clicked, this, &LaunchFoot::saved);
    connect(m_ui->primary, &QPushButton::clicked, this, &LaunchFoot::launched);
    retranslate();
}

LaunchFoot::~LaunchFoot() = default;

void LaunchFoot::setCommand(const QString& command)
{
    if (m_ui->command->text() != command) {
        m_ui->command->setText(command);
        m_ui->command->setCursorPosition(0);
        m_ui->command->setToolTip(command);
    }
    m_ui->copyCommand->setEnabled(!command.isEmpty());
}

void LaunchFoot::setLaunch(bool possible)
{
    m_ui->primary->setEnabled(possible);
    say({}, false);
}

void LaunchFoot::setChanges(const QList<SpecChange>& changes, ExecMode mode, bool possible)
{
    QStringList live;
    QStringList later;
    for (const SpecChange& change : changes) {
        const QString title = change.variables.isEmpty() ? change.title : u"%1 (%2)"_s.arg(change.title, change.variables.join(", "_L1));
        (change.effect == ChangeEffect::Live ? live : later).append(title);
    }
    const bool reloadIsEnough = std::ranges::none_of(changes, [](const SpecChange& change) { return change.effect == ChangeEffect::Restart; });
    m_editing = true;
    m_reloads = mode == ExecMode::Cluster && reloadIsEnough;
    m_ui->save->show();
    m_ui->save->setEnabled(possible && !changes.isEmpty());
    m_ui->primary->setEnabled(possible && !changes.isEmpty());
    QStringList sentences;
    if (changes.isEmpty()) sentences.append(tr("Nothing is changed yet."));
    if (!live.isEmpty()) sentences.append(tr("Takes effect at once: %1.").arg(live.join(", "_L1)));
    if (!later.isEmpty())
        sentences.append(m_reloads ? tr("Needs a reload: %1.").arg(later.join(", "_L1)) : tr("Needs a restart: %1.").arg(later.join(", "_L1)));
    say(sentences.join(u' '), false);
    retranslate();
}

void LaunchFoot::setProblem(const QString& problem)
{
    say(problem, true);
}

void LaunchFoot::say(const QString& text, bool bad)
{
    if (m_ui->launchNote->property("failed").toBool() != bad) {
        m_ui->launchNote->setProperty("failed", bad);
        m_ui->launchNote->style()->unpolish(m_ui->launchNote);
        m_ui->launchNote->style()->polish(m_ui->launchNote);
    }
    m_ui->launchNote->setText(text);
    m_ui->launchNote->setVisible(!text.isEmpty());
}

void LaunchFoot::retranslate()
{
    m_ui->command->setAccessibleName(tr("Command that does the same"));
    m_ui->command->setPlaceholderText(tr("The command that does the same"));
    m_ui->copyCommand->setText(tr("C&opy"));
    m_ui->copyCommand->setAccessibleName(tr("Copy the command"));
    m_ui->cancel->setText(tr("Cancel"));
    m_ui->save->setText(tr("Save"));
    m_ui->primary->setText(!m_editing ? tr("&Launch") : m_reloads ? tr("Save and re&load") : tr("Save and restar&t"));
}

} // namespace tropero
