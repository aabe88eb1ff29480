// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/leaveprocess.h"

// The linker's --wrap=main: a test leaves as the programs do, whose end would hang now and then as well.
extern "C" int __real_main(int argc, char** argv);
extern "C" int __wrap_main(int argc, char** argv);

extern "C" int __wrap_main(int argc, char** argv)
{
    return tropero::platform::leaveProcess(__real_main(argc, argv));
}
