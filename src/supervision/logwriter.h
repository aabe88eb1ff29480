// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/policies.h"
#include "supervision/lineformatter.h"
#include "supervision/logfile.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace tropero::platform {
class OutputPipe;
}

namespace tropero {

class CaptureClock;

/// Stores one stream of one instance: takes what the app writes out of its pipe and puts it into its log file, byte for byte by the system's
/// own way where possible, or line by line when a format or a combined file asks for it. What cannot be stored is dropped and counted, so that
/// the app never waits for a full disk.
class LogWriter : public QObject
{
    Q_OBJECT

public:
    struct Targets
    {
        std::shared_ptr<LogFile> file;     ///< none: output is read and thrown away
        std::shared_ptr<LogFile> combined; ///< both streams, by lines; may be missing
        std::shared_ptr<CaptureClock> clock;
        LineFormatter::Style style;
    };

    explicit LogWriter(Targets targets, QObject* parent = nullptr);
    ~LogWriter() override;

    /// Takes effect with the next bytes.
    void setTargets(Targets targets);
    /// Reads from this pipe from now on, until it is destroyed or the next one comes.
    void attach(platform::OutputPipe& pipe);
    /// Stores what is in the pipe now, up to its end when all writers are gone, and an unfinished line. Then lets go of the pipe.
    void finish();
    qint64 lostBytes() const { return m_lost; }
    void forgetLost() { m_lost = 0; }

Q_SIGNALS:
    /// From now on output is lost, and why.
    void lossBegan(const QString& reason);
    /// lostBytes() is larger than before; a few times a second at most.
    void lossGrew();
    /// Output is stored again; so many bytes were lost meanwhile.
    void lossEnded(qint64 bytes);

private:
    bool storesLines() const { return m_lines || m_combinedLines; }
    void readSome();
    void drain(qint64 budget);
    qint64 step(qint64 budget);
    qint64 storeRaw(qint64 budget);
    qint64 storeLines(qint64 budget);
    void storeFormatted(QByteArrayView bytes);
    void storeUnfinished();
    qint64 drop(qint64 budget, bool lost);
    void account(const LogOutcome& outcome);
    void makeFormatters();

    Targets m_targets;
    QPointer<platform::OutputPipe> m_pipe;
    std::unique_ptr<LineFormatter> m_lines;         ///< for the file, when it is formatted
    std::unique_ptr<LineFormatter> m_combinedLines; ///< for the combined file
    qint64 m_lost = 0;
    qint64 m_lostBefore = 0;   ///< m_lost when the current loss began
    bool m_losing = false;
    QElapsedTimer m_sinceFailure;
};

/// Empties the files.
Result<void> flushLogs(const LogWriter::Targets& targets);

} // namespace tropero
