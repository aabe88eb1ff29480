// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/socketlauncher.h"

#include "platform/becomeprogram.h"

#include <cstring>

namespace tropero {

std::optional<int> launchWithSockets(int argc, char* argv[])
{
    enum Place { Option = 1, Count, Names, End, Program };
    if (argc <= Program || std::strcmp(argv[Option], "--with-sockets") != 0 || std::strcmp(argv[End], "--") != 0)
        return std::nullopt;
    return platform::becomeProgramWithSockets(argv[Count], argv[Names], argv + Program);
}

} // namespace tropero
