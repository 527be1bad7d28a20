# SPDX-License-Identifier: GPL-3.0-or-later
# Options and compiler settings shared by every target.
option(VIGIE_BUILD_TESTS "Build the tests and benchmarks" ON)
option(VIGIE_BUILD_CLIENT "Build the desktop client" ON)
option(VIGIE_BUILD_SERVER "Build the embedded server" ON)
option(VIGIE_PCH "Precompile the libraries' headers that nearly every file includes (Clang)" OFF)
option(VIGIE_WERROR "Treat warnings as errors" OFF)
set(VIGIE_SANITIZE "" CACHE STRING "Sanitizers: empty, 'address,undefined' or 'thread'")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(VIGIE_CCACHE ccache)
if(VIGIE_PCH AND NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    set(VIGIE_PCH OFF)
endif()
if(VIGIE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${VIGIE_CCACHE}")
    if(VIGIE_PCH)
        # Without these it caches nothing that uses precompiled headers.
        set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
            CCACHE_SLOPPINESS=pch_defines,time_macros "${VIGIE_CCACHE}")
    endif()
endif()

# A hundred and fifty test programs are linked in a third of the time.
find_program(VIGIE_LLD ld.lld)
mark_as_advanced(VIGIE_LLD)

add_library(vigie_settings INTERFACE)
if(VIGIE_LLD AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT APPLE AND NOT WIN32)
    target_link_options(vigie_settings INTERFACE -fuse-ld=lld)
endif()
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

# vigie_precompiled(name LINK lib... HEADERS header...): headers that other targets take over with
# vigie_use_precompiled(). Whoever does needs at least the definitions that come with `lib...`.
function(vigie_precompiled name)
    cmake_parse_arguments(arg "" "" "LINK;HEADERS" ${ARGN})
    file(GENERATE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp" CONTENT "int main() { return 0; }\n")
    add_executable(${name} EXCLUDE_FROM_ALL "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
    target_link_libraries(${name} PRIVATE vigie_settings ${arg_LINK})
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
    target_compile_options(${name} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
endfunction()

function(vigie_use_precompiled target name)
    if(VIGIE_PCH)
        target_precompile_headers(${target} REUSE_FROM ${name})
        target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
    endif()
endfunction()
