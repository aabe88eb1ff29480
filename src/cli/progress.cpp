// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

#include <cstdio>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 quietMs = 1'000;
constexpr qint64 frameMs = 100;

void writeToError(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace

Progress::Progress(QString text, bool shown)
    : m_text(std::move(text))
    , m_shown(shown)
{
    m_clock.start();
}

Progress::~Progress()
{
    if (m_lastDrawn >= 0)
        writeToError(u"\r\x1b[K"_s);
}

void Progress::tick()
{
    static constexpr QStringView frames = u"⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    const qint64 now = m_clock.elapsed();
    if (!m_shown || now < quietMs || (m_lastDrawn >= 0 && now - m_lastDrawn < frameMs))
        return;
    m_lastDrawn = now;
    writeToError(u"\r%1 %2 (%3 s)\x1b[K"_s.arg(QString(frames.at(now / frameMs % frames.size())), m_text, QString::number(now / 1000)));
}

} // namespace tropero
