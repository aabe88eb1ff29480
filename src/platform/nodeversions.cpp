// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/nodeversions.h"

#include "platform/executable.h"
#include "platform/files.h"
#include "platform/nodebinary.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

constexpr int deepestAlias = 8;
constexpr qint64 longestFile = 1024 * 1024;
constexpr int shownVersions = 8;

struct LongTerm
{
    QLatin1StringView name;
    int major;
};

constexpr std::array longTermVersions{
    LongTerm{"argon"_L1, 4},    LongTerm{"boron"_L1, 6},    LongTerm{"carbon"_L1, 8},    LongTerm{"dubnium"_L1, 10}, LongTerm{"erbium"_L1, 12}, LongTerm{"fermium"_L1, 14},
    LongTerm{"gallium"_L1, 16}, LongTerm{"hydrogen"_L1, 18}, LongTerm{"iron"_L1, 20},    LongTerm{"jod"_L1, 22},     LongTerm{"krypton"_L1, 24},
};

/// The first line that says something.
QString firstLine(const QString& path)
{
    const Result<QByteArray> bytes = readFile(path, longestFile);
    const QStringList lines = QString::fromUtf8(bytes.value_or(QByteArray())).split(u'\n');
    for (const QString& line : lines) {
        const QString text = line.section(u'#', 0, 0).trimmed();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

/// "nodejs 20.1.0" among the tools of asdf and mise.
QString ofToolVersions(const QString& path)
{
    const Result<QByteArray> bytes = readFile(path, longestFile);
    const QStringList lines = QString::fromUtf8(bytes.value_or(QByteArray())).split(u'\n');
    for (const QString& line : lines) {
        const QStringList words = line.section(u'#', 0, 0).simplified().split(u' ');
        if (words.size() > 1 && (words.first() == "nodejs"_L1 || words.first() == "node"_L1))
            return words.at(1);
    }
    return {};
}

QString ofPackage(const QString& path)
{
    const Result<QByteArray> bytes = readFile(path, longestFile);
    const QJsonObject package = QJsonDocument::fromJson(bytes.value_or(QByteArray())).object();
    return package.value("volta"_L1).toObject().value("node"_L1).toString().trimmed();
}

} // namespace

/// Where one version manager keeps what it installed.
struct NodeVersions::Manager
{
    QString name;
    QString versions; ///< a folder for each version in it
    QString program;  ///< in such a folder
    QString install;  ///< its command
};

struct NodeVersions::Wish
{
    QVersionNumber prefix; ///< empty: any
    bool longTerm = false;
    QString from;          ///< the file that says so, if any

    bool fits(const QVersionNumber& version) const { return prefix.isPrefixOf(version) && (!longTerm || version.majorVersion() % 2 == 0); }
    QString shown() const
    {
        if (!prefix.isNull())
            return prefix.toString();
        return longTerm ? u"lts"_s : u"latest"_s;
    }
};

NodeVersions::NodeVersions(EnvironmentMap environment, bool windows) : m_environment(std::move(environment)), m_windows(windows) {}

bool NodeVersions::isRequest(const QString& interpreter)
{
    return interpreter.startsWith("node@"_L1);
}

QString NodeVersions::variable(const QString& name) const
{
    if (const auto exact = m_environment.constFind(name); exact != m_environment.constEnd() || !m_windows)
        return exact == m_environment.constEnd() ? QString() : *exact;
    for (auto it = m_environment.cbegin(); it != m_environment.cend(); ++it)
        if (it.key().compare(name, Qt::CaseInsensitive) == 0)
            return it.value();
    return {};
}

/// Folders, each "VARIABLE/rest": the first one whose variable is set; "~" stands for the home folder.
QString NodeVersions::firstSet(const QStringList& places) const
{
    for (const QString& place : places) {
        const QString name = place.section(u'/', 0, 0);
        QString folder = variable(name == "~"_L1 ? (m_windows ? u"USERPROFILE"_s : u"HOME"_s) : name);
        if (folder.isEmpty() && name == "~"_L1)
            folder = QDir::homePath();
        if (!folder.isEmpty())
            return QDir::cleanPath(QDir::fromNativeSeparators(folder) + u'/' + place.section(u'/', 1));
    }
    return {};
}

QString NodeVersions::nvmFolder() const
{
    return m_windows ? firstSet({u"NVM_HOME/"_s, u"APPDATA/nvm"_s}) : firstSet({u"NVM_DIR/"_s, u"~/.nvm"_s});
}

QList<NodeVersions::Manager> NodeVersions::managers() const
{
    const QString program = m_windows ? u"node.exe"_s : u"bin/node"_s;
    const QString fnm = u"fnm install"_s;
    const QString fnmProgram = u"installation/"_s + program;
    const QString volta = u"volta install node@"_s;
    if (m_windows)
        return {
            {u"nvm-windows"_s, nvmFolder(), program, u"nvm install"_s},
            {u"fnm"_s, firstSet({u"FNM_DIR/node-versions"_s, u"APPDATA/fnm/node-versions"_s}), fnmProgram, fnm},
            {u"volta"_s, firstSet({u"VOLTA_HOME/tools/image/node"_s, u"LOCALAPPDATA/Volta/tools/image/node"_s}), program, volta},
        };
    const QString data = variable(u"XDG_DATA_HOME"_s).isEmpty() ? u"~/.local/share"_s : u"XDG_DATA_HOME"_s;
    return {
        {u"nvm"_s, nvmFolder() + "/versions/node"_L1, program, u"nvm install"_s},
        {u"fnm"_s, firstSet({u"FNM_DIR/node-versions"_s, data + "/fnm/node-versions"_L1}), fnmProgram, fnm},
        {u"fnm"_s, firstSet({u"~/.fnm/node-versions"_s}), fnmProgram, fnm},
        {u"volta"_s, firstSet({u"VOLTA_HOME/tools/image/node"_s, u"~/.volta/tools/image/node"_s}), program, volta},
        {u"n"_s, variable(u"N_PREFIX"_s).isEmpty() ? u"/usr/local/n/versions/node"_s : firstSet({u"N_PREFIX/n/versions/node"_s}), program, u"n install"_s},
        {u"asdf"_s, firstSet({u"ASDF_DATA_DIR/installs/nodejs"_s, u"~/.asdf/installs/nodejs"_s}), program, u"asdf install nodejs"_s},
        {u"mise"_s, firstSet({u"MISE_DATA_DIR/installs/node"_s, data + "/mise/installs/node"_L1}), program, u"mise install node@"_s},
        {u"nodenv"_s, firstSet({u"NODENV_ROOT/versions"_s, u"~/.nodenv/versions"_s}), program, u"nodenv install"_s},
    };
}

QList<NodeVersions::Installed> NodeVersions::installed() const
{
    QList<Installed> all;
    const QList<Manager> places = managers();
    for (const Manager& manager : places) {
        const QStringList folders = manager.versions.isEmpty() ? QStringList() : QDir(manager.versions).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString& folder : folders) {
            const QVersionNumber version = wholeVersion(folder);
            const QFileInfo program(manager.versions + u'/' + folder + u'/' + manager.program);
            if (!version.isNull() && program.isFile() && (m_windows || program.isExecutable()))
                all.append({version, program.absoluteFilePath(), manager.name});
        }
    }
    if (const Result<QString> program = inPath()) {
        const bool isKnown = std::ranges::any_of(all, [real = QFileInfo(*program).canonicalFilePath()](const Installed& each) {
            return QFileInfo(each.program).canonicalFilePath() == real;
        });
        if (const QVersionNumber version = isKnown ? QVersionNumber() : versionOfNode(*program); !version.isNull())
            all.append({version, *program, u"PATH"_s});
    }
    std::ranges::stable_sort(all, [](const Installed& a, const Installed& b) { return a.version > b.version; });
    return all;
}

