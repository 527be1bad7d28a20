#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds and runs every test. The summary of ctest is the last thing
# printed and its exit code is the script's.
#
#   packaging/test.sh [--long] [--sanitize] [--no-install] [ctest arguments …]
#
#   --long         also the long campaigns (label `long`)
#   --sanitize     with AddressSanitizer and UndefinedBehaviorSanitizer
#   --no-install   leave the system as it is
#   e.g. packaging/test.sh -L unit
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$root"

install=yes
preset=dev
left_out='long|bench'
arguments=()
for argument in "$@"; do
    case $argument in
    --long) left_out=bench ;;
    --sanitize) preset=asan ;;
    --no-install) install=no ;;
    -h | --help) sed -n '3,12s/^# \{0,1\}//p' "$0"; exit 0 ;;
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

exec ctest --test-dir "build/$preset" --output-on-failure --no-tests=error \
    --label-exclude "$left_out" --parallel "$(nproc 2>/dev/null || echo 2)" \
    "${arguments[@]+"${arguments[@]}"}"
