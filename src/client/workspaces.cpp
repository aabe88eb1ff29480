// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/workspaces.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 6;
constexpr int maxFolders = 20'000; ///< looked into, so that a "**" over a home folder ends

/// A pattern of folders as an expression for relative paths.
QRegularExpression expressionOf(const QString& pattern)
{
    QString text;
    const QStringList parts = QDir::cleanPath(pattern).split(u'/', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        if (part == "**"_L1) {
            text += u"(?:[^/]+/)*"_s;
            continue;
        }
        for (const QChar c : part) {
            if (c == u'*')
                text += u"[^/]*"_s;
            else if (c == u'?')
                text += u"[^/]"_s;
            else if (c == u'{' || c == u'}')
                text += c == u'{' ? u"(?:"_s : u")"_s;
            else if (c == u',' && part.contains(u'{'))
                text += u'|';
            else
                text += QRegularExpression::escape(QString(c));
        }
        text += u'/';
    }
    const QRegularExpression expression(u"^(?:"_s + text + u")$"_s);
    return expression.isValid() ? expression : QRegularExpression(u"^$"_s); // braces without a partner mean nothing
}

bool matchesOne(const QList<QRegularExpression>& expressions, const QString& path)
{
    return std::ranges::any_of(expressions, [&path](const QRegularExpression& each) { return each.match(path).hasMatch(); });
}

/// Folders below one that patterns could mean, as relative paths with a slash at the end.
class Search
{
public:
    Search(const QString& root, const QStringList& patterns) : m_root(root)
    {
        for (const QString& pattern : patterns) {
            if (pattern.startsWith(u'!'))
                m_without.append(expressionOf(pattern.sliced(1)));
            else
                m_wanted.append(expressionOf(pattern));
            const bool isDeep = pattern.contains("**"_L1);
            m_depth = std::max(m_depth, isDeep ? deepest : static_cast<int>(QDir::cleanPath(pattern).count(u'/')) + 1);
        }
        m_depth = std::min(m_depth, deepest);
    }

    QStringList run()
    {
        look({}, 1);
        m_found.sort();
        return m_found.mid(0, maxWorkspaces);
    }

private:
    void look(const QString& below, int depth)
    {
        const QStringList names = QDir(m_root + u'/' + below).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
        for (const QString& name : names) {
            if (name == "node_modules"_L1 || ++m_seen > maxFolders)
                continue;
            const QString path = below + name + u'/';
            if (matchesOne(m_wanted, path) && !matchesOne(m_without, path) && QFileInfo(m_root + u'/' + path + "package.json"_L1).isFile())
                m_found.append(QDir::cleanPath(m_root + u'/' + path));
            if (depth < m_depth)
                look(path, depth + 1);
        }
    }

    QString m_root;
    QList<QRegularExpression> m_wanted;
    QList<QRegularExpression> m_without;
    QStringList m_found;
    int m_depth = 0;
    int m_seen = 0;
};

} // namespace

QStringList workspaceFolders(const QString& root, const QStringList& patterns)
{
    return patterns.isEmpty() ? QStringList() : Search(root, patterns).run();
}

} // namespace tropero
