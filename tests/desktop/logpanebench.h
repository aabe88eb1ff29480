// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakedaemon.h"
#include "models/logfiles.h"

#include "client/daemonclient.h"
#include "desktop/logbar.h"
#include "desktop/logpane.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QTemporaryDir>

namespace tropero::test {

using namespace Qt::StringLiterals;

/// The pane with the log of one instance, which is written by hand.
struct LogPaneBench
{
    FakeDaemon daemon;
    Theme theme{*qApp};
    DaemonClient client{daemon.location()};
    QTemporaryDir folder;
    LogPane pane{client, theme};
    QString out = folder.filePath(u"web-0-out.log"_s);

    LogPaneBench()
    {
        pane.resize(1100, 400);
        pane.QWidget::show();
    }
    void write(const QByteArray& text, qint64 time) const { LogFile(out).write(text, time); }
    void open() { pane.show({{3, u"web"_s, out, folder.filePath(u"web-0-error.log"_s), folder.path()}}); }
    LogBar& bar() const { return pane.bar(); }
};

inline QByteArray numbered(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += (i % 10 == 0 ? "warn line " : "info line ") + QByteArray::number(i) + '\n';
    return text;
}

} // namespace tropero::test
