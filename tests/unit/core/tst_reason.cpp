// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exitmeaning.h"
#include "core/reason.h"
#include "core/specchange.h"

#include "unit/brackets.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class ReasonTest : public QObject
{
    Q_OBJECT

private:
    Brackets m_brackets;
    void speak() { QCoreApplication::installTranslator(&m_brackets); }

private Q_SLOTS:
    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_brackets);
        QLocale::setDefault(QLocale::c());
    }

    void everyCodeIsWhole()
    {
        QSet<QString> keys;
        static const QRegularExpression place(u"%(\\d)"_s);
        for (std::size_t i = 0; i < reasonCodes; ++i) {
            const ReasonWording& wording = reasonWording(static_cast<ReasonCode>(i));
            QVERIFY(!wording.key.isEmpty() && !keys.contains(wording.key));
            keys.insert(wording.key);
            QCOMPARE(reasonWording(QString(wording.key)), &wording);
            if (wording.code == ReasonCode::Exit || wording.code == ReasonCode::Error) continue;
            int highest = 0;
            for (auto match = place.globalMatch(QString::fromUtf8(wording.text)); match.hasNext();) highest = std::max(highest, match.next().captured(1).toInt());
            const auto counts = QString(wording.arguments).count(u'c'); // stands as %n
            QVERIFY2(highest == wording.arguments.size() - counts, wording.text);
        }
    }

    void theTextIsEnglishWhateverIsSpoken()
    {
        speak();
        QLocale::setDefault(QLocale(u"es_ES"_s));
        const Reason reason = Reason::of(ReasonCode::RetryLater, {Reason::ofExit(127, 0).asArgument(), 1500});
        QCOMPARE(reason.text(), u"exit code 127 (command not found); restart in 1.5 s"_s);
        QCOMPARE(reason.words(), u"<<exit code 127> (<command not found>); restart in 1,5 s>"_s);
        QCOMPARE(Reason::of(ReasonCode::MemoryLimit, {3 << 19, 1 << 20}).text(), u"memory 1.5 MB is over the limit of 1.0 MB"_s);
        QCOMPARE(Reason::of(ReasonCode::MemoryLimit, {3 << 19, 1 << 20}).words(), u"<memory 1,5 MB is over the limit of 1,0 MB>"_s);
        QCOMPARE(Reason::of(ReasonCode::FilesChanged, {u"a.js"_s, 3}).text(), u"a.js and others changed (3 files)"_s);
    }

    void goesThroughJson()
    {
        const Reason reason = Reason::of(ReasonCode::Both, {Reason::of(ReasonCode::PrimaryEnded, {Reason::ofExit(0, 9).asArgument()}).asArgument(),
                                                            Reason::of(ReasonCode::RetryNow, {Reason::ofExit(0, 9).asArgument()}).asArgument()});
        QCOMPARE(reason.text(), u"the primary ended (signal 9 (SIGKILL)); signal 9 (SIGKILL); restart at once"_s);
        QJsonObject json;
        reason.write(json);
        QCOMPARE(json["reason"_L1].toString(), reason.text());
        const Reason back = Reason::read(json);
        QCOMPARE(back, reason);
        speak();
        QCOMPARE(back.words(), u"<<the primary ended (<signal 9> (SIGKILL))>; <<signal 9> (SIGKILL); restart at once>>"_s);
        QJsonObject none;
        Reason().write(none);
        QVERIFY(none.isEmpty());
    }

    void whatIsNotKnownIsShownAsItIs()
    {
        speak();
        // Stored by an older program, said by an app, or of a newer program.
        QCOMPARE(Reason::read({{u"reason"_s, u"exit code 1; restart at once"_s}}).words(), u"exit code 1; restart at once"_s);
        const QJsonObject newer{{u"code"_s, u"moon-phase"_s}, {u"text"_s, u"the moon is full"_s}};
        QCOMPARE(Reason::read({{u"reason"_s, u"the moon is full"_s}, {u"cause"_s, newer}}).words(), u"the moon is full"_s);
        const QJsonObject inside{{u"code"_s, u"retry-now"_s}, {u"with"_s, QJsonArray{newer}}};
        QCOMPARE(Reason::read({{u"reason"_s, u"the moon is full; restart at once"_s}, {u"cause"_s, inside}}).words(), u"<the moon is full; restart at once>"_s);
        QVERIFY(Reason::read({{u"cause"_s, inside}}).isEmpty());
    }

    void whatIsToldIsNoPlaceForMore()
    {
        const Reason reason = Reason::of(ReasonCode::ProbeStatus, {u"http://x/%2%1%n"_s, 503});
        QCOMPARE(reason.text(), u"http://x/%2%1%n answered 503"_s);
        QCOMPARE(reason.words(), reason.text());
        QJsonObject nested = Reason::ofExit(1, 0).asArgument().toObject();
        for (int i = 0; i < 1000; ++i) nested = {{u"code"_s, u"retry-now"_s}, {u"with"_s, QJsonArray{nested}}};
        (void)Reason::read({{u"reason"_s, u"deep"_s}, {u"cause"_s, nested}}).words(); // ends
    }

    void anErrorIsSaidInParts()
    {
        const Error error{ErrorCode::NotExecutable, u"Cannot start the app"_s, u"/srv/a%1.js"_s, u"the file is not executable"_s, {}};
        const Reason reason = Reason::ofError(error);
        QCOMPARE(reason.text(), error.message());
        QCOMPARE(reason.words(), error.message());
        speak();
        QCOMPARE(reason.text(), error.message());
        QCOMPARE(reason.words(), u"<Cannot start the app>: /srv/a%1.js: <the file is not executable>"_s);
    }

    void fieldsHaveKeysInEnglishAndTitlesForReaders()
    {
        const QJsonArray fields{QJsonObject{{u"key"_s, u"args"_s}}, QJsonObject{{u"key"_s, u"env"_s}, {u"variables"_s, QJsonArray{u"A"_s, u"B"_s}}}};
        const Reason reason = Reason::of(ReasonCode::Edited, {QJsonValue(fields)});
        QCOMPARE(reason.text(), u"changed: args, env (A, B)"_s);
        speak();
        const QString words = u"<changed: %1, %2 (A, B)>"_s.arg(specFieldTitle(u"args"_s), specFieldTitle(u"env"_s));
        QVERIFY(words.contains(u"<changed: <"_s));
        QCOMPARE(reason.words(), words);
    }
};

QTEST_GUILESS_MAIN(ReasonTest)
#include "tst_reason.moc"
