// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/singleinstance.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <qt_windows.h>
#include <objbase.h>
#include <shellapi.h>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

const auto classes = "HKEY_CURRENT_USER\\Software\\Classes"_L1;
const auto ownClass = "Tropero.Test"_L1;

} // namespace

/// "Open with Tropero" as the shell does it: by the command in the registry, which hands the file to the window that is there (this test). With
/// TROPERO_TEST_INSTALLED the entries are those of the installation, else this test's own, of the same form.
class OpenWithTest : public QObject
{
    Q_OBJECT

    const bool m_installed = qEnvironmentVariableIsSet("TROPERO_TEST_INSTALLED");
    QTemporaryDir m_folder;

    /// True when the shell has carried it out. The class is named by its key: Wine 8 finds none of the user's own by name.
    static bool open(const QString& className, const QString& verb, const QString& file)
    {
        HKEY key = nullptr;
        if (::RegOpenKeyExW(HKEY_CURRENT_USER, (u"Software\\Classes\\"_s + className).toStdWString().c_str(), 0, KEY_READ, &key) != ERROR_SUCCESS) return false;
        const std::wstring action = verb.toStdWString();
        const std::wstring path = QDir::toNativeSeparators(file).toStdWString();
        SHELLEXECUTEINFOW info{};
        info.cbSize = sizeof info;
        info.fMask = SEE_MASK_CLASSKEY | SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI;
        info.hkeyClass = key;
        info.lpVerb = action.c_str();
        info.lpFile = path.c_str();
        info.nShow = SW_SHOWNORMAL;
        const BOOL done = ::ShellExecuteExW(&info);
        ::RegCloseKey(key);
        return done;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(SUCCEEDED(::CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED)));
        if (m_installed) return;
        QSettings registry(classes, QSettings::NativeFormat);
        registry.setValue(ownClass + "/shell/open/command/."_L1,
                          u'"' + QDir::toNativeSeparators(QFileInfo(QStringLiteral(TROPERO_TEST_BIN "/tropero-desktop.exe")).absoluteFilePath()) + u"\" \"%1\""_s);
        registry.sync();
        QCOMPARE(registry.status(), QSettings::NoError);
    }
    void cleanupTestCase()
    {
        if (!m_installed) QSettings(classes, QSettings::NativeFormat).remove(ownClass);
        ::CoUninitialize();
    }

    void theFileArrives_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"server.js"_s;
        QTest::newRow("spaces") << u"my  app/a server.js"_s;
        QTest::newRow("accents") << u"ñandú/él.js"_s;
        QTest::newRow("other scripts") << u"日本 🚀/サーバ.js"_s;
        QTest::newRow("ampersand") << u"a & b/x&y.js"_s;
        QTest::newRow("percent") << u"100%/a%20b %PATH% %1.js"_s;
        QTest::newRow("caret, quotes, commas") << u"it's ^ (1), [2]; {3}=4!/a^b.js"_s;
        QTest::newRow("like an option") << u"--quit/-x --launch.js"_s;
    }
    void theFileArrives()
    {
        QFETCH(QString, name);
        const QString file = m_folder.filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QFile script(file);
        QVERIFY(script.open(QFile::WriteOnly));
        script.close();
        QTemporaryDir home;
        qputenv("TROPERO_HOME", QDir::toNativeSeparators(home.path()).toUtf8());
        SingleInstance first(home.path());
        const Result<bool> claimed = first.claim({});
        QVERIFY2(claimed && *claimed, claimed ? "" : qPrintable(claimed.error().message()));
        QSignalSpy handed(&first, &SingleInstance::handedOver);
        const QList<std::pair<QString, QString>> ways = m_installed
            ? QList<std::pair<QString, QString>>{{u"Tropero.Script"_s, u"open"_s}, {u"SystemFileAssociations\\.js"_s, u"Tropero"_s}}
            : QList<std::pair<QString, QString>>{{ownClass, u"open"_s}};
        for (const auto& [className, verb] : ways) {
            handed.clear();
            QVERIFY2(open(className, verb, file), qPrintable(className + u": "_s + qt_error_string()));
            QTRY_COMPARE_WITH_TIMEOUT(handed.size(), 1, 30'000);
            QCOMPARE(handed.first().first().value<WindowWishes>(), (WindowWishes{{file}, {}}));
        }
    }
};

QTEST_GUILESS_MAIN(OpenWithTest)
#include "tst_openwith.moc"
