#!/usr/bin/env bash
# The step of action.yml that checks: everything comes in as a variable, so that no input of a pull request is ever
# read as a command. GAINSAY_ARGS is split at white space and at nothing else.
set -uo pipefail
set -o noglob

gainsay=${GAINSAY_BINARY:-$RUNNER_TEMP/gainsay/bin/gainsay}
read -r -a args <<< "$(printf '%s' "${GAINSAY_ARGS:-}" | tr '\n' ' ')"

output=()
if [ -n "${GAINSAY_OUTPUT:-}" ]; then
  output=(--output "$GAINSAY_OUTPUT")
fi

"$gainsay" check --format "${GAINSAY_FORMAT:-github}" ${output[@]+"${output[@]}"} ${args[@]+"${args[@]}"}
code=$?
echo "exit_code=$code" >> "$GITHUB_OUTPUT"

if [ "${GAINSAY_SUMMARY:-true}" = true ] && { [ "$code" = 0 ] || [ "$code" = 1 ] || [ "$code" = 4 ]; }; then
  {
    echo '### gainsay'
    echo
    # The quotes are the articles' own words: four spaces keep them from being read as Markdown.
    "$gainsay" check --format text --color never --quiet --exit-zero ${args[@]+"${args[@]}"} | sed 's/^/    /'
  } >> "$GITHUB_STEP_SUMMARY"
fi

if [ "${GAINSAY_FAIL:-true}" = true ]; then
  exit "$code"
fi
# What could not be done at all is never green.
if [ "$code" = 2 ]; then
  exit 2
fi
exit 0
