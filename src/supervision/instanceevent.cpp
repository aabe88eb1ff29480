// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/instanceevent.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr std::array kindKeys{"online"_L1,  "exit"_L1,         "restart"_L1,      "stop"_L1,
                              "errored"_L1, "start-failed"_L1, "memory-limit"_L1, "log-loss"_L1,
                              "reload"_L1,  "reload-failed"_L1, "misbehaved"_L1,  "note"_L1};

} // namespace

QString eventKindKey(InstanceEvent::Kind kind)
{
    return kindKeys.at(static_cast<std::size_t>(kind));
}

QJsonObject InstanceEvent::toJson() const
{
    QJsonObject json{{u"at"_s, at},
                     {u"number"_s, number},
                     {u"kind"_s, eventKindKey(kind)},
                     {u"from"_s, stateKey(from)},
                     {u"to"_s, stateKey(to)}};
    reason.write(json);
    if (pid > 0)
        json[u"pid"_s] = pid;
    if (kind == Kind::Exit) {
        json[u"exitCode"_s] = exitCode;
        json[u"exitSignal"_s] = exitSignal;
    }
    return json;
}

} // namespace tropero
