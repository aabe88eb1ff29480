// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the window with sample data into PNG files, to be looked at: picturebook FOLDER [light|dark]
// [en|es]
#include "fakedaemon.h"
#include "samples.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "desktop/mainwindow.h"
#include "desktop/selectionpane.h"
#include "desktop/startdialog.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QIcon>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTranslator>

#include <cstdio>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

bool waitUntil(const std::function<bool()>& condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < 8'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    return condition();
}

void settle()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 250)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

class PictureBook
{
public:
    PictureBook(QApplication& application, QString folder, QString suffix, Theme::Choice choice)
        : m_folder(std::move(folder)), m_suffix(std::move(suffix)), m_theme(application)
    {
        m_theme.setChoice(choice);
    }

    void run()
    {
        page(u"few"_s, QSize(1360, 860), [](const QString& home) { return test::sampleApps(home); });
        page(u"details"_s, QSize(1180, 860), [](const QString& home) { return test::sampleApps(home); }, false, u"details"_s);
        page(u"empty"_s, QSize(1180, 760), [](const QString&) { return QList<AppStatus>(); });
        page(u"crowded"_s, QSize(1180, 760), [](const QString&) { return test::crowdedApps(60); });
        page(u"small"_s, QSize(560, 420), [](const QString& home) { return test::sampleApps(home); });
        page(
            u"lost"_s, QSize(1000, 640), [](const QString& home) { return test::sampleApps(home); }, true);
        dialog();
    }

private:
    void save(QWidget& widget, const QString& name) const
    {
        settle();
        widget.grab().save(u"%1/%2-%3.png"_s.arg(m_folder, name, m_suffix));
    }

    void page(const QString& name, QSize size,
              const std::function<QList<AppStatus>(const QString& home)>& apps, bool lose = false,
              const QString& lower = {})
    {
        test::FakeDaemon daemon;
        daemon.setApps(apps(daemon.location().home));
        daemon.setPastEvents(test::sampleEvents());
        daemon.start();
        DaemonClient client(daemon.location());
        StateMirror mirror(client, true);
        const Theme::Choice choice = m_theme.choice();
        MainWindow window(client, mirror, m_theme, daemon.location().home + u"/desktop.ini"_s);
        m_theme.setChoice(choice);
        window.resize(size);
        window.show();
        client.open();
        waitUntil([&] {
            return client.state() == DaemonClient::State::Connected &&
                   mirror.apps().size() == static_cast<size_t>(daemon.apps().size());
        });
        settle();
        const QModelIndex first = window.apps().tree().model()->index(0, 0);
        if (first.isValid()) {
            window.apps().tree().expand(first);
            window.apps().tree().setFocus();
        }
        window.apps().selectionPane().showPageNamed(lower);
        settle();
        if (lose) {
            daemon.stop();
            waitUntil([&] { return client.state() == DaemonClient::State::Lost; });
        }
        save(window, name);
    }

    void dialog()
    {
        QTemporaryDir folder;
        QFile script(folder.filePath(u"server.js"_s));
        if (!script.open(QIODevice::WriteOnly)) return;
        StartDialog dialog(m_theme);
        dialog.setScript(script.fileName());
        dialog.findChild<QLineEdit*>(u"arguments"_s)->setText(u"--port 3000 \"two words\""_s);
        dialog.findChild<QPlainTextEdit*>(u"environment"_s)
            ->setPlainText(u"NODE_ENV=development\nAPI_TOKEN=abc"_s);
        dialog.show();
        save(dialog, u"launch"_s);
        dialog.findChild<QLineEdit*>(u"script"_s)->setText(u"/srv/nothing/here.js"_s);
        save(dialog, u"launch-problem"_s);
    }

    QString m_folder;
    QString m_suffix;
    Theme m_theme;
};

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QApplication::setWindowIcon(QIcon(u":/icons/tropero.svg"_s));
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("picturebook FOLDER [light|dark] [en|es]\n", stderr);
        return 1;
    }
    const bool dark = arguments.value(2) == u"dark"_s;
    const QString language = arguments.value(3, u"en"_s);
    QLocale::setDefault(QLocale(language));
    QTranslator translator;
    if (translator.load(u":/i18n/tropero_%1.qm"_s.arg(language)))
        QApplication::installTranslator(&translator);
    QDir().mkpath(arguments.at(1));
    const QString suffix =
        u"%1-%2-%3x"_s.arg(dark ? u"dark"_s : u"light"_s, language).arg(qGuiApp->devicePixelRatio());
    PictureBook(application, arguments.at(1), suffix, dark ? Theme::Choice::Dark : Theme::Choice::Light)
        .run();
    return 0;
}
