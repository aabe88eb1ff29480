// SPDX-License-Identifier: GPL-3.0-or-later
// Subject program for tests, the same on every system and with nothing to install. Its first argument says what it does:
//   wait                     waits until it is killed
//   exit CODE [MS]           waits MS, then ends
//   print TEXT [ERROR-TEXT]  prints a line to each stream, then waits
//   flood BYTES [exit]       writes that many pseudo-random bytes in chunks of odd sizes, then waits or ends
//   lines COUNT              writes numbered lines to both streams in turn, then ends
//   environment NAME...      prints NAME=VALUE lines, then waits
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#endif

namespace {

[[noreturn]] void waitForEver()
{
    for (;;)
        std::this_thread::sleep_for(std::chrono::hours(1));
}

void flood(long long bytes)
{
    // The same bytes each time, so that a test knows what must arrive.
    std::uint64_t state = 88172645463325252ULL;
    std::vector<char> chunk;
    std::size_t size = 1;
    while (bytes > 0) {
        size = size * 7 % 70'001 + 1;
        chunk.resize(static_cast<std::size_t>(std::min<long long>(bytes, static_cast<long long>(size))));
        for (char& byte : chunk) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            byte = static_cast<char>(state);
        }
        std::fwrite(chunk.data(), 1, chunk.size(), stdout);
        bytes -= static_cast<long long>(chunk.size());
    }
    std::fflush(stdout);
}

} // namespace

int main(int argc, char* argv[])
{
#ifdef _WIN32
    _setmode(_fileno(stdout), _O_BINARY); // bytes as they are
    _setmode(_fileno(stderr), _O_BINARY);
#endif
    const std::string what = argc > 1 ? argv[1] : "wait";
    if (what == "exit") {
        if (argc > 3)
            std::this_thread::sleep_for(std::chrono::milliseconds(std::atoi(argv[3])));
        return argc > 2 ? std::atoi(argv[2]) : 0;
    }
    if (what == "print") {
        if (argc > 2)
            std::printf("%s\n", argv[2]);
        std::fflush(stdout);
        if (argc > 3)
            std::fprintf(stderr, "%s\n", argv[3]);
    } else if (what == "flood") {
        flood(argc > 2 ? std::atoll(argv[2]) : 1'000'000);
        if (argc > 3)
            return 0;
    } else if (what == "lines") {
        const int count = argc > 2 ? std::atoi(argv[2]) : 10;
        for (int i = 0; i < count; ++i) {
            std::fprintf(i % 2 == 0 ? stdout : stderr, "line %d\n", i);
            std::fflush(i % 2 == 0 ? stdout : stderr);
        }
        return 0;
    } else if (what == "environment") {
        for (int i = 2; i < argc; ++i) {
            const char* value = std::getenv(argv[i]);
            std::printf("%s=%s\n", argv[i], value ? value : "<unset>");
        }
        std::fflush(stdout);
    }
    waitForEver();
}
