#!/bin/sh
# What Maven runs: installs the packages when the lock file is newer than they are, then builds.
set -eu
cd "$(dirname "$0")/.."

installed=node_modules/.package-lock.json
if [ ! -f "$installed" ] || [ package-lock.json -nt "$installed" ]; then
  npm ci --prefer-offline --no-progress
  # npm keeps the time of an unchanged file; the next build compares against it.
  touch "$installed"
fi
npm run --silent build -- --logLevel warn
