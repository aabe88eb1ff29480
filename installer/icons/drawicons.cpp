// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QByteArray png(QSvgRenderer& drawing, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        // Small sizes need every pixel: the empty border of the drawing stays away.
        const double border = size <= 32 ? -12.0 * size / 256 : 0;
        drawing.render(&painter, QRectF(border, border, size - 2 * border, size - 2 * border));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.convertToFormat(QImage::Format_ARGB32).save(&buffer, "PNG", 0);
    return bytes;
}

bool write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()) return true;
    std::fprintf(stderr, "%s: %s\n", qUtf8Printable(path), qUtf8Printable(file.errorString()));
    return false;
}

/// An .ico whose pictures are PNG, which Windows has read since Vista.
QByteArray icon(QSvgRenderer& drawing, const QList<int>& sizes)
{
    QByteArray result;
    QByteArray pictures;
    QDataStream head(&result, QIODevice::WriteOnly);
    head.setByteOrder(QDataStream::LittleEndian);
    head << quint16(0) << quint16(1) << quint16(sizes.size());
    for (const int size : sizes) {
        const QByteArray picture = png(drawing, size);
        const auto side = static_cast<quint8>(size); // 256 is written as 0
        head << side << side << quint8(0) << quint8(0) << quint16(1) << quint16(32) << quint32(picture.size())
             << quint32(6 + 16 * sizes.size() + pictures.size());
        pictures += picture;
    }
    return result + pictures;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    QSvgRenderer drawing(arguments.value(1));
    if (arguments.size() != 4 || !drawing.isValid()) {
        std::fputs("usage: tropero_icons drawing.svg result.ico folder\n", stderr);
        return 2;
    }
    bool written = write(arguments.at(2), icon(drawing, {16, 20, 24, 32, 40, 48, 64, 256}));
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256})
        written = write(u"%1/%2x%2/tropero.png"_s.arg(arguments.at(3)).arg(size), png(drawing, size)) && written;
    return written ? 0 : 1;
}
