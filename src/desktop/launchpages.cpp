// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchpages.h"

#include "core/policytext.h"
#include "core/units.h"
#include "desktop/launchfieldpage.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LaunchPages)
};

QString readiness(const AppSpec& spec)
{
    const QString when = readySentence(spec.readiness);
    return when.isEmpty() ? Texts::tr("It counts as online as soon as its process runs; in a reload, when it listens as the old one did.")
                          : Texts::tr("It counts as online %1.").arg(when);
}

QString stopping(const AppSpec& spec)
{
    return Texts::tr("To stop it: %1.").arg(stopSentence(spec.stop));
}

QString rotation(const AppSpec& spec)
{
    if (spec.logs.disabled) return Texts::tr("No output is stored.");
    QStringList when;
    if (spec.logs.maxSize > 0) when.append(Texts::tr("at %1").arg(formatSize(spec.logs.maxSize)));
    if (spec.logs.maxAge.count() > 0) when.append(Texts::tr("after %1").arg(formatDuration(spec.logs.maxAge)));
    if (when.isEmpty()) return Texts::tr("Its log files grow for as long as it runs.");
    return Texts::tr("A log file is put aside %1; %n of them are kept.", nullptr, spec.logs.keep).arg(when.join(Texts::tr(" or ")));
}

} // namespace

LaunchSection* makeReadinessPage(Theme& theme, QWidget* parent)
{
    const QList<LaunchFieldPage::Group> groups{
        {[] { return Texts::tr("Online"); }, readiness, {u"ready_when"_s, u"ready_probe"_s, u"listen_timeout"_s}},
        {[] { return Texts::tr("Stop"); }, stopping, {u"stop_signal"_s, u"shutdown_with_message"_s, u"treekill"_s, u"kill_timeout"_s}}};
    const QList<LaunchFieldPage::Choice> choices{{u"ready_when"_s, [] {
        return QStringList{Texts::tr("Chosen by Tropero"), Texts::tr("When its process runs"), Texts::tr("When it listens on a port or socket"),
                           Texts::tr("When it says process.send('ready')")};
    }}};
    return new LaunchFieldPage(theme, [] { return Texts::tr("Readiness and stop"); }, groups, choices, parent);
}

LaunchSection* makeLogsPage(Theme& theme, QWidget* parent)
{
    const QList<LaunchFieldPage::Group> groups{
        {[] { return Texts::tr("Files"); }, {}, {u"out_file"_s, u"error_file"_s, u"log_file"_s, u"merge_logs"_s, u"log_type"_s, u"log_date_format"_s, u"disable_logs"_s}},
        {[] { return Texts::tr("Rotation"); }, rotation, {u"log_max_size"_s, u"log_max_age"_s, u"log_keep"_s}}};
    const QList<LaunchFieldPage::Choice> choices{{u"log_type"_s, [] {
        return QStringList{Texts::tr("Lines as they are written"), Texts::tr("One JSON object for each line")};
    }}};
    return new LaunchFieldPage(theme, [] { return Texts::tr("Logs"); }, groups, choices, parent);
}

} // namespace tropero
