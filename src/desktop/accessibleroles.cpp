// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/accessibleroles.h"

#include "desktop/chartview.h"
#include "desktop/logview.h"
#include "desktop/logviewaccessible.h"
#include "desktop/noticebar.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace tropero {

namespace {

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    if (auto* log = qobject_cast<LogView*>(object)) return new LogViewAccessible(*log);
    if (auto* chart = qobject_cast<ChartView*>(object)) return new QAccessibleWidget(chart, QAccessible::Chart);
    if (auto* notice = qobject_cast<NoticeBar*>(object)) return new QAccessibleWidget(notice, QAccessible::AlertMessage);
    return nullptr;
}

} // namespace

void installAccessibleRoles()
{
    QAccessible::installFactory(makeInterface);
}

} // namespace tropero
