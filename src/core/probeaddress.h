// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

namespace tropero {

/// What a readiness probe asks: "http://host:port/path" (port 80 when left out) or "tcp://host:port".
struct ProbeAddress
{
    bool http = false; ///< false: a connection that is accepted is enough
    QString host;      ///< without the brackets of an IPv6 address
    int port = 0;
    QString path;      ///< with its query, encoded; "/" at least for http, empty for tcp

    /// InvalidArgument; Unsupported for https.
    static Result<ProbeAddress> parse(const QString& url);
    bool operator==(const ProbeAddress&) const = default;
};

} // namespace tropero
