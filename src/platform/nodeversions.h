// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"
#include "core/error.h"

#include <QCoreApplication>
#include <QList>
#include <QVersionNumber>

#include <optional>

namespace tropero::platform {

/// The versions of Node that are on this machine: those of nvm, nvm-windows, fnm, volta, n, asdf, mise, nodenv and the one in PATH.
/// Reads the file system, starts nothing.
class NodeVersions
{
    Q_DECLARE_TR_FUNCTIONS(NodeVersions)

public:
    struct Installed
    {
        QVersionNumber version;
        QString program; ///< absolute
        QString manager; ///< "nvm", ..., "PATH"
    };

    /// `environment` is what the app will get: its HOME, NVM_DIR, PATH, ... say where to look.
    NodeVersions(EnvironmentMap environment, bool windows);

    /// True for "node@...".
    static bool isRequest(const QString& interpreter);

    /// The program for "node@18", "node@18.1", "node@v18.1.0", "node@lts", "node@lts/hydrogen", "node@latest", an alias of nvm ("node@default"), or
    /// "node@.nvmrc" (what wantedIn() that folder says): the highest version that fits. MissingInterpreter says what was looked for, where, what there is and how to install it; InvalidArgument for other texts.
    Result<QString> find(const QString& request, const QString& folder) const;

    /// Highest version first.
    QList<Installed> installed() const;

    /// The one in PATH, with or without a version manager; NotFound lists where it looked.
    Result<QString> inPath() const;

    /// What a folder asks for.
    struct Wanted
    {
        QString text; ///< as written: "20", "lts/iron"
        QString file; ///< absolute
    };
    /// The nearest .nvmrc, .node-version, package.json with "volta" or .tool-versions, from that folder upward.
    static std::optional<Wanted> wantedIn(const QString& folder);

private:
    struct Manager;
    struct Wish;
    QList<Manager> managers() const;
    QString firstSet(const QStringList& names) const;
    QString variable(const QString& name) const;
    QString nvmFolder() const;
    QString aliased(const QString& name) const;
    Result<Wish> wishOf(const QString& text, const QString& folder, int depth) const;
    Result<Wish> wishOfFiles(const QString& folder, int depth) const;
    Error missing(const QString& request, const Wish& wish, const QList<Installed>& all) const;

    EnvironmentMap m_environment;
    bool m_windows;
};

} // namespace tropero::platform
