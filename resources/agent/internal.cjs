// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

// Node's own rule for messages that are not for the app.
function isInternal(message) {
    return message !== null && typeof message === 'object' && typeof message.cmd === 'string' && message.cmd.startsWith('NODE_');
}

module.exports = { isInternal };
