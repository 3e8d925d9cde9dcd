#!/bin/sh
# Looks, before Python starts, whether this machine has what the project needs, and says in one sentence what to install.
# usage: check-system.sh find-python | check
# `find-python` prints a Python ≥ 3.11 that can make a virtual environment, or fails with the sentence.
# `check` names missing shared libraries of the windows; the terminal works without them, so it never fails.
set -u

works() { # a Python of 3.11 to 3.13
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1
}

has_venv() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

install_command() { # Debian packages
    if command -v apt-get >/dev/null 2>&1; then
        if [ "$(id -u)" = 0 ]; then echo "apt-get install -y $*"; else echo "sudo apt-get install -y $*"; fi
    elif command -v dnf >/dev/null 2>&1; then
        echo "sudo dnf install python3.12"
    elif command -v brew >/dev/null 2>&1; then
        echo "brew install python@3.12"
    else
        echo "https://www.python.org/downloads/"
    fi
}

find_python() {
    found=
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python; do
        if works "$candidate"; then
            found=$candidate
            if has_venv "$candidate"; then
                echo "$candidate"
                return 0
            fi
        fi
    done
    if [ -n "$found" ]; then
        echo "这台机器的 Python 缺少 venv，请运行 / This machine's Python lacks venv, run:  $(install_command python3-venv)" >&2
    else
        echo "需要 Python 3.11、3.12 或 3.13，请安装 / Python 3.11, 3.12 or 3.13 is needed, install it:  $(install_command python3 python3-venv)" >&2
    fi
    return 1
}

check() {
    [ "$(uname -s)" = Linux ] || return 0
    lister=
    for candidate in ldconfig /sbin/ldconfig /usr/sbin/ldconfig; do
        if command -v "$candidate" >/dev/null 2>&1; then lister=$candidate; break; fi
    done
    [ -n "$lister" ] || return 0
    known=$("$lister" -p 2>/dev/null) || return 0
    missing=
    while read -r library package; do
        case "$library" in ''|'#'*) continue ;; esac
        case "$known" in *"$library "*) ;; *) missing="$missing $package" ;; esac
    done <"$(dirname "$0")/shared-libraries.txt"
    if [ -n "$missing" ]; then
        # shellcheck disable=SC2086
        echo "窗口缺少系统库（终端里照常能用），请运行 / Windows lack system libraries (the terminal works without), run:  $(install_command $missing)" >&2
    fi
    return 0
}

case "${1:-}" in
    find-python) find_python ;;
    check) check ;;
    *) echo "usage: $0 find-python | check" >&2; exit 2 ;;
esac
