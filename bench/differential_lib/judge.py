"""Compiles programs with AddressSanitizer and runs them with all inputs."""

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import common

COMPILER = "clang++-22"
HERE = Path(__file__).resolve().parent / "judge"
FLAGS = ["-std=c++20", "-O0", "-fsanitize=address", "-fno-omit-frame-pointer", "-w"]
ADDRESS, HANDLE, HANG, NOWHERE = 1, 2, 3, 4
ASAN_OPTIONS = ("detect_leaks=0:symbolize=0:quarantine_size_mb=8:malloc_context_size=0:"
                "print_legend=0:handle_abort=0:detect_stack_use_after_return=0")


@dataclass
class Truth:
    """What running a program showed. Lines are sets: the bad access, and the calls
    that led to it."""

    bad: list = field(default_factory=list)
    hangs: bool = False
    reached: frozenset = frozenset()  # lines of the whole file that ran

    def is_bad(self):
        return bool(self.bad)

    def lines(self):
        return {line for lines in self.bad for line in lines}


class Judge:
    def __init__(self, folder):
        self.folder = folder
        self.header = folder / "Judge.h.pch"

    def prepare(self):
        """The header once, for all files."""
        run = common.run([COMPILER, *FLAGS, "-x", "c++-header", HERE / "Judge.h",
                          "-o", self.header], timeout=300)
        if run.status:
            common.die(f"the judge's header does not compile:\n{run.errors[-3000:]}")

    def compile(self, unit, stem):
        """None, or what the compiler says."""
        source = self.folder / f"{stem}.judge.cpp"
        source.write_text(unit.judged)
        run = common.run([COMPILER, *FLAGS, "-ferror-limit=0", "-I", HERE, "-include-pch",
                          self.header, source, "-o", self.folder / f"{stem}.judge"], timeout=600)
        source.unlink()
        return run.errors if run.status else None

    def run(self, unit, stem):
        program = self.folder / f"{stem}.judge"
        truths = read_notes(execute(program, []), len(unit.programs))
        return truths

    def look_closer(self, unit, stem, number, way):
        """One program: `many` inputs, or `free` paths, which its conditions may not
        allow."""
        program = self.folder / f"{stem}.judge"
        return read_notes(execute(program, [way, str(number)]), len(unit.programs))[number]

    def remove(self, stem):
        (self.folder / f"{stem}.judge").unlink(missing_ok=True)


def execute(program, arguments):
    environment = dict(os.environ, ASAN_OPTIONS=ASAN_OPTIONS)
    run = subprocess.run([str(program), *arguments], capture_output=True, text=True,
                         env=environment, timeout=1200)
    return run.stdout


def read_notes(output, count):
    truths = [Truth() for _ in range(count)]
    for line in output.splitlines():
        if line.startswith("reached"):
            reached = frozenset(map(int, line.split()[1:]))
            for truth in truths:
                truth.reached = reached
            continue
        number, _, verdict, *lines = map(int, line.split())
        if verdict == HANG:
            truths[number].hangs = True
        elif verdict in (ADDRESS, HANDLE):
            truths[number].bad.append(tuple(lines))
    return truths


def error_lines(errors):
    """The lines that don't compile."""
    return {int(line) for line in re.findall(r"judge\.cpp:(\d+):\d+: error:", errors)}
