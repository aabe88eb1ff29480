// SPDX-License-Identifier: GPL-3.0-or-later
// A window words the reasons of a daemon in its own language, also when it is changed.
#include "mirrorfixture.h"

#include "core/reason.h"
#include "models/apptreemodel.h"
#include "models/eventsmodel.h"
#include "models/notices.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace tropero;
using namespace tropero::test;

namespace {

class Spanish : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        if (QLatin1StringView(context) != "Reason"_L1) return {};
        if (QLatin1StringView(source) == "exit code %1"_L1) return u"c\u00f3digo de salida %1"_s;
        if (QLatin1StringView(source) == "%1; restart in %2"_L1) return u"%1; se reinicia en %2"_s;
        return {};
    }
};

const QString english = u"exit code 1; restart in 100 ms"_s;
const QString spanish = u"c\u00f3digo de salida 1; se reinicia en 100 ms"_s;

Reason reason()
{
    return Reason::of(ReasonCode::RetryLater, {Reason::ofExit(1, 0).asArgument(), 100});
}

} // namespace

class ReasonWordsTest : public QObject
{
    Q_OBJECT

private:
    Spanish m_spanish;

private Q_SLOTS:
    void cleanup() { QCoreApplication::removeTranslator(&m_spanish); }

    void events()
    {
        QJsonObject event{{u"at"_s, 1000}, {u"number"_s, 0}, {u"kind"_s, u"exit"_s}, {u"exitCode"_s, 1}};
        reason().write(event);
        QJsonObject old{{u"at"_s, 500}, {u"number"_s, 0}, {u"kind"_s, u"exit"_s}, {u"exitCode"_s, 1}, {u"reason"_s, english}};
        EventsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.addEvents({old, event});
        const QModelIndex why = model.index(0, EventsModel::Why);
        QCOMPARE(why.data().toString(), english);
        QCoreApplication::installTranslator(&m_spanish);
        model.retranslate();
        QCOMPARE(why.data().toString(), spanish);
        QCOMPARE(model.index(1, EventsModel::Why).data().toString(), english); // stored before there were codes
        QCOMPARE(noticeOf(event, {}).text, spanish);
    }

    void theListOfApps()
    {
        MirrorFixture f;
        InstanceStatus waiting = instance(0, 0, InstanceState::WaitingRestart);
        waiting.reason = reason();
        f.mirror.applySnapshot(snapshot({app(u"api"_s, {waiting})}));
        AppTreeModel model(f.mirror);
        const QModelIndex row = model.indexOf(u"api"_s);
        QVERIFY(row.data(DetailRole).toString().contains(english));
        QCoreApplication::installTranslator(&m_spanish);
        model.retranslate();
        QVERIFY2(model.indexOf(u"api"_s).data(DetailRole).toString().contains(spanish), qPrintable(row.data(DetailRole).toString()));
    }

    void anEditHasWords()
    {
        QJsonObject event{{u"at"_s, 1000}, {u"number"_s, 0}, {u"kind"_s, u"edited"_s}};
        const QJsonObject field{{u"key"_s, u"env"_s}, {u"variables"_s, QJsonArray{u"PORT"_s}}};
        Reason::of(ReasonCode::Edited, {QJsonValue(QJsonArray{field})}).write(event);
        const EventEntry entry = eventEntry(event);
        QCOMPARE(entry.text, u"Edited"_s);
        QVERIFY2(entry.detail.contains(u"(PORT)"_s), qPrintable(entry.detail));
        EventsModel model;
        model.addEvents({event});
        EventsFilter filter;
        filter.setSourceModel(&model);
        filter.setSort(EventsFilter::Sort::Notes);
        QCOMPARE(filter.rowCount(), 1);
        filter.setSort(EventsFilter::Sort::Problems);
        QCOMPARE(filter.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(ReasonWordsTest)
#include "tst_reasonwords.moc"
