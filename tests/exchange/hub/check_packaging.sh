#!/usr/bin/env bash
# What lies in packaging/hub holds together: the configuration is one that congvan-hub reads, the units name what it knows and are
# hardened, and systemd and nginx themselves read them, where they are installed.
# usage: check_packaging.sh CONGVAN_HUB
set -eu
hub=$1
here=$(cd "$(dirname "$0")/../../.." && pwd)/packaging/hub
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { printf '%s\n' "$*" >&2; exit 1; }

# Every name of the configuration is an option; the hub answers about its data, not about the file.
sed "s#/var/lib/congvan-hub#$work/data#" "$here/congvan-hub.conf" >"$work/hub.conf"
"$hub" init --config "$work/hub.conf" >/dev/null || fail "congvan-hub does not read congvan-hub.conf"
"$hub" status --config "$work/hub.conf" >/dev/null || fail "congvan-hub does not open what congvan-hub.conf names"
printf 'no-such-option = 1\n' >>"$work/hub.conf"
if "$hub" status --config "$work/hub.conf" >/dev/null 2>&1; then fail "a wrong name in the configuration is not told"; fi

# Commands in units and notes are those of the program.
"$hub" --help >"$work/help"
grep -hoE 'congvan-hub (agency|account|quota|retention|key) [a-z]+|congvan-hub (init|serve|import|backup|restore|check|status)' \
    "$here"/*.service "$here"/*.md | sort -u | while read -r command; do
    grep -q "$command" "$work/help" || fail "no such command: $command"
done

for unit in congvan-hub.service congvan-hub-backup.service; do
    for line in ProtectSystem=strict NoNewPrivileges=yes 'CapabilityBoundingSet=' PrivateTmp=yes User=congvan-hub UMask=0077; do
        grep -qx "$line" "$here/$unit" || fail "$unit lacks $line"
    done
done
grep -qx 'Type=notify' "$here/congvan-hub.service" || fail "the unit does not wait for READY"
for limit in client_max_body_size client_header_timeout client_body_timeout limit_req limit_conn 'ssl_protocols       TLSv1.2 TLSv1.3' \
    'proxy_request_buffering off'; do
    grep -q "$limit" "$here/nginx.conf" || fail "nginx.conf lacks $limit"
done
if grep -q 'request_uri\|\$args\|\$request ' "$here/nginx.conf"; then fail "nginx would log queries, which name streams"; fi

if command -v systemd-analyze >/dev/null 2>&1; then
    # Paths of an installed system do not exist here: the program and its notes are put where the units look.
    for unit in congvan-hub.service congvan-hub-backup.service congvan-hub-backup.timer; do
        sed "s#/usr/bin/congvan-hub#$hub#; s#^Documentation=.*##" "$here/$unit" >"$work/$unit"
    done
    (cd "$work" && systemd-analyze verify --man=no ./congvan-hub.service ./congvan-hub-backup.service ./congvan-hub-backup.timer) \
        2>"$work/verify" || true
    if grep -E 'Unknown|Failed to parse|Invalid|not executable' "$work/verify"; then fail "systemd does not read a unit"; fi
fi

if command -v nginx >/dev/null 2>&1 && command -v openssl >/dev/null 2>&1; then
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=hub -keyout "$work/hub.key" -out "$work/hub.pem" 2>/dev/null
    sed "s#/etc/congvan-hub/#$work/#; s#/var/log/nginx/#$work/#" "$here/nginx.conf" >"$work/site.conf"
    printf 'pid %s/pid; error_log stderr; events {}\nhttp { include %s/site.conf; }\n' "$work" "$work" >"$work/nginx.conf"
    nginx -t -c "$work/nginx.conf" >"$work/nginx" 2>&1 || { cat "$work/nginx" >&2; fail "nginx does not read nginx.conf"; }
fi
echo "packaging/hub holds together"
