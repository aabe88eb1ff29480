// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/svgicon.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class SvgIconEngine : public QIconEngine
{
public:
    SvgIconEngine(QByteArray source, QColor color, QColor disabled)
        : m_source(std::move(source)), m_color(color), m_disabled(disabled)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray source = m_source;
        source.replace("#000000", (mode == QIcon::Disabled ? m_disabled : m_color).name().toLatin1());
        QSvgRenderer(source).render(painter, QRectF(rect));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new SvgIconEngine(*this); }

private:
    QByteArray m_source;
    QColor m_color;
    QColor m_disabled;
};

} // namespace

QIcon svgIcon(const QString& name, const QColor& color, const QColor& disabled)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QIcon(new SvgIconEngine(file.readAll(), color, disabled));
}

} // namespace tropero
