// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;

class ResourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The same sources make the same programs, whenever they were checked out or built.
    void noTimesAreBuiltIn()
    {
        for (const QString& folder : {u":/icons"_s, u":/samples"_s, u":/theme"_s, u":/i18n"_s}) { // Qt has others
            QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories);
            QVERIFY2(all.hasNext(), qPrintable(folder));
            while (all.hasNext()) {
                const QFileInfo file(all.next());
                QVERIFY2(!file.lastModified().isValid(), qPrintable(file.filePath()));
            }
        }
    }
};

QTEST_GUILESS_MAIN(ResourcesTest)
#include "tst_resources.moc"
