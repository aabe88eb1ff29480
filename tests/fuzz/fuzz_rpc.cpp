// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzztarget.h"

#include "ipc/lineframer.h"
#include "ipc/rpcmessage.h"

#include <QList>

using namespace tropero::ipc;

namespace {

constexpr qint64 maxLine = 512;

/// Lines that come out when the bytes come in pieces of that size; ends where the framer refuses.
QList<QByteArray> linesOf(QByteArrayView bytes, qsizetype piece, bool* refused)
{
    LineFramer framer(maxLine);
    QList<QByteArray> lines;
    *refused = false;
    for (qsizetype at = 0; at < bytes.size() && !*refused; at += piece) {
        *refused = !framer.append(bytes.sliced(at, std::min(piece, bytes.size() - at))).has_value();
        while (const auto line = framer.next()) {
            FUZZ_CHECK(line->size() <= maxLine);
            FUZZ_CHECK(!line->contains('\n'));
            lines.append(*line);
        }
    }
    return lines;
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    bool refusedBytewise = false;
    const QList<QByteArray> bytewise = linesOf(bytes, 1, &refusedBytewise);
    bool refused = false;
    const QList<QByteArray> lines = linesOf(bytes, 7, &refused);
    if (!refused && !refusedBytewise)
        FUZZ_CHECK(lines == bytewise);
    for (const QByteArray& line : bytewise) {
        const auto message = RpcMessage::fromLine(line);
        if (!message) {
            FUZZ_CHECK(!message.error().message().isEmpty());
            continue;
        }
        const QByteArray encoded = message->toLine();
        FUZZ_CHECK(encoded.endsWith('\n') && encoded.count('\n') == 1);
        const auto again = RpcMessage::fromLine(encoded.chopped(1));
        FUZZ_CHECK(again.has_value());
        FUZZ_CHECK(again->kind == message->kind && again->method == message->method && again->params == message->params);
    }
    return 0;
}
