#!/usr/bin/env bash
# Tests and measures the GPU backend on a machine that needs nothing but the driver of its GPU:
#
#   bench/gpu/run.sh                 here
#   bench/gpu/run.sh user@machine    there, by ssh
#   bench/gpu/run.sh --pack          makes bench/target/gpu, to be carried by hand; its run.sh does the rest
#
# It carries a Java runtime, the contract suite and the benchmarks. It needs Maven and a JDK 25 (JAVA_HOME) here.
# SIDE, by default 16384, is how many rows and columns the measured crossbars have; MORE goes to JMH.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
pack=bench/target/gpu
jdk=${JAVA_HOME:?set it to a JDK 25}

rm -rf "$pack"
mvn -B -ntp -q -DskipTests -pl bench -am package dependency:copy-dependencies -DincludeScope=test \
  -DexcludeGroupIds=io.github.remanence,org.bytedeco,org.openjdk.jmh -DoutputDirectory="$PWD/$pack/lib"
mvn -B -ntp -q -N dependency:copy -Dartifact=org.junit.platform:junit-platform-console-standalone:1.14.4 \
  -DoutputDirectory="$PWD/$pack"
cp bench/target/benchmarks.jar "$pack/"
cp -r kernel/target/test-classes "$pack/tests"
cp reference/target/remanence-reference-*.jar "$pack/lib/"
cp bench/gpu/on-machine.sh "$pack/run.sh"
git rev-parse --short HEAD >"$pack/commit"
"$jdk/bin/jlink" --add-modules java.se,jdk.incubator.vector,jdk.unsupported,jdk.management \
  --strip-debug --no-header-files --no-man-pages --compress zip-6 --output "$pack/java"

case ${1:-} in
  --pack) echo "$pack is packed" ;;
  '') "$pack/run.sh" ;;
  *)
    tar -C "$pack" -czf - . | ssh "$1" 'rm -rf remanence-gpu && mkdir remanence-gpu && tar -C remanence-gpu -xzf -'
    ssh "$1" "SIDE=${SIDE:-} MORE='${MORE:-}' remanence-gpu/run.sh"
    ;;
esac
