// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/sectionlist.h"

#include "desktop/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

enum Role { CountRole = Qt::UserRole, ProblemRole };

class SectionDelegate : public QStyledItemDelegate
{
public:
    SectionDelegate(Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, m_theme.scaled(32)}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const ThemeTokens& tokens = m_theme.tokens();
        const bool selected = option.state & QStyle::State_Selected;
        const bool enabled = index.flags() & Qt::ItemIsEnabled;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF body = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
        const bool focused = option.state & QStyle::State_HasFocus && option.state & QStyle::State_Active;
        painter->setPen(focused ? QPen(tokens.primary) : QPen(Qt::NoPen));
        painter->setBrush(selected ? tokens.selection : enabled && option.state & QStyle::State_MouseOver ? tokens.hover : QColor(Qt::transparent));
        painter->drawRoundedRect(body, m_theme.scaled(7), m_theme.scaled(7));
        QFont font = option.font;
        if (selected) font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(!enabled ? tokens.disabled : selected ? tokens.text : tokens.dim);
        const int margin = m_theme.scaled(12);
        QRect place = option.rect.adjusted(margin, 0, -margin, 0);
        const QString title = index.data().toString();
        const QFontMetrics metrics(font);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, metrics.elidedText(title, Qt::ElideRight, place.width()));
        const bool wrong = !index.data(ProblemRole).toString().isEmpty();
        const int size = m_theme.scaled(14);
        if (wrong) {
            m_theme.icon(u"warning"_s, tokens.bad).paint(painter, QRect(place.right() - size, place.center().y() - size / 2, size, size));
            place.setRight(place.right() - size - m_theme.scaled(6));
        }
        if (const int count = index.data(CountRole).toInt(); count > 0) {
            const QString number = QString::number(count);
            QFont small = m_theme.smallFont();
            small.setWeight(QFont::DemiBold);
            const int width = std::max(QFontMetrics(small).horizontalAdvance(number) + m_theme.scaled(12), m_theme.scaled(19));
            const QRect pill(place.left() + metrics.horizontalAdvance(title) + m_theme.scaled(9), place.center().y() - m_theme.scaled(8), width, m_theme.scaled(17));
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? tokens.field : tokens.side);
            painter->drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
            painter->setFont(small);
            painter->setPen(tokens.text);
            painter->drawText(pill, Qt::AlignCenter, number);
        }
        painter->restore();
    }

private:
    Theme& m_theme;
};

} // namespace

SectionList::SectionList(Theme& theme, QWidget* parent) : QListWidget(parent)
{
    setObjectName(u"sections"_s);
    setItemDelegate(new SectionDelegate(theme, this));
    setMouseTracking(true);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(theme.scaled(170));
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void SectionList::addSection(const QString& title)
{
    addItem(title);
}

void SectionList::setTitle(int row, const QString& title)
{
    item(row)->setText(title);
}

void SectionList::setCount(int row, int count)
{
    item(row)->setData(CountRole, count);
}

void SectionList::setProblem(int row, const QString& problem)
{
    item(row)->setData(ProblemRole, problem);
    item(row)->setToolTip(problem);
    item(row)->setData(Qt::AccessibleDescriptionRole, problem);
}

void SectionList::setOnlyFirst(bool on)
{
    if (on) setCurrentRow(0);
    for (int row = 1; row < count(); ++row)
        item(row)->setFlags(on ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren);
}

QSize SectionList::sizeHint() const
{
    return {width(), sizeHintForRow(0) * count()};
}

} // namespace tropero
