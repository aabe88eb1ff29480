// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/description.h"

#include "cli/displaywidth.h"
#include "cli/listtable.h"
#include "cli/terminaltext.h"
#include "client/instancefacts.h"
#include "client/packageversion.h"
#include "core/arguments.h"
#include "core/units.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelWidth = 20;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Description)
};

/// Collects the lines of the sections; a field without a value is left out.
class Sections
{
public:
    explicit Sections(const Console& console)
        : m_console(console)
    {
    }

    void heading(const QString& text) { m_text += (m_text.isEmpty() ? u""_s : u"\n"_s) + m_console.paint(Colour::Bold, text) + u'\n'; }
    void field(const QString& name, const QString& value, Colour colour = Colour::None)
    {
        if (value.isEmpty())
            return;
        const QString blanks(std::max(1, labelWidth - displayWidth(name)), u' ');
        m_text += "  "_L1 + m_console.paint(Colour::Dim, name) + blanks + m_console.paint(colour, value) + u'\n';
    }
    void line(const QString& text) { m_text += "  "_L1 + text + u'\n'; }
    QString text() const { return m_text; }

private:
    const Console& m_console;
    QString m_text;
};

void addActions(Sections& out, const InstanceStatus& status)
{
    if (status.actions.isEmpty())
        return;
    out.heading(Texts::tr("Actions"));
    for (const QString& action : status.actions)
        out.line(Texts::tr("tropero trigger %1 %2").arg(QString::number(status.number), harmlessText(joinArguments({action}))));
}

void addEvents(Sections& out, const QJsonArray& events, const Console& console)
{
    for (const QJsonValue value : events) {
        const QJsonObject event = value.toObject();
        const QString reason = Reason::read(event).words();
        out.line(console.paint(Colour::Dim, formatMoment(event.value("at"_L1).toInteger())) + "  "_L1 + event.value("kind"_L1).toString()
                 + (reason.isEmpty() ? QString() : ": "_L1 + reason));
    }
}

} // namespace

QString describeText(const ListedInstance& instance, const QJsonArray& events, qint64 now, const Console& console)
{
    Sections out(console);
    const QString nameSpace = instance.nameSpace == "default"_L1 ? QString() : Texts::tr(" in namespace %1").arg(instance.nameSpace);
    out.heading(labelOf(instance) + nameSpace);
    out.field(Texts::tr("status"), stateText(instance.status.state), stateColour(instance.status.state));
    PackageVersions versions;
    for (const FactSection& section : instanceFacts(AppStatus::fromJson(instance.app), instance.status, now, versions)) {
        if (!section.title.isEmpty())
            out.heading(section.title);
        for (const Fact& fact : section.facts)
            out.field(harmlessText(fact.name), harmlessText(fact.value), fact.alarming ? Colour::Red : Colour::None);
    }
    addActions(out, instance.status);
    if (!events.isEmpty()) {
        out.heading(Texts::tr("Last events"));
        addEvents(out, events, console);
    }
    return out.text();
}

} // namespace tropero
