// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace tropero {

struct ManagedApp;

/// What is kept of an app on disk: apps/<id>.json.
struct AppRecord
{
    struct Instance
    {
        int number = -1;
        int index = 0;
        bool wantedUp = false;
        bool finished = false; ///< ended by itself for good; a new daemon must not run it again
        qint64 createdAt = 0;

        bool operator==(const Instance&) const = default;
    };

    QString id;
    AppSpec spec;
    QString logBase;
    QList<Instance> instances;
    std::optional<AppSpec> startedWith = {}; ///< as in ManagedApp
    qint64 specChangedAt = 0;

    static AppRecord of(const ManagedApp& app);
    bool operator==(const AppRecord&) const = default;
};

inline constexpr int appRecordSchema = 1;

QByteArray encodeAppRecord(const AppRecord& record);
/// Protocol errors say what is wrong: no JSON (with the place), an unknown schema, a missing or wrong field.
Result<AppRecord> decodeAppRecord(const QByteArray& bytes);

} // namespace tropero
