// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/taskbar.h"

#include <QCoreApplication>
#include <QTest>

#include <qt_windows.h>
#include <objbase.h>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace tropero::platform;

/// The menu of the taskbar's symbol. What Windows makes of it nobody but its shell can tell.
class TestTaskbarWindows : public QObject
{
    Q_OBJECT

    static TaskbarMenu menu()
    {
        const QString program = QCoreApplication::applicationFilePath();
        return {{{u"Launch app\u2026"_s, program, {u"--launch"_s}}, {u"Stop"_s, program, {u"stop"_s, u"all"_s}, true}},
                u"Recent apps"_s,
                {{u"ñandú & Co. 日本 🚀"_s, program, {u"--show"_s, u"nandu"_s}}, {QString(300, u'x'), program, {u"--show"_s, u"x"_s}}}};
    }

private Q_SLOTS:
    void withoutComItIsRefused()
    {
        const Result<void> written = setTaskbarMenu(menu());
        QVERIFY(!written);
        QVERIFY2(written.error().why.size() > 3, qPrintable(written.error().message()));
    }

    void itIsWritten()
    {
        QVERIFY(SUCCEEDED(::CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED)));
        setTaskbarIdentity();
        const Result<void> first = setTaskbarMenu(menu());
        const Result<void> second = setTaskbarMenu(menu());
        const Result<void> empty = setTaskbarMenu({});
        ::CoUninitialize();
        QCOMPARE(second.has_value(), first.has_value());
        QCOMPARE(empty.has_value(), first.has_value());
        // The links are made in any case; Wine 8 has nothing to gather them in.
        if (!first) QCOMPARE(first.error().subject, u"list"_s);
        if (!first) QSKIP(qPrintable(u"No list of the shell here: "_s + first.error().message()));
    }
};

QTEST_GUILESS_MAIN(TestTaskbarWindows)
#include "test_taskbar_windows.moc"
