// SPDX-License-Identifier: GPL-3.0-or-later
#include "launchfixture.h"

#include "desktop/launchdialog.h"
#include "desktop/sectionlist.h"
#include "desktop/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTcpServer>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class LaunchDialogTest : public LaunchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { renew(); }
    void forkByKeyboard();
    void cluster();
    void checksWhileTyping();
    void restartSentence();
    void takenPortIsNamed();
    void escapeAsksOnlyForWhatWasTyped();
    void everyControlHasANameAndMnemonicsDiffer();
};

void LaunchDialogTest::forkByKeyboard()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    QSignalSpy launched(&dialog, &LaunchDialog::launchRequested);
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(!launchButton(dialog)->isEnabled());
    QTRY_COMPARE(dialog.focusWidget(), line(dialog, u"script"_s));
    QTest::keyClicks(dialog.focusWidget(), m_script);
    line(dialog, u"arguments"_s)->setFocus();
    QTest::keyClicks(dialog.focusWidget(), u"--port 0 \"two words\""_s);
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return); // at once: it is launched as soon as it was looked at
    QTRY_COMPARE_WITH_TIMEOUT(launched.size(), 1, patience);
    const auto specs = launched.first().first().value<QList<AppSpec>>();
    QCOMPARE(specs.size(), 1);
    QCOMPARE(specs.first().script, m_script);
    QCOMPARE(specs.first().name, u"server"_s);
    QCOMPARE(specs.first().cwd, m_folder->path());
    QCOMPARE(specs.first().args, (QStringList{u"--port"_s, u"0"_s, u"two words"_s}));
    QCOMPARE(specs.first().execMode, ExecMode::Fork);
    QVERIFY(dialog.isHidden());
}

void LaunchDialogTest::cluster()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    QSignalSpy launched(&dialog, &LaunchDialog::launchRequested);
    dialog.show();
    dialog.setPath(m_script);
    auto* workers = dialog.findChild<QSpinBox*>(u"workers"_s);
    QVERIFY(!workers->isEnabled());
    QVERIFY(workers->value() >= 2);
    auto* fork = dialog.findChild<QRadioButton*>(u"fork"_s);
    fork->setFocus();
    QTest::keyClick(fork, Qt::Key_Right); // radio buttons of one group, though in two cards
    auto* cluster = dialog.findChild<QRadioButton*>(u"cluster"_s);
    cluster->click();
    QVERIFY(cluster->isChecked() && !fork->isChecked());
    QVERIFY(workers->isEnabled());
    workers->setValue(3);
    QTRY_VERIFY_WITH_TIMEOUT(command(dialog).contains(u"--instances 3"_s) && command(dialog).contains(u"--exec-mode cluster"_s), patience);
    launchButton(dialog)->click();
    QTRY_COMPARE_WITH_TIMEOUT(launched.size(), 1, patience);
    const AppSpec spec = launched.first().first().value<QList<AppSpec>>().first();
    QCOMPARE(spec.execMode, ExecMode::Cluster);
    QCOMPARE(spec.instances, 3);
}

void LaunchDialogTest::checksWhileTyping()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.show();
    QVERIFY(!launchButton(dialog)->isEnabled());
    QVERIFY(note(dialog).isEmpty()); // nothing was typed yet
    QTest::keyClicks(line(dialog, u"script"_s), u"/nowhere"_s);
    QTRY_VERIFY_WITH_TIMEOUT(note(dialog).contains(u"nowhere"_s), patience);
    QVERIFY(!launchButton(dialog)->isEnabled());
    QVERIFY(line(dialog, u"script"_s)->property("failed").toBool());
    dialog.setPath(m_script);
    QTRY_VERIFY_WITH_TIMEOUT(launchButton(dialog)->isEnabled() && note(dialog).isEmpty(), patience);
    QVERIFY(!line(dialog, u"script"_s)->property("failed").toBool());
    QCOMPARE(line(dialog, u"name"_s)->placeholderText(), u"server"_s);
    // A field of another page: its section is marked.
    line(dialog, u"kill_timeout"_s)->setText(u"soon"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!launchButton(dialog)->isEnabled(), patience);
    QVERIFY(!note(dialog).isEmpty());
    auto* list = dialog.findChild<SectionList*>();
    int marked = 0;
    for (int row = 0; row < list->count(); ++row)
        marked += list->item(row)->toolTip().isEmpty() ? 0 : 1;
    QCOMPARE(marked, 1);
    line(dialog, u"kill_timeout"_s)->setText(u"5s"_s);
    QTRY_VERIFY_WITH_TIMEOUT(command(dialog).contains(u"--kill-timeout 5000ms"_s), patience);
}

