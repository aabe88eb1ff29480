// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/optionparser.h"

namespace tropero {

class Session;

/// One command of the command line tool. Made when it is asked for, so that a call pays only for its own.
class Command
{
public:
    Command() = default;
    virtual ~Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;

    /// How it is called, without the program's name: "stop <target>...".
    virtual QString synopsis() const = 0;
    /// Paragraphs and examples below the synopsis; may be empty.
    virtual QString details() const { return {}; }
    /// Its own options; the common ones (--help, --silent, ...) are added by the caller.
    virtual QList<CommandOption> options() const { return {}; }
    /// Least and largest number of words besides options; -1: any.
    virtual int leastTargets() const { return 0; }
    virtual int mostTargets() const { return -1; }
    /// May words follow after "--"?
    virtual bool takesRest() const { return false; }

    /// Returns the exit code. Errors are printed here.
    virtual int run(Session& session, const ParsedOptions& options) = 0;
};

} // namespace tropero
