// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/commandpalette.h"

#include "desktop/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class EntryDelegate : public QStyledItemDelegate
{
public:
    EntryDelegate(Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, m_theme.scaled(32)}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const ThemeTokens& tokens = m_theme.tokens();
        if (option.state & QStyle::State_Selected) painter->fillRect(option.rect, tokens.selection);
        const int margin = m_theme.scaled(14);
        const int symbol = m_theme.scaled(16);
        QRect place = option.rect.adjusted(margin, 0, -margin, 0);
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, place.left(), place.center().y() - symbol / 2 + 1, symbol, symbol);
        place.adjust(symbol + m_theme.scaled(10), 0, 0, 0);
        const QString detail = index.data(PaletteModel::DetailRole).toString();
        painter->setFont(m_theme.smallFont());
        const int detailWidth = std::min(painter->fontMetrics().horizontalAdvance(detail) + m_theme.scaled(4), place.width() / 2);
        painter->setPen(tokens.dim);
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(detail, Qt::ElideRight, detailWidth));
        painter->setFont(option.font);
        painter->setPen(tokens.text);
        const int width = place.width() - detailWidth - margin;
        painter->drawText(QRect(place.left(), place.top(), width, place.height()), Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, width));
    }

private:
    Theme& m_theme;
};

} // namespace

CommandPalette::CommandPalette(QList<PaletteEntry> entries, Theme& theme, QWidget* parent)
    : QDialog(parent), m_field(new QLineEdit(this)), m_list(new QListView(this))
{
    setObjectName(u"commandPalette"_s);
    setWindowTitle(tr("Commands"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_model.setEntries(std::move(entries));
    m_field->setPlaceholderText(tr("Type what you want to do, or the name of an app"));
    m_field->setAccessibleName(tr("Command"));
    m_field->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new EntryDelegate(theme, this));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Commands that fit"));
    m_list->setCurrentIndex(m_model.index(0));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.scaled(12), 0, theme.scaled(6));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme.scaled(12), 0, theme.scaled(12), 0);
    row->addWidget(m_field);
    column->addLayout(row);
    column->addWidget(m_list, 1);
    auto* nothing = new QLabel(tr("Nothing is called so"), this);
    nothing->setObjectName(u"emptyText"_s);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->hide();
    column->addWidget(nothing, 1);
    resize(std::min(theme.scaled(560), parent->width() - theme.scaled(40)), theme.scaled(400));
    connect(m_field, &QLineEdit::textChanged, this, [this, nothing](const QString& text) {
        m_model.setText(text);
        m_list->setVisible(m_model.rowCount() > 0);
        nothing->setVisible(m_model.rowCount() == 0);
        m_list->setCurrentIndex(m_model.index(0));
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { runRow(index.row()); });
}

void CommandPalette::runRow(int row)
{
    if (row < 0) return;
    close(); // first: the command may open a dialog of its own
    m_model.run(row);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return QDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int row = m_list->currentIndex().row();
    const int page = 8;
    int step = 0;
    switch (key->key()) {
    case Qt::Key_Down: step = 1; break;
    case Qt::Key_Up: step = -1; break;
    case Qt::Key_PageDown: step = page; break;
    case Qt::Key_PageUp: step = -page; break;
    case Qt::Key_Return:
    case Qt::Key_Enter: runRow(row); return true;
    default: return false;
    }
    m_list->setCurrentIndex(m_model.index(std::clamp(row + step, 0, std::max(0, m_model.rowCount() - 1))));
    return true;
}

} // namespace tropero
