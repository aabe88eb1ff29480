// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/loginitem.h"

#include "core/arguments.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace tropero::platform {

using namespace Qt::StringLiterals;

namespace {

const auto runKey = "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"_L1;

} // namespace

bool startsAtLogin(const QString& name)
{
    return QSettings(runKey, QSettings::NativeFormat).contains(name);
}

QString loginItemPlace(const QString& name)
{
    return runKey + u'\\' + name;
}

QString lastingPath(const QString& program)
{
    const QFileInfo file(program);
    const QString starter = QDir::cleanPath(file.absolutePath() + "/../bin/"_L1 + file.fileName());
    return QFileInfo::exists(starter) ? starter : program;
}

Result<void> setStartsAtLogin(const QString& name, const QString& program, const QStringList& arguments, bool wanted)
{
    QSettings run(runKey, QSettings::NativeFormat);
    if (wanted) {
        QString command = u'"' + QDir::toNativeSeparators(program) + u'"';
        if (!arguments.isEmpty()) command += u' ' + joinArguments(arguments);
        run.setValue(name, command);
    } else {
        run.remove(name);
    }
    run.sync();
    if (run.status() == QSettings::NoError) return {};
    return failure(ErrorCode::PermissionDenied, QCoreApplication::translate("LoginItem", "Cannot change what starts at login"), runKey);
}

} // namespace tropero::platform
