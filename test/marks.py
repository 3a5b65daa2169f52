#!/usr/bin/env python3
"""Holds the reports on a file against the marks in it: a line that ends in
`// DEAD` has a use after a relocation, one in `// ERASED` a use after an erase,
one in `// GONE` a look-up after an erase, one in `// ESCAPES` a handle that outlives
its function, one in `// REENTERS` a use after a call that may come back, one in
`// SUSPENDS` a use after other code may have run, and no other line has a report. What a report says is tested elsewhere."""

import re
import subprocess
import sys

CHECKS = {
    "DEAD": "tombstone-use-after-relocation",
    "ERASED": "tombstone-use-after-erase",
    "ESCAPES": "tombstone-escaped-handle",
    "GONE": "tombstone-lookup-after-erase",
    "REENTERS": "tombstone-reentrant-erase",
    "SUSPENDS": "tombstone-suspended-handle",
}
MARK = re.compile(r"//\s*(DEAD|ERASED|ESCAPES|GONE|REENTERS|SUSPENDS)\s*$")
REPORT = re.compile(r"^(.*):(\d+):\d+: (?:warning|error): (.*) \[([\w.,-]+)\]$", re.M)


def marked(path):
    found = set()
    for number, line in enumerate(open(path), 1):
        if mark := MARK.search(line):
            found.add((number, CHECKS[mark[1]]))
    return found


def main():
    path, command = sys.argv[1], sys.argv[2:]
    output = subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout
    reported = {(int(line), check): text for _, line, text, check in REPORT.findall(output)}
    wanted = marked(path)
    if not wanted:
        print(f"{path}: no line is marked: nothing would be tested")
    for line, check in sorted(wanted - reported.keys()):
        print(f"{path}:{line}: not reported by {check}")
    for line, check in sorted(reported.keys() - wanted):
        print(f"{path}:{line}: reported by {check}, not marked: {reported[line, check]}")
    return 1 if wanted != reported.keys() or not wanted else 0


if __name__ == "__main__":
    sys.exit(main())
