// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchform.h"
#include "desktop/startdialog.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class LaunchFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wholeForm();
    void mistakes_data();
    void mistakes();
    void commandShowsWhatDiffers();
    void dialogChecksWhileTyping();

private:
    QTemporaryDir m_folder;
    QString m_script;
};

void LaunchFormTest::init()
{
    m_script = m_folder.filePath(u"my server.js"_s);
    QFile file(m_script);
    QVERIFY(file.open(QIODevice::WriteOnly));
}

void LaunchFormTest::wholeForm()
{
    LaunchForm form;
    form.script = u"  "_s + m_script;
    form.arguments = u"--port 3000 \"two words\""_s;
    form.instances = 3;
    form.restart = RestartPolicy::When::OnFailure;
    form.environment = u"PORT=3000\n\n# a comment\nEMPTY=\nURL=http://a/?b=c\n"_s;
    const Result<AppSpec> spec = specFromForm(form);
    QVERIFY(spec.has_value());
    QCOMPARE(spec->script, m_script);
    QCOMPARE(spec->name, u"my server"_s);
    QCOMPARE(spec->cwd, m_folder.path());
    QCOMPARE(spec->args, (QStringList{u"--port"_s, u"3000"_s, u"two words"_s}));
    QCOMPARE(spec->instances, 3);
    QCOMPARE(spec->restart.when, RestartPolicy::When::OnFailure);
    QCOMPARE(spec->env.value(u"URL"_s), u"http://a/?b=c"_s);
    QVERIFY(spec->env.contains(u"EMPTY"_s));
    QCOMPARE(spec->env.size(), 3);
    form.script = u"my server.js"_s;
    form.folder = m_folder.path();
    QCOMPARE(specFromForm(form)->script, m_script);
}

void LaunchFormTest::mistakes_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QString>("field");
    QTest::newRow("nothing") << QString() << QString() << QString() << u"script"_s;
    QTest::newRow("no such file") << u"/nowhere/x.js"_s << QString() << QString() << u"script"_s;
    QTest::newRow("no such program") << u"surely-no-such-program"_s << QString() << QString() << u"script"_s;
    QTest::newRow("a folder") << m_folder.path() << QString() << QString() << u"script"_s;
    QTest::newRow("no such folder") << m_folder.filePath(u"my server.js"_s) << u"/nowhere"_s << QString()
                                    << u"folder"_s;
    QTest::newRow("bad variable") << m_folder.filePath(u"my server.js"_s) << QString() << u"A=1\nNOTHING"_s
                                  << u"environment"_s;
    QTest::newRow("variable without name")
        << m_folder.filePath(u"my server.js"_s) << QString() << u"=1"_s << u"environment"_s;
}

void LaunchFormTest::mistakes()
{
    QFETCH(QString, script);
    QFETCH(QString, folder);
    QFETCH(QString, environment);
    QFETCH(QString, field);
    LaunchForm form;
    form.script = script;
    form.folder = folder;
    form.environment = environment;
    const Result<AppSpec> spec = specFromForm(form);
    QVERIFY(!spec.has_value());
    QCOMPARE(spec.error().subject, field);
    QVERIFY(!spec.error().why.isEmpty());
}

void LaunchFormTest::commandShowsWhatDiffers()
{
    LaunchForm form;
    form.script = m_script;
    form.name = u"api"_s;
    form.instances = 2;
    form.arguments = u"--port 3000"_s;
    form.environment = u"API_TOKEN=abc\nMODE=x y"_s;
    const QString command = startCommand(*specFromForm(form));
    QVERIFY2(command.contains(u"tropero start"_s), qPrintable(command));
    QVERIFY2(command.contains(u"--name api"_s), qPrintable(command));
    QVERIFY2(command.contains(u"--instances 2"_s), qPrintable(command));
    QVERIFY2(command.endsWith(u"-- --port 3000"_s), qPrintable(command));
    QVERIFY2(!command.contains(u"abc"_s), qPrintable(command));
    QVERIFY2(!command.contains(u"--cwd"_s), qPrintable(command));
}

void LaunchFormTest::dialogChecksWhileTyping()
{
    Theme theme(*qApp);
    StartDialog dialog(theme);
    QSignalSpy launched(&dialog, &StartDialog::launchRequested);
    dialog.show();
    auto* script = dialog.findChild<QLineEdit*>(u"script"_s);
    auto* launch = dialog.findChild<QPushButton*>(u"primary"_s);
    auto* problem = dialog.findChild<QLabel*>(u"problem"_s);
    QVERIFY(!launch->isEnabled());
    QVERIFY(problem->text().isEmpty()); // nothing was typed yet
    QTest::keyClicks(script, u"/nowhere"_s);
    QVERIFY(!launch->isEnabled());
    QVERIFY(problem->text().contains(u"nowhere"_s));
    dialog.setScript(m_script);
    QVERIFY(launch->isEnabled());
    QVERIFY(problem->text().isEmpty());
    QCOMPARE(dialog.findChild<QLineEdit*>(u"name"_s)->placeholderText(), u"my server"_s);
    dialog.findChild<QSpinBox*>(u"instances"_s)->setValue(4);
    dialog.findChild<QPlainTextEdit*>(u"environment"_s)->setPlainText(u"A=1"_s);
    QVERIFY(dialog.findChild<QLineEdit*>(u"command"_s)->text().contains(u"4"_s));
    QTest::mouseClick(launch, Qt::LeftButton);
    QCOMPARE(launched.size(), 1);
    const auto spec = launched.first().first().value<AppSpec>();
    QCOMPARE(spec.script, m_script);
    QCOMPARE(spec.instances, 4);
    QVERIFY(dialog.isHidden());
    for (const QWidget* widget : dialog.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->isHidden() ||
            widget->parentWidget()->inherits("QAbstractSpinBox") || widget->inherits("QAbstractItemView") ||
            widget->parentWidget()->inherits("QComboBox"))
            continue;
        const auto* button = qobject_cast<const QPushButton*>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) ||
                     widget->inherits("QLabel"),
                 qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(LaunchFormTest)
#include "tst_launchform.moc"
