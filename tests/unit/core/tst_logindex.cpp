// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logindex.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

QByteArray encoded(const QList<LogIndexEntry>& entries)
{
    QByteArray bytes;
    for (const LogIndexEntry& entry : entries)
        bytes += encodeLogIndexEntry(entry);
    return bytes;
}

} // namespace

class LogIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void path() { QCOMPARE(logIndexPath(u"/l/a-out.log"_s), u"/l/a-out.log.idx"_s); }

    void bytesOnDisk()
    {
        const QByteArray bytes = encodeLogIndexEntry({0x0102030405060708, 0x1112131415161718});
        QCOMPARE(bytes, QByteArray::fromHex("08070605040302011817161514131211"));
        QCOMPARE(bytes.size(), logIndexEntrySize);
    }

    void roundTrip()
    {
        const QList<LogIndexEntry> entries{{0, 1}, {10, 2}, {10, 3}, {5'000'000'000, 1'700'000'000'000'000'000}};
        QCOMPARE(decodeLogIndex(encoded(entries)), entries);
        QVERIFY(decodeLogIndex({}).isEmpty());
    }

    void unalignedBytes()
    {
        const QList<LogIndexEntry> entries{{0, 1}, {10, 2}};
        const QByteArray shifted = "x" + encoded(entries);
        QCOMPARE(decodeLogIndex(QByteArrayView(shifted).sliced(1)), entries);
    }

    void tornTailIsLeftOut()
    {
        const QByteArray bytes = encoded({{0, 1}, {10, 2}, {20, 3}});
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut)
            QCOMPARE(decodeLogIndex(bytes.first(cut)).size(), cut / logIndexEntrySize);
    }

    void disorderEndsTheList()
    {
        QCOMPARE(decodeLogIndex(encoded({{0, 1}, {10, 2}, {5, 3}, {20, 4}})).size(), 2);  // offset back
        QCOMPARE(decodeLogIndex(encoded({{0, 1}, {10, 5}, {20, 5}, {30, 6}})).size(), 2); // time stands still
        QCOMPARE(decodeLogIndex(encoded({{0, 1}, {10, 5}, {20, 4}})).size(), 2);          // time back
        QCOMPARE(decodeLogIndex(encoded({{-1, 1}, {10, 5}})).size(), 0);
        QCOMPARE(decodeLogIndex(encoded({{0, -1}, {10, 5}})).size(), 0);
        QCOMPARE(decodeLogIndex(encoded({{5, 1}, {10, 5}})).size(), 2); // a cut-off beginning is fine
    }
};

QTEST_GUILESS_MAIN(LogIndexTest)
#include "tst_logindex.moc"
