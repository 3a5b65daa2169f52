#!/usr/bin/env python3
"""Compares the tour of CONTRIBUTING.md with the files that are there: each file
of the folders that it walks through has a line, and each line a file."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = ("bench", "checks", "cmake", "include", "lib", "test", "tools")
PASSED_BY = re.compile(r"(^|/)(results/.*|__pycache__/.*|CMakeLists\.txt)$")


def main():
    folders, told = [], set()
    for line in (ROOT / "CONTRIBUTING.md").read_text().splitlines():
        if line.startswith("#"):
            folders = re.findall(r"`([^`]+)/`", line)
        elif folders and (row := re.match(r"\| (`[^|]*`) \|", line)):
            for name in re.findall(r"`([^`]+)`", row[1]):
                paths = {f"{folder}/{name}" for folder in folders}
                told |= {path for path in paths if (ROOT / path).is_file()} or paths
    there = {str(path.relative_to(ROOT)) for name in FOLDERS
             for path in (ROOT / name).rglob("*") if path.is_file()}
    there = {path for path in there if not PASSED_BY.search(path)}
    for path in sorted(there - told):
        print(f"{path}: CONTRIBUTING.md does not say what it is for")
    for path in sorted(told - there):
        print(f"CONTRIBUTING.md: there is no {path}")
    return 1 if there ^ told else 0


if __name__ == "__main__":
    sys.exit(main())
