# Shared by the scripts in this folder: packages, messages, the build.
# shellcheck shell=bash disable=SC2034

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
BUILD="$ROOT/build"

# What building, testing and running need.
PACKAGES=(
  clang-22 clang-tidy-22 clang-format-22 libclang-22-dev libclang-rt-22-dev
  llvm-22-dev llvm-22-tools
  cmake ninja-build libgtest-dev libgmock-dev
  python3 dpkg-dev debian-archive-keyring
)
# What only tests need: another release, which the plugin must refuse, and the
# libraries whose containers are in the table.
TEST_PACKAGES=(
  clang-tidy-19
  libabsl-dev libboost1.81-dev qt6-base-dev
  robin-map-dev libtsl-hopscotch-map-dev libtsl-ordered-map-dev
  libsparsehash-dev libtbb-dev libc++-22-dev libc++abi-22-dev
)
# The headers that the program in bench/quickstart.txt includes.
QUICKSTART_PACKAGES=(
  libboost1.81-dev libssl-dev libsodium-dev libzmq3-dev libunbound-dev
  libhidapi-dev liblmdb-dev rapidjson-dev
)
# What only some of bench/ needs.
BENCH_PACKAGES=(
  valgrind llvm-19-dev libclang-19-dev
  libpcre2-dev libncurses-dev zlib1g-dev liblzma-dev libpng-dev flex bison
  libre2-dev libc-ares-dev libprotobuf-dev qtbase5-dev
)

say() { printf '%s\n' "$@"; }

die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# The packages among the arguments that are not installed.
missing_packages() {
  local package
  for package in "$@"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
      say "$package"
  done
}

install_packages() {
  command -v dpkg-query >/dev/null ||
    die "this is not Debian: install LLVM 22.1, CMake, Ninja and GoogleTest yourself, then run 'cmake --preset release'."
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0

  local root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null ||
      die "installing ${missing[*]} needs root or sudo, and there is neither."
    root=(sudo)
  fi
  say "Installing ${missing[*]}"
  "${root[@]}" apt-get -qq update ||
    say "apt-get update failed: trying with the package lists that are there."
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq install --yes --no-install-recommends "${missing[@]}" ||
    die "could not install ${missing[*]}: they are in Debian 12 (main and security), so check the network and the apt sources."
}

# build [PRESET]
build() {
  cd "$ROOT" || die "cannot enter $ROOT."
  cmake --preset "${1:-release}" --log-level=WARNING >/dev/null
  cmake --build --preset "${1:-release}"
}
