// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/nodechoices.h"

#include <QDir>
#include <QFile>
#include <QOperatingSystemVersion>
#include <QTemporaryDir>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class TestNodeChoices : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_home;
    EnvironmentMap m_environment;

    QString path(const QString& name) const { return m_home->filePath(name); }
    void file(const QString& name, const QByteArray& text) const
    {
        QVERIFY(QDir(m_home->path()).mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

private Q_SLOTS:
    void init()
    {
        if (QOperatingSystemVersion::currentType() == QOperatingSystemVersion::Windows)
            QSKIP("programs without an extension are no programs there");
        m_home = std::make_unique<QTemporaryDir>();
        m_environment = {{u"HOME"_s, m_home->path()}, {u"N_PREFIX"_s, path(u"n"_s)}, {u"PATH"_s, path(u".nvm/versions/node/v18.20.8/bin"_s)}};
        for (const QString& name : {u".nvm/versions/node/v18.20.8/bin/node"_s, u".nvm/versions/node/v20.1.0/bin/node"_s, u".volta/tools/image/node/20.1.0/bin/node"_s})
            file(name, "#!/bin/sh\n");
    }

    void installedOnesAreListedHighestFirst()
    {
        const NodeChoices choices = nodeChoices(m_environment, path(u"project"_s));
        QCOMPARE(choices.installed.size(), 3);
        QCOMPARE(choices.installed.at(0).interpreter, u"node@20.1.0"_s);
        QCOMPARE(choices.installed.at(0).source, u"nvm"_s);
        QCOMPARE(choices.installed.at(1).interpreter, path(u".volta/tools/image/node/20.1.0/bin/node"_s)); // node@20.1.0 is the other
        QVERIFY(!choices.installed.at(0).isDefault && !choices.installed.at(1).isDefault);
        QCOMPARE(choices.installed.at(2).version, QVersionNumber(18, 20, 8));
        QVERIFY(choices.installed.at(2).isDefault);
        QVERIFY(choices.wanted.isEmpty() && choices.problem.isEmpty());
    }

    void whatTheFolderAsksFor()
    {
        file(u"project/.nvmrc"_s, "18\n");
        NodeChoices choices = nodeChoices(m_environment, path(u"project"_s));
        QCOMPARE(choices.wanted, u"18"_s);
        QCOMPARE(choices.wantedFrom, path(u"project/.nvmrc"_s));
        QCOMPARE(choices.wantedProgram, path(u".nvm/versions/node/v18.20.8/bin/node"_s));
        file(u"project/.nvmrc"_s, "22.4\n");
        choices = nodeChoices(m_environment, path(u"project"_s));
        QVERIFY(choices.wantedProgram.isEmpty());
        QVERIFY2(choices.problem.contains("22.4"_L1), qPrintable(choices.problem));
    }
};

QTEST_GUILESS_MAIN(TestNodeChoices)
#include "test_nodechoices.moc"
