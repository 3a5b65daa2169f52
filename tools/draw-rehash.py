#!/usr/bin/env python3
"""Draws docs/checks/rehash.svg: an insert that grows, in a map of nodes, in a flat
map, and in Go's map beside them. Which handles stay and which end is what the
catalogue's rows of the insert say. With --check it only compares, and fails if
the picture is out of date; --print draws to stdout by the rows of a file, too."""

import sys

import stability
from stability import GROWS, ROOT

PICTURE = ROOT / "docs" / "checks" / "rehash.svg"
NODE_MAP = "std::unordered_map"
FLAT_MAP = "absl::flat_hash_map"        # or the first whose row names ref

WIDTH, ROW, TOP, TAG = 1080, 318, 70, 134
KEYS, NEW, HELD = (1, 5, 6), 7, 5       # in the map; inserted; what the handles designate
BEFORE, AFTER = 4, 8                    # buckets
CELL, STEP = 26, 28                     # height of a bucket; from one to the next
LABELS = {"ref": "reference", "iter": "iterator", "local": "local iterator",
          "bucket": "bucket number", "view": "view"}

STYLE = """
  svg { color: #1f2328; font: 14px system-ui, sans-serif; }
  .ground { fill: #ffffff; stroke: none; }
  .ends { color: #b3261e; } .stays { color: #116329; } .note { color: #59636e; }
  .element { fill: #cfe3ff; } .held { fill: #ffdf8a; } .new { fill: #cdebd2; }
  .bucket { fill: #eef0f2; }
  @media (prefers-color-scheme: dark) {
    svg { color: #e6edf3; }
    .ends { color: #ff8a80; } .stays { color: #6fdd8b; } .note { color: #9ba6b1; }
    .element { fill: #1d3a63; } .held { fill: #6b5200; } .new { fill: #1d4527; }
    .bucket { fill: #262c34; } .ground { fill: #0d1117; }
  }
  text { fill: currentColor; }
  rect, path { stroke: currentColor; stroke-width: 1.3; fill: none; }
  .gone { opacity: 0.55; stroke-dasharray: 4 3; }
  .ends path.arrow { stroke-dasharray: 5 3; }
  .mark { stroke-width: 2.4; }
  .title { font-size: 17px; font-weight: 600; } .small { font-size: 12.5px; }
  .code { font-family: ui-monospace, monospace; }
"""


