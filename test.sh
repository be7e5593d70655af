#!/usr/bin/env bash
# The whole suite: installs what is missing where it may, starts a PostgreSQL of its own, builds once, runs every test project.
# Last line: "N passed, N failed, N skipped". Exit code 0 only when nothing failed.
# With CI=true a missing part is a failure; otherwise the tests that need it say so and the rest runs.
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
work=$(mktemp -d)
postgres_pid=
started=$SECONDS

finish() {
  if [ -n "$postgres_pid" ]; then
    kill -INT "$postgres_pid" 2>/dev/null || true
    wait "$postgres_pid" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap finish EXIT

say() { printf '%s\n' "$*"; }

may_install() { command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

postgres_bin() {
  local folder
  for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) $(printf '%s' "$PATH" | tr ':' ' '); do
    if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then
      printf '%s' "$folder"
      return
    fi
  done
}

has_postgres() { [ -n "${PLATFORM_TEST_POSTGRES:-}" ] || [ -n "$(postgres_bin)" ]; }
has_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }
has_chinese_font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh | head -1)" ]; }
has_node() { command -v node >/dev/null && command -v npm >/dev/null; }

install_missing() {
  local packages=()
  has_postgres || packages+=(postgresql)
  has_chromium || packages+=(chromium)
  has_chinese_font || packages+=(fonts-noto-cjk fontconfig)
  has_node || packages+=(nodejs npm)
  [ ${#packages[@]} -gt 0 ] || return 0
  if may_install; then
    say "Installing ${packages[*]}"
    # The package's own cluster is not wanted: the suite starts a server of its own.
    if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
      as_root mkdir -p /etc/postgresql-common
      echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >"$work/apt.log" 2>&1 || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >>"$work/apt.log" 2>&1 || tail -5 "$work/apt.log"
  fi
}

check_parts() {
  local missing=()
  has_postgres || missing+=(PostgreSQL)
  has_chromium || missing+=(Chromium)
  has_chinese_font || missing+=("a Chinese font")
  has_node || missing+=(Node)
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Missing: ${missing[*]}"
  if [ "${CI:-}" = true ]; then
    say "0 passed, ${#missing[@]} failed, 0 skipped"
    exit 1
  fi
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { printf '%s' "$port"; return; }
  done
}

start_postgres() {
  [ -z "${PLATFORM_TEST_POSTGRES:-}" ] || { say "Using the PostgreSQL that PLATFORM_TEST_POSTGRES names"; return; }
  local bin port data="$work/postgres" run=()
  bin=$(postgres_bin)
  [ -n "$bin" ] || return 0
  port=$(free_port)
  mkdir -p "$data"
  if [ "$(id -u)" = 0 ]; then
    # PostgreSQL refuses to run as root.
    local account=postgres
    id postgres >/dev/null 2>&1 || account=nobody
    chmod 755 "$work"
    chown "$account" "$data"
    run=(setpriv "--reuid=$account" "--regid=$(id -g "$account")" --clear-groups)
  fi
  (cd / && "${run[@]}" "$bin/initdb" -D "$data" -U platform -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$work/initdb.log" 2>&1) || { cat "$work/initdb.log"; exit 1; }
  # Tests never pull the plug of this server, so they need not wait for its disk.
  (cd / && exec "${run[@]}" "$bin/postgres" -D "$data" -p "$port" -c listen_addresses=127.0.0.1 -c "unix_socket_directories=$data" \
    -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off) >"$work/postgres.log" 2>&1 &
  postgres_pid=$!
  for _ in $(seq 100); do
    if "$bin/pg_isready" -q -h 127.0.0.1 -p "$port"; then
      export PLATFORM_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=platform;Database=postgres"
      say "PostgreSQL $("$bin/postgres" --version | awk '{print $3}') on port $port"
      return
    fi
    kill -0 "$postgres_pid" 2>/dev/null || break
    sleep 0.2
  done
  cat "$work/postgres.log"
  exit 1
}

run_project() {
  local project=$1 name
  name=$(basename "$project" .csproj)
  if TMPDIR="$work/tmp" dotnet test "$project" -c Release --no-build --nologo -v q --logger "trx;LogFileName=$name.trx" --results-directory "$work/results" >"$work/$name.log" 2>&1; then
    echo 0 >"$work/$name.exit"
  else
    echo 1 >"$work/$name.exit"
  fi
}

counter() { grep -o "<Counters[^>]*" "$1" 2>/dev/null | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*' || echo 0; }

install_missing
check_parts
start_postgres

say "Building"
dotnet build -c Release Platform.sln -v q -nologo -nodeReuse:false

mapfile -t projects < <(find tests -name '*.Tests.csproj' | sort)
mkdir "$work/tmp"
export work
export -f run_project
printf '%s\n' "${projects[@]}" | xargs -P 2 -I{} bash -c 'run_project {}'

passed=0 failed=0 skipped=0
for project in "${projects[@]}"; do
  name=$(basename "$project" .csproj)
  trx="$work/results/$name.trx"
  p=$(counter "$trx" passed) f=$(counter "$trx" failed) total=$(counter "$trx" total)
  s=$((total - p - f))
  if [ "$(cat "$work/$name.exit" 2>/dev/null || echo 1)" != 0 ]; then
    # A run that broke off is a failure even if no test had failed before.
    [ "$f" -gt 0 ] || f=1
    grep -vE '^\s+at |^\s*$' "$work/$name.log" | tail -60
    grep -hE -A8 '<UnitTestResult [^>]*outcome="Failed"|<Message>' "$trx" 2>/dev/null | grep -vE '^\s+at ' | cut -c1-400 | head -120 || true
  fi
  say "$name: $p passed, $f failed, $s skipped"
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done

say "$((SECONDS - started)) seconds"
say "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
