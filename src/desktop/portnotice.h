// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/wantedports.h"
#include "models/latestanswer.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace tropero {

class StateMirror;
class Theme;

/// Says which port of an app that is to be started is taken, and by whom. Looks in another thread, a moment after the last change.
class PortNotice : public QFrame
{
    Q_OBJECT

public:
    /// Without a mirror nobody is known by the name of an app.
    PortNotice(Theme& theme, const StateMirror* mirror, QWidget* parent);

    /// `ownApp`: id of the app that is being edited.
    void setSpecs(const QList<AppSpec>& specs, const QString& ownApp);
    void retranslate();

Q_SIGNALS:
    void showRequested(int port);

private:
    void look();
    void tell();
    void applyTheme();
    QString sentence(const PortHolder& holder) const;

    Theme& m_theme;
    const StateMirror* m_mirror;
    QList<AppSpec> m_specs;
    QString m_ownApp;
    QList<PortHolder> m_holders;
    QTimer m_delay;
    LatestAnswer<QList<PortHolder>> m_answer;
    QLabel* m_symbol;
    QLabel* m_text;
    QPushButton* m_show;
};

} // namespace tropero
