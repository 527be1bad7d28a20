# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What run.sh and test.sh share.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export LC_ALL=C.UTF-8
# The same sources in another folder are the same objects to ccache.
export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=true

# Compilers run at once: one a core, but at least 1.5 GB of memory for each.
jobs_for_this_machine()
{
    local cores memory
    cores=$(nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2)
    memory=$(awk '/MemAvailable/ { print int($2 / 1572864) }' /proc/meminfo 2>/dev/null || true)
    [ -n "$memory" ] || memory=$cores
    [ "$memory" -ge 1 ] || memory=1
    echo $((memory < cores ? memory : cores))
}

# Runs a command whose output matters only when it fails.
quietly()
{
    local log
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

# configure_and_build PRESET
configure_and_build()
{
    local preset=$1
    echo "Configuring ($preset) …"
    quietly cmake --preset "$preset" || return 1
    echo "Building ($preset) …"
    cmake --build --preset "$preset" --parallel "$(jobs_for_this_machine)" -- --quiet
}
