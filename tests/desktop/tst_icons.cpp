// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/svgicon.h"

#include <QDir>
#include <QIcon>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class IconsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The readers of SVG differ from one Qt to the next: each icon must be drawn by the one at hand.
    void everyIconIsDrawn_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = QDir(u":/icons"_s).entryList({u"*.svg"_s});
        QVERIFY(names.size() > 20);
        for (const QString& name : names) QTest::newRow(qPrintable(name)) << name.chopped(4);
    }
    void everyIconIsDrawn()
    {
        QFETCH(QString, name);
        for (const int size : {16, 48}) {
            const QImage image = svgIcon(name, Qt::red, Qt::gray).pixmap(QSize(size, size), 1.0).toImage();
            QCOMPARE(image.size(), QSize(size, size));
            bool drawn = false;
            for (int y = 0; y < size; ++y)
                for (int x = 0; x < size; ++x) drawn = drawn || qAlpha(image.pixel(x, y)) > 100;
            QVERIFY(drawn);
        }
    }
};

QTEST_MAIN(IconsTest)
#include "tst_icons.moc"
