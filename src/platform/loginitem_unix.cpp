// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/loginitem.h"

#include "platform/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace tropero::platform {

using namespace Qt::StringLiterals;

namespace {

QString autostartFile(const QString& name)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/autostart/"_L1 + name + ".desktop"_L1;
}

/// One argument of an Exec line (Desktop Entry Specification 1.5, "The Exec key").
QString quoted(QString argument)
{
    for (const QChar special : {u'\\', u'"', u'`', u'$'})
        argument.replace(special, QString(u'\\') + special);
    argument.replace(u'%', "%%"_L1);
    // The value itself is a string in which a backslash is written twice.
    return u'"' + argument.replace(u'\\', "\\\\"_L1) + u'"';
}

} // namespace

bool startsAtLogin(const QString& name)
{
    return QFile::exists(autostartFile(name));
}

QString loginItemPlace(const QString& name)
{
    return autostartFile(name);
}

QString lastingPath(const QString& program)
{
    return program;
}

Result<void> setStartsAtLogin(const QString& name, const QString& program, const QStringList& arguments, bool wanted)
{
    const QString path = autostartFile(name);
    if (!wanted) {
        if (QFile::exists(path) && !QFile::remove(path)) {
            return failure(ErrorCode::Io, QCoreApplication::translate("LoginItem", "Cannot remove the file that starts Tropero at login"), path);
        }
        return {};
    }
    QString command = quoted(program);
    for (const QString& argument : arguments)
        command += u' ' + quoted(argument);
    const QString text = u"[Desktop Entry]\nType=Application\nName=Tropero\nIcon=tropero\nExec=%1\nX-GNOME-Autostart-enabled=true\n"_s.arg(command);
    if (!QDir().mkpath(path.section(u'/', 0, -2))) {
        return failure(ErrorCode::Io, QCoreApplication::translate("LoginItem", "Cannot make the folder of programs that start at login"),
                       path.section(u'/', 0, -2));
    }
    return writeFileAtomically(path, text.toUtf8());
}

} // namespace tropero::platform
