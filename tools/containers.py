#!/usr/bin/env python3
"""Writes the tables in docs/containers.md from the catalogue's rows: for each class
and each operation, which forms of handles end. With --check it only compares,
and fails if the page is out of date; --print also takes the rows of a file, and
writes to stdout."""

import re
import sys

import stability
from stability import FOLLOW, ROOT

PAGE = ROOT / "docs" / "containers.md"
MARK = "<!-- What follows is written by tools/containers.py. -->\n"
WHOLE = r"\(ctor\)|operator="

# (heading, kinds, columns); a column is (title, methods, methods that stand here if they
# end something). What no column names and ends something is in "other".
TABLES = (
    ("Associative containers", ("associative",), (
        ("insert", r"(try_|lazy_)?(emplace|insert)\w*",
         r"(try_)?(set|ensure|put|push|update|add|fastAdd|Set)(?!_capacity)\w*|operator[\[(].*"),
        ("reserve, rehash", r"(reserve|rehash)\w*",
         r"(try_)?(Reserve|ensure_capacity|resize|grow|shrink_to_fit|squeeze|compact)\w*"),
        ("erase", r"(unsafe_)?erase\w*", r"[rR]emove\w*|pop\w*|pull"),
        ("clear", r"clear\w*", r"shrink_and_clear|reset"),
        ("extract", r"(unsafe_)?extract\w*", r"[tT]ake\w*|release\w*"),
        ("merge", r"merge", r"unite"))),
    ("Sequences", ("sequence",), (
        ("at the ends", r"push\w*|emplace_(back|front)",
         r"(try_)?(append|prepend|empend|extend)\w*|operator\+="),
        ("insert", r"insert\w*|emplace(_after|_hint)?", r"try_insert\w*|replace\w*"),
        ("reserve, resize", r"reserve|resize\w*",
         r"(try_)?(shrink_to_fit|resize|grow|ensure_capacity)\w*"),
        ("erase", r"erase\w*", r"[rR]emove\w*|unique|pop\w*"),
        ("clear", r"clear", r"clear_\w+|reset"),
        ("merge, splice", r"merge|splice\w*", ""))),
    ("Owners and wrappers", ("owner", "shared", "wrapper"), (
        ("emplace, reset", r"emplace|reset", ""),
        ("release", r"release", ""))),
)


def forms_text(said):
    """`iter: all; ref: follow`, without the forms if the same holds of each."""
    groups = {}
    for form, words in said.items():
        if words:
            groups.setdefault(words, []).append(form)
    if not groups:
        return "none"
    if len(groups) == 1 and len(next(iter(groups.values()))) == len(said):
        return ", ".join(next(iter(groups)))
    ends_first = sorted(groups.items(), key=lambda group: group[0] == (FOLLOW,))
    return "; ".join(f"{', '.join(forms)}: {', '.join(words)}" for words, forms in ends_first)


def cell_of(rows, text_of, always_named=False):
    """What the rows say; where they differ, which of them says it."""
    groups = {}
    for row in rows:
        groups.setdefault(text_of(row), []).append(row)
    if not groups:
        return "-"
    if len(groups) == 1 and not always_named:
        return next(iter(groups))
    named = {text: {row["name"] for row in group} for text, group in groups.items()}
    def label(row, text):
        shared = any(row["name"] in names for other, names in named.items() if other != text)
        return row["signature"] if shared else row["name"]
    lines = []
    for text, group in groups.items():
        labels = dict.fromkeys(label(row, text) for row in group)
        lines.append(f"`{'`, `'.join(labels)}`: {text}")
    return "<br>".join(lines)


def source_of(row):
    """The argument that `row` takes elements from, or None."""
    for effect in row["effects"]:
        if effect["verb"] == "move" and re.fullmatch(r"\*?#\d+", effect["region"]):
            return effect["region"].removeprefix("*")
    return None


def two_sided(row, forms):
    """For rows that take elements from another container into this one."""
    text = forms_text(stability.ends(row, "this", forms))
    if not (source := source_of(row)):
        return text
    # A bucket's number stays where it is, whichever elements leave.
    said = stability.ends(row, source, [form for form in forms if form != "bucket"])
    other = forms_text(said)
    return other if text == "none" and other == FOLLOW else f"this: {text}<br>source: {other}"


