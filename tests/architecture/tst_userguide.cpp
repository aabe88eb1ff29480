// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfields.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

QString guidePath()
{
    return QStringLiteral(TROPERO_SOURCE_ROOT) + u"/docs/user-guide.md"_s;
}

QString code(const QString& text)
{
    return text.isEmpty() ? QString() : u'`' + text + u'`';
}

QString optionsOf(const SpecField& field)
{
    QStringList options;
    if (!field.shortFlag.isEmpty())
        options.append(code(u'-' + field.shortFlag));
    if (!field.flag.isEmpty())
        options.append(code(u"--"_s + field.flag));
    if (!field.negatedFlag.isEmpty())
        options.append(code(u"--"_s + field.negatedFlag));
    return options.join(u' ');
}

QString typeOf(const SpecField& field)
{
    switch (field.type) {
    case FieldType::Text: return u"text"_s;
    case FieldType::Flag: return u"true, false"_s;
    case FieldType::Integer: return u"whole number"_s;
    case FieldType::Number: return u"number"_s;
    case FieldType::Duration: return u"time"_s;
    case FieldType::Size: return u"size"_s;
    case FieldType::TextList: return u"list of texts"_s;
    case FieldType::IntegerList: return u"list of numbers"_s;
    case FieldType::Environment: return u"object"_s;
    case FieldType::Choice: return field.choices.join(u", "_s);
    }
    return {};
}

/// The table of config keys as the guide has it, from the same description that reads config files.
QString keysTable()
{
    QString table = u"| key | also | command line | value | default | meaning |\n|---|---|---|---|---|---|\n"_s;
    for (const SpecField& field : specFields()) {
        if (!field.supported)
            continue;
        QStringList aliases;
        for (const QString& alias : field.aliases)
            aliases.append(code(alias));
        QString help = field.help();
        table += u"| %1 | %2 | %3 | %4 | %5 | %6 |\n"_s.arg(code(field.key), aliases.join(u' '), optionsOf(field), typeOf(field),
                                                            code(field.defaultText), help.replace(u'|', u"\\|"_s));
    }
    return table;
}

} // namespace

/// The user guide's table of config keys is the one that the program knows. TROPERO_UPDATE_GUIDE=1 writes it there.
class UserGuideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysTableIsCurrent();
};

void UserGuideTest::keysTableIsCurrent()
{
    const QString begin = u"<!-- keys: generated, see CONTRIBUTING -->\n"_s;
    const QString end = u"<!-- end of keys -->"_s;
    QFile file(guidePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString guide = QString::fromUtf8(file.readAll());
    file.close();
    const qsizetype from = guide.indexOf(begin);
    const qsizetype to = guide.indexOf(end);
    QVERIFY(from >= 0 && to > from);
    const QString current = guide.mid(from + begin.size(), to - from - begin.size());
    if (qEnvironmentVariableIsSet("TROPERO_UPDATE_GUIDE") && current != keysTable()) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write((guide.left(from + begin.size()) + keysTable() + guide.mid(to)).toUtf8());
        return;
    }
    QCOMPARE(current.split(u'\n'), keysTable().split(u'\n'));
}

QTEST_GUILESS_MAIN(UserGuideTest)
#include "tst_userguide.moc"
