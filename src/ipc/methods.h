// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

/// Every method and notification of the protocol, grouped by direction. Parameters and results: docs/protocol.md.
namespace tropero::ipc {

inline constexpr int protocolVersion = 1;
inline constexpr qint64 maxRequestBytes = 8 * 1024 * 1024;   ///< longest line that a daemon accepts
inline constexpr qint64 maxReplyBytes = 64 * 1024 * 1024;    ///< longest line that a client accepts
inline constexpr int maxDepth = 32;                          ///< deepest nesting of a message

namespace method {
using Name = QLatin1StringView;
// client -> daemon
inline constexpr Name hello{"daemon.hello"};
inline constexpr Name ping{"daemon.ping"};
inline constexpr Name status{"daemon.status"};
inline constexpr Name shutdown{"daemon.shutdown"};
inline constexpr Name appsCreate{"apps.create"};
inline constexpr Name appsList{"apps.list"};
inline constexpr Name appsEnvironment{"apps.environment"};
inline constexpr Name appsResurrect{"apps.resurrect"};
inline constexpr Name appsUpdate{"apps.update"};
inline constexpr Name instancesStart{"instances.start"};
inline constexpr Name instancesStop{"instances.stop"};
inline constexpr Name instancesRestart{"instances.restart"};
inline constexpr Name instancesReload{"instances.reload"};
inline constexpr Name instancesCancelReload{"instances.cancelReload"};
inline constexpr Name instancesTrigger{"instances.trigger"};
inline constexpr Name appsScale{"apps.scale"};
inline constexpr Name instancesDelete{"instances.delete"};
inline constexpr Name instancesReset{"instances.reset"};
inline constexpr Name instancesSignal{"instances.signal"};
inline constexpr Name instancesFlush{"instances.flush"};
inline constexpr Name instancesSelect{"instances.select"};
inline constexpr Name stateSubscribe{"state.subscribe"};
inline constexpr Name stateUnsubscribe{"state.unsubscribe"};
inline constexpr Name historyMetrics{"history.metrics"};
inline constexpr Name historyEvents{"history.events"};
// guard -> daemon
inline constexpr Name guardHello{"guard.hello"};
inline constexpr Name guardEvents{"guard.events"};
} // namespace method

namespace notification {
using Name = QLatin1StringView;
// daemon -> client
inline constexpr Name stateChanged{"state.changed"};
inline constexpr Name event{"event"};
// guard -> daemon
inline constexpr Name guardStatus{"guard.status"};
} // namespace notification

namespace guard {
using Name = QLatin1StringView;
// daemon -> guard
inline constexpr Name configure{"guard.configure"};
inline constexpr Name command{"guard.command"};
inline constexpr Name end{"guard.end"};
} // namespace guard

} // namespace tropero::ipc
