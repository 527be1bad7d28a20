# SPDX-License-Identifier: GPL-3.0-or-later
# Options and compiler settings shared by every target.
option(VIGIE_BUILD_TESTS "Build the tests and benchmarks" ON)
option(VIGIE_BUILD_CLIENT "Build the desktop client" ON)
option(VIGIE_BUILD_SERVER "Build the embedded server" ON)
option(VIGIE_WERROR "Treat warnings as errors" OFF)
set(VIGIE_SANITIZE "" CACHE STRING "Sanitizers: empty, 'address,undefined' or 'thread'")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(VIGIE_CCACHE ccache)
if(VIGIE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${VIGIE_CCACHE}")
endif()

add_library(vigie_settings INTERFACE)
target_compile_definitions(vigie_settings INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    VIGIE_VERSION="${PROJECT_VERSION}")
if(MSVC)
    target_compile_options(vigie_settings INTERFACE /W4 /permissive- /utf-8 /Zc:__cplusplus
        $<$<BOOL:${VIGIE_WERROR}>:/WX>)
    target_compile_definitions(vigie_settings INTERFACE NOMINMAX WIN32_LEAN_AND_MEAN)
else()
    target_compile_options(vigie_settings INTERFACE -Wall -Wextra -Wpedantic -Wshadow
        -Wnon-virtual-dtor -Woverloaded-virtual $<$<BOOL:${VIGIE_WERROR}>:-Werror>)
    # GCC 12 sees uninitialized members in every moved tl::expected as soon as it optimizes.
    target_compile_options(vigie_settings INTERFACE
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    # Symbols for stack traces, without the link times of full debug information.
    target_compile_options(vigie_settings INTERFACE $<$<CONFIG:Debug>:-g1>)
    if(VIGIE_SANITIZE)
        target_compile_options(vigie_settings INTERFACE -fsanitize=${VIGIE_SANITIZE}
            -fno-omit-frame-pointer -fno-sanitize-recover=all)
        # Clang 14 cannot place the type information of coroutines (llvm issue 49689).
        target_compile_options(vigie_settings INTERFACE
            $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=function>)
        target_link_options(vigie_settings INTERFACE -fsanitize=${VIGIE_SANITIZE})
    else()
        target_compile_options(vigie_settings INTERFACE
            $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2 -fstack-protector-strong>)
        if(NOT APPLE)
            target_link_options(vigie_settings INTERFACE -Wl,-z,relro,-z,now)
        endif()
    endif()
    if(VIGIE_BUILD_TESTS)
        target_compile_definitions(vigie_settings INTERFACE _GLIBCXX_ASSERTIONS)
    endif()
endif()
