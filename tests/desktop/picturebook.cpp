// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the window with sample data into PNG files, to be looked at: picturebook FOLDER [light|dark]
// [en|es]
#include "fakedaemon.h"
#include "launchpictures.h"
#include "samples.h"
#include "shellpictures.h"
#include "systemsamples.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "core/logindex.h"
#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "desktop/chartpane.h"
#include "desktop/colorlegend.h"
#include "desktop/highlighteditor.h"
#include "desktop/highlightrow.h"
#include "desktop/logbar.h"
#include "desktop/logpane.h"
#include "desktop/logview.h"
#include "desktop/mainwindow.h"
#include "desktop/selectionpane.h"
#include "desktop/settingspage.h"
#include "desktop/systempage.h"
#include "desktop/systemtable.h"
#include "desktop/theme.h"
#include "ipc/methods.h"
#include "models/processendings.h"
#include "models/settings.h"

#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QAction>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QIcon>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSettings>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QToolButton>
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
        for (const QString& tab : {u"charts"_s, u"environment"_s, u"events"_s})
            page(tab, QSize(1180, 860), [](const QString& home) { return test::sampleApps(home); }, false, tab);
        log();
        mergedLog();
        charts();
        page(u"empty"_s, QSize(1180, 760), [](const QString&) { return QList<AppStatus>(); });
        page(u"crowded"_s, QSize(1180, 760), [](const QString&) { return test::crowdedApps(300); });
        page(u"crowded-small"_s, QSize(960, 600), [](const QString&) { return test::crowdedApps(300); });
        page(u"small"_s, QSize(560, 420), [](const QString& home) { return test::sampleApps(home); });
        page(
            u"lost"_s, QSize(1000, 640), [](const QString& home) { return test::sampleApps(home); }, true);
        dialog();
        test::shellPictures(m_theme, [this](QWidget& widget, const QString& name) { save(widget, name); });
        shell();
        machine();
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
        daemon.setAnswer(ipc::method::historyMetrics, test::sampleMetrics);
        daemon.setAnswer(ipc::method::appsEnvironment, test::sampleEnvironment);
        daemon.start();
        DaemonClient client(daemon.location());
        StateMirror mirror(client, true);
        const Theme::Choice choice = m_theme.choice();
        Settings settings(daemon.location().home + u"/desktop.ini"_s);
        QSettings(settings.file(), QSettings::IniFormat).setValue(u"window/welcomed"_s, true);
        MainWindow window(client, mirror, m_theme, settings);
        m_theme.setChoice(choice);
        window.resize(size);
        window.show();
        client.open();
        waitUntil([&] {
            return client.state() == DaemonClient::State::Connected &&
                   mirror.apps().size() == static_cast<size_t>(daemon.apps().size());
        });
        settle();
        test::addPast(window.apps().history(), daemon.apps());
        const QModelIndex first = window.apps().tree().firstApp();
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

    /// The log pane by itself: a search, a filter, wrapped and narrow.
    void log()
    {
        test::FakeDaemon daemon;
        const QList<AppStatus> apps = test::sampleApps(daemon.location().home);
        QFile file(apps.first().instances.first().outLog);
        if (!file.open(QIODevice::Append)) return;
        file.write("{\"level\":40,\"time\":1,\"pid\":7,\"msg\":\"cart of 31 orders is large\"}\n"
                   "see https://example.org/orders?id=31 for what orders are, and how long a line may be before it is "
                   "wrapped into two or even three lines by a pane that is not as wide as the line is long\n");
        file.close();
        DaemonClient client(daemon.location());
        LogPane pane(client, m_theme);
        QList<LogSubject> subjects;
        for (const InstanceStatus& one : apps.first().instances)
            subjects.append({one.number, u"api %1"_s.arg(one.index), one.outLog, one.errorLog});
        pane.resize(1160, 400);
        pane.QWidget::show();
        pane.show(subjects);
        settle();
        pane.bar().field()->setText(u"orders"_s);
        settle();
        pane.view().toggleBookmark(2);
        Q_EMIT pane.bar().nextWanted();
        save(pane, u"log-search"_s);
        pane.bar().action(LogBar::Switch::Wrap)->setChecked(true);
        pane.resize(620, 360);
        save(pane, u"log-wrap"_s);
        pane.bar().action(LogBar::Switch::Wrap)->setChecked(false);
        pane.bar().action(LogBar::Switch::Regex)->setChecked(true);
        pane.bar().action(LogBar::Switch::Error)->setChecked(true);
        pane.bar().field()->setText(u"(orders"_s);
        pane.resize(1160, 400);
        save(pane, u"log-problem"_s);
    }

    /// Several apps in one log: colours, a hidden one, rules, streams side by side.
    void mergedLog()
    {
        test::FakeDaemon daemon;
        const QList<AppStatus> apps = test::sampleApps(daemon.location().home);
        const qint64 begin = QDateTime::currentMSecsSinceEpoch() - 39'700;
        for (int i = 0; i < 6; ++i) {
            const InstanceStatus& one = apps.at(1 + i % 2).instances.first();
            QFile file(i == 3 ? one.errorLog : one.outLog);
            QFile index(logIndexPath(file.fileName()));
            if (!file.open(QIODevice::Append) || !index.open(QIODevice::Append)) return;
            index.write(encodeLogIndexEntry({file.size(), (begin + i * 640) * 1'000'000}));
            file.write(i == 3 ? "queue is 90 % full\n" : i % 2 == 0 ? "compiled in 412 ms, 31 modules\n" : "{\"level\":30,\"msg\":\"sent 12 orders to the printer\"}\n");
        }
        DaemonClient client(daemon.location());
        LogPane pane(client, m_theme);
        QList<LogSubject> subjects;
        for (const AppStatus& app : apps)
            for (const InstanceStatus& one : app.instances)
                subjects.append({one.number, app.instances.size() > 1 ? u"%1 %2"_s.arg(app.spec.name).arg(one.index) : app.spec.name, one.outLog,
                                 one.errorLog, {}, app.spec.name});
        pane.resize(1160, 420);
        pane.QWidget::show();
        pane.show(subjects);
        waitUntil([&] { return pane.lines().rowCount() > 5; });
        save(pane, u"log-merged"_s);
        pane.setHighlights(LogHighlights::toJson({{u"\\b\\d+(\\.\\d+)? ms"_s, true, false, LogHighlight::Color::Violet, false, true},
                                                  {u"orders"_s, false, false, LogHighlight::Color::Amber, true, true},
                                                  {u"get"_s, false, false, LogHighlight::Color::Green, false, true}}));
        pane.legend().setHidden(apps.last().spec.name, true);
        save(pane, u"log-highlights"_s);
        pane.findChild<QAction*>(u"highlight"_s)->trigger();
        if (auto* editor = pane.findChild<HighlightEditor*>()) {
            editor->findChild<QPushButton*>(u"addRule"_s)->click();
            HighlightRow* row = editor->findChildren<HighlightRow*>().last();
            row->field()->setText(u"(cart|"_s);
            for (QToolButton* button : row->findChildren<QToolButton*>())
                if (button->text() == u".*"_s) button->click();
            save(*editor, u"log-rules"_s);
            editor->close();
        }
        pane.bar().streamsAction(LogBar::Streams::SideBySide)->trigger();
        save(pane, u"log-split"_s);
    }

    /// Charts by themselves: a figure of the app's own over a day, several stacked over a month, enlarged.
    void charts()
    {
        test::FakeDaemon daemon;
        daemon.setApps(test::sampleApps(daemon.location().home));
        daemon.setPastEvents(test::sampleEvents());
        daemon.setAnswer(ipc::method::historyMetrics, test::sampleMetrics);
        daemon.start();
        DaemonClient client(daemon.location());
        StateMirror mirror(client, true);
        ChartPane pane(client, mirror, m_theme);
        client.open();
        waitUntil([&] { return mirror.apps().size() == static_cast<size_t>(daemon.apps().size()); });
        pane.resize(1000, 420);
        pane.show();
        pane.setInstances({0});
        pane.setSpan(86'400'000);
        pane.showMetric(u"Orders"_s);
        waitUntil([&] { return !pane.data().isLoading(); });
        save(pane, u"charts-figure"_s);
        pane.showMetric({});
        pane.setInstances({0, 1, 2, 3});
        pane.setStacked(true);
        pane.setSpan(30LL * 86'400'000);
        waitUntil([&] { return !pane.data().isLoading(); });
        save(pane, u"charts-stacked"_s);
        const TimeWindow window = pane.data().window();
        pane.zoomTo({window.from + window.span() / 2, window.from + window.span() * 3 / 4});
        settle();
        waitUntil([&] { return !pane.data().isLoading(); });
        save(pane, u"charts-zoomed"_s);
    }

    /// What is around the pages.
    void shell()
    {
        test::FakeDaemon daemon;
        QList<AppStatus> apps = test::sampleApps(daemon.location().home);
        QDir(daemon.location().home).mkpath(u".git"_s);
        QFile head(daemon.location().home + u"/.git/HEAD"_s);
        if (head.open(QIODevice::WriteOnly)) head.write("ref: refs/heads/feature/cart\n");
        head.close();
        for (AppStatus& app : apps)
            app.spec.cwd = daemon.location().home;
        daemon.setApps(apps);
        daemon.start();
        DaemonClient client(daemon.location());
        StateMirror mirror(client, true);
        Settings settings(daemon.location().home + u"/desktop.ini"_s);
        MainWindow window(client, mirror, m_theme, settings);
        window.resize(1180, 760);
        window.show();
        client.open();
        waitUntil([&] { return mirror.apps().size() == static_cast<size_t>(daemon.apps().size()); });
        window.showWelcome();
        save(window, u"welcome"_s);
        window.resize(620, 520);
        save(window, u"welcome-narrow"_s);
        window.resize(1180, 760);
        window.showPage(u"settings"_s);
        save(window, u"settings"_s);
        if (auto* page = window.findChild<SettingsPage*>()) page->verticalScrollBar()->setValue(page->verticalScrollBar()->maximum());
        save(window, u"settings-end"_s);
        window.findChild<QAction*>(u"palette"_s)->trigger();
        if (auto* palette = window.findChild<QDialog*>(u"commandPalette"_s)) save(*palette, u"palette"_s);
        window.findChild<QAction*>(u"shortcuts"_s)->trigger();
        if (auto* sheet = window.findChild<QDialog*>(u"shortcutSheet"_s)) save(*sheet, u"shortcuts"_s);
        for (QDialog* open : window.findChildren<QDialog*>())
            open->close();
        window.resize(1480, 860);
        window.showPage(u"apps"_s);
        window.showPortConflict(3000, u"\u201capi\u201d could not get port 3000: it is held by server.js \u00b7 shop (PID 48213)."_s);
        test::addPast(window.apps().history(), daemon.apps());
        window.apps().tree().selectKey(u"api"_s);
        window.apps().tree().setColumnChosen(BranchColumn, true);
        settle();
        save(window, u"portconflict"_s);
    }

    void dialog()
    {
        test::launchPictures(m_theme, [this](QWidget& widget, const QString& name) { save(widget, name); });
    }

    // The system page alone, with samples in place of this machine.
    void machine()
    {
        DaemonClient client{DaemonLocation{}};
        StateMirror mirror(client, false);
        const auto picture = [&](const QString& name, QSize size, const SystemMonitor::Snapshot& snapshot, SystemPage::Section section) {
            ProcessEndings endings;
            SystemPage page(mirror, endings, m_theme);
            page.setAutoFillBackground(true);
            page.resize(size);
            page.show();
            page.monitor().setActive(false);
            settle(); // a look is under way
            page.setSnapshot(snapshot);
            page.showSection(section);
            page.table().setFocus();
            save(page, name);
        };
        picture(u"system-processes"_s, QSize(1180, 560), test::sampleMachine(), SystemPage::Section::Processes);
        picture(u"system-ports"_s, QSize(1180, 560), test::sampleMachine(), SystemPage::Section::Ports);
        picture(u"system-narrow"_s, QSize(560, 420), test::sampleMachine(), SystemPage::Section::Processes);
        picture(u"system-empty"_s, QSize(1000, 520), std::make_shared<MachineSnapshot>(), SystemPage::Section::Processes);
        picture(u"system-crowded"_s, QSize(1000, 520), test::crowdedMachine(300), SystemPage::Section::Ports);
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
    QTranslator own; // of Qt's dialogs and keys
    if (own.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&own);
    QDir().mkpath(arguments.at(1));
    const QString suffix =
        u"%1-%2-%3x"_s.arg(dark ? u"dark"_s : u"light"_s, language).arg(qGuiApp->devicePixelRatio());
    PictureBook(application, arguments.at(1), suffix, dark ? Theme::Choice::Dark : Theme::Choice::Light)
        .run();
    return 0;
}