Result<QString> NodeVersions::inPath() const
{
    Result<QString> program = findProgram(u"node"_s, variable(u"PATH"_s));
    if (!program)
        program = findProgram(u"nodejs"_s, variable(u"PATH"_s));
    return program;
}

Result<QString> NodeVersions::find(const QString& request, const QString& folder) const
{
    const Result<Wish> wish = wishOf(request.sliced(request.indexOf(u'@') + 1).trimmed(), folder, 0);
    if (!wish) {
        Error error = wish.error();
        error.subject = request;
        return std::unexpected(error);
    }
    const QList<Installed> all = installed();
    const auto found = std::ranges::find_if(all, [&](const Installed& each) { return wish->fits(each.version); });
    if (found != all.end())
        return found->program;
    return std::unexpected(missing(request, *wish, all));
}

/// What nvm has as the meaning of a name; empty if nothing.
QString NodeVersions::aliased(const QString& name) const
{
    static const QRegularExpression form(u"^[\\w.-]+(/[\\w.*-]+)?$"_s);
    if (!form.match(name).hasMatch() || name.contains(".."_L1))
        return {};
    return firstLine(nvmFolder() + "/alias/"_L1 + name);
}

Result<NodeVersions::Wish> NodeVersions::wishOf(const QString& text, const QString& folder, int depth) const
{
    static const QRegularExpression number(u"^[v=]?(\\d{1,6})(\\.\\d{1,6})?(\\.\\d{1,6})?(\\.[x*])*$"_s, QRegularExpression::CaseInsensitiveOption);
    const QString what = tr("Cannot find that version of Node");
    if (depth > deepestAlias)
        return failure(ErrorCode::InvalidArgument, what, text, tr("its names refer to each other in a circle"), tr("Set \"interpreter\" to a version, such as node@20"));
    const QString name = text.toLower();
    if (name == ".nvmrc"_L1 || name == ".node-version"_L1 || name == ".tool-versions"_L1 || name == "package.json"_L1 || name == "auto"_L1)
        return wishOfFiles(folder, depth);
    if (name == "latest"_L1 || name == "node"_L1 || name == "current"_L1 || name == "stable"_L1 || name == "*"_L1)
        return Wish{};
    if (name == "lts"_L1 || name == "lts/*"_L1 || name == "lts-latest"_L1 || name == "--lts"_L1)
        return Wish{{}, true, {}};
    if (const QRegularExpressionMatch match = number.match(name); match.hasMatch())
        return Wish{QVersionNumber::fromString(match.captured(1) + match.captured(2) + match.captured(3)), false, {}};
    const QString shortName = name.startsWith("lts/"_L1) || name.startsWith("lts-"_L1) ? name.sliced(4) : name;
    const auto* known = std::ranges::find_if(longTermVersions, [&](const LongTerm& each) { return each.name == shortName; });
    if (known != longTermVersions.end())
        return Wish{QVersionNumber(known->major), false, {}};
    if (const QString meaning = aliased(text); !meaning.isEmpty()) {
        Result<Wish> wish = wishOf(meaning, folder, depth + 1);
        if (wish && shortName != name && !wish->prefix.isNull())
            wish->prefix = QVersionNumber(wish->prefix.majorVersion()); // the newest one of that line that there was
        return wish;
    }
    return failure(ErrorCode::InvalidArgument, what, text,
                   text.isEmpty() ? tr("no version stands behind the @") : tr("\"%1\" is neither a version nor a name that nvm knows").arg(text),
                   tr("Write node@20, node@20.11, node@20.11.1, node@lts, node@lts/iron, node@latest or node@.nvmrc"));
}

