// SPDX-License-Identifier: GPL-3.0-or-later
#include "realbench.h"

#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "desktop/launchdialog.h"
#include "desktop/logpane.h"
#include "ipc/methods.h"
#include "platform/files.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>

namespace tropero::test {

using namespace Qt::StringLiterals;

RealBench::RealBench()
{
    qputenv("TROPERO_HOME", QFile::encodeName(home.path()));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.filePath(u"config"_s)));
    DaemonLocation location;
    location.home = platform::homeFolder();
    location.endpoint = platform::daemonEndpoint(location.home);
    location.program = QStandardPaths::findExecutable(u"troperod"_s, {QStringLiteral(TROPERO_TEST_BIN)});
    settings = std::make_unique<Settings>(location.home + u"/desktop.ini"_s);
    language = std::make_unique<Language>(*qApp);
    theme = std::make_unique<Theme>(*qApp);
    effects = std::make_unique<SettingsEffects>(*settings, *theme, *language);
    client = std::make_unique<DaemonClient>(location);
    mirror = std::make_unique<StateMirror>(*client, true);
    window = std::make_unique<MainWindow>(*client, *mirror, *theme, *settings);
    window->resize(1280, 860);
}

RealBench::~RealBench()
{
    bool done = client->state() != DaemonClient::State::Connected;
    if (!done) client->call(ipc::method::shutdown, {}, window.get(), [&done](const Result<QJsonValue>&) { done = true; });
    if (!QTest::qWaitFor([&done] { return done; }, 20'000)) qWarning("the daemon does not end");
}

bool RealBench::open()
{
    window->show();
    client->open();
    return QTest::qWaitFor([this] { return client->state() == DaemonClient::State::Connected; }, 15'000);
}

QString RealBench::script(const QString& name, const QByteArray& text) const
{
    QFile file(home.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

bool RealBench::launch(const QString& script, const QString& name, int workers)
{
    window->openLaunchDialog(script);
    auto* dialog = window->findChild<LaunchDialog*>();
    if (!dialog) return false;
    dialog->findChild<QLineEdit*>(u"name"_s)->setText(name);
    if (workers > 1) {
        dialog->findChild<QRadioButton*>(u"cluster"_s)->click();
        dialog->findChild<QSpinBox*>(u"workers"_s)->setValue(workers);
    }
    auto* launchButton = dialog->findChild<QPushButton*>(u"primary"_s);
    if (!QTest::qWaitFor([launchButton] { return launchButton->isEnabled(); }, 10'000)) return false;
    QTest::mouseClick(launchButton, Qt::LeftButton);
    return QTest::qWaitFor([this, &name] { return state(name) == "Online"_L1; }, 20'000);
}

void RealBench::trigger(const char* action) const
{
    window->findChild<QAction*>(QString::fromLatin1(action))->trigger();
}

void RealBench::select(const QString& name) const
{
    window->apps().tree().setCurrentIndex(rowOf(name));
}

QModelIndex RealBench::rowOf(const QString& name) const
{
    const QAbstractItemModel& model = *window->apps().tree().model();
    const QModelIndexList found =
        model.match(model.index(0, NameColumn), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
    return found.value(0);
}

QString RealBench::text(const QString& name, int column) const
{
    return rowOf(name).siblingAtColumn(column).data().toString();
}

QString RealBench::state(const QString& name) const
{
    return text(name, StateColumn);
}

QStringList RealBench::pidsBelow(const QString& name) const
{
    const QModelIndex app = rowOf(name);
    QStringList pids;
    for (int row = 0; row < app.model()->rowCount(app); ++row) {
        const QString pid = app.model()->index(row, PidColumn, app).data().toString();
        if (pid.toInt() > 0) pids.append(pid);
    }
    return pids;
}

bool RealBench::logContains(const QString& text) const
{
    const LogLines& lines = window->apps().log().lines();
    for (int row = 0; row < lines.rowCount(); ++row)
        if (lines.index(row).data().toString().contains(text)) return true;
    return false;
}

} // namespace tropero::test
