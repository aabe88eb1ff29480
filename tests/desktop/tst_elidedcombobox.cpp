// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/elidedcombobox.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QToolTip>
#include <QtTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class ElidedComboBoxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatThereIsMore();
    void tellsTheWholeInItsToolTip();

private:
    static QImage painted(QComboBox& box, const QString& text)
    {
        box.clear();
        box.addItem(text);
        box.resize(160, box.sizeHint().height());
        return box.grab().toImage();
    }
    static constexpr auto lengthy = "Chosen by the file; Node 20.20.2 for JavaScript"_L1;
};

void ElidedComboBoxTest::saysThatThereIsMore()
{
    Theme theme(*qApp);
    ElidedComboBox box;
    const QImage image = painted(box, lengthy);
    const QString shown = box.shownText();
    QVERIFY2(shown.endsWith(u'\u2026') && shown.size() < lengthy.size(), qPrintable(shown));
    QComboBox plain;
    QCOMPARE(image, painted(plain, shown));
    QVERIFY(image != painted(plain, lengthy));
    box.resize(800, box.height());
    QCOMPARE(box.shownText(), QString(lengthy));
}

void ElidedComboBoxTest::tellsTheWholeInItsToolTip()
{
    Theme theme(*qApp);
    ElidedComboBox box;
    box.setToolTip(u"Who runs it"_s);
    painted(box, lengthy + u" <b>"_s);
    box.show();
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    QHelpEvent asked(QEvent::ToolTip, box.rect().center(), box.mapToGlobal(box.rect().center()));
    QCoreApplication::sendEvent(&box, &asked);
    QTRY_VERIFY(QToolTip::isVisible());
    QVERIFY2(QToolTip::text().startsWith(lengthy) && QToolTip::text().contains("&lt;b&gt;"_L1) && QToolTip::text().endsWith("Who runs it"_L1),
             qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

QTEST_MAIN(ElidedComboBoxTest)
#include "tst_elidedcombobox.moc"
