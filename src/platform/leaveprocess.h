// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tropero::platform {

/// The last thing in main(), when all that has to be closed or written is: `return leaveProcess(run(argc, argv));`. Unix returns the code. Windows ends all other
/// threads of a process before the libraries clean up, which then may wait for ever for a lock that one of those held (pthread_key_delete of MinGW's C++ library
/// does, now and then); so there the process ends here, without that.
int leaveProcess(int code);

} // namespace tropero::platform
