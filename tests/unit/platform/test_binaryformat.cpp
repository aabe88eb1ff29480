// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/binaryformat.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero::platform;

class TestBinaryFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void architectures_data();
    void architectures();
    void shebangs_data();
    void shebangs();
    void text_data();
    void text();
};

namespace {

QByteArray elf(char bits, char order, const QByteArray& machine)
{
    QByteArray head("\177ELF");
    head += bits;
    head += order;
    head += QByteArray(12, '\0') + machine;
    return head + QByteArray(40, '\0');
}

QByteArray pe(const QByteArray& machine)
{
    QByteArray head = "MZ" + QByteArray(58, '\0') + QByteArray("\x80\0\0\0", 4);
    return head + QByteArray(0x80 - head.size(), '\0') + QByteArray("PE\0\0", 4) + machine +
           QByteArray(20, '\0');
}

} // namespace

void TestBinaryFormat::architectures_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("architecture");
    QTest::newRow("x86_64") << elf(2, 1, QByteArray("\x3e\0", 2)) << u"x86_64"_s;
    QTest::newRow("x32") << elf(1, 1, QByteArray("\x3e\0", 2)) << u"x32"_s;
    QTest::newRow("i386") << elf(1, 1, QByteArray("\x03\0", 2)) << u"i386"_s;
    QTest::newRow("aarch64") << elf(2, 1, QByteArray("\xb7\0", 2)) << u"aarch64"_s;
    QTest::newRow("s390x, big endian") << elf(2, 2, QByteArray("\0\x16", 2)) << u"s390x"_s;
    QTest::newRow("unknown") << elf(2, 1, QByteArray("\xff\xff", 2)) << u"ELF machine 0xffff"_s;
    QTest::newRow("PE x86_64") << pe("\x64\x86") << u"x86_64"_s;
    QTest::newRow("PE aarch64") << pe("\x64\xaa") << u"aarch64"_s;
    QTest::newRow("DOS") << QByteArray("MZ" + QByteArray(100, '\0')) << u"dos"_s;
    QTest::newRow("Mach-O") << QByteArray("\xcf\xfa\xed\xfe\x0c\0\0\x01", 8) << u"aarch64"_s;
    QTest::newRow("Mach-O universal") << QByteArray("\xca\xfe\xba\xbe\0\0\0\x02\x01\0\0\x07", 12) +
                                             QByteArray(16, '\0') + QByteArray("\x01\0\0\x0c", 4)
                                      << u"x86_64 aarch64"_s;
    QTest::newRow("Java class") << QByteArray("\xca\xfe\xba\xbe\0\0\0\x37", 8) << QString();
    QTest::newRow("torn ELF") << QByteArray("\177ELF") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestBinaryFormat::architectures()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QString, architecture);
    const auto format = recognizeBinary(head);
    QCOMPARE(format ? format->architecture : QString(), architecture);
}

void TestBinaryFormat::shebangs_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("interpreter");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("plain") << QByteArray("#!/bin/sh\necho") << u"/bin/sh"_s << QStringList();
    QTest::newRow("env") << QByteArray("#!/usr/bin/env node\r\n") << u"/usr/bin/env"_s
                         << QStringList{u"node"_s};
    QTest::newRow("one argument") << QByteArray("#! /bin/bash  -e -x \n") << u"/bin/bash"_s
                                  << QStringList{u"-e -x"_s};
    QTest::newRow("env -S") << QByteArray("#!/usr/bin/env -S node --title 'a b'\n") << u"/usr/bin/env"_s
                            << QStringList{u"node"_s, u"--title"_s, u"a b"_s};
    QTest::newRow("no line end") << QByteArray("#!/bin/x") << u"/bin/x"_s << QStringList();
    QTest::newRow("empty") << QByteArray("#!\n") << QString() << QStringList();
    QTest::newRow("none") << QByteArray("# !/bin/sh\n") << QString() << QStringList();
}

void TestBinaryFormat::shebangs()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QString, interpreter);
    QFETCH(const QStringList, arguments);
    const auto line = parseShebang(head);
    QCOMPARE(line ? line->interpreter : QString(), interpreter);
    QCOMPARE(line ? line->arguments : QStringList(), arguments);
}

void TestBinaryFormat::text_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("isText");
    QTest::newRow("ascii") << QByteArray("console.log(1)\n") << true;
    QTest::newRow("utf-8") << QByteArray("// ñandú 🐂\n") << true;
    QTest::newRow("character cut off") << QByteArray("ñand\xc3") << true;
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("nul") << QByteArray("a\0b", 3) << false;
    QTest::newRow("not utf-8") << QByteArray("\xff\xfe\x80 abc") << false;
}

void TestBinaryFormat::text()
{
    QFETCH(const QByteArray, head);
    QFETCH(const bool, isText);
    QCOMPARE(looksLikeText(head), isText);
}

QTEST_GUILESS_MAIN(TestBinaryFormat)
#include "test_binaryformat.moc"
