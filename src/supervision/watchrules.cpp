// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/watchrules.h"

#include "core/namecase.h"
#include "supervision/globpattern.h"

#include <QDir>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

/// The part of the path below the folder; nothing when it is not in there.
std::optional<QString> partBelow(const QString& path, const QString& folder)
{
    if (!path.startsWith(folder, systemNameCase()))
        return std::nullopt;
    if (path.size() == folder.size())
        return QString();
    if (folder.endsWith(u'/'))
        return path.sliced(folder.size());
    if (path.at(folder.size()) != u'/')
        return std::nullopt;
    return path.sliced(folder.size() + 1);
}

/// By signs that no glob and hardly a file name has.
bool isExpression(const QString& rule)
{
    static const QRegularExpression signs(uR"(\||^\^|\$$|\\[./\\wdsb]|\[\^|\.\+)"_s);
    return signs.match(rule).hasMatch();
}

} // namespace

WatchRules::WatchRules(QString workingFolder, QStringList watchedFolders, const QStringList& ignore, const QStringList& extensions)
    : m_folder(std::move(workingFolder)), m_watched(std::move(watchedFolders)), m_byDefault(ignore.isEmpty())
{
    for (const QString& rule : ignore)
        addRule(rule.trimmed());
    for (const QString& extension : extensions)
        m_extensions.append(extension.startsWith(u'.') ? extension : u'.' + extension);
}

void WatchRules::addRule(const QString& rule)
{
    static const QRegularExpression delimited(u"^/(.*)/([imsu]*)$"_s);
    const QRegularExpressionMatch written = delimited.match(rule);
    const bool isDelimited = written.hasMatch() && (isExpression(written.captured(1)) || !written.captured(2).isEmpty());
    if (isDelimited || isExpression(rule)) {
        QRegularExpression expression(isDelimited ? written.captured(1) : rule);
        if (written.captured(2).contains(u'i') || systemNameCase() == Qt::CaseInsensitive)
            expression.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
        if (expression.isValid()) {
            m_expressions.append(expression);
            return;
        }
    }
    QString path = QDir::fromNativeSeparators(rule);
    const bool isAnchored = path.startsWith("./"_L1);
    while (path.startsWith("./"_L1))
        path.remove(0, 2);
    while (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    if (path.isEmpty())
        return;
    if (QDir::isAbsolutePath(path))
        m_absolute.append(globExpression(path));
    else if (path.contains(u'/') || isAnchored)
        m_relative.append(globExpression(path));
    else if (isGlob(path))
        m_relative.append(globExpression(path, true));
    else
        m_names.append(path);
}

bool WatchRules::countsFile(const QString& path) const
{
    const bool fits = m_extensions.isEmpty() || std::ranges::any_of(m_extensions, [&](const QString& extension) {
        return path.endsWith(extension, Qt::CaseInsensitive);
    });
    return fits && !isOwnFile(path) && !isIgnored(path);
}

bool WatchRules::isOwnFile(const QString& path) const
{
    return std::ranges::any_of(m_ownFiles, [&](const QString& own) {
        return path.startsWith(own, systemNameCase()) && (path.size() == own.size() || path.at(own.size()) == u'.');
    });
}

bool WatchRules::isIgnored(const QString& path) const
{
    if (m_byDefault)
        return isIgnoredByDefault(path);
    const std::optional<QString> inside = partBelow(path, m_folder);
    QString relative = inside ? *inside : QDir(m_folder).relativeFilePath(path);
    while (relative.startsWith("../"_L1))
        relative.remove(0, 3);
    if (!m_names.isEmpty()) {
        const QStringList parts = relative.split(u'/', Qt::SkipEmptyParts);
        for (const QString& name : m_names)
            if (parts.contains(name, systemNameCase()))
                return true;
    }
    const auto matches = [](const QString& text) {
        return [&text](const QRegularExpression& rule) { return rule.match(text).hasMatch(); };
    };
    const QString withSlash = u'/' + relative;
    return std::ranges::any_of(m_relative, matches(relative)) || std::ranges::any_of(m_absolute, matches(path))
           || std::ranges::any_of(m_expressions, matches(withSlash)) || std::ranges::any_of(m_expressions, matches(relative));
}

/// What was named to be watched counts, whatever it is called.
bool WatchRules::isIgnoredByDefault(const QString& path) const
{
    std::optional<QString> relative;
    for (const QString& watched : m_watched) {
        const std::optional<QString> part = partBelow(path, watched);
        if (part && (!relative || part->size() < relative->size()))
            relative = part;
    }
    const QStringList parts = relative.value_or(path.section(u'/', -1)).split(u'/', Qt::SkipEmptyParts);
    return std::ranges::any_of(parts, [](const QString& name) {
        return name.startsWith(u'.') || name.compare("node_modules"_L1, systemNameCase()) == 0;
    });
}

} // namespace tropero
