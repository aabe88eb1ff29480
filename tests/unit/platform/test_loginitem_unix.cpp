// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/loginitem.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class TestLoginItem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onAndOff()
    {
        const QTemporaryDir folder;
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder.path()));
        QVERIFY(!platform::startsAtLogin(u"tropero"_s));
        QVERIFY(platform::setStartsAtLogin(u"tropero"_s, u"/opt/my \"apps\"/100%/$x"_s, {u"--hidden"_s}, true));
        QVERIFY(platform::startsAtLogin(u"tropero"_s));
        QFile entry(folder.filePath(u"autostart/tropero.desktop"_s));
        QVERIFY(entry.open(QIODevice::ReadOnly));
        const QByteArray text = entry.readAll();
        QVERIFY2(text.contains("\nExec=\"/opt/my \\\\\"apps\\\\\"/100%%/\\\\$x\" \"--hidden\"\n"), text.constData());
        QVERIFY(platform::setStartsAtLogin(u"tropero"_s, u"/x"_s, {}, false));
        QVERIFY(!platform::startsAtLogin(u"tropero"_s));
        QVERIFY(platform::setStartsAtLogin(u"tropero"_s, u"/x"_s, {}, false));
    }

    void aPlaceThatCannotBeWritten()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"autostart"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder.path()));
        const Result<void> done = platform::setStartsAtLogin(u"tropero"_s, u"/x"_s, {}, true);
        QVERIFY(!done);
        QVERIFY(done.error().message().contains(folder.path()));
    }
};

QTEST_GUILESS_MAIN(TestLoginItem)
#include "test_loginitem_unix.moc"
