// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

/// Random JSON values, many of them nearly right.
class RandomJson
{
public:
    explicit RandomJson(quint32 seed) : m_random(seed) {}

    int below(int bound) { return m_random.bounded(bound); }

    QString text()
    {
        static const QStringList texts{QString(), u"max"_s, u"10s"_s, u"100M"_s, u"-1"_s, u"1e309"_s, u"true"_s, u"off"_s, u"SIGTERM"_s,
                                       u"fork"_s, u"cluster"_s, u"on-failure"_s, u"A=1 B"_s, u"\"open"_s, u"a 'b\\"_s, u"0,1 2"_s, u"NULL"_s,
                                       u"99999999999999999999"_s, u"\0x"_s, u"ñ😀"_s, QString(3000, u'('), u"json"_s, u"NaN"_s, u" 5 "_s,
                                       QString(QChar(0xd800)), u"/dev/null"_s, u"never"_s, u"A=1"_s, u"=x"_s, u"3000"_s, u"* * * * *"_s, u"tcp://a:1"_s, u"reuseport"_s, u"a.js"_s, u"node@18"_s, u"ready"_s};
        return texts[below(static_cast<int>(texts.size()))];
    }

    double number()
    {
        static const QList<double> numbers{0, 1, -1, 0.5, 16, 1000, 1001, 65536, 2147483648.0, -2147483649.0, 4294967295.0, 4294967296.0,
                                           1e15, 1e18, 9.3e18, 1e21, 1e300, -1e300, 5e-324, std::numeric_limits<double>::infinity(),
                                           std::numeric_limits<double>::quiet_NaN()};
        return numbers[below(static_cast<int>(numbers.size()))];
    }

    QJsonValue value(int depth = 3)
    {
        switch (below(depth > 0 ? 8 : 6)) {
        case 0:
            return QJsonValue::Null;
        case 1:
            return below(2) == 0;
        case 2:
            return number();
        case 3:
            return static_cast<qint64>(m_random.generate64());
        case 4:
        case 5:
            return text();
        case 6: {
            QJsonArray array;
            for (int i = below(4); i > 0; --i)
                array.append(value(depth - 1));
            return array;
        }
        default: {
            QJsonObject object;
            for (int i = below(4); i > 0; --i)
                object.insert(text(), value(depth - 1));
            return object;
        }
        }
    }

private:
    QRandomGenerator m_random;
};

/// Whatever was accepted must be storable: written and read again it is the same.
void checkRoundTrip(const AppSpec& spec)
{
    const QByteArray bytes = QJsonDocument(specToJson(spec)).toJson();
    const Result<AppSpec> copy = specFromJson(QJsonDocument::fromJson(bytes).object());
    QVERIFY2(copy, qPrintable(copy ? QString() : copy.error().message()));
    QCOMPARE(specToJson(*copy), QJsonDocument::fromJson(bytes).object());
}

} // namespace

class SpecFuzzTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldTakesAnything();
    void wholeObjects();
};

void SpecFuzzTest::everyFieldTakesAnything()
{
    RandomJson random(2024);
    int accepted = 0;
    int rejected = 0;
    for (const SpecField& field : specFields()) {
        for (int round = 0; round < 400; ++round) {
            const QJsonValue value = random.value();
            AppSpec spec;
            spec.script = u"a.js"_s;
            const AppSpec before = spec;
            const Result<void> read = field.read(spec, value);
            if (read) {
                ++accepted;
                checkRoundTrip(spec);
            } else {
                ++rejected;
                QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
                QVERIFY2(!read.error().why.isEmpty(), qPrintable(field.key));
                QVERIFY2(read.error().message().size() < 400, qPrintable(field.key));
                if (field.key != u"filter_env"_s)
                    QVERIFY2(spec == before, qPrintable(field.key)); // nothing half done
            }
            if (QTest::currentTestFailed())
                qFatal("%s: %s", qPrintable(field.key), QJsonDocument(QJsonArray{value}).toJson().constData());
        }
    }
    QVERIFY(accepted > 1000);
    QVERIFY(rejected > 1000);
}

void SpecFuzzTest::wholeObjects()
{
    RandomJson random(7);
    QStringList keys{u"env_production"_s, u"env_"_s, u"nonsense"_s, QString(), u"maxMemoryRestart"_s, u"cmd"_s, u"signal"_s};
    for (const SpecField& field : specFields())
        keys.append(field.key);
    for (int round = 0; round < 5000; ++round) {
        QJsonObject object;
        for (int i = random.below(5); i >= 0; --i)
            object.insert(keys[random.below(static_cast<int>(keys.size()))], random.value());
        QStringList warnings;
        const Result<AppSpec> spec = specFromJson(object, {}, &warnings);
        if (!spec) {
            QCOMPARE(spec.error().code, ErrorCode::InvalidArgument);
            continue;
        }
        checkRoundTrip(*spec);
        static_cast<void>(validateSpec(*spec));
        static_cast<void>(instanceEnvironment(*spec, {{u"PORT"_s, u"1"_s}}, 3));
    }
}

QTEST_GUILESS_MAIN(SpecFuzzTest)
#include "tst_specfuzz.moc"
