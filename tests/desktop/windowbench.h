// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clientbench.h"
#include "samples.h"

#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "desktop/mainwindow.h"
#include "desktop/noticebar.h"
#include "models/settings.h"

#include <QAction>

#include <memory>

namespace tropero::test {

using namespace Qt::StringLiterals;

/// A daemon and a window that looks at it, and can be made anew.
struct WindowBench : ClientBench
{
    Settings settings{daemon.location().home + u"/desktop.ini"_s};
    std::unique_ptr<MainWindow> window = makeWindow();

    std::unique_ptr<MainWindow> makeWindow()
    {
        auto made = std::make_unique<MainWindow>(client, mirror, theme, settings);
        made->show();
        return made;
    }

    AppTreeView& tree() const { return window->apps().tree(); }
    QAction* action(const char* name) const { return window->findChild<QAction*>(QString::fromLatin1(name)); }
    QStringList notices() const
    {
        QStringList texts;
        for (const NoticeBar* bar : window->findChildren<NoticeBar*>()) {
            if (!bar->text().isEmpty()) texts.append(bar->text());
        }
        return texts;
    }
    QString stateOf(const QString& key) const
    {
        return indexOf(key).siblingAtColumn(StateColumn).data().toString();
    }
    QModelIndex indexOf(const QString& key) const
    {
        const QAbstractItemModel& model = *tree().model();
        return model.match(model.index(0, NameColumn), KeyRole, key, 1, Qt::MatchExactly | Qt::MatchRecursive)
            .value(0);
    }
};

} // namespace tropero::test
