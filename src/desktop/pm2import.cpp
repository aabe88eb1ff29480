// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/pm2import.h"

#include "client/pm2dump.h"
#include "desktop/instancecommands.h"
#include "desktop/questionbox.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNames = 12;

} // namespace

Pm2Import::Pm2Import(InstanceCommands& commands, QObject* parent) : QObject(parent), m_commands(commands)
{
}

bool Pm2Import::isPossible()
{
    return QFileInfo(pm2DumpFile()).size() > 4; // an empty list is "[]"
}

void Pm2Import::ask(QWidget* window)
{
    const Result<ConfigFile> list = readConfigFile(pm2DumpFile());
    if (!list) {
        Q_EMIT failed(list.error().message());
        return;
    }
    QStringList names;
    for (const AppSpec& app : list->apps)
        names.append(app.instances > 1 ? u"%1 \u00d7 %2"_s.arg(app.name).arg(app.instances) : app.name);
    if (names.isEmpty()) {
        Q_EMIT failed(tr("PM2's saved list has no apps in it: %1").arg(list->path));
        return;
    }
    const qsizetype more = names.size() - mostNames;
    QString text = names.mid(0, mostNames).join(u'\n');
    if (more > 0) text += u'\n' + tr("and %n more", nullptr, static_cast<int>(more));
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("Import from PM2"),
                                tr("Start these %n app(s) with Tropero?", nullptr, static_cast<int>(names.size())), QMessageBox::NoButton, window);
    box->setObjectName(u"pm2Import"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(text + u"\n\n"_s + tr("PM2 is left as it is. If it runs them now, end it first with: pm2 kill"));
    QPushButton* yes = box->addButton(tr("Import"), QMessageBox::AcceptRole);
    yes->setObjectName(u"import"_s);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(yes, &QPushButton::clicked, this, [this, apps = list->apps] { m_commands.createAll(apps); });
    layOutQuestion(*box);
    box->open();
}

} // namespace tropero
