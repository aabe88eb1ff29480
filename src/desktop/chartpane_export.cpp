// SPDX-License-Identifier: GPL-3.0-or-later
// Charts as a picture or a table.
#include "desktop/chartpane.h"

#include "desktop/colorlegend.h"
#include "desktop/theme.h"

#include <QFileDialog>
#include <QSaveFile>
#include <QScrollArea>

namespace tropero {

using namespace Qt::StringLiterals;

Result<void> ChartPane::saveImage(const QString& path)
{
    makeCharts();
    refresh();
    // All of it, also what is scrolled out of view, without the bar.
    QWidget* const page = m_scroll->widget();
    const int head = m_legend->isHidden() ? 0 : m_legend->height();
    QImage image(QSize(page->width(), page->height() + head) * devicePixelRatioF(), QImage::Format_RGB32);
    image.setDevicePixelRatio(devicePixelRatioF());
    image.fill(m_theme.tokens().window);
    if (head > 0) m_legend->render(&image, {}, {}, DrawChildren);
    page->render(&image, {0, head}, {}, DrawChildren);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
        return failure(ErrorCode::Io, tr("Cannot save the picture"), path, file.errorString());
    return {};
}

Result<void> ChartPane::saveCsv(const QString& path) const
{
    QSaveFile file(path);
    const QByteArray text = m_data.csv();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(ErrorCode::Io, tr("Cannot save the figures"), path, file.errorString());
    return {};
}

void ChartPane::exportTo(const QString& suffix)
{
    const auto& tracks = m_data.tracks();
    if (tracks.empty()) return;
    QString name = tracks.size() == 1 ? tracks.front().label : tr("charts");
    for (QChar& letter : name) {
        if (!letter.isLetterOrNumber() && letter != u'-' && letter != u'.') letter = u'-';
    }
    const bool image = suffix == "png"_L1;
    const QString path = QFileDialog::getSaveFileName(this, image ? tr("Save as picture") : tr("Save as CSV"), name + u'.' + suffix,
                                                      image ? tr("PNG picture (*.png)") : tr("CSV table (*.csv)"));
    if (path.isEmpty()) return;
    const Result<void> saved = image ? saveImage(path) : saveCsv(path);
    m_exportProblem = saved ? QString() : saved.error().message();
    showNotice();
}

} // namespace tropero
