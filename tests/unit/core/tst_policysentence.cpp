// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policysentence.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

QString written(const SentenceValue& value, const QStringList& choices)
{
    if (!choices.isEmpty())
        return choices.value(std::get<int>(value));
    if (const auto* duration = std::get_if<Milliseconds>(&value))
        return QString::number(duration->count()) + u"ms"_s;
    return std::holds_alternative<int>(value) ? QString::number(std::get<int>(value)) : QString::number(std::get<double>(value));
}

/// As a person reads it, fields in brackets.
QString read(const RestartPolicy& policy)
{
    QString text;
    for (const SentencePart& part : restartSentenceParts(policy))
        text += part.kind == SentencePart::Kind::Text ? part.text : u'[' + written(part.value, part.choices) + u']';
    return text;
}

/// Spanish might begin with the number of crashes: the order of the fields is the translator's.
class Reordered : public QTranslator
{
public:
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        const bool isSentence = QByteArrayView(context) == "PolicySentence" && QByteArrayView(source).startsWith("Start it again %1, %2. ");
        return isSentence ? u"%7 / %8: %1; %2 - %9 100 %"_s : QString();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class PolicySentenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentencesFollowTheChoices()
    {
        RestartPolicy policy;
        QCOMPARE(read(policy), u"Start it again [whenever it ends], [at once]. Give up after [16] crashes within [600000ms]; a run of [30000ms] makes earlier ones forgotten."_s);
        policy.delay = Milliseconds(500);
        QVERIFY(read(policy).startsWith("Start it again [whenever it ends], [after a pause of] [500ms]. "_L1));
        policy.when = RestartPolicy::When::OnFailure;
        policy.backoffStart = Milliseconds(100);
        policy.backoffFactor = 2;
        QVERIFY(read(policy).startsWith("Start it again [when it crashes], [after a growing pause, at first] [100ms], each time [2] times longer, up to [15000ms]. "_L1));
        policy.when = RestartPolicy::When::Never;
        QCOMPARE(read(policy), u"Start it again [never]."_s);
    }

    void everyFieldHasALabelAndIsWithinItsBounds()
    {
        RestartPolicy policy;
        policy.backoffStart = Milliseconds(100);
        int fields = 0;
        for (const SentencePart& part : restartSentenceParts(policy)) {
            QVERIFY(!part.text.isEmpty());
            if (part.kind == SentencePart::Kind::Text)
                continue;
            ++fields;
            QVERIFY(part.least <= part.value && part.value <= part.most);
            QCOMPARE(withRestartPart(policy, part.part, part.value), policy); // unchanged stays unchanged
        }
        QCOMPARE(fields, 8);
    }

    void fieldsChangeThePolicy()
    {
        RestartPolicy policy;
        policy = withRestartPart(policy, RestartPart::When, 1);
        QCOMPARE(policy.when, RestartPolicy::When::OnFailure);
        policy = withRestartPart(policy, RestartPart::Pause, 2);
        QVERIFY(policy.backoffStart.count() > 0);
        policy = withRestartPart(policy, RestartPart::BackoffStart, Milliseconds(250));
        policy = withRestartPart(policy, RestartPart::BackoffFactor, 3.0);
        policy = withRestartPart(policy, RestartPart::BackoffCap, Milliseconds(9'000));
        policy = withRestartPart(policy, RestartPart::MaxRestarts, 4);
        policy = withRestartPart(policy, RestartPart::Window, Milliseconds(60'000));
        policy = withRestartPart(policy, RestartPart::HealthyAfter, Milliseconds(5'000));
        RestartPolicy expected;
        expected.when = RestartPolicy::When::OnFailure;
        expected.backoffStart = Milliseconds(250);
        expected.backoffFactor = 3;
        expected.backoffCap = Milliseconds(9'000);
        expected.maxRestarts = 4;
        expected.window = Milliseconds(60'000);
        expected.healthyAfter = Milliseconds(5'000);
        QCOMPARE(policy, expected);
        policy = withRestartPart(policy, RestartPart::Pause, 1);
        QVERIFY(policy.backoffStart.count() == 0 && policy.delay.count() > 0);
        policy = withRestartPart(policy, RestartPart::Pause, 0);
        QVERIFY(policy.backoffStart.count() == 0 && policy.delay.count() == 0);
    }

    void nonsenseDoesNoHarm()
    {
        const RestartPolicy policy;
        QCOMPARE(withRestartPart(policy, RestartPart::When, Milliseconds(1)), policy);
        QCOMPARE(withRestartPart(policy, RestartPart::When, 99).when, RestartPolicy::When::Never);
        QCOMPARE(withRestartPart(policy, RestartPart::MaxRestarts, -5).maxRestarts, 0);
        QCOMPARE(withRestartPart(policy, RestartPart::Delay, Milliseconds(-5)).delay, Milliseconds(1));
        QCOMPARE(withRestartPart(policy, RestartPart::BackoffFactor, 0.0).backoffFactor, 1.0);
    }

    void theOrderIsTheTranslators()
    {
        Reordered translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QCOMPARE(read(RestartPolicy()), u"[16] / [600000ms]: [whenever it ends]; [at once] - [30000ms] 100 %"_s);
        QCoreApplication::removeTranslator(&translator);
    }
};

QTEST_GUILESS_MAIN(PolicySentenceTest)
#include "tst_policysentence.moc"
