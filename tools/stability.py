"""What the catalogue's rows say of handles: which forms of them an operation
ends, which follow their elements, which stay. For scripts that draw or list it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = Path(os.environ.get("TOMBSTONE_BUILD", ROOT / "build"))
# A node handle owns its element, so no operation of a container ends it. Views
# are left out: rows name them beside ref.
FORMS = ("ref", "iter", "local", "bucket")

ALL, GROWS, SHARED, ONE, SOME, FOLLOW = (
    "all", "all if it grows", "all if shared", "that one", "some", "follow")
# What says more comes first, and after `all` nothing is left to say.
WORDS = (ALL, GROWS, SHARED, ONE, SOME, FOLLOW)


def read_table(effects_file=None):
    """The classes of the built-in table, and of a file of one's own."""
    more = [f"--effects-file={effects_file}"] if effects_file else []
    command = [BUILD / "bin" / "tombstone-explain", "--effects", "--effects-format=json", *more]
    done = subprocess.run(command, text=True, capture_output=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return {entry["name"]: entry for entry in json.loads(done.stdout)["classes"]}


def is_in(region, root):
    """Whether a region is the object `root`, or what it owns."""
    return region.removeprefix("*") == root


def word_of(effect):
    """How much a kill, relocation or assignment ends, or None."""
    verb, key = effect["verb"], effect.get("key")
    if verb == "overwrite":
        # Of an element, or a part of one, the object stays.
        return None if key or effect.get("members") else ALL
    if verb in ("grow", "detach"):
        return GROWS if verb == "grow" else SHARED
    if verb not in ("kill", "relocate") or key == "end":
        return None
    return {None: ALL, "all": ALL, "unknown": SOME}.get(key, ONE)


def forms_of(entry):
    """The forms of handles that there are to objects of the class."""
    found = {"ref"}
    for row in entry["rows"]:
        for effect in row["effects"]:
            if is_in(effect["region"], "this"):
                found.update(effect.get("forms", []))
    return [form for form in FORMS if form in found]


def ends(row, root, forms):
    """The words of WORDS for each form, of handles to elements of `root`."""
    said = {form: set() for form in forms}
    for effect in row["effects"]:
        if is_in(effect["region"], root) and (word := word_of(effect)):
            for form in effect.get("forms", forms):
                if form in said:
                    said[form].add(word)
    for effect in row["effects"]:
        leaves = effect["verb"] == "move" and is_in(effect["region"], root)
        if leaves or effect["verb"] == "swap" and root in (effect["region"], effect["to"]):
            for words in said.values():
                if not words:
                    words.add(FOLLOW)
    return {form: (ALL,) if ALL in words else tuple(word for word in WORDS if word in words)
            for form, words in said.items()}


def conditions_of(entry):
    """The conditions on a library's version that rows of the class have; None
    for rows without, unless two conditions leave no version out."""
    found = []
    for row in entry["rows"]:
        if row.get("when") and row["when"] not in found:
            found.append(row["when"])
    found.sort(key=lambda when: (when["macro"], when["is"] == ">=", when["number"]))
    other = {"<": ">=", ">=": "<"}
    are_whole = any({**when, "is": other[when["is"]]} in found for when in found)
    return found if are_whole else [None, *found]


def implies(given, asked):
    """Whether sources of which `given` holds are sources of which `asked` does."""
    if (given["macro"], given["is"]) != (asked["macro"], asked["is"]):
        return False
    if given["is"] == "<":
        return given["number"] <= asked["number"]
    return given["number"] >= asked["number"]


def rows_when(entry, condition):
    """The rows for sources of which `condition` holds; None: of which none does."""
    held = [row for row in entry["rows"]
            if row.get("when") and condition and implies(condition, row["when"])]
    hidden = {row["signature"] for row in held}
    return held + [row for row in entry["rows"]
                   if not row.get("when") and row["signature"] not in hidden]


def rows_named(rows, pattern):
    """Rows whose name the regular expression matches as a whole."""
    return [row for row in rows if re.fullmatch(pattern, row["name"])]
