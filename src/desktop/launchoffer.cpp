// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchoffer.h"

#include "client/projectreader.h"
#include "desktop/launchform.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 5;

/// Mark, name, the command behind it, and at the right where it comes from.
class OfferDelegate : public QStyledItemDelegate
{
public:
    OfferDelegate(Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, m_theme.scaled(28)}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const ThemeTokens& tokens = m_theme.tokens();
        const bool chosen = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF row = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
        painter->setPen(option.state & QStyle::State_HasFocus ? QPen(tokens.primary) : QPen(Qt::NoPen));
        painter->setBrush(chosen ? tokens.selection : option.state & QStyle::State_MouseOver ? tokens.hover : QColor(Qt::transparent));
        painter->drawRoundedRect(row, m_theme.scaled(6), m_theme.scaled(6));
        const int size = m_theme.scaled(14);
        const QRectF mark(option.rect.left() + m_theme.scaled(10), option.rect.center().y() - size / 2.0 + 0.5, size, size);
        paintMark(*painter, mark, chosen, index.data(LaunchChoices::SeveralRole).toBool());
        QRect place = option.rect.adjusted(m_theme.scaled(34), 0, -m_theme.scaled(10), 0);
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        const QString title = index.data().toString();
        painter->setFont(bold);
        painter->setPen(tokens.text);
        const QFontMetrics boldMetrics(bold);
        const int width = std::min(boldMetrics.horizontalAdvance(title) + 2, place.width() / 2);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, boldMetrics.elidedText(title, Qt::ElideRight, width));
        place.setLeft(place.left() + width + m_theme.scaled(12));
        const QFont small = m_theme.smallFont();
        const QFontMetrics metrics(small);
        painter->setFont(small);
        painter->setPen(tokens.dim);
        const QString from = index.data(LaunchChoices::OriginRole).toString();
        const int fromWidth = std::min(metrics.horizontalAdvance(from) + 2, place.width() / 2);
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, metrics.elidedText(from, Qt::ElideMiddle, fromWidth));
        place.setRight(place.right() - fromWidth - m_theme.scaled(12));
        QFont mono = m_theme.logFont();
        mono.setPixelSize(QFontInfo(small).pixelSize());
        painter->setFont(mono);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(mono).elidedText(index.data(LaunchChoices::DetailRole).toString().simplified(), Qt::ElideRight, place.width()));
        painter->restore();
    }

private:
    void paintMark(QPainter& painter, const QRectF& place, bool chosen, bool several) const
    {
        const ThemeTokens& tokens = m_theme.tokens();
        const QRectF frame = place.adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(QPen(chosen ? tokens.primary : tokens.disabled, 1.2));
        painter.setBrush(chosen && several ? tokens.primary : tokens.field);
        if (several) painter.drawRoundedRect(frame, 3.5, 3.5);
        else painter.drawEllipse(frame);
        if (!chosen) return;
        if (several) {
            QIcon(u":/icons/check.svg"_s).paint(&painter, place.toRect());
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.primary);
            const qreal inset = place.width() * 0.27;
            painter.drawEllipse(frame.adjusted(inset, inset, -inset, -inset));
        }
    }

    Theme& m_theme;
};

} // namespace

