#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test on a Wayland desktop of its own: a compositor without a screen (sway), and the
# portal that takes its pictures.
#
#   wayland.sh TEST [ARGUMENT...]
#
# All of it runs as somebody without rights: the compositor refuses to be started by root. Ends
# with 77 where the desktop cannot be started: it is not installed, or nobody's programs may not be
# run here.
set -euo pipefail

skip() {
    echo "SKIP   : no Wayland desktop for this test: $1"
    exit 77
}

test=$(readlink -f "$1")
shift
for tool in sway grim pipewire dbus-run-session setpriv; do
    command -v "$tool" >/dev/null || skip "$tool is not installed"
done
[ -x /usr/libexec/xdg-desktop-portal-wlr ] || skip "xdg-desktop-portal-wlr is not installed"

desk=$(mktemp -d "${TMPDIR:-/tmp}/vigie-wayland.XXXXXX")
trap 'rm -rf "$desk"' EXIT
mkdir -m 700 "$desk/run" "$desk/home" "$desk/tmp"
# A copy: the build folder may be closed to others.
cp "$test" "$desk/test"

cat > "$desk/inside.sh" <<'INSIDE'
#!/bin/bash
# Started by the compositor, so that it knows the display.
export QT_QPA_PLATFORM=wayland
dbus-update-activation-environment WAYLAND_DISPLAY XDG_CURRENT_DESKTOP TMPDIR \
    XDG_DESKTOP_PORTAL_DIR
code=0
"$VIGIE_DESK/test" "$@" > "$VIGIE_DESK/said" 2>&1 || code=$?
echo "$code" > "$VIGIE_DESK/code"
swaymsg exit
INSIDE
cat > "$desk/session.sh" <<'SESSION'
#!/bin/bash
pipewire > "$VIGIE_DESK/pipewire.log" 2>&1 &
# The portal offers no pictures when it is not there yet.
for _ in $(seq 200); do
    [ -S "$XDG_RUNTIME_DIR/pipewire-0" ] && break
    sleep 0.05
done
timeout 150 sway --config "$VIGIE_DESK/sway.conf" > "$VIGIE_DESK/sway.log" 2>&1
kill %1
SESSION
# The portal takes pictures only where something could ask the person first. Nothing asks here: it
# trusts programs that run outside of a sandbox.
mkdir "$desk/portals"
cp /usr/share/xdg-desktop-portal/portals/wlr.portal "$desk/portals/"
cat > "$desk/portals/access.portal" <<'PORTAL'
[portal]
DBusName=org.freedesktop.impl.portal.desktop.nobody
Interfaces=org.freedesktop.impl.portal.Access;
UseIn=sway;
PORTAL
chmod 755 "$desk" "$desk"/*.sh "$desk/test"
{
    echo "xwayland disable"
    echo "output * resolution 1280x720 background #204060 solid_color"
    printf 'exec %q' "$desk/inside.sh"
    [ $# -eq 0 ] || printf ' %q' "$@"
    echo
} > "$desk/sway.conf"

# Leaks are looked for in the other tests of this code: the list of those that belong to the
# system's libraries may lie where nobody can read it.
as=()
if [ "$(id -u)" -eq 0 ]; then
    chown -R 65534:65534 "$desk"
    as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
fi
"${as[@]}" env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 TZ=UTC HOME="$desk/home" TMPDIR="$desk/tmp" \
    XDG_RUNTIME_DIR="$desk/run" XDG_CURRENT_DESKTOP=sway XDG_SESSION_TYPE=wayland \
    XDG_DESKTOP_PORTAL_DIR="$desk/portals" VIGIE_DESK="$desk" UBSAN_OPTIONS="${UBSAN_OPTIONS:-}" \
    ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0" \
    WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman \
    dbus-run-session -- "$desk/session.sh" > "$desk/session.log" 2>&1 || true

if [ ! -s "$desk/code" ]; then
    cat "$desk"/*.log
    skip "the compositor did not start (its words are above)"
fi
cat "$desk/said"
exit "$(cat "$desk/code")"
