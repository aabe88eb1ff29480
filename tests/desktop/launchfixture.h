// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

#include <memory>

namespace tropero::test {

using namespace Qt::StringLiterals;

inline constexpr int patience = 15'000; // other threads look, on a machine that may be busy

/// A folder with a script for the launch dialog, and the dialog's parts. renew() before each case.
class LaunchFixture : public QObject
{
protected:
    void renew()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_script = write(u"server.js"_s);
    }
    QString write(const QString& name, const QByteArray& text = {}) const
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) return {};
        file.write(text);
        return path;
    }

    static QPushButton* launchButton(const QWidget& dialog) { return dialog.findChild<QPushButton*>(u"primary"_s); }
    static QLineEdit* line(const QWidget& dialog, const QString& name) { return dialog.findChild<QLineEdit*>(name); }
    static QString command(const QWidget& dialog) { return line(dialog, u"command"_s)->text(); }
    static QString note(const QWidget& dialog) { return dialog.findChild<QLabel*>(u"launchNote"_s)->text(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_script;
};

} // namespace tropero::test
