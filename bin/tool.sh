# Sourced by bin/sql, bin/backup, bin/restore, bin/vault and bin/verify-audit: runs a small program of the last build,
# without Spring.
set -euo pipefail
from=$PWD
cd "$(dirname "$0")/.."
. bin/data.sh
. bin/jdk.sh
runs=target/run
# A build that runs is good enough for a question; only where there is none yet one is made.
if [ -r "$runs/current" ] && [ -d "$runs/$(cat "$runs/current")/lib" ]; then app=$PWD/$runs/$(cat "$runs/current"); else . bin/build.sh; app=$PWD/$app; fi

tool() { # relative file names are meant from where the person stands
    local program=$1; shift
    cd "$from"
    exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xmx128m \
        --enable-native-access=ALL-UNNAMED -cp "$app/pobach.jar" "$program" "$@"
}
