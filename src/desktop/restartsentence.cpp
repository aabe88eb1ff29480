// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/restartsentence.h"

#include "core/units.h"
#include "desktop/flowlayout.h"
#include "desktop/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QStyle>

#include <cmath>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

QString shown(const SentenceValue& value)
{
    if (const auto* duration = std::get_if<Milliseconds>(&value)) return formatDuration(*duration);
    if (const auto* number = std::get_if<double>(&value)) return QString::number(*number, 'g', 4).replace(u"."_s, QLocale().decimalPoint());
    return QString::number(std::get<int>(value));
}

/// Nothing where it is no value of that kind.
std::optional<SentenceValue> read(SentencePart::Kind kind, const QString& text)
{
    bool ok = false;
    if (kind == SentencePart::Kind::Duration) {
        const Result<Milliseconds> duration = parseDuration(text);
        return duration ? std::optional<SentenceValue>(*duration) : std::nullopt;
    }
    if (kind == SentencePart::Kind::Factor) {
        const double number = QString(text).replace(u',', u'.').trimmed().toDouble(&ok);
        return ok && std::isfinite(number) ? std::optional<SentenceValue>(number) : std::nullopt;
    }
    const int number = text.trimmed().toInt(&ok);
    return ok ? std::optional<SentenceValue>(number) : std::nullopt;
}

QList<RestartPart> fieldsOf(const QList<SentencePart>& parts)
{
    QList<RestartPart> fields;
    for (const SentencePart& part : parts) {
        if (part.kind != SentencePart::Kind::Text) fields.append(part.part);
    }
    return fields;
}

} // namespace

RestartSentence::RestartSentence(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_flow(new FlowLayout(this, theme.scaled(4), theme.scaled(5)))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, &RestartSentence::rebuild);
    rebuild();
}

void RestartSentence::setPolicy(const RestartPolicy& policy)
{
    if (policy == m_policy) return;
    m_policy = policy;
    rebuild();
}

QString RestartSentence::problem() const
{
    for (const QLineEdit* line : findChildren<QLineEdit*>(u"sentenceField"_s)) {
        if (!line->isHidden() && line->property("failed").toBool())
            return tr("%1: \u201c%2\u201d is no such value").arg(line->accessibleName(), line->text());
    }
    return {};
}

void RestartSentence::rebuild()
{
    const QList<SentencePart> parts = restartSentenceParts(m_policy);
    m_flow->clear();
    m_fields = fieldsOf(parts);
    m_glue = false;
    for (const SentencePart& part : parts) {
        if (part.kind == SentencePart::Kind::Text) addText(part.text);
        else if (part.kind == SentencePart::Kind::Choice) addChoice(part);
        else addValue(part);
    }
    // Made last, they would come last with the tab key.
    setFocusPolicy(Qt::TabFocus);
    QWidget* before = this;
    for (int i = 0; i < m_flow->count(); ++i) {
        QWidget* field = m_flow->itemAt(i)->widget();
        if (field->focusPolicy() == Qt::NoFocus) continue;
        setTabOrder(before, field);
        before = field;
    }
    setFocusPolicy(Qt::NoFocus);
    updateGeometry();
}

void RestartSentence::addText(const QString& text)
{
    const QStringList words = text.split(u' ');
    for (qsizetype i = 0; i < words.size(); ++i) {
        // A blank at either end of the text keeps it apart from the field there.
        if (i > 0) m_glue = false;
        if (words.at(i).isEmpty()) continue;
        auto* label = new QLabel(words.at(i), this);
        label->setTextFormat(Qt::PlainText);
        m_flow->add(label, m_glue);
        label->show();
        m_glue = true;
    }
}

void RestartSentence::addChoice(const SentencePart& part)
{
    auto* box = new QComboBox(this);
    box->setObjectName(u"sentenceField"_s);
    box->setProperty("part", static_cast<int>(part.part));
    box->setAccessibleName(part.text);
    box->setToolTip(part.text);
    box->addItems(part.choices);
    box->setCurrentIndex(std::get<int>(part.value));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    box->setFixedWidth(QFontMetrics(bold).horizontalAdvance(box->currentText()) + m_theme.scaled(19));
    connect(box, &QComboBox::currentIndexChanged, this, [this, which = part.part](int index) { take(which, index); });
    m_flow->add(box, m_glue);
    box->show();
    m_glue = true;
}

void RestartSentence::addValue(const SentencePart& part)
{
    auto* line = new QLineEdit(shown(part.value), this);
    line->setObjectName(u"sentenceField"_s);
    line->setProperty("part", static_cast<int>(part.part));
    line->setAccessibleName(part.text);
    line->setToolTip(part.text);
    line->setAlignment(Qt::AlignCenter);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const auto fit = [this, line, metrics = QFontMetrics(bold)] {
        line->setFixedWidth(metrics.horizontalAdvance(line->text()) + m_theme.scaled(7));
        m_flow->invalidate();
        updateGeometry();
    };
    fit();
    connect(line, &QLineEdit::textChanged, this, [this, line, fit, which = part.part, kind = part.kind](const QString& text) {
        fit();
        const std::optional<SentenceValue> value = read(kind, text);
        if (line->property("failed").toBool() == value.has_value()) {
            line->setProperty("failed", !value);
            line->style()->unpolish(line);
            line->style()->polish(line);
        }
        if (value) take(which, *value);
        else Q_EMIT changed();
    });
    // What was moved to a bound shows as what it is.
    connect(line, &QLineEdit::editingFinished, this, [this, line, which = part.part] {
        if (line->property("failed").toBool()) return;
        for (const SentencePart& now : restartSentenceParts(m_policy)) {
            if (now.kind != SentencePart::Kind::Text && now.part == which) line->setText(shown(now.value));
        }
    });
    m_flow->add(line, m_glue);
    line->show();
    m_glue = true;
}

void RestartSentence::take(RestartPart part, const SentenceValue& value)
{
    const RestartPolicy fresh = withRestartPart(m_policy, part, value);
    if (fresh == m_policy) return;
    m_policy = fresh;
    const QList<RestartPart> fields = fieldsOf(restartSentenceParts(m_policy));
    // A choice may change which fields there are; its own popup is still open now.
    if (fields != m_fields || part == RestartPart::When || part == RestartPart::Pause) {
        QMetaObject::invokeMethod(this, [this, part] {
            rebuild();
            for (QComboBox* box : findChildren<QComboBox*>(u"sentenceField"_s)) {
                if (!box->isHidden() && box->property("part").toInt() == static_cast<int>(part)) box->setFocus();
            }
        }, Qt::QueuedConnection);
    }
    Q_EMIT changed();
}

void RestartSentence::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) rebuild();
}

} // namespace tropero
