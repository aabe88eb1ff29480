// SPDX-License-Identifier: GPL-3.0-or-later
#ifdef __linux__
#endif
