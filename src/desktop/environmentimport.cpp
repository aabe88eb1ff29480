// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/environmentimport.h"

#include "desktop/theme.h"
#include "ui_environmentimport.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Value, Change, ColumnCount };

QString shown(const QString& name, const QString& value)
{
    return isSecretName(name) && !value.isEmpty() ? maskedValue() : value.simplified();
}

/// Names without a box begin where the others do.
class NameDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() != Name || (option->features & QStyleOptionViewItem::HasCheckIndicator)) return;
        const QStyle* style = option->widget->style();
        QStyleOptionViewItem ticked = *option;
        ticked.features |= QStyleOptionViewItem::HasCheckIndicator;
        const auto begin = [&](const QStyleOptionViewItem& item) { return style->subElementRect(QStyle::SE_ItemViewItemText, &item, option->widget).left(); };
        const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, option, option->widget) + 1;
        option->decorationSize = QSize(begin(ticked) - begin(*option) - 2 * margin, 1);
        option->features |= QStyleOptionViewItem::HasDecoration;
    }
};

} // namespace

EnvironmentImport::EnvironmentImport(Theme& theme, const QString& name, const DotenvFile& file, const EnvironmentMap& known, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::EnvironmentImport>())
{
    m_ui->setupUi(this);
    theme.scaleForm(*this);
    setWindowTitle(tr("Import variables"));
    const ThemeTokens& tokens = theme.tokens();
    QTreeWidget* list = m_ui->importList;
    list->setItemDelegate(new NameDelegate(list));
    list->setAccessibleName(tr("Variables"));
    list->setHeaderLabels({tr("Name"), tr("Value"), tr("What changes")});
    list->header()->resizeSection(Name, theme.scaled(190));
    list->header()->resizeSection(Value, theme.scaled(190));
    int fresh = 0;
    int different = 0;
    const EnvironmentMap environment = file.environment();
    for (const DotenvEntry& entry : file.entries) {
        if (entry.duplicate) continue;
        auto* item = new QTreeWidgetItem(list);
        item->setText(Name, entry.name);
        item->setText(Value, shown(entry.name, entry.value));
        item->setData(Value, Qt::UserRole, entry.value);
        item->setSizeHint(Name, QSize(0, theme.scaled(26)));
        const bool isKnown = known.contains(entry.name);
        const bool isSame = isKnown && known.value(entry.name) == entry.value;
        if (isSame) {
            item->setText(Change, tr("as it is"));
            for (int column = 0; column < ColumnCount; ++column)
                item->setForeground(column, tokens.dim);
            continue;
        }
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Name, Qt::Checked);
        item->setText(Change, isKnown ? tr("changed, was: %1").arg(shown(entry.name, known.value(entry.name))) : tr("new"));
        item->setForeground(Change, isKnown ? tokens.warn : tokens.ok);
        ++(isKnown ? different : fresh);
    }
    m_ui->dialogTitle->setText(tr("Variables from %1").arg(name));
    m_ui->dim->setText(tr("%n new", nullptr, fresh) + u", "_s + tr("%n changed", nullptr, different) + u", "_s +
                       tr("%n as they are", nullptr, static_cast<int>(environment.size()) - fresh - different));
    QStringList problems;
    for (const DotenvProblem& problem : file.problems)
        problems.append(tr("Line %1: %2").arg(problem.line).arg(problem.text));
    m_ui->problem->setText(problems.mid(0, 4).join(u'\n'));
    m_ui->problem->setVisible(!problems.isEmpty());
    m_ui->primary->setText(tr("Import"));
    m_ui->primary->setEnabled(fresh + different > 0);
    m_ui->cancel->setText(tr("Cancel"));
    resize(theme.scaled(620), theme.scaled(420));
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->primary, &QPushButton::clicked, this, [this, list] {
        QList<EnvironmentTable::Variable> variables;
        for (int row = 0; row < list->topLevelItemCount(); ++row) {
            const QTreeWidgetItem* item = list->topLevelItem(row);
            if (item->checkState(Name) == Qt::Checked) variables.append({item->text(Name), item->data(Value, Qt::UserRole).toString()});
        }
        Q_EMIT chosen(variables);
        accept();
    });
    list->setFocus();
}

EnvironmentImport::~EnvironmentImport() = default;

} // namespace tropero
