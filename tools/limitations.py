#!/usr/bin/env python3
"""Writes the list at the end of docs/limitations.md: each function in test/ whose
name begins with FN_ (wrong code that is not reported) or FP_ (correct code that
is: a CHECK line or a mark says so), with the comment above it. With --check it only
compares, and fails if the page is out of date."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "limitations.md"
MARK = "<!-- What follows is written by tools/limitations.py. -->\n"
REPORTED = re.compile(r"// (CHECK:|(DEAD|ERASED|ESCAPES|GONE|REENTERS|SUSPENDS)$)")
FUNCTION = re.compile(r"^(?=[A-Za-z]).*?\b((F[NP])_\w+)\(.*\{")
HEADINGS = {"FN": "Wrong code that is not reported", "FP": "Correct code that is reported"}


def limits(source):
    """(kind, name, reason) of each function; the reason is the comment above."""
    comment = []
    lines = source.splitlines()
    for number, line in enumerate(lines):
        if text := re.match(r"// (?!CHECK|RUN|REQUIRES)(.*)", line):
            comment.append(text[1])
            continue
        if found := FUNCTION.match(line):
            body = lines[number:lines.index("}", number)]
            if found[2] == "FN" or any(map(REPORTED.search, body)):
                yield found[2], found[1], " ".join(comment)
        if not line.startswith("template"):
            comment = []


def generated():
    found = {kind: [] for kind in HEADINGS}
    for path in sorted((ROOT / "test").rglob("*.cpp")):
        for kind, name, reason in limits(path.read_text()):
            if not reason:
                sys.exit(f"limitations.py: {name} in {path.name} has no comment that says why")
            found[kind].append((path.relative_to(ROOT), name, reason))
    for kind, heading in HEADINGS.items():
        yield f"\n## {heading}\n"
        yield "| test | in | what it takes |\n|---|---|---|"
        for path, name, reason in found[kind]:
            yield f"| `{name}` | [{path.name}](../{path}) | {reason.replace('|', chr(92) + '|')} |"


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit("usage: limitations.py [--check]")
    old = PAGE.read_text()
    by_hand, mark, _ = old.partition(MARK)
    if not mark:
        sys.exit(f"limitations.py: {PAGE.name} has no line {MARK.strip()}")
    new = by_hand + MARK + "\n".join(generated()) + "\n"
    if sys.argv[1:] and new != old:
        sys.exit("docs/limitations.md is out of date: run tools/limitations.py")
    if new != old:
        PAGE.write_text(new)


if __name__ == "__main__":
    main()
