# Sourced by the other scripts: finds a JDK 25 or later where Debian, Temurin, SDKMAN and macOS put it, and exports
# JAVA_HOME. The default `java` may well be older. Stops and names the package when there is none.

jdk_release() { # prints 25 for /usr/lib/jvm/temurin-25-jdk-amd64, nothing when it is no JDK
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() { # the JAVA_HOME of today first, then exactly 25, then anything later
    local wanted home release
    local places=(/usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*
        /Library/Java/JavaVirtualMachines/*/Contents/Home)
    local javac; javac=$(command -v javac || true)
    [ -z "$javac" ] || places+=("$(dirname "$(dirname "$(readlink -f "$javac" 2>/dev/null || echo "$javac")")")")
    release=$(jdk_release "${JAVA_HOME:-/nowhere}" || true)
    [ "${release:-0}" -ge 25 ] && { echo "$JAVA_HOME"; return; }
    for wanted in -eq -gt; do
        for home in "${places[@]}"; do
            release=$(jdk_release "$home" || true)
            [ "${release:-0}" "$wanted" 25 ] && { echo "$home"; return; }
        done
    done
    return 1
}

JAVA_HOME=$(find_jdk) || {
    echo "Pobach needs a JDK 25. On Debian: apt-get install temurin-25-jdk (or openjdk-25-jdk-headless), or set JAVA_HOME." >&2
    exit 1
}
export JAVA_HOME
