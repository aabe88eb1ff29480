// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/lognaming.h"

#include "core/logname.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

bool isDiscarded(const QString& file)
{
    return file == u"/dev/null"_s || file == u"NULL"_s || file.compare(u"NUL"_s, Qt::CaseInsensitive) == 0
        || file == u"\\\\.\\NUL"_s;
}

QString configuredPath(const AppSpec& spec, const QString& file, int index, bool several)
{
    if (isDiscarded(file)) return {};
    const QString absolute = QDir::cleanPath(QDir(spec.cwd).absoluteFilePath(file));
    if (!several || spec.logs.merge) return absolute;
    const QFileInfo info(absolute);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    return absolute.chopped(suffix.size()) + u'-' + QString::number(index) + suffix;
}

} // namespace

QString newAppId(const QString& name, const QSet<QString>& taken)
{
    QString stem = sanitiseForFileName(name.toLower()).left(40).replace(u'.', u'-');
    while (stem.startsWith(u'-')) stem.remove(0, 1);
    if (stem.isEmpty()) stem = u"app"_s;
    QString id;
    do {
        id = stem + u'-' + QString::number(QRandomGenerator::global()->bounded(0x10000), 16).rightJustified(4, u'0');
    } while (taken.contains(id));
    return id;
}

QString uniqueLogBase(const AppSpec& spec, const QSet<QString>& taken)
{
    const bool plain = spec.nameSpace.isEmpty() || spec.nameSpace == "default"_L1;
    const QString stem = sanitiseForFileName(plain ? spec.name : spec.nameSpace + u'-' + spec.name);
    const auto isTaken = [&taken](const QString& base) {
        return std::any_of(taken.begin(), taken.end(),
                           [&](const QString& other) { return other.compare(base, Qt::CaseInsensitive) == 0; });
    };
    QString base = stem;
    for (int count = 2; isTaken(base); ++count) base = stem + u'-' + QString::number(count);
    return base;
}

LogPaths logPaths(const AppSpec& spec, const QString& logBase, int index, bool several, const QString& logsFolder)
{
    if (spec.logs.disabled) return {};
    const QString stem = logsFolder + u'/' + logBase + (spec.logs.merge ? QString() : u'-' + QString::number(index));
    return {spec.logs.outFile.isEmpty() ? stem + u"-out.log"_s : configuredPath(spec, spec.logs.outFile, index, several),
            spec.logs.errorFile.isEmpty() ? stem + u"-error.log"_s : configuredPath(spec, spec.logs.errorFile, index, several)};
}

} // namespace tropero
