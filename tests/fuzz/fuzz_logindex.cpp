// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzztarget.h"

#include "core/logindex.h"

using namespace tropero;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const QList<LogIndexEntry> entries = decodeLogIndex(bytes);
    FUZZ_CHECK(entries.size() <= bytes.size() / logIndexEntrySize);
    QByteArray encoded;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        encoded += encodeLogIndexEntry(entries.at(i));
        FUZZ_CHECK(i == 0 || entries.at(i).offset >= entries.at(i - 1).offset);
        FUZZ_CHECK(i == 0 || entries.at(i).time >= entries.at(i - 1).time);
    }
    FUZZ_CHECK(bytes.first(encoded.size()) == encoded);
    return 0;
}
