// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/environmenteditor.h"

#include "desktop/environmentimport.h"
#include "desktop/theme.h"
#include "platform/files.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestEnvFile = 1024 * 1024;

/// Names with a problem are red, masked values dim.
class VariableDelegate : public QStyledItemDelegate
{
public:
    VariableDelegate(Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const ThemeTokens& tokens = m_theme.tokens();
        QColor ink = tokens.text;
        if (index.column() == EnvironmentTable::Name && !index.data(EnvironmentTable::ProblemRole).toString().isEmpty()) ink = tokens.bad;
        const auto* model = qobject_cast<const EnvironmentTable*>(index.model());
        if (index.column() == EnvironmentTable::Value && !model->isRevealed() && index.data(EnvironmentTable::SecretRole).toBool()) ink = tokens.dim;
        for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText, QPalette::WindowText})
            option->palette.setColor(role, ink);
        option->font = m_theme.logFont();
        option->state &= ~QStyle::State_HasFocus;
        option->text = option->text.simplified();
    }

private:
    Theme& m_theme;
};

} // namespace

EnvironmentEditor::EnvironmentEditor(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_bar(new QHBoxLayout), m_buttons(new QHBoxLayout), m_add(new QPushButton(this)), m_remove(new QPushButton(this)),
      m_paste(new QPushButton(this)), m_import(new QPushButton(this)), m_imports(new QMenu(this)), m_reveal(new QPushButton(this)),
      m_table(new QTableView(this)), m_problem(new QLabel(this))
{
    m_add->setObjectName(u"addVariable"_s);
    m_remove->setObjectName(u"removeVariable"_s);
    m_paste->setObjectName(u"pasteVariables"_s);
    m_import->setObjectName(u"importVariables"_s);
    m_reveal->setObjectName(u"chip"_s);
    m_reveal->setCheckable(true);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_table->setObjectName(u"variables"_s);
    m_table->setItemDelegate(new VariableDelegate(theme, m_table));
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setMinimumHeight(theme.scaled(180));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme.scaled(28));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->installEventFilter(this);
    for (QBoxLayout* row : {m_bar, m_buttons})
        row->setSpacing(theme.scaled(8));
    for (QPushButton* button : {m_add, m_remove, m_paste, m_import}) {
        button->setAutoDefault(false);
        m_buttons->addWidget(button);
    }
    m_reveal->setAutoDefault(false);
    m_bar->addLayout(m_buttons);
    m_bar->addStretch(1);
    m_bar->addWidget(m_reveal, 0, Qt::AlignLeft | Qt::AlignVCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme.scaled(12));
    column->addLayout(m_bar);
    column->addWidget(m_table, 1);
    column->addWidget(m_problem);
    connect(m_add, &QPushButton::clicked, this, &EnvironmentEditor::add);
    connect(m_remove, &QPushButton::clicked, this, &EnvironmentEditor::removeSelected);
    connect(m_paste, &QPushButton::clicked, this, &EnvironmentEditor::paste);
    connect(m_reveal, &QPushButton::toggled, this, &EnvironmentEditor::revealed);
    connect(&theme, &Theme::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    m_import->setMenu(m_imports);
    setFocusProxy(m_table);
    retranslate();
}

void EnvironmentEditor::setModel(EnvironmentTable* model)
{
    if (m_model == model) return;
    if (m_model) m_model->disconnect(this);
    m_model = model;
    std::unique_ptr<QItemSelectionModel> previous(m_table->selectionModel());
    m_table->setModel(model);
    m_table->horizontalHeader()->resizeSection(EnvironmentTable::Name, m_theme.scaled(200));
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &EnvironmentEditor::showState);
    connect(model, &EnvironmentTable::edited, this, &EnvironmentEditor::showState);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &EnvironmentEditor::showState);
    connect(model, &QAbstractItemModel::modelReset, this, &EnvironmentEditor::showState);
    showState();
}

QSize EnvironmentEditor::minimumSizeHint() const
{
    return {std::max(m_buttons->minimumSize().width(), m_reveal->minimumSizeHint().width()), QWidget::minimumSizeHint().height()};
}

