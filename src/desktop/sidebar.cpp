// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/sidebar.h"

#include "desktop/sidebarbutton.h"
#include "desktop/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QVBoxLayout>

namespace tropero {

using namespace Qt::StringLiterals;

SideBar::SideBar(Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_group(new QButtonGroup(this)), m_upper(new QVBoxLayout), m_lower(new QVBoxLayout)
{
    setObjectName(u"sideBar"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.scaled(8), theme.scaled(12), theme.scaled(8), theme.scaled(12));
    column->setSpacing(theme.scaled(2));
    m_upper->setSpacing(theme.scaled(2));
    m_lower->setSpacing(theme.scaled(2));
    column->addLayout(m_upper);
    column->addStretch(1);
    column->addLayout(m_lower);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosen(m_entries.at(id).name); });
    connect(&theme, &Theme::changed, this, &SideBar::refresh);
    setNarrow(false);
}

void SideBar::addPage(const QString& name, const QString& icon, std::function<QString()> title, bool atEnd)
{
    auto* button = new SideBarButton(m_theme, this);
    button->setObjectName(u"side-"_s + name);
    m_group->addButton(button, static_cast<int>(m_entries.size()));
    (atEnd ? m_lower : m_upper)->addWidget(button);
    m_entries.append({name, icon, std::move(title), -1, button});
    if (m_entries.size() == 1) button->setChecked(true);
    refresh();
}

void SideBar::setCount(const QString& name, int count)
{
    for (Entry& entry : m_entries) {
        if (entry.name != name || entry.count == count) continue;
        entry.count = count;
        refresh();
    }
}

void SideBar::setCurrent(const QString& name)
{
    for (const Entry& entry : std::as_const(m_entries)) {
        if (entry.name == name) entry.button->setChecked(true);
    }
}

QString SideBar::current() const
{
    const int id = m_group->checkedId();
    return id >= 0 ? m_entries.at(id).name : QString();
}

void SideBar::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setFixedWidth(m_theme.scaled(narrow ? 53 : 196));
    refresh();
}

void SideBar::refresh()
{
    for (const Entry& entry : std::as_const(m_entries)) {
        auto* button = static_cast<SideBarButton*>(entry.button);
        button->setText(entry.title());
        button->setIcon(m_theme.icon(entry.icon));
        button->setToolTip(m_narrow ? entry.title() : QString());
        button->setAccessibleName(entry.count < 0 ? entry.title() : u"%1 (%2)"_s.arg(entry.title()).arg(entry.count));
        button->setCount(entry.count);
        button->setNarrow(m_narrow);
    }
}

void SideBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) refresh();
}

} // namespace tropero
