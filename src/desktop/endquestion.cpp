// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/endquestion.h"

#include "core/folderpath.h"
#include "desktop/questionbox.h"
#include "models/systemrows.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(EndQuestion)
};

constexpr qsizetype mostNamed = 8;

QString describe(const MachineProcess& process)
{
    const QString name = process.title().simplified().left(60);
    return process.folder.isEmpty() ? Texts::tr("%1, pid %2").arg(name).arg(process.id.pid)
                                    : Texts::tr("%1, pid %2, in %3").arg(name, QString::number(process.id.pid), shortFolder(process.folder));
}

// What follows for Tropero, the worst first.
QStringList consequences(const QList<MachineProcess>& processes)
{
    QStringList told;
    const auto any = [&](ProcessRole role) {
        return std::ranges::find(processes, role, &MachineProcess::role);
    };
    if (const auto guard = any(ProcessRole::Guard); guard != processes.end())
        told.append(guard->appName.isEmpty()
                        ? Texts::tr("A guard of Tropero looks after an app: the app ends with it, and the daemon starts both again.")
                        : Texts::tr("The guard looks after %1: the app ends with it, and the daemon starts both again.").arg(guard->appName));
    if (any(ProcessRole::Daemon) != processes.end())
        told.append(Texts::tr("Without Tropero's daemon apps go on running, but cannot be seen or changed until it is started again."));
    if (const auto managed = any(ProcessRole::Managed); managed != processes.end())
        told.append(Texts::tr("Tropero looks after %1 and may start it again. To stop it for good, use \"Show in Apps\".").arg(managed->appName));
    return told;
}

} // namespace

QMessageBox* endQuestion(const QList<MachineProcess>& processes, bool tree, QWidget* parent, const std::function<void()>& end)
{
    const int count = static_cast<int>(processes.size());
    QString question = count == 1 ? Texts::tr("End %1?").arg(processes.first().title().simplified().left(60)) : Texts::tr("End %n processes?", nullptr, count);
    if (tree) question = count == 1 ? Texts::tr("End %1 and everything it started?").arg(processes.first().title().simplified().left(60))
                                    : Texts::tr("End %n processes and everything they started?", nullptr, count);
    QStringList lines;
    for (const MachineProcess& process : processes.first(std::min(processes.size(), mostNamed)))
        lines.append(describe(process));
    if (processes.size() > mostNamed) lines.append(Texts::tr("and %n more", nullptr, static_cast<int>(processes.size() - mostNamed)));
    lines.append(QString());
    lines.append(count == 1 && !tree ? Texts::tr("It is asked to end, and killed if it is still there after 5 seconds. What it has not saved may be lost.")
                                     : Texts::tr("They are asked to end, and killed if they are still there after 5 seconds. What they have not saved may be lost."));
    lines.append(consequences(processes));

    auto* box = new QMessageBox(QMessageBox::NoIcon, Texts::tr("End process"), question, QMessageBox::Cancel, parent);
    box->setObjectName(u"endQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText); // programs choose their names
    box->setInformativeText(lines.join(u'\n'));
    auto* yes = new QPushButton(tree ? Texts::tr("End all") : Texts::tr("End"), box);
    yes->setObjectName(u"danger"_s); // before the style sees it
    box->addButton(yes, QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setEscapeButton(QMessageBox::Cancel);
    QObject::connect(yes, &QPushButton::clicked, parent, end);
    layOutQuestion(*box);
    return box;
}

} // namespace tropero
