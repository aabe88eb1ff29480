// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchschedule.h"

#include "core/cron.h"
#include "core/units.h"
#include "desktop/launchfield.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownTimes = 3;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LaunchSchedule)
};

QString memory(const AppSpec& spec)
{
    return spec.restart.memoryLimit > 0 ? Texts::tr("An instance that uses more than %1 is restarted.").arg(formatSize(spec.restart.memoryLimit))
                                        : Texts::tr("It may use as much memory as there is.");
}

QList<LaunchFieldPage::Group> groups()
{
    return {{[] { return Texts::tr("Memory"); }, memory, {u"max_memory_restart"_s}},
            {[] { return Texts::tr("Schedule"); }, {}, {u"cron_restart"_s}},
            {[] { return Texts::tr("At launch"); }, {}, {u"autostart"_s, u"pmx"_s, u"metrics"_s}}};
}

} // namespace

LaunchSchedule::LaunchSchedule(Theme& theme, QWidget* parent)
    : LaunchFieldPage(theme, [] { return Texts::tr("Limits and schedule"); }, groups(), {}, parent)
{
}

void LaunchSchedule::follow(const AppSpec& spec)
{
    LaunchFieldPage::follow(spec);
    LaunchField* times = field(u"cron_restart"_s);
    const Result<CronSchedule> schedule = CronSchedule::parse(spec.cron);
    if (spec.cron.isEmpty() || !schedule) {
        times->describe();
        return;
    }
    QStringList next;
    std::optional<QDateTime> at = QDateTime::currentDateTime();
    while (next.size() < shownTimes && (at = schedule->next(*at)))
        next.append(locale().toString(*at, QLocale::ShortFormat));
    times->setHint(Texts::tr("Next: %1").arg(next.join(u" \u00b7 "_s)));
}

} // namespace tropero
