// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target over the files of a folder, as they are and mutated, where no libFuzzer is at hand. Same seed, same inputs.
#include "fuzz/fuzztarget.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <random>

namespace {

void run(const QByteArray& input)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(input.constData()), static_cast<size_t>(input.size()));
}

/// One to eight small changes: a byte set, inserted or removed, a piece doubled, the end cut off.
QByteArray mutated(QByteArray bytes, std::mt19937& random)
{
    static constexpr char telling[] = "{}[]\",:\n\r\0\\-0&*!#/\xff\xc0 ";
    const auto below = [&random](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<std::mt19937::result_type>(std::max<qsizetype>(limit, 1)));
    };
    for (qsizetype change = below(8) + 1; change > 0; --change) {
        const qsizetype at = below(bytes.size());
        const char byte = random() % 2 == 0 ? telling[below(std::ssize(telling))] : static_cast<char>(random());
        switch (random() % 5) {
        case 0:
            if (!bytes.isEmpty())
                bytes[at] = byte;
            break;
        case 1: bytes.insert(at, byte); break;
        case 2: bytes.remove(at, 1 + below(4)); break;
        case 3: bytes.insert(at, bytes.mid(below(bytes.size()), 1 + below(64))); break;
        default: bytes.truncate(at); break;
        }
    }
    return bytes;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "usage: %s FOLDER MUTATIONS-OF-EACH-FILE\n", argv[0]);
        return 2;
    }
    const QDir corpus(QString::fromLocal8Bit(argv[1]));
    const int mutationsOfEach = QByteArray(argv[2]).toInt();
    const QStringList names = corpus.entryList(QDir::Files, QDir::Name);
    std::mt19937 random(20'240'901);
    run({});
    for (const QString& name : names) {
        QFile file(corpus.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "cannot read %s\n", qPrintable(file.fileName()));
            return 1;
        }
        const QByteArray input = file.readAll();
        run(input);
        for (int i = 0; i < mutationsOfEach; ++i)
            run(mutated(input, random));
    }
    std::printf("%lld files, %d mutations of each\n", static_cast<long long>(names.size()), mutationsOfEach);
    return names.isEmpty() ? 1 : 0;
}
