#!/bin/sh
# Runs the program and the references on small random studies: compare_random.sh CARECIRCLE FIRST LAST
# Prints what differs; exit 1 if anything did. PYTHON names the interpreter, KEEP a folder for the studies.
program=$1 first=$2 last=$3
here=$(dirname "$0")
python=${PYTHON:-python3}
folder=${KEEP:-$(mktemp -d)}
status=0

compare() {
    differs=0
    "$program" coverage "$study" --date "$date" --out "$study/out" --quiet || return 1
    "$python" "$here/coverage_reference.py" "$study" --date "$date" --out "$study/out/coverage" || differs=1
    if grep -q streets: "$study/study.yaml"; then
        "$python" "$here/circles_reference.py" "$study" --date "$date" --out "$study/out/coverage" --points 60 ||
            differs=1
    fi
    "$program" check "$study" --date "$date" --out "$study/out" --quiet
    [ $? -ne 1 ] || return 1
    "$python" "$here/checks_reference.py" "$study" --date "$date" --pack "$pack" \
        --checks "$study/out/checks.csv" || differs=1
    "$program" scenario run "$study" "$study/plain.yaml" --to "${date%%-*}" --out "$study/out" --quiet || return 1
    "$python" "$here/annual_reference.py" "$study" --pack "$pack" \
        --annual "$study/out/scenario/plain/annual.csv" || differs=1
    return $differs
}

seed=$first
while [ "$seed" -le "$last" ]; do
    study=$folder/$seed
    rm -rf "$study"
    "$python" "$here/random_study.py" "$seed" "$study"
    date=$(sed -n 's/^base_year: //p' "$study/study.yaml")-12-31
    pack=$(sed -n 's/^policy: //p' "$study/study.yaml")
    compare >"$study/compared.txt" 2>&1 || {
        echo "seed $seed: $study"
        grep -A 3 -E "DIFFERS|Error|error" "$study/compared.txt" || head -5 "$study/compared.txt"
        status=1
    }
    seed=$((seed + 1))
done
exit $status
