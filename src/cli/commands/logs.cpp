// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/logview.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 1'000'000;

bool looksLikeTimeFormat(const QString& word)
{
    return word.contains("YY"_L1) || word.contains("yy"_L1) || word.contains("HH"_L1) || word.contains("mm"_L1) || word.contains("ss"_L1);
}

class LogsCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(LogsCommand)

public:
    QString synopsis() const override { return tr("logs [target] [options]"); }
    QString details() const override
    {
        return tr("Both streams are shown in the order in which they were written; a red bar marks lines of the error stream.\n"
                  "Follows through restarts, rotation, and the loss of the daemon, until Ctrl+C.");
    }
    QList<CommandOption> options() const override
    {
        return {
            {.name = u"lines"_s, .valueName = tr("N"), .help = tr("How many of the last lines to show first (default: 15)")},
            {.name = u"nostream"_s, .help = tr("Print these and end"), .aliases = {u"no-stream"_s}},
            {.name = u"err"_s, .help = tr("Only the error stream"), .aliases = {u"error"_s}},
            {.name = u"out"_s, .help = tr("Only the standard output"), .aliases = {u"output"_s}},
            {.name = u"raw"_s, .help = tr("The lines alone, as they were written")},
            {.name = u"json"_s, .help = tr("One JSON object for each line")},
            {.name = u"format"_s, .help = tr("\"timestamp=... app=... id=... type=... message=...\" for each line")},
            {.name = u"highlight"_s, .valueName = tr("TEXT"), .help = tr("Show this text in reverse wherever it stands")},
            {.name = u"timestamp"_s, .valueName = tr("FORMAT"), .help = tr("Show when each line was written (default: YYYY-MM-DD-HH:mm:ss)"),
             .valueOptional = true, .takesNext = looksLikeTimeFormat},
        };
    }
    int mostTargets() const override { return 1; }

    int run(Session& session, const ParsedOptions& options) override
    {
        LogWishes wishes;
        wishes.target = options.targets.value(0);
        if (options.has("lines"_L1)) {
            bool ok = false;
            wishes.lines = options.value("lines"_L1).toInt(&ok);
            if (!ok || wishes.lines < 0 || wishes.lines > mostLines)
                return session.fail({ErrorCode::InvalidArgument, tr("Not a number of lines"), options.value("lines"_L1), {}, tr("Write --lines 100")});
        }
        const bool onlyOne = options.has("err"_L1) != options.has("out"_L1);
        wishes.errors = !onlyOne || options.has("err"_L1);
        wishes.out = !onlyOne || options.has("out"_L1);
        wishes.follow = !options.has("nostream"_L1);
        wishes.style.raw = options.has("raw"_L1);
        wishes.style.json = options.has("json"_L1);
        wishes.style.pairs = options.has("format"_L1);
        wishes.style.highlight = options.value("highlight"_L1);
        if (options.has("timestamp"_L1))
            wishes.style.timeFormat = options.value("timestamp"_L1, u"YYYY-MM-DD-HH:mm:ss"_s);
        return showLogs(session, wishes);
    }
};

} // namespace

std::unique_ptr<Command> makeLogsCommand()
{
    return std::make_unique<LogsCommand>();
}

} // namespace tropero
