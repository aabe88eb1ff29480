// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/ansipalette.h"
#include "desktop/stateglyph.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QtTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data();
    void textCanBeRead();
    void coloursOfOutputCanBeRead();
    void choiceChangesEverything();
    void iconsTakeTheColour();
    void statesDifferWithoutColour();
};

void ThemeTest::textCanBeRead_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void ThemeTest::textCanBeRead()
{
    QFETCH(bool, dark);
    const ThemeTokens t = dark ? darkTokens() : lightTokens();
    for (const QColor& background : {t.window, t.side, t.field, t.log, t.selection}) {
        QVERIFY(contrastRatio(t.text, background) >= 7);
        QVERIFY2(contrastRatio(t.dim, background) >= 4.5, qPrintable(background.name()));
    }
    for (const QColor& tone : {t.ok, t.warn, t.bad, t.info, t.cpu, t.memory}) {
        QVERIFY2(contrastRatio(tone, t.window) >= 4.5, qPrintable(tone.name()));
        QVERIFY2(contrastRatio(tone, t.log) >= 4.5, qPrintable(tone.name()));
        const QColor pill = t.tinted(tone, t.window);
        QVERIFY2(contrastRatio(readableColor(tone, pill, t.text), pill) >= 4.5, qPrintable(tone.name()));
    }
    QVERIFY(contrastRatio(t.onPrimary, t.primary) >= 4.5);
}

void ThemeTest::coloursOfOutputCanBeRead()
{
    for (const ThemeTokens& t : {lightTokens(), darkTokens()}) {
        for (quint32 index = 0; index < 256; ++index) {
            const QColor color = ansiForeground({AnsiColor::Kind::Indexed, index}, t, t.log);
            QVERIFY2(contrastRatio(color, t.log) >= 4.45, qPrintable(QString::number(index)));
        }
        const QColor own = ansiBackground({AnsiColor::Kind::Rgb, 0x808080}, t);
        QVERIFY(contrastRatio(ansiForeground({}, t, own), own) >= 3.9);
    }
}

void ThemeTest::choiceChangesEverything()
{
    Theme theme(*qApp);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(changed.size(), 1);
    QVERIFY(theme.tokens().dark);
    QCOMPARE(QApplication::palette().window().color(), darkTokens().window);
    QVERIFY(qApp->styleSheet().contains(darkTokens().window.name()));
    QVERIFY2(!qApp->styleSheet().contains(u"@"_s), "a token of the style sheet has no value");
    theme.setChoice(Theme::Choice::Light);
    QCOMPARE(QApplication::palette().window().color(), lightTokens().window);
    QVERIFY(!qApp->styleSheet().contains(u"#000000"_s));
    theme.setChoice(Theme::Choice::System);
    QVERIFY(!theme.tokens().dark); // the offscreen platform is light
}

void ThemeTest::iconsTakeTheColour()
{
    Theme theme(*qApp);
    for (const QString& name : {u"add"_s, u"start"_s, u"stop"_s, u"restart"_s, u"delete"_s, u"more"_s,
                                u"close"_s, u"follow"_s, u"folder"_s, u"warning"_s, u"info"_s}) {
        const QIcon icon = theme.icon(name, QColor(Qt::red));
        QVERIFY2(!icon.isNull(), qPrintable(name));
        const QImage image = icon.pixmap(QSize(32, 32), 1.0).toImage();
        int painted = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() < 250) continue;
                ++painted;
                QVERIFY2(pixel.red() > 240 && pixel.green() < 15, qPrintable(name));
            }
        }
        QVERIFY2(painted > 4, qPrintable(name));
    }
}

void ThemeTest::statesDifferWithoutColour()
{
    QList<QImage> shapes;
    for (int state = 0; state < instanceStateCount; ++state) {
        QImage image(40, 40, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintStateGlyph(painter, QRectF(10, 10, 20, 20), static_cast<InstanceState>(state), Qt::black);
        painter.end();
        QVERIFY(!shapes.contains(image));
        shapes.append(image);
    }
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
