// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/portnotice.h"

#include "desktop/theme.h"
#include "models/portowner.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int delayMs = 350;

} // namespace

PortNotice::PortNotice(Theme& theme, const StateMirror* mirror, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_mirror(mirror), m_symbol(new QLabel(this)), m_text(new QLabel(this)), m_show(new QPushButton(this))
{
    setObjectName(u"portNotice"_s);
    m_text->setObjectName(u"portNoticeText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_show->setObjectName(u"showPort"_s);
    m_show->setAutoDefault(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.scaled(22), theme.scaled(7), theme.scaled(22), theme.scaled(7));
    row->setSpacing(theme.scaled(10));
    row->addWidget(m_symbol);
    row->addWidget(m_text, 1);
    row->addWidget(m_show);
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, &PortNotice::look);
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (!m_holders.isEmpty()) Q_EMIT showRequested(m_holders.first().port);
    });
    connect(&theme, &Theme::changed, this, &PortNotice::applyTheme);
    hide();
    applyTheme();
    retranslate();
}

void PortNotice::setSpecs(const QList<AppSpec>& specs, const QString& ownApp)
{
    m_specs = specs;
    m_ownApp = ownApp;
    const bool any = std::ranges::any_of(specs, [](const AppSpec& spec) { return !wantedPorts(spec).isEmpty(); });
    if (any) {
        m_delay.start();
        return;
    }
    m_delay.stop();
    m_answer.forget();
    m_holders.clear();
    tell();
}

void PortNotice::look()
{
    const QList<ManagedApp> apps = m_mirror ? managedApps(*m_mirror) : QList<ManagedApp>();
    m_answer.ask([apps, specs = m_specs, ownApp = m_ownApp] { return portHolders(specs, MachineSampler().sample(apps), ownApp); },
                 [this](const QList<PortHolder>& holders) {
                     m_holders = holders;
                     m_holders.removeIf([](const PortHolder& holder) { return holder.itself; });
                     tell();
                 });
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
    for (const PortHolder& holder : std::as_const(m_holders))
        sentences.append(sentence(holder));
    sentences.removeDuplicates();
    const QString text = sentences.mid(0, 3).join(u'\n');
    if (m_text->text() == text && isHidden() == text.isEmpty()) return;
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (text.isEmpty()) return;
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
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
