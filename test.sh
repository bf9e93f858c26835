#!/bin/sh
# Builds everything and runs every test. Arguments are passed on to each test program, for example
# `./test.sh -class "*HeaderMapTests"`. Ends with the line "N passed, N failed, N skipped"; exits with 0 only if nothing
# failed.
set -u

root=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)
cd "$root" || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_HOME="${DOTNET_CLI_HOME:-${HOME:-$root/artifacts/home}}"

if ! command -v npm >/dev/null 2>&1; then
    echo 'Error: npm is not in PATH; it compiles the plugins of the interop tests' >&2
    echo 'Hint: install Node.js, for example with: apt-get install nodejs npm' >&2
    exit 1
fi

echo 'Building ...'
if ! dotnet build wildgate.slnx --configuration Release --artifacts-path "$root/artifacts" --verbosity quiet; then
    echo '0 passed, 1 failed'
    exit 1
fi

passed=0
failed=0
skipped=0
for project in test/*/*.csproj; do
    name=$(basename "$project" .csproj)
    log=$root/artifacts/$name.log

    printf '%-40s' "$name"
    dotnet "artifacts/bin/$name/release/$name.dll" -noLogo "$@" >"$log" 2>&1
    code=$?

    # "Total: 3, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 0.409s"
    summary=$(sed -n 's/.*Total: *\([0-9]*\), Errors: *\([0-9]*\), Failed: *\([0-9]*\), Skipped: *\([0-9]*\).*/\1 \2 \3 \4/p' "$log" | tail -n 1)
    if [ -z "$summary" ]; then
        echo "ended with code $code before its summary"
        tail -n 40 "$log"
        failed=$((failed + 1))
        continue
    fi

    # shellcheck disable=SC2086 # four numbers
    set_counts() { total=$1 errors=$2 bad=$3 skip=$4; }
    set_counts $summary
    bad=$((bad + errors))
    echo "$((total - bad - skip)) passed, $bad failed, $skip skipped"
    if [ "$bad" -gt 0 ] || { [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; }; then
        grep -v -e '^.\[37m' "$log" | tail -n 200
        [ "$bad" -eq 0 ] && bad=1
    fi

    passed=$((passed + total - bad - skip))
    failed=$((failed + bad))
    skipped=$((skipped + skip))
done

echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
