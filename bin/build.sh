# Sourced by the scripts that start Java: builds when a source is newer than the last build, unpacks the jar, and says
# in $app where (a folder per build, so that a running one is not disturbed). Needs jdk.sh before it.

runs=target/run
mkdir -p "$runs"
if command -v flock >/dev/null; then exec 8>"$runs/lock"; flock 8; fi

stale() { # true when something under src/main or pom.xml changed since the last build, or nothing was built yet
    [ -r "$runs/current" ] && [ -d "$runs/$(cat "$runs/current")/lib" ] || return 0
    [ -n "$(find pom.xml src/main -newer "$runs/current" -print | head -n 1)" ]
}

build() {
    local log="$runs/build.log" since="$runs/since" name
    echo "Building Pobach (once per change)" >&2
    touch "$since"
    rm -rf target/classes # what was deleted in src must not live on here
    mvn -B --no-transfer-progress -Dquick -Dmaven.test.skip=true package >"$log" 2>&1 || {
        grep -E 'ERROR|BUILD' "$log" >&2 || tail -n 30 "$log" >&2
        echo "The build failed; all of it is in $log" >&2
        return 1
    }
    local jar; jar=$(ls target/pobach-*.jar | grep -v -e sources -e original | head -n 1)
    name=$(cksum <"$jar" | tr ' ' '-')
    if [ ! -d "$runs/$name/lib" ]; then
        rm -rf "$runs/$name" "$runs/unpacking"
        "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -Djarmode=tools -jar "$jar" extract --destination "$runs/unpacking" >&2
        mv "$runs/unpacking"/pobach-*.jar "$runs/unpacking/pobach.jar"
        mv "$runs/unpacking" "$runs/$name"
    fi
    echo "$name" >"$runs/current.new"
    touch -r "$since" "$runs/current.new"
    mv "$runs/current.new" "$runs/current"
    local old
    for old in "$runs"/*-*/; do
        [ "$old" = "$runs/$name/" ] || in_use "$old" || rm -rf "$old"
    done
}

in_use() { # true while a process that was started from this build lives
    local mark
    for mark in "$1"used-by-*; do
        [ -r "$mark" ] && kill -0 "$(cat "$mark")" 2>/dev/null && return 0
        rm -f "$mark"
    done
    return 1
}

if stale; then build; fi
app=$runs/$(cat "$runs/current")
if command -v flock >/dev/null; then exec 8>&-; fi