void EnvironmentEditor::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int beside = m_buttons->minimumSize().width() + m_bar->spacing() + m_reveal->minimumSizeHint().width();
    m_bar->setDirection(width() < beside ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void EnvironmentEditor::setFiles(const QString& folder, const QStringList& envFiles)
{
    m_folder = folder;
    m_envFiles = envFiles;
    showImports();
}

void EnvironmentEditor::showImports()
{
    m_imports->clear();
    for (const QString& file : std::as_const(m_envFiles))
        m_imports->addAction(QFileInfo(file).fileName().replace(u'&', "&&"_L1), this, [this, file] { importFile(file); });
    if (!m_envFiles.isEmpty()) m_imports->addSeparator();
    m_imports->addAction(tr("Choose a file\u2026"), this, &EnvironmentEditor::browse);
}

void EnvironmentEditor::add()
{
    if (!m_model) return;
    const QModelIndex cell = m_model->index(m_model->append(), EnvironmentTable::Name);
    m_table->setFocus();
    m_table->setCurrentIndex(cell);
    m_table->edit(cell);
}

void EnvironmentEditor::removeSelected()
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    m_model->remove(rows);
    m_table->setFocus();
}

void EnvironmentEditor::copySelected()
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows);
    QStringList lines;
    for (const int row : std::as_const(rows)) {
        const QModelIndex value = m_model->index(row, EnvironmentTable::Value);
        const bool masked = !m_model->isRevealed() && value.data(EnvironmentTable::SecretRole).toBool();
        lines.append(masked ? m_model->index(row, EnvironmentTable::Name).data().toString() + u'=' + value.data().toString() : m_model->line(row));
    }
    if (!lines.isEmpty()) QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void EnvironmentEditor::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    offer(parseDotenv(text.toUtf8()), tr("Clipboard"));
}

void EnvironmentEditor::browse()
{
    auto* dialog = new QFileDialog(this, tr("Import variables"), m_folder.isEmpty() ? QDir::homePath() : m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::AllDirs | QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    connect(dialog, &QFileDialog::fileSelected, this, &EnvironmentEditor::importFile);
    dialog->open();
}

void EnvironmentEditor::importFile(const QString& path)
{
    m_reading.ask([path] { return platform::readFile(path, largestEnvFile); }, [this, path](const Result<QByteArray>& text) {
        if (text) {
            offer(parseDotenv(*text), QFileInfo(path).fileName());
            return;
        }
        m_problem->setText(text.error().message());
        m_problem->show();
    });
}

void EnvironmentEditor::offer(const DotenvFile& file, const QString& name)
{
    if (file.entries.isEmpty()) {
        m_problem->setText(file.problems.isEmpty() ? tr("%1 has no variables in it").arg(name)
                                                   : tr("%1 has no variables in it: %2").arg(name, file.problems.first().text));
        m_problem->show();
        return;
    }
    auto* question = new EnvironmentImport(m_theme, name, file, m_model->variables(), this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &EnvironmentImport::chosen, this, [this](const QList<EnvironmentTable::Variable>& variables) {
        if (m_model) m_model->merge(variables);
    });
    question->open();
}

void EnvironmentEditor::showState()
{
    if (!m_model) return;
    m_remove->setEnabled(m_table->selectionModel()->hasSelection());
    m_reveal->setEnabled(m_model->secrets() > 0 || m_reveal->isChecked());
    m_problem->setText(m_model->problem());
    m_problem->setVisible(!m_problem->text().isEmpty());
}

void EnvironmentEditor::retranslate()
{
    m_add->setText(tr("A&dd"));
    m_add->setToolTip(tr("A further variable (Ins)"));
    m_remove->setText(tr("Remo&ve"));
    m_remove->setToolTip(tr("Remove the selected variables (Del)"));
    m_paste->setText(tr("&Paste"));
    m_paste->setToolTip(tr("Take NAME=value lines from the clipboard (Ctrl+V)"));
    m_import->setText(tr("&Import .env"));
    m_reveal->setText(tr("Sho&w secrets"));
    m_table->setAccessibleName(tr("Environment"));
    if (m_model) m_model->retranslate();
    showImports();
    showState();
}

bool EnvironmentEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_table || !m_model || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Copy)) copySelected();
    else if (key->matches(QKeySequence::Paste)) paste();
    else if (key->key() == Qt::Key_Insert) add();
    else if (key->key() == Qt::Key_Delete) removeSelected();
    else return false;
    return true;
}

} // namespace tropero
