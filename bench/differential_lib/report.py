"""The table: how much is found, and what is reported wrongly."""

import datetime
import platform

import common

HEADER = ("", "programs", "wrong", "found", "recall %", "at its line %",
          "missed, but possible", "right",
          "false", "false %", "by a path that no input takes", "unreached")


def percent(part, whole, digits=2):
    return f"{100 * part / whole:.{digits}f}" if whole else "-"


def row(name, counts, group):
    def number(word):
        return counts[group, word]
    bad, good = number("bad"), number("good")
    return (name, bad + good, bad, number("found"), percent(number("found"), bad),
            percent(number("line"), bad), number("possible"), good, number("false"),
            percent(number("false"), good), number("infeasible"), number("unknown"))


def order(group):
    """Sizes by their numbers, features by name."""
    words = group.split()
    if words[0] == "size":
        return ("0", int(words[1]) if words[1].isdigit() else 1000, "")
    return (words[0], 0, group)


def table(counts):
    groups = sorted({g for g, _ in counts if g != "all"}, key=order)
    rows = [row("all", counts, "all")]
    rows += [row(group, counts, group) for group in groups]
    return common.markdown_table(HEADER, rows)


def text(total, options):
    lines = [
        f"{options.functions:,} programs of seed {options.seed}, {total.statements:,} statements; "
        f"{datetime.date.today().isoformat()}, {platform.machine()}.",
        "", table(total.counts), "",
    ]
    if total.counts["all", "hangs"]:
        lines.append(f"{total.counts['all', 'hangs']} programs run too long to be judged.")
    if total.broken:
        lines.append(f"{len(total.broken)} programs do not compile, such as:")
        lines += [f"    {text}" for text in total.broken[:5]]
    return "\n".join(lines) + "\n"


def falls_short(total, recall, false):
    """1 if there is too little recall or too much that is false, or nothing at all."""
    counts = total.counts
    bad, good = counts["all", "bad"], counts["all", "good"]
    if not bad or not good or total.broken:
        print("differential: too few programs, or some that do not compile.")
        return 1
    found = 100 * counts["all", "found"] / bad
    wrong = 100 * counts["all", "false"] / good
    if found < recall or wrong > false:
        print(f"differential: recall {found:.2f} % (at least {recall}), "
              f"false {wrong:.2f} % (at most {false}).")
        return 1
    return 0
