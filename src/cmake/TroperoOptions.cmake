# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler flags for our own code, as one interface target. Vendored code never links it.
add_library(tropero_options INTERFACE)
target_include_directories(tropero_options INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
target_compile_definitions(tropero_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY # every conversion says its encoding
    QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(MSVC)
    target_compile_options(tropero_options INTERFACE /W4 /WX /permissive- /utf-8)
else()
    target_compile_options(tropero_options INTERFACE
        -Wall -Wextra -Wpedantic -Werror
        -Wshadow            # a hidden member is a misread waiting to happen
        -Wnon-virtual-dtor  # deleting through a base must be safe
        -Woverloaded-virtual
        -Wold-style-cast    # casts must say what they do
        -Wnull-dereference
        -Wno-error=null-dereference) # GCC 12 reports false ones inside Qt's inlined containers
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(tropero_options INTERFACE -Wduplicated-cond -Wlogical-op)
    else()
        target_compile_options(tropero_options INTERFACE -Wno-error=deprecated-declarations) # libstdc++ 12 uses its own deprecated ones
    endif()
endif()
if(UNIX)
    # What waits for events is small rather than fast: unused functions go, and -O3 would only copy loops that never run long.
    set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
    target_compile_options(tropero_options INTERFACE $<$<CONFIG:Release>:-ffunction-sections> $<$<CONFIG:Release>:-fdata-sections>)
    target_link_options(tropero_options INTERFACE $<$<CONFIG:Release>:-Wl,--gc-sections>)
endif()
if(UNIX AND NOT APPLE)
    # Two hundred tests are linked with all their debug information: lld takes a fifth of the time of the usual linker.
    find_program(TROPERO_LLD ld.lld)
    if(TROPERO_LLD)
        target_link_options(tropero_options INTERFACE $<$<CONFIG:Debug>:-fuse-ld=lld>)
    endif()
endif()
if(WIN32)
    target_compile_definitions(tropero_options INTERFACE UNICODE _UNICODE NOMINMAX WIN32_LEAN_AND_MEAN _WIN32_WINNT=0x0A00)
    # The same sources make the same programs: no time of the build in them.
    target_link_options(tropero_options INTERFACE $<IF:$<CXX_COMPILER_ID:MSVC>,/Brepro,-Wl$<COMMA>--no-insert-timestamp>)
endif()
option(TROPERO_FUZZER "Build the fuzz targets with libFuzzer (clang only)" OFF)
if(TROPERO_SANITIZE)
    target_compile_options(tropero_options INTERFACE -fsanitize=${TROPERO_SANITIZE} -fno-omit-frame-pointer -g1)
    target_link_options(tropero_options INTERFACE -fsanitize=${TROPERO_SANITIZE})
endif()
if(TROPERO_TIDY)
    # Older ones cannot read the std::expected of GCC 12 (conditionally trivial destructors came with clang 16, full concepts with 19).
    find_program(TROPERO_CLANG_TIDY NAMES clang-tidy-22 clang-tidy-21 clang-tidy-20 clang-tidy-19)
    if(NOT TROPERO_CLANG_TIDY)
        message(FATAL_ERROR "TROPERO_TIDY needs clang-tidy 19 or newer: apt-get install clang-tidy-19")
    endif()
    # The compiler's flags are GCC's; clang does not know all of its warnings.
    set(CMAKE_CXX_CLANG_TIDY ${TROPERO_CLANG_TIDY} --quiet --extra-arg=-Wno-unknown-warning-option)
endif()
file(WRITE ${CMAKE_BINARY_DIR}/generated/version.h.new
"// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma once\n#define TROPERO_VERSION \"${PROJECT_VERSION}\"\n")
file(COPY_FILE ${CMAKE_BINARY_DIR}/generated/version.h.new ${CMAKE_BINARY_DIR}/generated/version.h ONLY_IF_DIFFERENT)

# tropero_library(name [SMALL] LINKS libs... SOURCES files...): a static library of our own code. Links are PUBLIC: they follow the
# include graph. SMALL: optimised for size in a release, for what a daemon or guard keeps in memory all day.
function(tropero_library name)
    cmake_parse_arguments(arg "SMALL" "" "LINKS;SOURCES" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC tropero_options ${arg_LINKS})
    if(arg_SMALL AND UNIX)
        target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-Os>)
    endif()
endfunction()
