// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/portnotice.h"

#include "client/statemirror.h"
#include "desktop/endquestion.h"
#include "desktop/portnoticerow.h"
#include "desktop/theme.h"
#include "models/portowner.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QSet>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int delayMs = 350;
constexpr int mostLooks = 24; // longer than it takes until what does not end is killed
constexpr int shownName = 24;
constexpr int mostRows = 4;

QString withoutMnemonic(const QString& name)
{
    return QString(name.size() > shownName ? name.left(shownName - 1) + u'\u2026' : name).replace(u'&', "&&"_L1);
}

/// An app is freed as a whole, and so is a process, whatever ports they hold.
QString holderKey(const PortHolder& holder)
{
    return holder.appId.isEmpty() ? QString::number(holder.pid) : u"app "_s + holder.appId;
}

QString shownTitle(const PortHolder& holder)
{
    return holder.title.simplified().left(60);
}

} // namespace

PortNotice::PortNotice(Theme& theme, const StateMirror* mirror, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_mirror(mirror), m_symbol(new QLabel(this)), m_title(new QLabel(this)), m_more(new QLabel(this))
{
    setObjectName(u"portNotice"_s);
    m_title->setObjectName(u"portNoticeTitle"_s);
    m_more->setObjectName(u"portNoticeMore"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.scaled(22), theme.scaled(7), theme.scaled(22), theme.scaled(7));
    row->setSpacing(theme.scaled(10));
    row->addWidget(m_symbol, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(theme.scaled(4));
    row->addLayout(column, 1);
    m_title->setContentsMargins(0, theme.scaled(5), 0, 0);
    column->addWidget(m_title);
    for (int index = 0; index < mostRows; ++index) {
        auto* shown = new PortNoticeRow(theme, this);
        connect(shown, &PortNoticeRow::freeClicked, this, [this, index] {
            if (index < m_taken.size()) free(m_taken.at(index));
        });
        connect(shown, &PortNoticeRow::otherPortClicked, this, [this, index] {
            if (index < m_taken.size() && m_taken.at(index).otherPort > 0) Q_EMIT otherPortRequested(m_taken.at(index).holder.port, m_taken.at(index).otherPort);
        });
        connect(shown, &PortNoticeRow::showClicked, this, [this, index] {
            if (index < m_taken.size()) Q_EMIT showRequested(m_taken.at(index).holder.port);
        });
        m_rows.append(shown);
        column->addWidget(shown);
    }
    column->addWidget(m_more);
    m_symbol->setContentsMargins(0, theme.scaled(7), 0, 0);
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, &PortNotice::look);
    connect(&theme, &Theme::changed, this, &PortNotice::applyTheme);
    hide();
    applyTheme();
    tell();
}

PortNotice::~PortNotice() = default;

void PortNotice::setSpecs(const QList<AppSpec>& specs, const QString& ownApp)
{
    m_specs = specs;
    m_ownApp = ownApp;
    m_failures.clear();
    const bool any = std::ranges::any_of(specs, [](const AppSpec& spec) { return !wantedPorts(spec).isEmpty(); });
    if (any) {
        m_delay.start();
        return;
    }
    m_delay.stop();
    m_answer.forget();
    take({});
}

void PortNotice::look()
{
    const QList<ManagedApp> apps = m_mirror ? managedApps(*m_mirror) : QList<ManagedApp>();
    QList<AppSpec> others;
    for (const AppStatus& app : m_mirror ? m_mirror->apps() : std::vector<AppStatus>()) {
        if (app.id != m_ownApp) others.append(app.spec);
    }
    m_answer.ask([apps, others, specs = m_specs, ownApp = m_ownApp] { return takenPorts(specs, MachineSampler().sample(apps), others, ownApp); },
                 [this](const QList<TakenPort>& taken) { take(taken); });
}

void PortNotice::take(const QList<TakenPort>& taken)
{
    m_taken = taken;
    QSet<QString> holders;
    for (const TakenPort& one : taken)
        holders.insert(holderKey(one.holder));
    m_looksLeft.removeIf([&holders](const auto& waiting) { return !holders.contains(waiting.key()) || --waiting.value() <= 0; });
    if (!m_looksLeft.isEmpty()) m_delay.start();
    tell();
}

void PortNotice::free(const TakenPort& taken)
{
    if (const QString app = taken.holder.appId; !app.isEmpty()) {
        Q_EMIT stopRequested(app);
        awaitRelease(holderKey(taken.holder));
        return;
    }
    if (!taken.process || findChild<QMessageBox*>(u"endQuestion"_s)) return;
    endQuestion({*taken.process}, false, this, [this, process = taken.process->id, holder = holderKey(taken.holder)] {
        Q_EMIT endRequested(process);
        awaitRelease(holder);
    })->open();
}

void PortNotice::setEnded(const platform::ProcessId& process, const QString& problem)
{
    if (problem.isEmpty()) return; // the next look shows it
    m_failures.insert(QString::number(process.pid), problem);
    m_looksLeft.remove(QString::number(process.pid));
    tell();
}

void PortNotice::awaitRelease(const QString& holder)
{
    m_failures.remove(holder);
    m_looksLeft.insert(holder, mostLooks);
    m_delay.start();
    tell();
}

QString PortNotice::sentence(const PortHolder& holder)
{
    const QString port = QString::number(holder.port);
    const QString pid = QString::number(holder.pid);
    if (!holder.appName.isEmpty()) return tr("Port %1 is in use by the app \u201c%2\u201d (pid %3).").arg(port, holder.appName, pid);
    if (holder.pid > 0 && !holder.title.isEmpty())
        return tr("Port %1 is in use by %2 (pid %3), which Tropero does not look after.").arg(port, shownTitle(holder), pid);
    if (!holder.user.isEmpty()) return tr("Port %1 is in use by a process of %2.").arg(port, holder.user);
    return tr("Port %1 is in use by a process of another user.").arg(port);
}

QString PortNotice::line(const PortHolder& holder)
{
    const QString port = u"%1 (%2)"_s.arg(QString::number(holder.port), holder.from);
    const QString pid = QString::number(holder.pid);
    if (!holder.appName.isEmpty()) return tr("%1: app \u201c%2\u201d, pid %3").arg(port, holder.appName, pid);
    if (holder.pid > 0 && !holder.title.isEmpty()) return tr("%1: %2, pid %3").arg(port, shownTitle(holder), pid);
    if (!holder.user.isEmpty()) return tr("%1: a process of %2").arg(port, holder.user);
    return tr("%1: a process of another user").arg(port);
}

void PortNotice::tell()
{
    const qsizetype shown = std::min(m_taken.size(), m_rows.size());
    QSet<int> ports;
    for (const TakenPort& one : std::as_const(m_taken))
        ports.insert(one.holder.port);
    m_title->setText(tr("%n port(s) are taken:", nullptr, static_cast<int>(ports.size())));
    m_title->setVisible(shown > 1);
    QStringList told = shown > 1 ? QStringList{m_title->text()} : QStringList();
    bool losesFocus = false;
    for (qsizetype index = 0; index < m_rows.size(); ++index) {
        PortNoticeRow* row = m_rows.at(index);
        if (index < shown) {
            fillRow(*row, m_taken.at(index));
            told.append(row->text());
        }
        losesFocus = losesFocus || (index >= shown && !row->isHidden() && row->isAncestorOf(focusWidget()));
        row->setVisible(index < shown);
    }
    if (losesFocus && shown > 0) m_rows.at(shown - 1)->harmlessButton()->setFocus();
    m_more->setText(tr("and %n more", nullptr, static_cast<int>(m_taken.size() - shown)));
    m_more->setVisible(m_taken.size() > shown);
    if (m_taken.size() > shown) told.append(m_more->text());
    const QString text = told.join(u'\n');
    if (std::exchange(m_told, text) == text && isHidden() == text.isEmpty()) return;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (text.isEmpty()) return;
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void PortNotice::fillRow(PortNoticeRow& row, const TakenPort& taken) const
{
    const PortHolder& holder = taken.holder;
    const QString key = holderKey(holder);
    const bool isApp = !holder.appId.isEmpty();
    PortNoticeRow::Content content;
    content.key = u"%1 %2"_s.arg(holder.port).arg(key);
    content.isOneOfMany = m_taken.size() > 1;
    content.text = content.isOneOfMany ? line(holder) : sentence(holder);
    if (const QString failure = m_failures.value(key); !failure.isEmpty()) content.text += u'\n' + failure;
    content.isFreeing = m_looksLeft.contains(key);
    content.otherPort = taken.otherPort;
    if (isApp) {
        content.free = content.isFreeing ? tr("Stopping\u2026") : tr("Stop \u201c%1\u201d").arg(withoutMnemonic(holder.appName));
        content.freeTip = tr("Stop the app that holds the port");
    } else if (taken.process) {
        content.free = content.isFreeing ? tr("Ending\u2026") : content.isOneOfMany ? tr("&End it\u2026").remove(u'&') : tr("&End it\u2026");
        content.freeTip = tr("Ask the process that holds the port to end");
    }
    row.setContent(content);
}

void PortNotice::applyTheme()
{
    const ThemeTokens& tokens = m_theme.tokens();
    const int size = m_theme.scaled(16);
    m_symbol->setPixmap(m_theme.icon(u"warning"_s, tokens.warn).pixmap(QSize(size, size), devicePixelRatioF()));
    setStyleSheet(u"#portNotice { background: %1; border: none; border-top: 1px solid %2; }"_s.arg(
        tokens.tinted(tokens.warn, tokens.window).name(), tokens.line.name()));
}

void PortNotice::retranslate()
{
    tell();
}

} // namespace tropero
