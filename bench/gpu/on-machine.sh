#!/usr/bin/env bash
# The part of run.sh that runs where the GPU is: the contract suite, the benchmarks, and a table of them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
side=${SIDE:-16384}
flags=(--add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

echo "commit $(cat commit), $(uname -srm), $(date -u +%F)"
nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader 2>/dev/null || echo "no NVIDIA driver"

echo "== contract suite" # Not the samples of documents, which are not carried.
java/bin/java "${flags[@]}" -jar junit-platform-console-standalone-*.jar execute \
  --class-path "tests:benchmarks.jar:$(echo lib/*.jar | tr ' ' :)" --scan-class-path tests --include-tag gpu \
  --exclude-classname '.*ReadmeTest' \
  --details summary --disable-banner

echo "== updates of $side x $side devices that stay on the GPU"
# shellcheck disable=SC2086 # MORE is a list.
java/bin/java "${flags[@]}" -jar benchmarks.jar GpuBenchmark -p side="$side" -rf csv -rff gpu.csv \
  -jvmArgs "-Xms8g -Xmx8g ${flags[*]}" ${MORE:-} >jmh.log
# Bytes that a device must move: 8 for its conductance, 4 for a count, 8 for four factors.
awk -F, -v devices="$((side * side))" '
  NR == 1 { for (i = 1; i <= NF; i++) { gsub(/"/, "", $i); column[$i] = i } next }
  {
    form = $column["Param: form"]
    time[form] = $column["Score"]
    error[form] = $column["Score Error (99.9%)"]
    order[++forms] = form
  }
  END {
    split("copy 8 upload 4 download 4 uniform 8 float32 12 factors 20 noise 20 outer-products 8 sum 8", words, " ")
    for (i = 1; i in words; i += 2) bytes[words[i]] = words[i + 1]
    copy = 8 * devices / time["copy"]
    printf "%-16s %12s %8s %10s %14s\n", "form", "ns a device", "+-", "GB/s", "share of copy"
    for (i = 1; i <= forms; i++) {
      form = order[i]
      rate = bytes[form] * devices / time[form]
      printf "%-16s %12.5f %7.1f%% %10.1f %13.2f\n", form, time[form] / devices,
        100 * error[form] / time[form], rate, rate / copy
    }
  }' gpu.csv
