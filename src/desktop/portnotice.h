// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/takenports.h"
#include "models/latestanswer.h"
#include "platform/processes.h"

#include <QFrame>
#include <QHash>
#include <QTimer>

class QLabel;

namespace tropero {

class PortNoticeRow;
class StateMirror;
class Theme;

/// Says which ports of an app that is to be started are taken, and by whom; offers to end that, or another port. Looks in another thread, a moment after
/// the last change. Ends nobody itself: it may be closed before that is done.
class PortNotice : public QFrame
{
    Q_OBJECT

public:
    /// Without a mirror nobody is known by the name of an app.
    PortNotice(Theme& theme, const StateMirror* mirror, QWidget* parent);
    ~PortNotice() override;

    /// `ownApp`: id of the app that is being edited.
    void setSpecs(const QList<AppSpec>& specs, const QString& ownApp);
    /// What became of endRequested(): why the process is still there; empty: it is gone.
    void setEnded(const platform::ProcessId& process, const QString& problem);
    void retranslate();

Q_SIGNALS:
    void showRequested(int port);
    /// Asked before; to be answered by setEnded().
    void endRequested(const tropero::platform::ProcessId& process);
    /// The app holds the port; it would come back if its process was ended.
    void stopRequested(const QString& appId);
    /// Of a single app only.
    void otherPortRequested(int taken, int port);

private:
    void look();
    void take(const QList<TakenPort>& taken);
    void free(const TakenPort& taken);
    void awaitRelease(const QString& holder);
    void tell();
    void fillRow(PortNoticeRow& row, const TakenPort& taken) const;
    void applyTheme();
    static QString sentence(const PortHolder& holder);
    /// One of several, below a title that says what they are.
    static QString line(const PortHolder& holder);

    Theme& m_theme;
    const StateMirror* m_mirror;
    QList<AppSpec> m_specs;
    QString m_ownApp;
    QList<TakenPort> m_taken;
    QHash<QString, int> m_looksLeft;    ///< for each holder that is on the way out
    QHash<QString, QString> m_failures; ///< why a holder could not be ended
    QString m_told;
    QTimer m_delay;
    LatestAnswer<QList<TakenPort>> m_answer;
    QLabel* m_symbol;
    QLabel* m_title;
    QList<PortNoticeRow*> m_rows;
    QLabel* m_more;
};

} // namespace tropero
