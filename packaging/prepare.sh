# shellcheck shell=bash
# Read by `run` and `test`: messages, Debian packages, the Python environment. Only functions.

# What `ldd` finds missing on a bare Debian 12 for Qt's xcb and Wayland plugins and QtWidgets, and
# is not brought along by another of these; then what pyttsx3 and miniaudio load while running.
RUN_PACKAGES=(
    python3-venv
    libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1
    libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
    libwayland-cursor0 libwayland-egl1
    libespeak-ng1 libpulse0
)
# shellcheck disable=SC2034 # read by `test`
# The speech tests listen to a sound server of their own; a long one runs `run --virtual`; the
# screen reader's read from a screen and buses of their own.
TEST_PACKAGES=("${RUN_PACKAGES[@]}" espeak-ng pulseaudio pulseaudio-utils xvfb dbus-daemon at-spi2-core)

# say GERMAN ENGLISH: one sentence in the shell's language; the rule of kiosk/places.py.
say() {
    local language=${LC_ALL:-${LC_MESSAGES:-${LANG:-de}}}
    if [[ ${language,,} == en* ]]; then printf '%s\n' "$2" >&2; else printf '%s\n' "$1" >&2; fi
}

# Qt and Python read file names as UTF-8; a bare machine's locale is "C".
use_utf8() {
    [[ $(locale charmap 2>/dev/null) == UTF-8 ]] && return
    if [[ -n ${LC_ALL:-} ]]; then export LC_ALL=C.UTF-8; else export LC_CTYPE=C.UTF-8; fi
}

# missing_packages NAME…: those that are not installed. Debian 13 calls some of them NAMEt64.
missing_packages() {
    local installed name missing=()
    installed=" $(dpkg-query -W -f='${db:Status-Status}:${Package} ' "$@" "${@/%/t64}" \
        2>/dev/null || true)"
    for name; do
        [[ $installed == *" installed:$name "* || $installed == *" installed:${name}t64 "* ]] ||
            missing+=("$name")
    done
    printf '%s' "${missing[*]}"
}

# need_packages NAME…: install what is missing, or say which line an administrator has to run.
need_packages() {
    local missing line as_root=(sh -c)
    if ! command -v dpkg-query >/dev/null; then
        say "Dies ist kein Debian. Hier müssen die Gegenstücke dieser Pakete vorhanden sein: $*" \
            "This is not Debian. The counterparts of these packages have to be here: $*"
        return
    fi
    missing=$(missing_packages "$@")
    [[ -n $missing ]] || return 0
    line="apt-get update; apt-get install --yes --no-install-recommends $missing"
    if [[ $(id -u) != 0 ]]; then
        if ! command -v sudo >/dev/null; then
            _ask_administrator "$line"
            return 1
        fi
        as_root=(sudo sh -c)
        [[ -t 0 ]] || as_root=(sudo -n sh -c)
    fi
    say "Debian-Pakete werden installiert: $missing" "Installing Debian packages: $missing"
    if ! "${as_root[@]}" "export DEBIAN_FRONTEND=noninteractive; $line" </dev/null >&2 ||
        [[ -n $(missing_packages "$@") ]]; then
        _ask_administrator "$line"
        return 1
    fi
}

_ask_administrator() {
    say "Es fehlen Debian-Pakete. Ein Administrator muss als root diese eine Zeile ausführen:" \
        "Debian packages are missing. An administrator has to run this one line as root:"
    printf '%s\n' "$1"
}

# need_environment ROOT LOCK: ROOT/.venv holds what ROOT/LOCK pins, and the kiosk. LOCK is
# requirements.lock or requirements-dev.lock, which contains the first.
need_environment() {
    local root=$1 lock=$2 venv=$1/.venv python=/usr/bin/python3
    [[ -x $python ]] || python=$(command -v python3) || python=
    _is_installed "$lock" && return
    if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        say "Gebraucht wird Python 3.11 oder neuer (Debian 12 oder neuer)." \
            "Python 3.11 or newer is needed (Debian 12 or newer)."
        return 1
    fi
    # Of two starts at once the second waits for the first, and finds everything done.
    {
        flock 9
        _is_installed "$lock" && return
        say "Python-Pakete werden installiert; beim ersten Mal dauert das etwa eine Minute …" \
            "Installing Python packages; the first time this takes about a minute …"
        _install && return
    } 9<"$root"
    say "Die Python-Pakete ließen sich nicht in $venv installieren. Bitte Netz, Platz und Rechte prüfen und neu starten." \
        "The Python packages could not be installed into $venv. Check network, space and permissions, then start again."
    return 1
}

# The next three read need_environment's variables.
_is_installed() { [[ $(cat "$venv/installed-$1" 2>/dev/null) == "$(_mark "$1")" ]]; }

# An environment is bound to its folder and its Python; the kiosk in it to pyproject.toml.
_mark() {
    echo "$root $(readlink -f "$python") $(cat "$root/$1" "$root/pyproject.toml" | sha256sum)"
}

_install() {
    local pip=("$venv/bin/python" -m pip install --quiet --no-input --disable-pip-version-check)
    # Only onto an untouched run set may the rest be added: nothing that left a lock stays behind.
    if [[ $lock == requirements.lock || -e $venv/installed-$lock ]] ||
        ! _is_installed requirements.lock; then
        "$python" -m venv --clear "$venv" >&2 || return
    fi
    rm -f "$venv"/installed-* || return
    # Wheels only: building one would fetch build tools that no lock pins.
    "${pip[@]}" --only-binary :all: --require-hashes -r "$root/$lock" >&2 || return
    "${pip[@]}" --no-deps --no-build-isolation --editable "$root" >&2 || return
    _mark requirements.lock >"$venv/installed-requirements.lock" || return
    [[ $lock == requirements.lock ]] || _mark "$lock" >"$venv/installed-$lock"
}