std::optional<NodeVersions::Wanted> NodeVersions::wantedIn(const QString& folder)
{
    QDir place(folder);
    do {
        const QString packageFile = place.filePath(u"package.json"_s);
        const QString toolFile = place.filePath(u".tool-versions"_s);
        const std::array<Wanted, 4> said{{
            {firstLine(place.filePath(u".nvmrc"_s)), place.filePath(u".nvmrc"_s)},
            {firstLine(place.filePath(u".node-version"_s)), place.filePath(u".node-version"_s)},
            {ofPackage(packageFile), packageFile},
            {ofToolVersions(toolFile), toolFile},
        }};
        const auto* found = std::ranges::find_if(said, [](const Wanted& each) { return !each.text.isEmpty(); });
        if (found != said.end())
            return *found;
    } while (place.cdUp());
    return std::nullopt;
}

Result<NodeVersions::Wish> NodeVersions::wishOfFiles(const QString& folder, int depth) const
{
    const std::optional<Wanted> wanted = wantedIn(folder);
    if (!wanted)
        return failure(ErrorCode::MissingInterpreter, tr("Cannot find that version of Node"), u"node@.nvmrc"_s,
                       tr("neither %1 nor a folder above it has a .nvmrc, .node-version or .tool-versions, or a package.json with \"volta\"").arg(folder),
                       tr("Write the version into a file .nvmrc there, or set \"interpreter\" to a version, such as node@20"));
    Result<Wish> wish = wishOf(wanted->text, QFileInfo(wanted->file).path(), depth + 1);
    if (!wish) {
        Error error = wish.error();
        error.why = tr("%1 says \"%2\": %3").arg(wanted->file, wanted->text, error.why);
        return std::unexpected(error);
    }
    wish->from = wanted->file;
    return wish;
}

Error NodeVersions::missing(const QString& request, const Wish& wish, const QList<Installed>& all) const
{
    QStringList looked;
    QString install = u"nvm install"_s;
    bool hasManager = false;
    const QList<Manager> places = managers();
    for (const Manager& manager : places) {
        if (manager.versions.isEmpty())
            continue;
        looked.append(QDir::toNativeSeparators(manager.versions));
        if (!hasManager && QFileInfo(manager.versions).isDir()) {
            install = manager.install;
            hasManager = true;
        }
    }
    looked.append(u"PATH"_s);
    QStringList present;
    for (const Installed& each : all.first(std::min<qsizetype>(all.size(), shownVersions)))
        present.append(u"%1 (%2)"_s.arg(each.version.toString(), each.manager));
    if (all.size() > shownVersions)
        present.append(tr("and %1 more").arg(all.size() - shownVersions));
    QString why = tr("no version %1 is installed").arg(wish.shown());
    if (!wish.from.isEmpty())
        why = tr("no version %1 is installed, which %2 asks for").arg(wish.shown(), wish.from);
    why += u"; "_s + (present.isEmpty() ? tr("there is none at all") : tr("there are %1").arg(present.join(u", "_s)));
    why += u"; "_s + tr("looked in %1").arg(looked.join(u", "_s));
    const QString command = install + (install.endsWith(u'@') ? QString() : u" "_s) + (wish.prefix.isNull() && wish.longTerm && install == "nvm install"_L1 ? u"--lts"_s : wish.shown());
    return {ErrorCode::MissingInterpreter, tr("Cannot find that version of Node"), request, why, tr("Install it (%1), or set \"interpreter\" to one of those").arg(command)};
}

} // namespace tropero::platform
