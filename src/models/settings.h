// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"
#include "core/error.h"
#include "models/settingfields.h"

#include <QObject>

namespace tropero {

/// The values of settingFields(), kept in an INI file beside what windows remember for themselves. Each is stored at once.
class Settings : public QObject
{
    Q_OBJECT

public:
    explicit Settings(const QString& file, QObject* parent = nullptr);

    QString file() const { return m_file; }

    /// The default where nothing, or nothing sensible, is stored. Unknown keys are a mistake of the caller.
    QVariant value(setting::Key key) const;
    bool flag(setting::Key key) const { return value(key).toBool(); }
    QString text(setting::Key key) const { return value(key).toString(); }

    /// A new app's policies: the fields of "apps/" over what AppSpec has by default. For the launch dialog; a value that somebody
    /// changes there counts for that app only.
    AppSpec newApp() const;

    /// InvalidArgument for a value that the field does not take; Io when the file cannot be written.
    Result<void> set(const QString& key, const QVariant& value);

    /// As JSON; only what differs from the defaults.
    Result<void> exportTo(const QString& file) const;
    /// All of it or, when anything in it is wrong, nothing. What the file does not name goes back to its default.
    Result<void> importFrom(const QString& file);

Q_SIGNALS:
    void changed(const QString& key);

private:
    QString m_file;
};

/// `spec` with the policies of `defaults` wherever its own are those that every spec begins with.
AppSpec withPolicies(AppSpec spec, const AppSpec& defaults);

} // namespace tropero
