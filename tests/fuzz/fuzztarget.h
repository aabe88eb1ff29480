// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <cstdint>

/// The entry point that libFuzzer and replay.cpp call for each input.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

/// Ends the program: the input broke a promise. Works in release builds too, unlike Q_ASSERT.
#define FUZZ_CHECK(condition) \
    do { \
        if (!(condition)) \
            qFatal("%s:%d: does not hold: %s", __FILE__, __LINE__, #condition); \
    } while (false)
