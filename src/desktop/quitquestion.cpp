// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/quitquestion.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/questionbox.h"
#include "ipc/methods.h"
#include "models/herdsummary.h"

#include <QMessageBox>
#include <QPushButton>

namespace tropero {

using namespace Qt::StringLiterals;

QuitQuestion::QuitQuestion(DaemonClient& client, const StateMirror& mirror, QObject* parent)
    : QObject(parent), m_client(client), m_mirror(mirror)
{
}

void QuitQuestion::ask(QWidget* parent)
{
    const HerdSummary summary = summarize(m_mirror.apps());
    const int running = summary.online + summary.starting + summary.waiting;
    if (running == 0 || m_client.state() != DaemonClient::State::Connected) {
        Q_EMIT quit();
        return;
    }
    if (auto* open = parent->findChild<QMessageBox*>(u"quitQuestion"_s)) {
        open->raise();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("Quit"), tr("%n instance(s) are running.", nullptr, running), QMessageBox::NoButton,
                                parent);
    box->setObjectName(u"quitQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("They can go on without the window; it finds them again at its next start."));
    QPushButton* goOn = box->addButton(tr("Quit, apps go on"), QMessageBox::AcceptRole);
    goOn->setObjectName(u"goOn"_s);
    auto* stop = new QPushButton(tr("Stop all and quit"), box);
    stop->setObjectName(u"danger"_s); // before the style sees it
    box->addButton(stop, QMessageBox::DestructiveRole);
    box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(goOn);
    connect(goOn, &QPushButton::clicked, this, &QuitQuestion::quit);
    connect(stop, &QPushButton::clicked, this, &QuitQuestion::stopAllAndQuit);
    layOutQuestion(*box);
    box->open();
}

void QuitQuestion::stopAllAndQuit()
{
    m_client.call(ipc::method::instancesStop, {{u"target"_s, u"all"_s}}, this, [this](const Result<QJsonValue>& result) {
        if (result) Q_EMIT quit();
        else Q_EMIT failed(result.error().message());
    });
}

} // namespace tropero
