// SPDX-License-Identifier: GPL-3.0-or-later
// The object that the precompiled headers belong to.
#include "precompiled.h"
