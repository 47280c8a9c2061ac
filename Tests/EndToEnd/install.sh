#!/bin/sh
# Installs what the end-to-end tests need beside the program: a browser, decoders, strace, and a Python environment
# in build/venv. Says nothing and changes nothing when all is there.
set -eu
cd "$(dirname "$0")/../.."

missing=""
for pair in chromium:chromium zbarimg:zbar-tools pdftoppm:poppler-utils strace:strace openssl:openssl; do
    command -v "${pair%%:*}" >/dev/null || missing="$missing ${pair#*:}"
done
python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
# Vietnamese letters on the screenshots; DejaVu has them all and is small.
[ -d /usr/share/fonts/truetype/dejavu ] || missing="$missing fonts-dejavu-core"
if [ -n "$missing" ]; then
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo"
    $as_root apt-get -qq -o DPkg::Lock::Timeout=300 update
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends $missing >/dev/null
fi

venv=build/venv
mark="$venv/.installed"
wanted="$(cat Tests/EndToEnd/requirements*.txt | cksum)"
if [ ! -f "$mark" ] || [ "$(cat "$mark")" != "$wanted" ]; then
    [ -x "$venv/bin/python" ] || python3 -m venv "$venv"
    for list in Tests/EndToEnd/requirements*.txt; do
        "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$list"
    done
    printf '%s' "$wanted" >"$mark"
fi
