#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds and runs every test. The summary of ctest is the last thing
# printed and its exit code is the script's.
#
#   packaging/test.sh [--plain] [--long] [--no-install] [ctest arguments …]
#
#   --plain        one debug build instead of the two below: quicker, for work in between
#   --long         also the long campaigns (label `long`)
#   --no-install   leave the system as it is
#   e.g. packaging/test.sh --plain -L unit
#
# Two builds: the whole suite with AddressSanitizer and UndefinedBehaviorSanitizer (Clang), and an
# optimised one (GCC) for the simulation, which plays hundreds of worlds, and for the server's memory.
# With ctest arguments only the first one runs.
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$root"

install=yes
preset=asan
left_out='long|bench'
arguments=()
for argument in "$@"; do
    case $argument in
    --long) left_out=bench ;;
    --plain) preset=dev ;;
    --no-install) install=no ;;
    -h | --help) sed -n '3,16s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) arguments+=("$argument") ;;
    esac
done

[ "$install" = no ] || packaging/install-deps build test
configure_and_build "$preset"

export QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='qt.qpa.*=false' PYTHONDONTWRITEBYTECODE=1
export ASAN_OPTIONS="detect_stack_use_after_return=1:strict_string_checks=1:${ASAN_OPTIONS-}"
export UBSAN_OPTIONS="print_stacktrace=1:${UBSAN_OPTIONS-}"
export LSAN_OPTIONS="suppressions=$root/packaging/leaks.supp:print_suppressions=0:${LSAN_OPTIONS-}"
# A test that asks for a session bus would talk to the developer's own keychain and desktop.
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY

# run_tests PRESET [ctest arguments …]
run_tests()
{
    local built=$1
    shift
    ctest --test-dir "build/$built" --output-on-failure --no-tests=error \
        --label-exclude "$left_out" --parallel "$(nproc 2>/dev/null || echo 2)" "$@"
}

if [ "$preset" = asan ] && [ ${#arguments[@]} -eq 0 ]; then
    # What the simulation says about itself is said by the optimised build below.
    run_tests asan --exclude-regex '^simulation\.(notices|same|whatever)'
    configure_and_build worlds
    run_tests worlds --tests-regex '^simulation|tst_hardtokill'
else
    run_tests "$preset" "${arguments[@]+"${arguments[@]}"}"
fi
