# SPDX-License-Identifier: GPL-3.0-or-later
# One call per folder keeps the folders' CMakeLists.txt to what differs between them.

# vigie_add_layer(name LINK lib...): a static library of every source in the calling folder.
function(vigie_add_layer name)
    cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
    if(IS_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}/platform")
        vigie_platform_sources(platformSources "${CMAKE_CURRENT_SOURCE_DIR}/platform")
        list(APPEND sources ${platformSources})
    endif()
    add_library(${name} STATIC ${sources})
    set_target_properties(${name} PROPERTIES AUTOMOC ON LINKER_LANGUAGE CXX)
    target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PUBLIC vigie_settings ${arg_LINK})
    if(CMAKE_CURRENT_SOURCE_DIR MATCHES "/app/" AND NOT CMAKE_CURRENT_SOURCE_DIR MATCHES "/server/")
        vigie_use_precompiled(${name} vigie_pch_app)
    else()
        vigie_use_precompiled(${name} vigie_pch_core)
    endif()
endfunction()

# Per-system files end in _linux, _unix, _win or _mac and are chosen here, not by #ifdef.
function(vigie_platform_sources result folder)
    file(GLOB found CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h)
    if(WIN32)
        set(foreign "_(linux|unix|x11|mac)\\.(cpp|h)$")
    elseif(APPLE)
        set(foreign "_(linux|x11|win)\\.(cpp|h)$")
    else()
        set(foreign "_(win|mac)\\.(cpp|h)$")
    endif()
    list(FILTER found EXCLUDE REGEX "${foreign}")
    set(${result} ${found} PARENT_SCOPE)
endfunction()

# vigie_add_tests(label LINK lib... [TIMEOUT seconds] [WIDGETS]): one CTest entry per tst_*.cpp in
# the folder. WIDGETS: they are about widgets.
function(vigie_add_tests label)
    cmake_parse_arguments(arg "WIDGETS" "TIMEOUT" "LINK" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    file(GLOB tests CONFIGURE_DEPENDS tst_*.cpp)
    list(LENGTH tests count)
    get_filename_component(folder "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
    set(precompiled vigie_pch_${folder})
    if(VIGIE_PCH AND count GREATER 4)
        vigie_precompiled(${precompiled} LINK ${arg_LINK} Qt6::Test
            HEADERS <QtTest/QtTest> $<$<BOOL:${arg_WIDGETS}>:<QtWidgets/QtWidgets$<ANGLE-R>>
                    <algorithm> <functional> <memory> <optional> <variant>)
    endif()
    foreach(file IN LISTS tests)
        get_filename_component(name ${file} NAME_WE)
        add_executable(${name} ${file})
        # What it includes itself is all that there is to make: AUTOMOC would run two steps more and
        # compile one file more, for each of nearly two hundred tests.
        set_target_properties(${name} PROPERTIES AUTOMOC OFF)
        set(moc "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc/${name}.moc")
        qt6_generate_moc(${file} "${moc}" TARGET ${name})
        target_sources(${name} PRIVATE "${moc}")
        target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
        if(VIGIE_SANITIZE) # reports name functions without it, and a fifth of the compiler's time goes
            target_compile_options(${name} PRIVATE -g0)
        endif()
        target_link_libraries(${name} PRIVATE vigie_settings ${arg_LINK} Qt6::Test)
        if(TARGET ${precompiled})
            vigie_use_precompiled(${name} ${precompiled})
        endif()
        add_test(NAME ${label}.${name} COMMAND ${name})
        set_tests_properties(${label}.${name} PROPERTIES LABELS ${label} TIMEOUT ${arg_TIMEOUT}
            # Qt Test would give up by itself after five minutes of all functions together.
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;QTEST_FUNCTION_TIMEOUT=${arg_TIMEOUT}000")
    endforeach()
endfunction()
