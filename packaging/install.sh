#!/usr/bin/env bash
# Installs the Debian packages that Hài Lòng is built with and runs on. Quick and quiet when they are there.
set -euo pipefail
packages=(
    libsqlite3-dev libcurl4-openssl-dev libqrencode-dev librsvg2-dev libcairo2-dev libpango1.0-dev zlib1g-dev
    libzip-dev libxlsxwriter-dev pkg-config fonts-noto-core fonts-liberation2 ca-certificates
)
missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
echo "Installing: ${missing[*]}"
root=()
[ "$(id -u)" -eq 0 ] || root=(sudo)
"${root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
