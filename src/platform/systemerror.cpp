// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/systemerror.h"

#include <utility>

namespace tropero::platform {

std::unexpected<Error> systemFailure(unsigned long error, QString what, QString subject, QString remedy)
{
    return failure(errorCodeOfSystem(error), std::move(what), std::move(subject), systemErrorText(error),
                   std::move(remedy));
}

} // namespace tropero::platform
