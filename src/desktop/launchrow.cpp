// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchrow.h"

#include "desktop/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QStyle>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

void mark(QWidget* widget, const char* property, bool on)
{
    if (widget->property(property).toBool() == on) return;
    widget->setProperty(property, on);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

LaunchRow::LaunchRow(Theme& theme, QWidget* control, QLayout* place, QWidget* parent)
    : QWidget(parent), m_control(control), m_title(new QLabel(this)), m_note(new QLabel(this))
{
    control->setParent(this);
    m_title->setObjectName(u"formLabel"_s);
    m_title->setBuddy(control);
    m_title->setWordWrap(true);
    m_title->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_title->setContentsMargins(0, theme.scaled(6), 0, 0);
    m_title->setFixedWidth(theme.scaled(128));
    m_note->setObjectName(u"formNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(theme.scaled(12));
    row->addWidget(m_title);
    auto* column = new QVBoxLayout;
    column->setSpacing(theme.scaled(4));
    row->addLayout(column, 1);
    if (place) column->addLayout(place);
    else column->addWidget(control);
    column->addWidget(m_note);
}

void LaunchRow::setTitle(const QString& title)
{
    // A check box says itself what it is for.
    if (auto* box = qobject_cast<QCheckBox*>(m_control)) {
        box->setText(title);
        return;
    }
    m_title->setText(title);
    m_control->setAccessibleName(QString(title).remove(u'&'));
}

void LaunchRow::setHint(const QString& hint)
{
    m_hint = hint;
    showNote();
}

void LaunchRow::setProblem(const QString& problem)
{
    if (std::exchange(m_problem, problem) != problem) showNote();
}

void LaunchRow::showNote()
{
    const bool bad = !m_problem.isEmpty();
    mark(m_control, "failed", bad);
    mark(m_note, "failed", bad);
    m_note->setText(bad ? m_problem : m_hint);
    m_note->setVisible(!m_note->text().isEmpty());
    m_control->setAccessibleDescription(m_note->text());
}

} // namespace tropero
