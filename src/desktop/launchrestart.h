// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/launchsection.h"

class QLabel;

namespace tropero {

class LaunchField;
class RestartSentence;

/// When an app that ended by itself is started again: the sentence, and what does not fit into one.
class LaunchRestart : public LaunchSection
{
    Q_OBJECT

public:
    LaunchRestart(Theme& theme, QWidget* parent);

    RestartSentence& sentence() const { return *m_sentence; }
    QString title() const override { return tr("Restart"); }
    void load(const AppSpec& spec) override;
    QString store(AppSpec& spec) override;
    bool mark(const QString& key, const QString& problem) override;

protected:
    void retranslate() override;

private:
    QLabel* m_intro;
    RestartSentence* m_sentence;
    QLabel* m_problem;
    QLabel* m_more;
    QList<LaunchField*> m_fields;
};

} // namespace tropero
