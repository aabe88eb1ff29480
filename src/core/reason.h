// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/reasoncode.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace tropero {

/// Why something happened. It carries an English text, which is what files, logs and scripts get, and a code with arguments, from which a reader
/// words it in the own language. A text without a code (of an app, of an older program, or of a code that is not known here) is shown as it is.
class Reason
{
public:
    Reason() = default;
    Reason(QString text) : m_text(std::move(text)) {} // NOLINT(google-explicit-constructor): a text is a reason
    /// `arguments` as the code's line in reasoncode.cpp says: texts, numbers, milliseconds, bytes, or asArgument() of another reason.
    static Reason of(ReasonCode code, const QJsonArray& arguments = {});
    /// How a process ended; signal 0: by itself, with that code.
    static Reason ofExit(int code, int signal);
    static Reason ofError(const Error& error);

    bool isEmpty() const { return m_text.isEmpty(); }
    bool contains(const QString& part) const { return m_text.contains(part); }
    /// English.
    const QString& text() const { return m_text; }
    operator const QString&() const { return m_text; } // NOLINT(google-explicit-constructor)
    /// In the language of now.
    QString words() const;
    /// What ofError() was given, but for its code (Internal); of other reasons the text alone.
    Error asError() const;

    QJsonValue asArgument() const;
    /// As "reason" and "cause" (docs/protocol.md, "Reason"); nothing when it is empty.
    void write(QJsonObject& json) const;
    static Reason read(const QJsonObject& json);

    bool operator==(const Reason&) const = default;
    bool operator==(const QString& text) const { return m_text == text; }

private:
    QString m_text;
    QJsonObject m_cause; ///< {"code", "with"}; empty: there is only the text
};

} // namespace tropero