void LaunchDialogTest::restartSentence()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    QSignalSpy launched(&dialog, &LaunchDialog::launchRequested);
    dialog.show();
    dialog.setPath(m_script);
    const auto field = [&dialog](int section, const QString& kind) -> QWidget* {
        for (QWidget* widget : dialog.findChild<QStackedWidget*>()->widget(section)->findChildren<QWidget*>(u"sentenceField"_s))
            if (widget->inherits(qPrintable(kind)) && !widget->isHidden()) return widget;
        return nullptr;
    };
    auto* when = qobject_cast<QComboBox*>(field(0, u"QComboBox"_s));
    QVERIFY(when);
    QVERIFY(when->count() >= 3);
    when->setCurrentIndex(1);
    // Both pages show one policy.
    QTRY_COMPARE(qobject_cast<QComboBox*>(field(2, u"QComboBox"_s))->currentIndex(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(command(dialog).contains(u"--restart on-failure"_s), patience);
    dialog.showSection(2);
    auto* value = qobject_cast<QLineEdit*>(field(2, u"QLineEdit"_s));
    QVERIFY(value);
    value->setFocus();
    value->selectAll();
    QTest::keyClicks(value, u"nonsense"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!launchButton(dialog)->isEnabled(), patience);
    QVERIFY(note(dialog).contains(u"nonsense"_s));
    value->selectAll();
    QTest::keyClicks(value, u"7"_s);
    QTRY_VERIFY_WITH_TIMEOUT(launchButton(dialog)->isEnabled(), patience);
    launchButton(dialog)->click();
    QTRY_COMPARE_WITH_TIMEOUT(launched.size(), 1, patience);
    QCOMPARE(launched.first().first().value<QList<AppSpec>>().first().restart.when, RestartPolicy::When::OnFailure);
}

void LaunchDialogTest::takenPortIsNamed()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    QSignalSpy shown(&dialog, &LaunchDialog::showPortRequested);
    dialog.show();
    dialog.setPath(m_script);
    auto* text = dialog.findChild<QLabel*>(u"portNoticeText"_s);
    line(dialog, u"arguments"_s)->setText(u"--port %1"_s.arg(server.serverPort()));
    QTRY_VERIFY_WITH_TIMEOUT(text->isVisible(), patience);
    QVERIFY2(text->text().contains(QString::number(server.serverPort())), qPrintable(text->text()));
    QVERIFY2(text->text().contains(QString::number(QCoreApplication::applicationPid())), qPrintable(text->text()));
    dialog.findChild<QPushButton*>(u"showPort"_s)->click();
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.first().first().toInt(), static_cast<int>(server.serverPort()));
    QVERIFY2(launchButton(dialog)->isEnabled(), "it may be free by then");
    line(dialog, u"arguments"_s)->clear();
    QTRY_VERIFY_WITH_TIMEOUT(!text->isVisible(), patience);
}

void LaunchDialogTest::escapeAsksOnlyForWhatWasTyped()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.show();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(dialog.isHidden());
    dialog.show();
    dialog.setPath(m_script);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    auto* question = dialog.findChild<QMessageBox*>(u"discardQuestion"_s);
    QVERIFY(question);
    QVERIFY(dialog.isVisible());
    question->findChild<QPushButton*>(u"discard"_s)->click();
    QVERIFY(dialog.isHidden());
}

void LaunchDialogTest::everyControlHasANameAndMnemonicsDiffer()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.show();
    dialog.resize(800, 560);
    auto* list = dialog.findChild<SectionList*>();
    QCOMPARE(list->count(), 8);
    for (int row = 0; row < list->count(); ++row) {
        dialog.showSection(row);
        QCoreApplication::processEvents();
        QStringList mnemonics;
        for (const QWidget* widget : dialog.findChildren<QWidget*>()) {
            if (!widget->isVisible()) continue;
            const QString key = QKeySequence::mnemonic(widget->property("text").toString()).toString();
            const auto* label = qobject_cast<const QLabel*>(widget);
            if (!key.isEmpty() && (!label || label->buddy())) {
                QVERIFY2(!mnemonics.contains(key), qPrintable(list->item(row)->text() + u": "_s + key + u" of "_s + widget->property("text").toString()));
                mnemonics.append(key);
            }
            if (widget->focusPolicy() == Qt::NoFocus || label || widget->focusProxy()) continue;
            if (widget->parentWidget()->inherits("QAbstractSpinBox") || widget->inherits("QAbstractScrollArea") || widget->inherits("QDialog")) continue;
            QVERIFY2(!widget->accessibleName().isEmpty() || !widget->property("text").toString().isEmpty(),
                     qPrintable(list->item(row)->text() + u": "_s + widget->objectName() + QString::fromLatin1(widget->metaObject()->className())));
        }
        // Nothing is cut off at the right.
        auto* scroll = qobject_cast<QScrollArea*>(dialog.findChild<QStackedWidget*>()->widget(row));
        QVERIFY2(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width(),
                 qPrintable(list->item(row)->text() + u' ' + QString::number(scroll->widget()->minimumSizeHint().width())));
    }
}

QTEST_MAIN(LaunchDialogTest)
#include "tst_launchdialog.moc"
