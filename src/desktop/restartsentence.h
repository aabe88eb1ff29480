// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policysentence.h"

#include <QWidget>

namespace tropero {

class FlowLayout;
class Theme;

/// The restart policy as sentences in which one types: what can be changed is a field in the flowing text.
class RestartSentence : public QWidget
{
    Q_OBJECT

public:
    explicit RestartSentence(Theme& theme, QWidget* parent = nullptr);

    const RestartPolicy& policy() const { return m_policy; }
    /// Shows it; tells nobody.
    void setPolicy(const RestartPolicy& policy);
    /// What was typed and is no value; empty: nothing.
    QString problem() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addText(const QString& text);
    void addChoice(const SentencePart& part);
    void addValue(const SentencePart& part);
    void take(RestartPart part, const SentenceValue& value);

    Theme& m_theme;
    RestartPolicy m_policy;
    QList<RestartPart> m_fields; ///< that are shown now
    FlowLayout* m_flow;
    bool m_glue = false;         ///< the next word stands close to the last
};

} // namespace tropero