def leaving(row, forms):
    """For rows whose elements leave this container."""
    said = stability.ends(row, "this", forms)
    return forms_text({form: words for form, words in said.items()
                       if form != "bucket" or words != (FOLLOW,)})


def cells_of(entry, rows, columns):
    """The cells of one line, from `insert` to `other`."""
    forms = stability.forms_of(entry)
    def here(row):
        return forms_text(stability.ends(row, "this", forms))
    taken = []
    for title, names, more in columns:
        found = stability.rows_named(rows, names)
        found += [row for row in stability.rows_named(rows, more) if here(row) != "none"]
        taken += found
        if title.startswith("merge"):
            yield cell_of(found, lambda row: two_sided(row, forms))
        elif title in ("extract", "release"):
            yield cell_of(found, lambda row: leaving(row, forms))
        else:
            yield cell_of(found, here)
    swaps = stability.rows_named(rows, "swap")
    moves = [row for row in stability.rows_named(rows, WHOLE) if "(self&&" in row["signature"]]
    assigns = stability.rows_named(rows, r"operator=|assign\w*")
    yield cell_of(swaps, here)
    yield cell_of(moves, lambda row: forms_text(stability.ends(row, "#0", forms)))
    yield cell_of(assigns, here)
    taken += swaps + assigns + stability.rows_named(rows, WHOLE)
    yield cell_of([row for row in rows if row not in taken and two_sided(row, forms) != "none"],
                  lambda row: two_sided(row, forms), always_named=True)


def lines_of(entry, columns):
    """(name, handles and cells) for each set of versions that the rows tell apart."""
    forms = ", ".join(stability.forms_of(entry))
    for when in stability.conditions_of(entry):
        name = f"`{entry['name']}`"
        if when:
            name += f", `{when['macro']} {when['is']} {when['number']}`"
        yield name, (forms, *cells_of(entry, stability.rows_when(entry, when), columns))


def grouped(entries, columns):
    """[names, cells, sources] of classes of one file that are equal in each cell."""
    groups = {}
    for entry in entries:
        for name, cells in lines_of(entry, columns):
            names, sources = groups.setdefault((entry["file"], cells), ([], {}))
            names.append(name)
            sources.update(dict.fromkeys(filter(None, entry["source"].split("; "))))
    return [(names, cells, sources) for (_, cells), (names, sources) in groups.items()]


def without_empty(lines, titles):
    """Drops the columns in which no class has anything."""
    used = [place for place, _ in enumerate(titles) if any(line[place] != "-" for line in lines)]
    return [[line[place] for place in used] for line in (titles, *lines)]


def table(classes, kinds, columns):
    """The Markdown lines of one table."""
    entries = [entry for entry in classes
               if entry["kind"] in kinds and "::_" not in entry["name"]]
    # The standard library is first, then each file in its own order.
    entries.sort(key=lambda entry: (not entry["file"].startswith("std"),
                                    entry["file"], entry["line"]))
    titles = ["class", "handles", *(title for title, *_ in columns),
              "swap", "move", "assign", "other", "source"]
    lines = [["<br>".join(names), *cells, "; ".join(sources)]
             for names, cells, sources in grouped(entries, columns)]
    heading, *lines = without_empty(lines, titles)
    yield f"| {' | '.join(heading)} |"
    yield "|" + "---|" * len(heading)
    for line in lines:
        yield f"| {' | '.join(line)} |"


def generated(effects_file=None):
    classes = list(stability.read_table(effects_file).values())
    for heading, kinds, columns in TABLES:
        yield f"\n## {heading}\n"
        yield from table(classes, kinds, columns)


def main():
    options = sys.argv[1:]
    if options[:1] == ["--print"] and len(options) == 2:
        print("\n".join(generated(options[1])))
        return
    if options not in ([], ["--check"]):
        sys.exit("usage: containers.py [--check | --print EFFECTS-FILE]")
    old = PAGE.read_text()
    by_hand, mark, _ = old.partition(MARK)
    if not mark:
        sys.exit(f"containers.py: {PAGE.name} has no line {MARK.strip()}")
    new = by_hand + MARK + "\n".join(generated()) + "\n"
    if options and new != old:
        sys.exit("docs/containers.md is out of date: run tools/containers.py")
    if new != old:
        PAGE.write_text(new)


if __name__ == "__main__":
    main()
