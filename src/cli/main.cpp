// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run.h"
#include "core/translation.h"
#include "platform/leaveprocess.h"
#include "platform/terminal.h"
#include "version.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

int run(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tropero"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(TROPERO_VERSION));
    tropero::platform::prepareTerminal();
    QTranslator translator;
    tropero::installTranslation(application, translator);
    return tropero::runCommandLine(QCoreApplication::arguments().mid(1));
}

} // namespace

int main(int argc, char* argv[])
{
    return tropero::platform::leaveProcess(run(argc, argv));
}
