// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 tailBytes = 4096;
constexpr qsizetype longestLine = 200;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Notices)
};

} // namespace

QString lastLineOf(const QString& path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly)) return {};
    file.seek(std::max<qint64>(0, file.size() - tailBytes));
    static const QRegularExpression colours(u"\x1b\\[[0-9;:]*m"_s);
    QString text = QString::fromUtf8(file.read(tailBytes)).remove(colours);
    for (QChar& c : text) {
        if (c != u'\n' && !c.isPrint()) c = u' ';
    }
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        const QString last = line->simplified();
        if (!last.isEmpty()) return last.size() > longestLine ? last.left(longestLine) + u'\u2026' : last;
    }
    return {};
}

std::optional<Notice> Notices::take(const QJsonObject& event, const QString& errorLog, Level level, qint64 pause, qint64 now)
{
    const QString kind = event.value("kind"_L1).toString();
    const bool gaveUp = kind == "errored"_L1 || kind == "start-failed"_L1;
    const bool crashed = kind == "exit"_L1 && (event.value("exitCode"_L1).toInt() != 0 || event.value("exitSignal"_L1).toInt() != 0)
                         && event.value("from"_L1).toString() != "stopping"_L1 && event.value("to"_L1).toString() != "errored"_L1;
    if (!gaveUp && !crashed) return {};
    if (level == Level::None || (level == Level::GaveUp && !gaveUp)) return {};
    Notice notice;
    notice.appId = event.value("app"_L1).toString();
    notice.gaveUp = gaveUp;
    if (!gaveUp && m_last.contains(notice.appId) && now - m_last.value(notice.appId) < pause) return {};
    m_last.insert(notice.appId, now);
    const QString name = event.value("name"_L1).toString();
    notice.title = gaveUp ? Texts::tr("%1 gave up").arg(name) : Texts::tr("%1 crashed").arg(name);
    notice.text = event.value("reason"_L1).toString();
    if (const QString line = lastLineOf(errorLog); !line.isEmpty()) notice.text += (notice.text.isEmpty() ? u""_s : u"\n"_s) + line;
    return notice;
}

} // namespace tropero
