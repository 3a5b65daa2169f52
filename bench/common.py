"""Shared by the programs of this folder: where the build is, how to run
clang-tidy, and how to read what it prints."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = Path(os.environ.get("TOMBSTONE_BUILD", ROOT / "build"))
TIDY = BUILD / "bin" / "tombstone-tidy"
DRIVER = BUILD / "bin" / "tombstone"
PLUGIN = BUILD / "lib" / "TombstoneTidy.so"
OUR_CHECKS = "-*,tombstone-*"
CHECK_PREFIX = "tombstone-"

DIAGNOSTIC = re.compile(
    r"^(?P<file>[^\s:][^:]*):(?P<line>\d+):(?P<column>\d+): "
    r"(?P<kind>warning|error|note): (?P<text>.*?)"
    r"(?: \[(?P<check>[\w.,-]+)\])?$"
)


def die(message):
    sys.exit(f"{Path(sys.argv[0]).name}: {message}")


def need_build(path):
    if not path.exists():
        die(f"{path} is not built: run 'cmake --preset release && cmake --build build' first.")


@dataclass
class Diagnostic:
    """A warning or error with its notes; excerpt is its line of source."""

    file: str
    line: int
    column: int
    kind: str
    text: str
    check: str = ""
    excerpt: str = ""
    notes: list = field(default_factory=list)

    def is_ours(self):
        return self.check.startswith(CHECK_PREFIX)


def parse_diagnostics(output):
    """What clang-tidy printed, in order; notes hang on their diagnostic."""
    found = []
    current = None
    for line in output.splitlines():
        match = DIAGNOSTIC.match(line)
        if match:
            values = match.groupdict(default="")
            current = Diagnostic(
                values["file"], int(values["line"]), int(values["column"]),
                values["kind"], values["text"], values["check"].split(",")[0],
            )
            if current.kind == "note" and found:
                found[-1].notes.append(current)
            elif current.kind != "note":
                found.append(current)
        elif current and not current.excerpt and re.match(r"^\s*\d+ \| ", line):
            current.excerpt = line.split(" | ", 1)[1].strip()
    return found


@dataclass
class Run:
    """How a process went. status is negative after a signal."""

    output: str
    errors: str
    status: int
    seconds: float  # user and system time
    peak_kb: int
    timed_out: bool = False

    def crashed(self):
        killed = self.status < 0 or self.status >= 128
        return not self.timed_out and (
            killed or "Stack dump:" in self.errors or "PLEASE submit a bug" in self.errors
        )


def run(command, timeout=None, cwd=None):
    """Runs a command and measures it; a process beyond the timeout is killed."""
    environment = dict(os.environ, CLANG_NO_DEFAULT_CONFIG="1", LC_ALL="C")
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [str(word) for word in command], stdout=out, stderr=err,
            stdin=subprocess.DEVNULL, cwd=cwd, env=environment, start_new_session=True,
        )
        timed_out, status, usage = wait(process.pid, timeout)
        process.returncode = status
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode(errors="replace"))
    return Run(*texts, status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, timed_out)


def wait(pid, timeout):
    """wait4 with a timeout: (timed out, exit status, resource usage)."""
    deadline = time.monotonic() + timeout if timeout else None
    timed_out = False
    pause = 0.001
    while True:
        done, status, usage = os.wait4(pid, 0 if deadline is None or timed_out else os.WNOHANG)
        if done:
            return timed_out, os.waitstatus_to_exitcode(status), usage
        if time.monotonic() > deadline:
            timed_out = True
            os.killpg(pid, signal.SIGKILL)
        time.sleep(pause)
        pause = min(pause * 2, 0.05)


def progress(what, number, total):
    """One line that grows on a terminal, only the last state in a log."""
    if sys.stderr.isatty() or number == total:
        end = "\n" if number == total else "\r"
        print(f"{what}: {number} of {total} units", end=end, file=sys.stderr, flush=True)


def check_options(flags, facts=None):
    """['ReportPossible=true'] and a facts store as clang-tidy's --config, or nothing."""
    if not flags and not facts:
        return []
    pairs = [f"Facts: '{facts}'"] if facts else []
    for flag in flags:
        name, equals, value = flag.partition("=")
        if not equals:
            die(f"--flags wants NAME=VALUE, got '{flag}'.")
        for check in ("escaped-handle", "use-after-erase", "use-after-relocation"):
            pairs.append(f"{CHECK_PREFIX}{check}.{name}: '{value}'")
    return ["--config={CheckOptions: {" + ", ".join(pairs) + "}}"]


def markdown_table(header, rows, left=1):
    """Columns are padded, so that the text reads well unrendered. The first ones
    are text, the others numbers."""
    cells = [[str(cell) for cell in row] for row in [header, *rows]]
    widths = [max(len(row[i]) for row in cells) for i in range(len(header))]

    def line(row):
        texts = [cell.ljust(width) for cell, width in zip(row[:left], widths)]
        numbers = [cell.rjust(width) for cell, width in zip(row[left:], widths[left:])]
        return "| " + " | ".join([*texts, *numbers]) + " |"

    rule = ["-" * width for width in widths[:left]]
    rule += ["-" * (width - 1) + ":" for width in widths[left:]]
    return "\n".join([line(cells[0]), line(rule), *map(line, cells[1:])])
