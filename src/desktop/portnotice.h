// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/wantedports.h"
#include "models/latestanswer.h"

#include <QFrame>
#include <QTimer>

#include <memory>
#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace tropero {

class StateMirror;
class SystemMonitor;
class Theme;

/// Says which port of an app that is to be started is taken, and by whom; offers to end that, or another port. Looks in another thread, a moment after the
/// last change.
class PortNotice : public QFrame
{
    Q_OBJECT

public:
    /// Without a mirror nobody is known by the name of an app.
    PortNotice(Theme& theme, const StateMirror* mirror, QWidget* parent);
    ~PortNotice() override;

    /// `ownApp`: id of the app that is being edited.
    void setSpecs(const QList<AppSpec>& specs, const QString& ownApp);
    void retranslate();

Q_SIGNALS:
    void showRequested(int port);
    /// The app holds the port; it would come back if its process was ended.
    void stopRequested(const QString& appId);
    /// Of a single app only.
    void otherPortRequested(int taken, int port);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What one look found: who is in the way, and what can be done about the first of them.
    struct Look
    {
        QList<PortHolder> holders;
        std::optional<MachineProcess> first;
        int otherPort = 0; ///< 0: none is offered
    };

    static Look looked(const QList<ManagedApp>& apps, const QList<AppSpec>& others, const QList<AppSpec>& specs, const QString& ownApp);
    void look();
    void take(const Look& look);
    void free();
    void end(const platform::ProcessId& process);
    void awaitRelease();
    void tell();
    void nameButtons();
    void arrange();
    void applyTheme();
    QString sentence(const PortHolder& holder) const;

    Theme& m_theme;
    const StateMirror* m_mirror;
    QList<AppSpec> m_specs;
    QString m_ownApp;
    Look m_look;
    int m_looksLeft = 0; ///< while somebody is on the way out
    QString m_failure;   ///< why it could not be ended
    QTimer m_delay;
    LatestAnswer<Look> m_answer;
    std::unique_ptr<SystemMonitor> m_monitor; ///< once something is ended
    QLabel* m_symbol;
    QLabel* m_text;
    QBoxLayout* m_place;
    QPushButton* m_free;
    QPushButton* m_other;
    QPushButton* m_show;
};

} // namespace tropero
