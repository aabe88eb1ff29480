// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices.h"

#include "core/reason.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 tailBytes = 4096;
constexpr qsizetype longestLine = 200;
constexpr qsizetype linesOfOneCrash = 30; ///< what stands before them may be of an earlier run

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Notices)
};

bool hasGivenUp(const QJsonObject& event)
{
    const QString kind = event.value("kind"_L1).toString();
    return kind == "errored"_L1 || kind == "start-failed"_L1;
}

/// Giving up after the last crash is told by its own event.
bool hasCrashed(const QJsonObject& event)
{
    return event.value("kind"_L1).toString() == "exit"_L1 && (event.value("exitCode"_L1).toInt() != 0 || event.value("exitSignal"_L1).toInt() != 0)
           && event.value("from"_L1).toString() != "stopping"_L1 && event.value("to"_L1).toString() != "errored"_L1;
}

/// The last few KB of a text file, without colours and control characters.
QStringList endOf(const QString& path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly)) return {};
    file.seek(std::max<qint64>(0, file.size() - tailBytes));
    static const QRegularExpression colours(u"\x1b\\[[0-9;:]*m"_s);
    QString text = QString::fromUtf8(file.read(tailBytes)).remove(colours);
    for (QChar& c : text) {
        if (c != u'\n' && !c.isPrint()) c = u' ';
    }
    return text.split(u'\n', Qt::SkipEmptyParts);
}

QString shortened(const QString& line)
{
    return line.size() > longestLine ? line.left(longestLine) + u'\u2026' : line;
}

// The last line of a crashed Node is its version, and before it stands the stack.
QString tellingLineIn(const QStringList& lines)
{
    static const QRegularExpression error(u"^(?:Uncaught |Fatal |fatal )?(?:[\\w.$]*(?:Error|Exception)|error|fatal|panic)\\b.*[:\\]]"_s);
    static const QRegularExpression beside(u"^(?:at |Node\\.js v\\d|[{}]|\\w+: .*,$)"_s);
    QString last;
    for (qsizetype i = lines.size() - 1; i >= std::max<qsizetype>(0, lines.size() - linesOfOneCrash); --i) {
        const QString line = lines.at(i).simplified();
        if (error.match(line).hasMatch()) return shortened(line);
        if (last.isEmpty() && !line.isEmpty() && !beside.match(line).hasMatch()) last = line;
    }
    return shortened(last);
}

} // namespace

int portInConflict(const QString& text)
{
    // What Node, Go, Java, Ruby, Rust, .NET and Python servers say, on Linux and on Windows.
    static const QRegularExpression complaint(
        u"EADDRINUSE|address (?:is )?already in use|Only one usage of each socket address|port \\d+ is (?:already )?(?:in use|taken|allocated)|WSAEADDRINUSE"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression number(u"(?:[:\\])]|\\bport(?: |: ?|=))(\\d{1,5})(?!\\d|\\.\\d)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression timeOfDay(u"\\b\\d{1,2}:\\d{2}:\\d{2}\\b"_s);
    int found = 0;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!complaint.match(lines.at(i)).hasMatch()) continue;
        // Node's error also stands as an object, whose port has a line of its own below.
        for (const QString& line : lines.mid(i, 5)) {
            int port = 0;
            for (auto match = number.globalMatch(QString(line).remove(timeOfDay)); match.hasNext();)
                port = match.next().captured(1).toInt();
            if (port <= 0 || port > 65'535) continue;
            found = port;
            break;
        }
    }
    return found;
}

QString tellingLineOf(const QString& path)
{
    return tellingLineIn(endOf(path));
}

bool Notices::isDue(const QJsonObject& event, Level level, qint64 pause, qint64 now)
{
    const bool gaveUp = hasGivenUp(event);
    if (!gaveUp && !hasCrashed(event)) return false;
    if (level == Level::None || (level == Level::GaveUp && !gaveUp)) return false;
    const QString app = event.value("app"_L1).toString();
    if (!gaveUp && m_last.contains(app) && now - m_last.value(app) < pause) return false;
    m_last.insert(app, now);
    return true;
}

std::optional<Notice> Notices::take(const QJsonObject& event, const QString& errorLog, Level level, qint64 pause, qint64 now)
{
    if (!isDue(event, level, pause, now)) return {};
    return noticeOf(event, errorLog);
}

Notice noticeOf(const QJsonObject& event, const QString& errorLog)
{
    Notice notice;
    notice.appId = event.value("app"_L1).toString();
    notice.number = event.value("number"_L1).toInt(-1);
    notice.gaveUp = hasGivenUp(event);
    notice.appName = event.value("name"_L1).toString();
    notice.title = notice.gaveUp ? Texts::tr("%1 gave up").arg(notice.appName) : Texts::tr("%1 crashed").arg(notice.appName);
    const Reason reason = Reason::read(event);
    notice.text = reason.words();
    const QStringList lines = endOf(errorLog);
    notice.port = portInConflict(reason.text());
    if (notice.port == 0) notice.port = portInConflict(lines.mid(std::max<qsizetype>(0, lines.size() - linesOfOneCrash)).join(u'\n'));
    if (const QString line = tellingLineIn(lines); !line.isEmpty()) notice.text += (notice.text.isEmpty() ? u""_s : u"\n"_s) + line;
    return notice;
}

} // namespace tropero
