# Sourced by run and test: installs what is missing of the named groups of packages.txt, or says what is.

# missing_packages GROUP...: prints the packages of these groups that are not installed.
missing_packages() {
    awk -v wanted=" $* " '/^#/ {next} /^\[/ {group=substr($0, 2, length($0)-2); next}
        NF && index(wanted, " " group " ") {print $1}' "$root/cmake/packages.txt" | sort -u |
    while read -r package; do
        dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || echo "$package"
    done
}

# install_packages GROUP...: by apt, as root or with sudo; elsewhere it names what is missing and stops.
install_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "This is not Debian, so nothing was installed; the packages needed are listed in cmake/packages.txt." >&2
        return 0
    fi
    local missing as_root=""
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -n "${missing// /}" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null && ! [ -t 0 ]; then
            echo "These packages are missing, and only root may install them: $missing" >&2
            echo "Ask for: apt-get install $missing" >&2
            return 1
        fi
        as_root=sudo
    fi
    echo "Installing: $missing"
    # shellcheck disable=SC2086
    $as_root apt-get update -q >/dev/null &&
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -q -y --no-install-recommends $missing >/dev/null || {
        echo "The packages could not be installed: $missing" >&2
        return 1
    }
}
