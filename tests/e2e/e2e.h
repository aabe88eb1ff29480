// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox.h"

#include <QTest>

#define RUN_OK(...) \
    do { \
        const Outcome outcome_ = m_box->run(__VA_ARGS__); \
        QVERIFY2(outcome_.code == 0, QByteArray(outcome_.out + outcome_.err).constData()); \
    } while (false)

/// A suite whose every test has a sandbox of its own.
class SandboxTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<Sandbox> m_box;

private Q_SLOTS:
    void init()
    {
        m_box = std::make_unique<Sandbox>();
        m_box->file(QStringLiteral("idle.js"), "console.log('up'); setInterval(() => {}, 1000);");
        m_box->file(QStringLiteral("echo.js"),
                    "console.log('hello', process.argv.slice(2).join('|')); console.error('oops'); setInterval(() => {}, 1000);");
    }
    void cleanup() { m_box.reset(); }
};
