#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Shows Vigie on this machine: builds it, starts a private server with sample data and opens the
# desktop client, signed in as an agent. Quick the second time.
#
#   packaging/run.sh [--as LOGIN] [--data DIR] [--tour DIR] [--fresh] [--no-install]
#
#   --as LOGIN     who signs in: ben (agent, the default), anna (employee), claire (administrator)
#   --data DIR     where server and client keep their data (default: ~/.local/share/vigie-demo)
#   --tour DIR     play the guided tour and write its pictures there, instead of opening a window
#   --fresh        throw the demo's data away first
#   --no-install   leave the system as it is
#
# A second run.sh while the first one is open uses the same server: open one window as ben and
# one as anna, and watch a report travel.
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

login=ben
data=${XDG_DATA_HOME:-$HOME/.local/share}/vigie-demo
tour=
fresh=no
install=yes
while [ $# -gt 0 ]; do
    case $1 in
    --as) login=${2:?--as needs a login}; shift ;;
    --data) data=${2:?--data needs a folder}; shift ;;
    --tour) tour=${2:?--tour needs a folder}; shift ;;
    --fresh) fresh=yes ;;
    --no-install) install=no ;;
    -h | --help) sed -n '3,17s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "run.sh: unknown option $1 (see --help)" >&2; exit 2 ;;
    esac
    shift
done
# Folders are meant from where the person stands, not from where the sources are.
case $data in /*) ;; *) data=$PWD/$data ;; esac
case $tour in '' | /*) ;; *) tour=$PWD/$tour ;; esac
cd "$root"

[ "$install" = no ] || packaging/install-deps build run
configure_and_build release
server=$root/build/release/bin/vigie-server
client=$root/build/release/bin/vigie

if [ -z "$tour" ] && [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ] && [ "$(uname)" = Linux ]; then
    tour=$PWD/build/tour
    echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so Vigie plays its"
    echo "guided tour without one."
fi
if [ -n "$tour" ]; then
    # The tour brings its own server and people; it leaves the demo's data alone.
    mkdir -p "$tour"
    QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} "$client" --tour "$tour"
    echo "The tour's pictures are in $tour"
    exit
fi

umask 077
ready=$data/ready.json
# Prints a text or number of the ready file: from_ready NAME
from_ready()
{
    sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" "$ready" 2>/dev/null
}
server_answers()
{
    local pid
    pid=$(from_ready pid)
    [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null \
        && case $(cat "/proc/$pid/comm" 2>/dev/null || echo vigie-server) in vigie-server) true ;; *) false ;; esac
}

if [ "$fresh" = yes ] && [ -e "$data" ]; then
    if server_answers; then
        echo "run.sh: a demo is open on $data; close it before --fresh" >&2
        exit 1
    fi
    # Only what this script made: a mistyped --data must not cost a home folder.
    rm -rf "$data/server" "$data/client" "$ready" "$data/server.log" "$data/sample-is-in"
fi
mkdir -p "$data"

started=
if ! server_answers; then
    rm -f "$ready"
    if [ ! -e "$data/sample-is-in" ]; then
        echo "Bringing in the sample: 4,600 tickets, once …"
        rm -rf "$data/server"
        if ! quietly "$server" import "$root/resources/sample/sample.jsonl.zst" --data "$data/server"; then
            echo "run.sh: the sample could not be brought in (see above)" >&2
            exit 1
        fi
        touch "$data/sample-is-in"
    fi
    "$server" serve --data "$data/server" --listen 127.0.0.1:0 --ready-file "$ready" \
        >"$data/server.log" 2>&1 </dev/null &
    started=$!
    # shellcheck disable=SC2064 # this process id, not a later one
    trap "kill $started 2>/dev/null; wait $started 2>/dev/null || true" EXIT
    for _ in $(seq 300); do
        [ -s "$ready" ] && break
        kill -0 "$started" 2>/dev/null || break
        sleep 0.1
    done
    if [ ! -s "$ready" ]; then
        echo "run.sh: the server did not start:" >&2
        tail -n 20 "$data/server.log" >&2
        exit 1
    fi
fi

url=https://127.0.0.1:$(from_ready port)
fingerprint=$(from_ready fingerprint)
passwords=$data/demo-password
printf 'vigie\n' >"$passwords"
echo
echo "The server is at $url"
echo "Signed in as $login; the password of every demo account is \"vigie\"."
echo "As an employee, from a second terminal:  packaging/run.sh --as anna"
echo

# One profile a person, so that two windows do not share an outbox.
status=0
"$client" --profile "$data/client/$login" --server "$url" --sign-in "$login" \
    --password-file "$passwords" --pin "$fingerprint" || status=$?
if [ -n "$started" ] && [ "$status" -eq 0 ]; then
    echo "The window is closed; the demo's server stops too. The data stays in $data"
fi
exit "$status"
