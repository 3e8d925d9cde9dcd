#!/bin/sh
# Compiles assets/translations/*.ts into the .qm files beside them; says which sentences are untranslated.
# usage: sh packaging/translations.sh [update AREA FILES…]
#   update: pyside6-lupdate writes the Chinese sources of FILES into en_AREA.ts, keeping what is translated
set -eu
cd "$(dirname "$0")/.."
tools=.venv/bin
folder=assets/translations

if [ "${1:-}" = update ]; then
    area=$2
    shift 2
    "$tools/pyside6-lupdate" -no-obsolete -locations none -source-language zh_CN -target-language en "$@" -ts "$folder/en_$area.ts"
fi

unfinished=0
for source in "$folder"/*.ts; do
    "$tools/pyside6-lrelease" -silent -removeidentical "$source" -qm "${source%.ts}.qm"
    if grep -q 'type="unfinished"' "$source"; then
        echo "not translated yet: $source ($(grep -c 'type="unfinished"' "$source"))" >&2
        unfinished=1
    fi
done
exit "$unfinished"
