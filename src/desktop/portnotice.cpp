// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/portnotice.h"

#include "client/otherport.h"
#include "client/statemirror.h"
#include "desktop/endquestion.h"
#include "desktop/theme.h"
#include "models/portowner.h"
#include "models/systemmonitor.h"
#include "platform/endprocess.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int delayMs = 350;
constexpr int mostLooks = 24; // longer than it takes until what does not end is killed
constexpr int shownName = 24;
constexpr int mostSentences = 3;

QString withoutMnemonic(const QString& name)
{
    return QString(name.size() > shownName ? name.left(shownName - 1) + u'\u2026' : name).replace(u'&', "&&"_L1);
}

} // namespace

PortNotice::PortNotice(Theme& theme, const StateMirror* mirror, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_mirror(mirror), m_symbol(new QLabel(this)), m_text(new QLabel(this)), m_place(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_free(new QPushButton(this)), m_other(new QPushButton(this)), m_show(new QPushButton(this))
{
    setObjectName(u"portNotice"_s);
    m_text->setObjectName(u"portNoticeText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_free->setObjectName(u"freePort"_s);
    m_other->setObjectName(u"otherPort"_s);
    m_show->setObjectName(u"showPort"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.scaled(22), theme.scaled(7), theme.scaled(22), theme.scaled(7));
    row->setSpacing(theme.scaled(10));
    row->addWidget(m_symbol, 0, Qt::AlignTop);
    row->addLayout(m_place, 1);
    m_place->setSpacing(theme.scaled(7));
    m_place->addWidget(m_text, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme.scaled(8));
    for (QPushButton* button : {m_free, m_other, m_show}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    m_place->addLayout(buttons);
    m_place->setAlignment(buttons, Qt::AlignLeft | Qt::AlignVCenter);
    m_symbol->setContentsMargins(0, theme.scaled(7), 0, 0);
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, &PortNotice::look);
    connect(m_free, &QPushButton::clicked, this, &PortNotice::free);
    connect(m_other, &QPushButton::clicked, this, [this] {
        if (!m_look.holders.isEmpty() && m_look.otherPort > 0) Q_EMIT otherPortRequested(m_look.holders.first().port, m_look.otherPort);
    });
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (!m_look.holders.isEmpty()) Q_EMIT showRequested(m_look.holders.first().port);
    });
    connect(&theme, &Theme::changed, this, &PortNotice::applyTheme);
    hide();
    applyTheme();
    retranslate();
}

PortNotice::~PortNotice() = default;

void PortNotice::setSpecs(const QList<AppSpec>& specs, const QString& ownApp)
{
    m_specs = specs;
    m_ownApp = ownApp;
    m_failure.clear();
    const bool any = std::ranges::any_of(specs, [](const AppSpec& spec) { return !wantedPorts(spec).isEmpty(); });
    if (any) {
        m_delay.start();
        return;
    }
    m_delay.stop();
    m_answer.forget();
    m_looksLeft = 0;
    take({});
}

void PortNotice::look()
{
    const QList<ManagedApp> apps = m_mirror ? managedApps(*m_mirror) : QList<ManagedApp>();
    QList<AppSpec> others;
    for (const AppStatus& app : m_mirror ? m_mirror->apps() : std::vector<AppStatus>()) {
        if (app.id != m_ownApp) others.append(app.spec);
    }
    m_answer.ask([apps, others, specs = m_specs, ownApp = m_ownApp] { return looked(apps, others, specs, ownApp); }, [this](const Look& found) { take(found); });
}

PortNotice::Look PortNotice::looked(const QList<ManagedApp>& apps, const QList<AppSpec>& others, const QList<AppSpec>& specs, const QString& ownApp)
{
    const MachineSnapshot machine = MachineSampler().sample(apps);
    Look found{portHolders(specs, machine, ownApp), {}, 0};
    found.holders.removeIf([](const PortHolder& holder) { return holder.itself; });
    if (found.holders.isEmpty()) return found;
    const PortHolder& first = found.holders.first();
    if (const MachineProcess* process = machine.process(first.pid)) found.first = *process;
    // Several are launched as their file says.
    if (specs.size() == 1) found.otherPort = otherPort(first.port, specs.first(), machine, others);
    return found;
}

void PortNotice::take(const Look& found)
{
    m_look = found;
    if (m_look.holders.isEmpty()) m_looksLeft = 0;
    else if (m_looksLeft > 0 && --m_looksLeft > 0) m_delay.start();
    tell();
}

void PortNotice::free()
{
    if (m_look.holders.isEmpty() || !m_look.first) return;
    if (const QString app = m_look.holders.first().appId; !app.isEmpty()) {
        Q_EMIT stopRequested(app);
        awaitRelease();
        return;
    }
    if (findChild<QMessageBox*>(u"endQuestion"_s)) return;
    endQuestion({*m_look.first}, false, this, [this, id = m_look.first->id] { end(id); })->open();
}

void PortNotice::end(const platform::ProcessId& process)
{
    if (!m_monitor) {
        m_monitor = std::make_unique<SystemMonitor>();
        connect(m_monitor.get(), &SystemMonitor::ended, this, [this](const platform::EndingReport& report) {
            m_failure = report.problems.isEmpty() ? QString() : report.problems.first().message();
            if (!m_failure.isEmpty()) m_looksLeft = 0;
            tell();
        });
    }
    m_monitor->end({process}, false);
    awaitRelease();
}

void PortNotice::awaitRelease()
{
    m_failure.clear();
    m_looksLeft = mostLooks;
    m_delay.start();
    tell();
}

QString PortNotice::sentence(const PortHolder& holder) const
{
    if (!holder.appName.isEmpty()) return tr("Port %1 is in use by the app \u201c%2\u201d (pid %3).").arg(QString::number(holder.port), holder.appName, QString::number(holder.pid));
    if (holder.pid > 0 && !holder.title.isEmpty())
        return tr("Port %1 is in use by %2 (pid %3), which Tropero does not look after.").arg(QString::number(holder.port), holder.title.simplified().left(60), QString::number(holder.pid));
    if (!holder.user.isEmpty()) return tr("Port %1 is in use by a process of %2.").arg(QString::number(holder.port), holder.user);
    return tr("Port %1 is in use by a process of another user.").arg(QString::number(holder.port));
}

void PortNotice::tell()
{
    QStringList sentences;
    for (const PortHolder& holder : std::as_const(m_look.holders))
        sentences.append(sentence(holder));
    sentences.removeDuplicates();
    sentences = sentences.mid(0, mostSentences);
    if (!m_failure.isEmpty() && !sentences.isEmpty()) sentences.append(m_failure);
    const QString text = sentences.join(u'\n');
    nameButtons();
    if (m_text->text() == text && isHidden() == text.isEmpty()) return;
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (text.isEmpty()) return;
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void PortNotice::nameButtons()
{
    const PortHolder* holder = m_look.holders.isEmpty() ? nullptr : &m_look.holders.first();
    const bool isApp = holder && !holder->appId.isEmpty();
    const bool canEnd = m_look.first && m_look.first->own && platform::mayBeEnded(m_look.first->id.pid).has_value();
    const bool hadFocus = m_free->hasFocus() || m_other->hasFocus();
    m_free->setVisible(isApp || canEnd);
    m_free->setEnabled(m_looksLeft == 0);
    if (isApp) {
        m_free->setText(tr("Stop \u201c%1\u201d").arg(withoutMnemonic(holder->appName)));
        m_free->setToolTip(tr("Stop the app that holds the port"));
    } else if (holder) {
        m_free->setText(m_look.holders.size() == 1 ? tr("&End it\u2026") : tr("&End pid %1\u2026").arg(holder->pid));
        m_free->setToolTip(tr("Ask the process that holds the port to end"));
    }
    if (m_looksLeft > 0) m_free->setText(isApp ? tr("Stopping\u2026") : tr("Ending\u2026"));
    m_other->setVisible(m_look.otherPort > 0);
    m_other->setText(tr("Use po&rt %1").arg(m_look.otherPort));
    m_other->setToolTip(tr("Give this app the next port that is free"));
    // Else the window would choose who has the keyboard now.
    if (hadFocus && !m_look.holders.isEmpty() && !m_free->hasFocus() && !m_other->hasFocus()) m_show->setFocus();
    arrange();
}

void PortNotice::arrange()
{
    int buttons = m_theme.scaled(80);
    for (const QPushButton* button : {m_free, m_other, m_show})
        if (!button->isHidden()) buttons += button->sizeHint().width();
    m_place->setDirection(width() - buttons < m_theme.scaled(260) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PortNotice::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    arrange();
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
    m_show->setText(tr("S&how in System"));
    m_show->setToolTip(tr("Show who holds the port"));
    tell();
}

} // namespace tropero
