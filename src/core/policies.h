// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace tropero {

using Milliseconds = std::chrono::milliseconds;

enum class ExecMode { Fork, Cluster };

/// When and how an instance is started again after it ended by itself. Defaults follow PM2 where PM2 has the option.
struct RestartPolicy
{
    enum class When { Always, OnFailure, Never };

    When when = When::Always;
    Milliseconds delay{0};             ///< fixed delay before each restart; not used while backoff is on
    Milliseconds backoffStart{0};      ///< first delay of the exponential back-off; 0: off
    double backoffFactor = 1.5;        ///< each further crash multiplies the delay
    Milliseconds backoffCap{15'000};   ///< longest delay
    double backoffJitter = 0.0;        ///< 0..1: the delay is spread by at most this part of itself, up or down
    Milliseconds healthyAfter{30'000}; ///< an uptime from which on earlier crashes no longer count
    Milliseconds minUptime{1'000};     ///< a shorter run counts as unstable
    int maxRestarts = 16;              ///< that many crashes inside the window: give up (state errored)
    Milliseconds window{600'000};      ///< sliding window in which crashes are counted
    QList<int> stopExitCodes;          ///< exit codes that mean "stopped", never restarted
    qint64 memoryLimit = 0;            ///< bytes over the instance's process tree; 0: none

    bool operator==(const RestartPolicy&) const = default;
};

/// How an instance is asked, then made, to end.
struct StopPolicy
{
    QString signal = QStringLiteral("SIGINT"); ///< first signal, sent to the whole tree
    Milliseconds killTimeout{1'600};           ///< then everything left is killed
    bool wholeTree = true;                     ///< false: the first signal goes to the root process only
    bool message = false;                      ///< a Node app is sent the message 'shutdown' instead of the signal

    bool operator==(const StopPolicy&) const = default;
};

/// What counts as "online".
struct ReadinessPolicy
{
    enum class When {
        Auto,      ///< started: as Online; as a replacement in a reload: as Listening if its predecessor listened, else up for min_uptime
        Online,    ///< the process exists
        Listening, ///< it listens on its first port or socket
        Ready,     ///< it sent the message 'ready'
    };

    When when = When::Auto;
    QString probe;                       ///< besides: "http://host:port/path" answers 2xx or 3xx, or "tcp://host:port" accepts; empty: none
    Milliseconds listenTimeout{3'000};   ///< longest wait; afterwards a started instance counts as online, a replacement as failed

    bool operator==(const ReadinessPolicy&) const = default;
};

/// How connections reach the workers of a Node cluster.
enum class Scheduling {
    RoundRobin, ///< the primary accepts and hands each connection to the next worker
    None,       ///< workers accept from one shared socket; the system chooses
    ReusePort,  ///< each worker has a socket of its own on the same port (Linux, Node 22.12 and newer)
};

struct ClusterPolicy
{
    Scheduling scheduling = Scheduling::RoundRobin;
    QStringList listen;     ///< ports, host:port or absolute socket paths that the guard opens for programs that are not Node; empty: a Node cluster
    int reloadParallel = 0; ///< instances replaced at the same time in a reload; 0: 2, or 1 when there are at most two

    bool operator==(const ClusterPolicy&) const = default;
};

/// Restart (cluster: reload) when files change.
struct WatchPolicy
{
    bool enabled = false;
    QStringList paths;       ///< relative to cwd; empty: cwd
    QStringList ignore;      ///< globs or path parts; empty: names that begin with a dot, node_modules
    QStringList extensions;  ///< only files with one of these, without the dot; empty: all
    Milliseconds delay{0};   ///< from the last change of a burst to the restart

    bool operator==(const WatchPolicy&) const = default;
};

/// Where output goes. Empty paths mean the defaults in the logs folder; "/dev/null" or "NULL" discard.
struct LogPolicy
{
    QString outFile;
    QString errorFile;
    QString combinedFile;              ///< both streams in one file besides; empty: none
    QString dateFormat;                ///< Qt or day.js style format put before each line; empty: bytes stay exact
    bool json = false;                 ///< one JSON object for each line instead of raw bytes
    bool merge = false;                ///< all instances of the app share one pair of files
    bool disabled = false;             ///< nothing is stored
    qint64 maxSize = 512LL * 1024 * 1024; ///< bytes; a larger file is rotated; 0: never
    Milliseconds maxAge{std::chrono::days(7)}; ///< a file begun longer ago is rotated; 0: never
    int keep = 5;                      ///< rotated files kept for each log

    bool operator==(const LogPolicy&) const = default;
};

} // namespace tropero
