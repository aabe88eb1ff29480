// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "core/translation.h"
#include "desktop/mainwindow.h"
#include "desktop/theme.h"
#include "version.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QTranslator>

using namespace Qt::StringLiterals;

int main(int argc, char* argv[])
{
#ifdef Q_OS_WIN
    // Before Qt 6.5 a dark system palette is only used when asked for.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "windows:darkmode=2");
#endif
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Tropero"_s);
    QApplication::setApplicationVersion(QLatin1StringView(TROPERO_VERSION));
    QApplication::setDesktopFileName(u"tropero"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/tropero.svg"_s));

    QTranslator translator;
    QTranslator qtTranslator; // buttons and dialogs of Qt itself, where its catalogues are installed
    if (tropero::installTranslation(application, translator)) {
        // Figures as the user's region writes them, unless they would be in another language than the words.
        const QLocale words(translator.language());
        if (QLocale().language() != words.language()) QLocale::setDefault(words);
        if (qtTranslator.load(u"qtbase_"_s + translator.language(), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QApplication::installTranslator(&qtTranslator);
    }

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "The window of Tropero, which keeps local servers running."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);

    const tropero::Result<tropero::DaemonLocation> location = tropero::DaemonLocation::current();
    tropero::Theme theme(application);
    if (!location) {
        QMessageBox::critical(nullptr, u"Tropero"_s, location.error().message());
        return 1;
    }
    tropero::DaemonClient client(*location);
    tropero::StateMirror mirror(client, true);
    tropero::MainWindow window(client, mirror, theme, location->home + u"/desktop.ini"_s);
    window.show();
    client.open();
    return QApplication::exec();
}
