#!/usr/bin/env bash
# Asked by Docker in every container: does the work of this service go on? What the service says is kept by Docker (`docker inspect`).
# Bash alone, since starting Node costs a twentieth of a second of a processor, in each container, every few seconds.
set -euo pipefail
port=${NEWSLEDGER_METRICS_PORT:-9464} path=${NEWSLEDGER_HEALTH_PATH:-/workz}

exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$path" >&3
read -r -t 4 _ status _ <&3
while read -r -t 4 line <&3 && [ "$line" != $'\r' ]; do :; done
read -r -t 4 says <&3 || true
printf '%.500s\n' "${says:-}"
[ "$status" = 200 ]