LaunchOffer::LaunchOffer(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_prompt(new QFrame(this)), m_promptText(new QLabel(m_prompt)), m_run(new QPushButton(m_prompt)),
      m_also(new QPushButton(this)), m_list(new QListView(this)), m_note(new QLabel(this))
{
    m_prompt->setObjectName(u"launchPrompt"_s);
    m_promptText->setWordWrap(true);
    m_promptText->setTextFormat(Qt::PlainText);
    m_run->setObjectName(u"runConfig"_s);
    m_run->setAutoDefault(false);
    auto* promptRow = new QHBoxLayout(m_prompt);
    promptRow->setContentsMargins(theme.scaled(12), theme.scaled(8), theme.scaled(8), theme.scaled(8));
    promptRow->addWidget(m_promptText, 1);
    promptRow->addWidget(m_run);
    m_list->setObjectName(u"choices"_s);
    m_list->setModel(&m_choices);
    m_list->setItemDelegate(new OfferDelegate(theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_also->setObjectName(u"link"_s);
    m_also->setAutoDefault(false);
    m_also->setMinimumWidth(theme.scaled(80)); // a long list of names is cut rather than the page
    connect(m_also, &QPushButton::clicked, this, [this] {
        m_expanded = true;
        retranslate();
        m_list->setFocus();
    });
    m_note->setObjectName(u"formNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme.scaled(6));
    column->addWidget(m_prompt);
    column->addWidget(m_also, 0, Qt::AlignLeft);
    column->addWidget(m_list);
    column->addWidget(m_note);
    connect(m_run, &QPushButton::clicked, this, &LaunchOffer::run);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { m_choices.choose(index.row(), !m_choices.isChosen(index.row())); });
    connect(&m_choices, &LaunchChoices::chosenChanged, this, &LaunchOffer::changed);
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    setFocusProxy(m_list);
    clear();
}

void LaunchOffer::setProject(const Project& project)
{
    m_answer.forget();
    m_failure.clear();
    m_project = project;
    m_picked = !project.path.isEmpty() && project.path != project.folder;
    m_expanded = false;
    const QSignalBlocker quiet(this);
    // What stands beside a program that was picked is not meant.
    if (m_picked && project.codeConfigs.contains(project.path)) {
        m_project.codeConfigs = QStringList{project.path};
        m_project.choices.clear();
    }
    m_choices.setChoices(m_project.choices, m_picked);
    if (!m_project.choices.isEmpty()) m_list->setCurrentIndex(m_choices.index(0));
    retranslate();
}

void LaunchOffer::clear()
{
    setProject({});
}

QString LaunchOffer::problem() const
{
    if (!m_failure.isEmpty()) return m_failure;
    if (!chosen().isEmpty() || isHidden()) return {};
    return m_choices.rowCount() > 0 ? tr("Choose at least one of them") : tr("First say that it may be run");
}

void LaunchOffer::run()
{
    if (m_project.codeConfigs.isEmpty()) return;
    const QString path = m_project.codeConfigs.first();
    m_run->setEnabled(false);
    m_answer.ask([path] { return runCodeConfig(path); }, [this](const Result<QList<ProjectChoice>>& apps) {
        m_run->setEnabled(true);
        m_failure = apps ? QString() : apps.error().message();
        if (apps) {
            m_project.codeConfigs.removeFirst();
            m_project.choices = *apps + m_project.choices;
            m_choices.setChoices(m_project.choices, true);
            m_list->setCurrentIndex(m_choices.index(0));
            m_list->setFocus();
        }
        retranslate();
        Q_EMIT changed();
    });
}

bool LaunchOffer::isAside() const
{
    return !m_expanded && m_choices.rowCount() > 0 && m_choices.at(0).kind == ProjectChoice::Kind::Script && scriptPath(m_choices.at(0).spec) == m_project.path;
}

void LaunchOffer::retranslate()
{
    // Of a picked file only what that file is counts.
    const bool code = !m_project.codeConfigs.isEmpty() && (!m_picked || m_project.codeConfigs.first() == m_project.path);
    if (code) {
        const QString name = QFileInfo(m_project.codeConfigs.first()).fileName();
        m_promptText->setText(tr("%1 is a program: to know its apps, Node has to run it. Do so only if you trust it.").arg(name));
        m_run->setText(tr("&Run %1").arg(QString(name).replace(u'&', "&&"_L1)));
    }
    const bool aside = isAside();
    QStringList others;
    for (int row = 1; aside && row < m_choices.rowCount() && others.size() < 4; ++row)
        others.append(m_choices.at(row).title);
    m_prompt->setVisible(code && !aside);
    m_also->setVisible(!others.isEmpty());
    m_others = tr("Also in this folder: %1").arg(others.join(", "_L1));
    showOthers();
    m_list->setAccessibleName(tr("What to launch"));
    m_list->setVisible(m_choices.rowCount() > 0 && !aside);
    m_list->setFixedHeight(std::clamp(m_choices.rowCount(), 1, mostRows) * m_theme.scaled(28) + 2 * m_theme.scaled(3));
    QStringList notes = aside ? QStringList() : m_project.warnings;
    if (!m_failure.isEmpty()) notes.prepend(m_failure);
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
    // A script by itself is no choice.
    setVisible(aside ? !others.isEmpty() : m_choices.rowCount() > 0 || code || !notes.isEmpty());
}

void LaunchOffer::showOthers()
{
    const bool isLaidOut = width() > m_theme.scaled(160);
    const QString shown = isLaidOut ? m_also->fontMetrics().elidedText(m_others, Qt::ElideRight, width() - m_theme.scaled(10)) : m_others;
    m_also->setText(QString(shown).replace(u'&', "&&"_L1));
    m_also->setToolTip(shown == m_others ? QString() : m_others);
    m_also->setAccessibleName(m_others);
}

void LaunchOffer::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showOthers();
}

bool LaunchOffer::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        const int row = m_list->currentIndex().row();
        if (row >= 0) m_choices.choose(row, !m_choices.isChosen(row));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tropero
