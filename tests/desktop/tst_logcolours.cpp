// SPDX-License-Identifier: GPL-3.0-or-later
// Colours of highlight rules and of apps.
#include "logpanebench.h"

#include "desktop/chartcolors.h"
#include "desktop/colorlegend.h"
#include "desktop/highlightcolors.h"
#include "desktop/highlighteditor.h"
#include "desktop/highlightrow.h"
#include "desktop/logpane.h"
#include "desktop/logview.h"
#include "desktop/theme.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class LogColoursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void highlightRules();
    void appsInColour();
};

void LogColoursTest::highlightRules()
{
    LogPaneBench b;
    b.write("a quiet line\na slow line\n", 1'000'000'000);
    b.open();
    QTRY_COMPARE(b.pane.lines().rowCount(), 2);
    QSignalSpy changed(&b.pane, &LogPane::highlightsChanged);
    QTest::keyClick(&b.pane.view(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    auto* editor = b.pane.findChild<HighlightEditor*>();
    QVERIFY(editor);
    auto* add = editor->findChild<QPushButton*>(u"addRule"_s);
    QTest::mouseClick(add, Qt::LeftButton);
    QList<HighlightRow*> rows = editor->findChildren<HighlightRow*>();
    QCOMPARE(rows.size(), 1);
    QTest::keyClicks(rows.first()->field(), u"slow"_s);
    QCOMPARE(changed.size(), 4);
    const QList<LogHighlight> rules = LogHighlights::fromJson(changed.last().first().toString());
    QCOMPARE(rules.size(), 1);
    QCOMPARE(rules.first().text, u"slow"_s);
    // Drawn behind what matches, and only there.
    const QColor behind = highlightColor(b.theme.tokens(), rules.first().color);
    const auto isColoured = [&](int row) {
        const QImage image = b.pane.view().viewport()->grab({0, 7 + row * b.pane.view().rowHeight(), 600, b.pane.view().rowHeight()}).toImage();
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, image.height() / 2) == behind.rgb()) return true;
        return false;
    };
    QVERIFY(isColoured(1));
    QVERIFY(!isColoured(0));
    // A second one that cannot be used is marked; the first goes on.
    QTest::mouseClick(add, Qt::LeftButton);
    HighlightRow* second = editor->findChildren<HighlightRow*>().last();
    second->field()->setText(u"(a"_s);
    QVERIFY(!second->field()->property("failed").toBool());
    for (QToolButton* button : second->findChildren<QToolButton*>())
        if (button->text() == u".*"_s) button->click();
    QVERIFY(second->field()->property("failed").toBool());
    QVERIFY(isColoured(1));
    Q_EMIT second->moveWanted(-1);
    QCOMPARE(editor->rules().first().text, u"(a"_s);
    Q_EMIT second->removeWanted();
    QCOMPARE(editor->rules(), rules);
    b.pane.setHighlights({});
    QVERIFY(!isColoured(1));
    for (const ThemeTokens& tokens : {lightTokens(), darkTokens()})
        for (int i = 0; i < LogHighlight::colors; ++i)
            QVERIFY2(contrastRatio(tokens.text, highlightColor(tokens, static_cast<LogHighlight::Color>(i))) >= 4.5, qPrintable(QString::number(i)));
}

void LogColoursTest::appsInColour()
{
    LogPaneBench b;
    b.write("of web\n", 1'000'000'000);
    QList<LogSubject> subjects{{3, u"web"_s, b.out, {}, {}, u"web"_s}};
    for (int i = 0; i < 2; ++i) {
        subjects.append({4 + i, u"api %1"_s.arg(i), b.folder.filePath(u"api-%1.log"_s.arg(i)), {}, {}, u"api"_s});
        QFile file(subjects.last().outFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("of api\n");
    }
    b.pane.show(subjects);
    QTRY_COMPARE(b.pane.lines().rowCount(), 3);
    QVERIFY(b.pane.legend().isVisible());
    const auto entries = [&] {
        QStringList texts;
        for (const QToolButton* button : b.pane.legend().findChildren<QToolButton*>(u"legendEntry"_s))
            if (button->defaultAction()) texts.append(button->text());
        return texts;
    };
    QCOMPARE(entries(), (QStringList{u"web"_s, u"api"_s})); // one for each app
    b.pane.legend().findChildren<QToolButton*>(u"legendEntry"_s).at(1)->click();
    QTRY_VERIFY(b.pane.legend().hiddenLabels().size() == 1);
    QTRY_VERIFY(b.pane.lines().rowCount() < 3);
    b.pane.legend().setHidden(u"web"_s, false);
    b.pane.legend().setHidden(u"api"_s, false);
    QTRY_COMPARE(b.pane.lines().rowCount(), 3);
    b.pane.legend().setHidden(u"api"_s, true);
    QTRY_COMPARE(b.pane.lines().rowCount(), 1);
    // Another selection begins with all of it; instances of one app each have a colour.
    b.pane.show(subjects.mid(1));
    QTRY_COMPARE(b.pane.lines().rowCount(), 2);
    QCOMPARE(entries(), (QStringList{u"api 0"_s, u"api 1"_s}));
    const QList<int> both = curveIndices({u"web"_s, u"api"_s});
    QVERIFY(both.first() != both.last());
    QCOMPARE(curveIndices({u"web"_s}).first(), both.first()); // whoever else is selected
    QCOMPARE(QSet<int>(both.begin(), both.end()).size(), 2);
}

QTEST_MAIN(LogColoursTest)
#include "tst_logcolours.moc"