class Canvas:
    """The lines of an SVG, in the order in which they are drawn."""

    def __init__(self):
        self.lines = []

    def add(self, line):
        self.lines.append(line)

    def text(self, x, y, text, kind="", anchor="start"):
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        self.add(f'<text x="{x}" y="{y}" class="{kind}" text-anchor="{anchor}">{text}</text>')

    def box(self, x, y, width, label="", kind="", height=CELL):
        self.add(f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="3" class="{kind}"/>')
        faded = "gone" if "gone" in kind else ""
        if label != "":
            self.text(x + width / 2, y + height / 2 + 5, str(label), faded, "middle")

    def arrow(self, *points, kind=""):
        line = " L".join(f"{x} {y}" for x, y in points)
        (from_x, _), (x, y) = points[-2], points[-1]
        back = 6 if x > from_x else -6
        self.add(f'<g class="{kind}"><path class="arrow" d="M{line}"/>'
                 f'<path d="M{x - back} {y - 4} L{x} {y} L{x - back} {y + 4}"/></g>')

    def mark(self, x, y, kind):
        """A tick for what stays, a cross for what ends."""
        line = {"stays": f"M{x} {y} l4 4 l7 -9", "ends": f"M{x} {y - 5} l9 9 m0 -9 l-9 9"}[kind]
        self.add(f'<g class="{kind}"><path class="mark" d="{line}"/></g>')


def kind_of(key):
    return "new" if key == NEW else "held" if key == HELD else "element"


def chains(keys, buckets):
    """Each bucket's keys: a key's bucket is the rest of its division."""
    return [[key for key in keys if key % buckets == number] for number in range(buckets)]


def slots(keys, buckets):
    """Each slot's key or None: the next free one from the key's bucket on."""
    table = [None] * buckets
    for key in keys:
        place = next(number for number in range(key, key + buckets)
                     if table[number % buckets] is None)
        table[place % buckets] = key
    return table


class NodePanel:
    """Buckets hold chains of nodes; each element stays in its node."""

    what = "each element in a node of its own: a rehash links the nodes anew"

    def draw(self, canvas, x, y, keys, buckets):
        """Returns where the held element is: its left, right and middle."""
        at = None
        for number, chain in enumerate(chains(keys, buckets)):
            top = y + number * STEP
            canvas.box(x, top, 30, number, "bucket")
            left = x + 30
            for key in chain:
                canvas.arrow((left, top + CELL / 2), (left + 24, top + CELL / 2))
                canvas.box(left + 24, top, 30, key, kind_of(key))
                if key == HELD:
                    at = (left + 24, left + 54, top + CELL / 2)
                left += 54
        return at

    def draw_old(self, canvas, x, y):
        """The old array, without the elements; where it named the held one."""
        for number in range(BEFORE):
            canvas.box(x, y + number * STEP, 30, number, "gone")
        return x, y + HELD % BEFORE * STEP + CELL / 2


class FlatPanel:
    """The array holds the elements themselves."""

    what = "the elements in the array itself: a rehash moves them to another one"

    def draw(self, canvas, x, y, keys, buckets, gone=""):
        at = None
        for number, key in enumerate(slots(keys, buckets)):
            top = y + number * STEP
            canvas.text(x - 6, top + 18, str(number), f"note small {gone}", "end")
            kind = gone if key is None else f"{kind_of(key)} {gone}"
            canvas.box(x, top, 54, "" if key is None else key, kind)
            if key == HELD:
                at = (x, x + 54, top + CELL / 2)
        return at

    def draw_old(self, canvas, x, y):
        left, _, middle = self.draw(canvas, x, y, KEYS, BEFORE, "gone")
        return left - 16, middle


def growing_insert(entry):
    """The row of an insertion that may have to grow, or None."""
    for name in (r"operator\[\]", "try_emplace", "insert", "emplace"):
        for row in stability.rows_named(stability.rows_when(entry, None), name):
            if any(effect["verb"] == "grow" for effect in row["effects"]):
                return row
    return None


def ended_forms(entry, row):
    """Of the forms that an element can be designated by: whether they end."""
    forms = [form for form in stability.forms_of(entry) if form != "view"]
    said = stability.ends(row, "this", forms)
    return {form: GROWS in words or stability.ALL in words for form, words in said.items()}


def tags(canvas, x, y, names, kind, target, left=False):
    """Boxes with names at x, and arrows to one place right of them, or left."""
    has_mark = kind in ("stays", "ends")
    inner, turn = (x, x - 14) if left else (x + TAG, x + TAG + 14)
    for number, name in enumerate(names):
        middle = y + number * STEP + CELL / 2
        canvas.add(f'<g class="{kind}"><title>{name}: {kind}</title>')
        canvas.box(x, middle - CELL / 2, TAG)
        canvas.text(x + (28 if has_mark else 12), middle + 4.5, name, "small")
        canvas.add("</g>")
        if has_mark:
            canvas.mark(x + 11, middle, kind)
        if target:
            canvas.arrow((inner, middle), (turn, middle), (turn, target[1]), target, kind=kind)


def names_of(forms):
    return [LABELS.get(form, form) for form in forms]


def heading(canvas, y, name, what, notes, kind=""):
    canvas.text(20, y + 24, name, f"title {kind}")
    canvas.text(20, y + 45, what, "small note")
    for number, (note, kind_of_note) in enumerate(notes):
        canvas.text(20, y + 232 + number * 18, note, f"small note {kind_of_note}")


def draw_map(canvas, y, entry):
    row = growing_insert(entry)
    ends = ended_forms(entry, row)
    panel = FlatPanel() if ends["ref"] else NodePanel()
    # A bucket's number designates a bucket, whatever is in it.
    of_element = [form for form in ends if form != "bucket"]
    dead = [form for form in ends if ends[form]]
    alive = [form for form in ends if not ends[form]]
    growth = next(part for part in row["text"].split("; ") if part.startswith("grow"))
    heading(canvas, y, entry["name"], panel.what,
            (("the row in the table:", ""), (f"{row['signature']}   {growth}", "code")), "code")
    body = y + 66
    _, right, middle = panel.draw(canvas, 180, body, KEYS, BEFORE)
    tags(canvas, 345, body, names_of(of_element), "before", (right + 4, middle), left=True)
    if "bucket" in ends:
        tags(canvas, 20, middle - CELL / 2, names_of(["bucket"]), "before", (176, middle))
    canvas.arrow((492, body + 56), (526, body + 56))
    old_x, old_y = panel.draw_old(canvas, 720, body)
    canvas.text(720, body + BEFORE * STEP + 15, "freed", "note small")
    _, right, middle = panel.draw(canvas, 818, body, (*KEYS, NEW), AFTER)
    tags(canvas, 545, body, names_of(dead), "ends", (old_x - 4, old_y))
    first = body + (HELD + 1 - len(alive)) * STEP
    tags(canvas, 926, first, names_of(alive), "stays", (right + 4, middle), left=True)


def draw_go(canvas, y):
    """Buckets of several cells; no row says this, the Go runtime does."""
    def buckets(x, top, keys, count):
        for number, chain in enumerate(chains(keys, count)):
            canvas.box(x, top + number * STEP, 24, number, "bucket")
            for place in range(2):
                key = chain[place] if place < len(chain) else None
                canvas.box(x + 24 + place * 28, top + number * STEP, 28, "" if key is None else key,
                           "" if key is None else kind_of(key))
    heading(canvas, y, "Go's map (hmap, up to Go 1.23)",
            "buckets of eight cells, two are drawn: the runtime copies bucket by bucket",
            (("no row: &m[k] does not compile, and a pointer of the runtime's own", ""),
             ("to an old cell never dangles: at worst it is out of date", "")))
    body = y + 66
    held = body + HELD % BEFORE * STEP + CELL / 2
    names = ["pointer to a cell", "range loop"]
    buckets(180, body, KEYS, BEFORE)
    tags(canvas, 345, body, names, "before", (264, held), left=True)
    canvas.arrow((492, body + 56), (526, body + 56))
    buckets(720, body, KEYS, BEFORE)
    tags(canvas, 545, body, names, "stays", (716, held))
    buckets(860, body, (*KEYS, NEW), AFTER)
    for number in (HELD % BEFORE, HELD):
        middle = body + number * STEP + CELL / 2
        canvas.arrow((802, held), (832, held), (832, middle), (856, middle), kind="note")
    for number, note in enumerate(("The old buckets stay while something",
                                   "points there. One more bit of the hash",
                                   "splits each of them: of bucket 1, key 1",
                                   "goes to bucket 1 and key 5 to 1 + 4.")):
        canvas.text(545, body + 4 * STEP + 24 + number * 18, note, "small note")


def flat_map(table):
    """A map that moves elements when it grows, or None."""
    flat = [entry for entry in table.values()
            if entry["kind"] == "associative" and entry.get("key") != "self"
            and (row := growing_insert(entry)) and ended_forms(entry, row)["ref"]]
    flat.sort(key=lambda entry: (entry["name"] != FLAT_MAP, entry["name"]))
    return flat[0] if flat else None


def drawn(table):
    canvas = Canvas()
    canvas.text(20, 32, f"Before: {BEFORE} buckets, and handles to the element with key {HELD}")
    canvas.text(545, 32, f"After key {NEW} was inserted, and the table grew to {AFTER} buckets")
    for x, kind, text in ((545, "stays", "safe to use"), (660, "ends", "not to be used any more")):
        canvas.mark(x, 51, kind)
        canvas.text(x + 18, 56, text, f"small {kind}")
    y = TOP
    if not growing_insert(table[NODE_MAP]):
        sys.exit(f"draw-rehash.py: no insertion of {NODE_MAP} grows")
    for entry in filter(None, (table[NODE_MAP], flat_map(table))):
        draw_map(canvas, y, entry)
        y += ROW
    draw_go(canvas, y)
    height = y + ROW
    yield (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
           f'width="{WIDTH}" height="{height}" role="img" aria-labelledby="title">')
    yield ("<title id=\"title\">Which handles stay and which end when an insertion grows a hash "
           "table</title>")
    yield f"<style>{STYLE}</style>"
    yield '<rect width="100%" height="100%" class="ground"/>'
    yield from canvas.lines
    yield "</svg>"


def main():
    options = sys.argv[1:]
    if options[:1] == ["--print"] and len(options) == 2:
        print("\n".join(drawn(stability.read_table(options[1]))))
        return
    if options not in ([], ["--check"]):
        sys.exit("usage: draw-rehash.py [--check | --print EFFECTS-FILE]")
    new = "\n".join(drawn(stability.read_table())) + "\n"
    old = PICTURE.read_text() if PICTURE.exists() else ""
    if options and new != old:
        sys.exit("docs/checks/rehash.svg is out of date: run tools/draw-rehash.py")
    if new != old:
        PICTURE.write_text(new)


if __name__ == "__main__":
    main()
