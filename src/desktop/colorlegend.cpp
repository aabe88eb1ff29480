// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/colorlegend.h"

#include "desktop/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

QIcon dot(const QColor& color, int size, qreal ratio)
{
    QIcon icon;
    for (const bool shown : {true, false}) {
        QPixmap pixmap(QSize(size + size / 3, size) * ratio); // with some air before the text
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color, 1.5));
        painter.setBrush(shown ? QBrush(color) : QBrush(Qt::NoBrush)); // a ring: not told by colour alone
        painter.drawEllipse(QRectF(1, 1, size - 2, size - 2));
        icon.addPixmap(pixmap, QIcon::Normal, shown ? QIcon::On : QIcon::Off);
    }
    return icon;
}

} // namespace

ColorLegend::ColorLegend(Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_row(new QHBoxLayout(this)), m_more(new QToolButton(this)), m_menu(new QMenu(this))
{
    setObjectName(u"colorLegend"_s);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_row->setContentsMargins(theme.scaled(10), theme.scaled(2), theme.scaled(10), theme.scaled(2));
    m_row->setSpacing(theme.scaled(2));
    m_more->setObjectName(u"legendEntry"_s);
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_row->addWidget(m_more);
    m_row->addStretch(1);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        m_menu->clear();
        for (qsizetype i = 0; i < m_switches.size(); ++i)
            if (m_switches.at(i)->isHidden()) m_menu->addAction(m_switches.at(i)->defaultAction());
    });
    hide();
}

void ColorLegend::setEntries(const QList<Entry>& entries)
{
    if (m_entries == entries) return;
    const bool same = std::ranges::equal(entries, m_entries, {}, &Entry::label, &Entry::label);
    m_entries = entries;
    const bool hadHidden = !same && !m_hidden.isEmpty();
    if (!same) m_hidden.clear();
    rebuild();
    setVisible(entries.size() > 1);
    if (hadHidden) Q_EMIT hiddenChanged();
}

void ColorLegend::setHidden(const QString& label, bool hidden)
{
    if (hidden == m_hidden.contains(label)) return;
    if (hidden) m_hidden.insert(label);
    else m_hidden.remove(label);
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        if (m_entries.at(i).label == label) m_switches.at(i)->defaultAction()->setChecked(!hidden);
    Q_EMIT hiddenChanged();
}

void ColorLegend::rebuild()
{
    for (QToolButton* one : std::as_const(m_switches)) {
        delete one->defaultAction();
        delete one;
    }
    m_switches.clear();
    const int size = m_theme.scaled(9);
    for (const Entry& entry : std::as_const(m_entries)) {
        auto* action = new QAction(dot(entry.color, size, devicePixelRatioF()), QString(), this);
        action->setCheckable(true);
        action->setChecked(!m_hidden.contains(entry.label));
        connect(action, &QAction::toggled, this, [this, label = entry.label](bool shown) { setHidden(label, !shown); });
        auto* button = new QToolButton(this);
        button->setObjectName(u"legendEntry"_s);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({size + size / 3, size});
        button->setFocusPolicy(Qt::TabFocus);
        m_row->insertWidget(static_cast<int>(m_switches.size()), button);
        m_switches.append(button);
    }
    retranslate();
}

void ColorLegend::retranslate()
{
    for (qsizetype i = 0; i < m_switches.size(); ++i) {
        const QString& label = m_entries.at(i).label;
        QAction* const action = m_switches.at(i)->defaultAction();
        action->setText(QFontMetrics(m_theme.smallFont()).elidedText(label, Qt::ElideMiddle, m_theme.scaled(160)).replace(u'&', u"&&"_s));
        action->setToolTip(tr("Show or hide %1").arg(label).toHtmlEscaped());
        m_switches.at(i)->setAccessibleName(tr("Show %1").arg(label));
    }
    m_more->setAccessibleName(tr("More of the legend"));
    fit();
}

void ColorLegend::fit()
{
    const auto used = [this](qsizetype count) {
        int sum = 2 * m_theme.scaled(10);
        for (qsizetype i = 0; i < count; ++i)
            sum += m_switches.at(i)->sizeHint().width() + m_row->spacing();
        return sum;
    };
    const qsizetype all = m_switches.size();
    qsizetype shown = all;
    m_more->setText(tr("and %n more", nullptr, static_cast<int>(all)));
    if (used(all) > width()) {
        const int reserve = m_more->sizeHint().width() + m_row->spacing();
        while (shown > 0 && used(shown) + reserve > width())
            --shown;
    }
    for (qsizetype i = 0; i < all; ++i)
        m_switches.at(i)->setVisible(i < shown);
    m_more->setText(tr("and %n more", nullptr, static_cast<int>(all - shown)));
    m_more->setVisible(shown < all);
}

void ColorLegend::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

void ColorLegend::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace tropero
