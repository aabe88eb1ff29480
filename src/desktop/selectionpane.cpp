// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/selectionpane.h"

#include "desktop/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>

namespace tropero {

using namespace Qt::StringLiterals;

SelectionPane::SelectionPane(Theme& theme, QWidget* parent)
    : QWidget(parent), m_tabs(new QTabBar(this)), m_subject(new QLabel(this)), m_pages(new QStackedWidget(this))
{
    m_tabs->setObjectName(u"paneTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_subject->setObjectName(u"logSubject"_s);
    m_subject->setTextFormat(Qt::PlainText);
    m_subject->installEventFilter(this);
    m_subject->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_subject->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* bar = new QFrame(this);
    bar->setObjectName(u"logBar"_s);
    bar->setFixedHeight(theme.scaled(37));
    m_row = new QHBoxLayout(bar);
    m_row->setContentsMargins(theme.scaled(6), 0, theme.scaled(14), 0);
    m_row->setSpacing(theme.scaled(10));
    m_row->addWidget(m_tabs, 0, Qt::AlignBottom);
    m_row->addWidget(m_subject, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &SelectionPane::turnTo);
}

void SelectionPane::addPage(QWidget* page, const QString& name, std::function<QString()> title, QWidget* corner)
{
    m_all.append({page, name, title, corner});
    m_pages->addWidget(page);
    if (corner) m_row->addWidget(corner);
    m_tabs->addTab(title());
    turnTo(m_tabs->currentIndex());
}

void SelectionPane::turnTo(int index)
{
    if (index < 0 || index >= m_all.size()) return;
    for (const Page& one : std::as_const(m_all)) {
        if (one.corner) one.corner->setVisible(one.widget == m_all.at(index).widget);
    }
    m_pages->setCurrentWidget(m_all.at(index).widget);
}

void SelectionPane::setSubject(const QString& text)
{
    m_subjectText = text;
    m_subject->setToolTip(text.toHtmlEscaped());
    showSubject();
}

void SelectionPane::showSubject()
{
    m_subject->setText(m_subject->fontMetrics().elidedText(m_subjectText, Qt::ElideMiddle, m_subject->width()));
}

bool SelectionPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) showSubject();
    return QWidget::eventFilter(watched, event);
}

void SelectionPane::updateTitles()
{
    for (int i = 0; i < m_all.size(); ++i)
        m_tabs->setTabText(i, m_all.at(i).title());
}

void SelectionPane::showPage(const QWidget* page)
{
    for (int i = 0; i < m_all.size(); ++i) {
        if (m_all.at(i).widget == page) m_tabs->setCurrentIndex(i);
    }
}

QWidget* SelectionPane::page() const
{
    return m_pages->currentWidget();
}

QString SelectionPane::pageName() const
{
    return m_tabs->currentIndex() >= 0 ? m_all.at(m_tabs->currentIndex()).name : QString();
}

void SelectionPane::showPageNamed(const QString& name)
{
    for (const Page& one : std::as_const(m_all)) {
        if (one.name == name) showPage(one.widget);
    }
}

void SelectionPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) updateTitles();
}

} // namespace tropero
