// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/binaryformat.h"

#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

template <typename Number>
Number numberAt(QByteArrayView bytes, qsizetype offset, bool bigEndian)
{
    if (offset < 0 || offset + static_cast<qsizetype>(sizeof(Number)) > bytes.size()) return 0;
    return bigEndian ? qFromBigEndian<Number>(bytes.data() + offset)
                     : qFromLittleEndian<Number>(bytes.data() + offset);
}

// What is not in the list is shown by its number: it is foreign in any case.
QString architectureName(QLatin1StringView format, quint32 machine)
{
    return u"%1 machine 0x%2"_s.arg(format, QString::number(machine, 16));
}

QString elfArchitecture(quint16 machine, bool is64, bool bigEndian)
{
    switch (machine) {
    case 3:
        return u"i386"_s;
    case 8:
        return is64 ? u"mips64"_s : u"mips"_s;
    case 20:
        return u"power"_s;
    case 21:
        return bigEndian ? u"power64"_s : u"power64le"_s;
    case 22:
        return is64 ? u"s390x"_s : u"s390"_s;
    case 40:
        return u"arm"_s;
    case 62:
        return is64 ? u"x86_64"_s : u"x32"_s;
    case 183:
        return bigEndian ? u"aarch64_be"_s : u"aarch64"_s;
    case 243:
        return is64 ? u"riscv64"_s : u"riscv32"_s;
    case 258:
        return u"loongarch64"_s;
    default:
        return architectureName("ELF"_L1, machine);
    }
}

QString peArchitecture(quint16 machine)
{
    switch (machine) {
    case 0x014c:
        return u"i386"_s;
    case 0x8664:
        return u"x86_64"_s;
    case 0x01c4:
        return u"arm"_s;
    case 0xaa64:
        return u"aarch64"_s;
    default:
        return architectureName("PE"_L1, machine);
    }
}

QString machArchitecture(quint32 type)
{
    switch (type) {
    case 7:
        return u"i386"_s;
    case 0x01000007:
        return u"x86_64"_s;
    case 12:
        return u"arm"_s;
    case 0x0100000c:
        return u"aarch64"_s;
    default:
        return architectureName("Mach-O"_L1, type);
    }
}

// As env -S does: blanks part, quotation marks of both kinds join. Its escapes and variables are left as they
// are.
QStringList splitArguments(const QString& line)
{
    QStringList words;
    QString word;
    QChar quote;
    bool inWord = false;
    for (const QChar letter : line) {
        if (!quote.isNull()) {
            if (letter == quote)
                quote = QChar();
            else
                word += letter;
        } else if (letter == u'"' || letter == u'\'') {
            quote = letter;
            inWord = true;
        } else if (letter.isSpace()) {
            if (inWord) words.append(word);
            word.clear();
            inWord = false;
        } else {
            word += letter;
            inWord = true;
        }
    }
    if (inWord) words.append(word);
    return words;
}

std::optional<BinaryFormat> recognizeElf(QByteArrayView head)
{
    if (!head.startsWith("\177ELF") || head.size() < 20) return std::nullopt;
    const bool is64 = head[4] == 2;
    const bool bigEndian = head[5] == 2;
    return BinaryFormat{BinaryFormat::System::Linux,
                        elfArchitecture(numberAt<quint16>(head, 18, bigEndian), is64, bigEndian)};
}

std::optional<BinaryFormat> recognizePe(QByteArrayView head)
{
    if (!head.startsWith("MZ") || head.size() < 64) return std::nullopt;
    const qsizetype header = numberAt<quint32>(head, 0x3c, false);
    // A header beyond what was read, or none: a program for DOS.
    if (header + 6 > head.size() || head.sliced(header, 2) != "PE")
        return BinaryFormat{BinaryFormat::System::Windows, u"dos"_s};
    return BinaryFormat{BinaryFormat::System::Windows,
                        peArchitecture(numberAt<quint16>(head, header + 4, false))};
}

std::optional<BinaryFormat> recognizeMachO(QByteArrayView head)
{
    if (head.size() < 8) return std::nullopt;
    constexpr quint32 universal =
        0xcafebabe; // as Java classes, whose version (from 45 on) stands where the count is here
    constexpr quint32 mostArchitectures = 30;
    const quint32 magic = numberAt<quint32>(head, 0, true);
    if (magic == universal) {
        const quint32 count = numberAt<quint32>(head, 4, true);
        if (count == 0 || count > mostArchitectures) return std::nullopt;
        QStringList names;
        for (quint32 index = 0; index < count; ++index)
            names.append(
                machArchitecture(numberAt<quint32>(head, 8 + 20 * static_cast<qsizetype>(index), true)));
        return BinaryFormat{BinaryFormat::System::MacOs, names.join(u' ')};
    }
    if (magic == 0xfeedface || magic == 0xfeedfacf)
        return BinaryFormat{BinaryFormat::System::MacOs, machArchitecture(numberAt<quint32>(head, 4, true))};
    if (magic == 0xcefaedfe || magic == 0xcffaedfe)
        return BinaryFormat{BinaryFormat::System::MacOs, machArchitecture(numberAt<quint32>(head, 4, false))};
    return std::nullopt;
}

} // namespace

std::optional<BinaryFormat> recognizeBinary(QByteArrayView head)
{
    if (auto elf = recognizeElf(head)) return elf;
    if (auto pe = recognizePe(head)) return pe;
    return recognizeMachO(head);
}

std::optional<ShebangLine> parseShebang(QByteArrayView head)
{
    if (!head.startsWith("#!")) return std::nullopt;
    const qsizetype end = head.indexOf('\n');
    const QByteArray line = (end < 0 ? head : head.first(end)).sliced(2).toByteArray().trimmed();
    if (line.isEmpty()) return std::nullopt;
    const auto isBlank = [](char letter) { return letter == ' ' || letter == '\t'; };
    const auto blank = std::ranges::find_if(line, isBlank);
    ShebangLine shebang;
    shebang.interpreter = QString::fromUtf8(line.first(blank - line.begin()));
    const QString rest = QString::fromUtf8(line.sliced(blank - line.begin())).trimmed();
    if (rest.isEmpty()) return shebang;
    const bool isEnv = shebang.interpreter.section(u'/', -1) == "env"_L1;
    if (isEnv && (rest.startsWith("-S"_L1) || rest.startsWith("--split-string="_L1)))
        shebang.arguments = splitArguments(rest.sliced(rest.startsWith("-S"_L1) ? 2 : 15));
    else
        shebang.arguments = {rest};
    return shebang;
}

bool looksLikeText(QByteArrayView head)
{
    if (head.contains('\0')) return false;
    QStringDecoder decoder(QStringDecoder::Utf8);
    [[maybe_unused]] const QString decoded = decoder.decode(head);
    return !decoder.hasError();
}

} // namespace tropero::platform
