// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchwatch.h"

#include "core/arguments.h"
#include "core/policytext.h"
#include "desktop/launchfield.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QVBoxLayout>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LaunchWatch)
};

QString watching(const AppSpec& spec)
{
    if (!spec.watch.enabled) return Texts::tr("Nothing is watched: it is restarted by you, by the clock or after a crash only.");
    const QString what = watchSentence(spec.watch);
    return spec.execMode == ExecMode::Cluster ? Texts::tr("Its workers are replaced one after another when a file changes: %1.").arg(what)
                                              : Texts::tr("It is restarted when a file changes: %1.").arg(what);
}

QList<LaunchFieldPage::Group> groups()
{
    return {{{}, watching, {u"ignore_watch"_s, u"ext"_s, u"watch_delay"_s}}};
}

} // namespace

LaunchWatch::LaunchWatch(Theme& theme, QWidget* parent)
    : LaunchFieldPage(theme, [] { return Texts::tr("Watch"); }, groups(), {}, parent), m_on(new QCheckBox(this)), m_paths(new QLineEdit(this)),
      m_onRow(new LaunchRow(theme, m_on, this)), m_pathsRow(new LaunchRow(theme, m_paths, this))
{
    m_on->setObjectName(u"watch"_s);
    m_paths->setObjectName(u"watchPaths"_s);
    m_column->insertWidget(1, m_onRow);
    m_column->insertWidget(2, m_pathsRow);
    setTabOrder(m_on, m_paths);
    setTabOrder(m_paths, field(u"ignore_watch"_s)->control());
    connect(m_on, &QCheckBox::toggled, this, &LaunchSection::changed);
    connect(m_paths, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (!text.trimmed().isEmpty()) m_on->setChecked(true);
        Q_EMIT changed();
    });
    LaunchWatch::retranslate();
}

void LaunchWatch::load(const AppSpec& spec)
{
    const QSignalBlocker quiet(this);
    LaunchFieldPage::load(spec);
    m_paths->setText(joinArguments(spec.watch.paths));
    m_on->setChecked(spec.watch.enabled);
}

QString LaunchWatch::store(AppSpec& spec)
{
    spec.watch.enabled = m_on->isChecked();
    spec.watch.paths = spec.watch.enabled ? splitArguments(m_paths->text()) : QStringList();
    m_paths->setEnabled(spec.watch.enabled);
    for (const QString& key : {u"ignore_watch"_s, u"ext"_s, u"watch_delay"_s})
        field(key)->control()->setEnabled(spec.watch.enabled);
    return LaunchFieldPage::store(spec);
}

void LaunchWatch::retranslate()
{
    LaunchFieldPage::retranslate();
    m_onRow->setTitle(Texts::tr("Restart when files change"));
    m_pathsRow->setTitle(Texts::tr("Folders"));
    m_pathsRow->setHint(Texts::tr("Folders and files to watch, with blanks between them; otherwise the whole working folder"));
    m_paths->setPlaceholderText(Texts::tr("the working folder"));
}

} // namespace tropero
