"""From programs to C++, twice: with the real containers for the checks, with
containers that know their handles for the judge. Lines are the same in both."""

import re

from .program import Function, Nest, Record

CONDITION = re.compile(r"<\?(.*?)\?>")
RANGE = re.compile(r"<@(.*?)@>")
MODELLED = re.compile(
    r"\bstd::(map|multimap|set|multiset|unordered_map|unordered_multimap|unordered_set"
    r"|string|vector)\b(?!_)"
)
LIBRARY = re.compile(r"\b(absl|boost|tsl)::")

PRELUDE = """\
#include <memory>
#include <string>
#include <string_view>
#include <vector>
struct Item {
  int id = 1;
  std::string name = "a name that is not short";
  std::vector<int> sizes = {1, 2, 3};
};
void use(int);
void use(std::string_view);
void use(const std::string &);
void use(const char *);
void use(const int *);
void use(const Item &);
void use(const Item *);
void use(const std::vector<int> &);
"""


class Writer:
    def __init__(self, judged, first_line):
        self.judged = judged
        self.lines = []
        self.first = first_line

    def number(self):
        return self.first + len(self.lines)

    def put(self, depth, text, marks=False):
        """A line; if it marks, it tells the judge that it runs."""
        if self.judged:
            number = self.number()
            mark = "H" if "<@" in text or "$L" in text else "L"
            text = CONDITION.sub(r"judge::choose(\1)", text)
            text = RANGE.sub(rf"judge::Ranged(\1, judge_frame, {number})", text)
            text = text.replace("$L", f"L({number}), ")
            text = MODELLED.sub(r"model::\1", text)
            text = LIBRARY.sub(r"model::\1::", text)
            if marks:
                text = f"{mark}({number}); " + text
        else:
            text = RANGE.sub(r"\1", CONDITION.sub(r"\1", text)).replace("$L", "")
        self.lines.append("  " * depth + text)

    def frame(self):
        return " judge::Frame judge_frame;" if self.judged else ""

    def block(self, depth, statements):
        for statement in statements:
            if isinstance(statement, Nest):
                self.nest(depth, statement)
            else:
                self.put(depth, statement.text, marks=True)

    def nest(self, depth, nest):
        for index, (head, body) in enumerate(zip(nest.heads, nest.bodies)):
            frame = self.frame() if nest.is_function else ""
            space = " " if head else ""
            self.put(depth, f"{head}{space}{{{frame}", marks=index == 0)
            self.block(depth + 1, body)
            if index + 1 < len(nest.heads):
                self.lines.append("  " * depth + "}")
        self.put(depth, "}" + nest.tail)

    def function(self, depth, head, body):
        self.put(depth, f"{head} {{{self.frame()}")
        self.block(depth + 1, body)
        self.put(depth, "}")

    def item(self, item):
        if isinstance(item, Function):
            self.function(0, item.head, item.body)
        elif isinstance(item, Record):
            self.put(0, f"struct {item.name} {{")
            for field in item.fields:
                self.put(1, field.text)
            for method in item.methods:
                self.function(1, method.head, method.body)
            self.put(0, "};")


def entry_head(program, only_values):
    texts = [
        f"{p.type} {'&' if p.kind == 'table' else ''}{p.name}"
        for p in program.parameters if not (only_values and p.kind == "table")
    ]
    return f"void entry({', '.join(texts)})"


def render_program(program, number, judged, first_line):
    """The lines of one program, in a namespace of its own."""
    writer = Writer(judged, first_line)
    writer.put(0, f"namespace p{number} {{")
    for name, text in program.aliases:
        writer.put(0, f"using {name} = {text};")
    for item in program.items:
        writer.item(item)
    if program.is_method:
        writer.put(0, "struct Owner {")
        for p in program.parameters:
            if p.kind == "table":
                writer.put(1, f"{p.type} {p.name};")
        writer.function(1, entry_head(program, True), program.body)
        writer.put(0, "};")
    else:
        writer.function(0, entry_head(program, False), program.body)
    writer.put(0, f"}} // namespace p{number}")
    return writer.lines


KEYS = {"k0": 4, "k1": 5, "k2": 6}
FILLS = 8
COUNTS = 3


def runner(program, number):
    """The judge's call of the entry: an input's number decides all arguments."""
    lines = [f"static void run{number}(unsigned long i) {{"]
    arguments, inputs = [], 1
    owner = "owner." if program.is_method else ""
    if program.is_method:
        lines.append(f"  p{number}::Owner owner;")
    for p in program.parameters:
        if p.kind == "bool":
            arguments.append("take(2)")
            inputs *= 2
        elif p.kind == "count":
            arguments.append(f"take({COUNTS})")
            inputs *= COUNTS
        elif p.kind == "key":
            arguments.append(str(KEYS[p.name]))
        elif p.kind == "table":
            if not program.is_method:
                lines.append(f"  p{number}::{p.type} {p.name};")
                arguments.append(p.name)
    lines.append("  auto take = [&](unsigned count) { unsigned value = i % count; i /= count; return int(value); };")
    # Evaluated in order, so that an input's number means the same everywhere.
    texts = []
    for index, argument in enumerate(arguments):
        lines.append(f"  auto &&a{index} = {argument};")
        texts.append(f"a{index}")
    for index, p in enumerate(q for q in program.parameters if q.kind == "table"):
        # What is left of the number: 0 is all, 1 nothing, others are some keys.
        lines.append(f"  judge::fill({owner}{p.name}, i < 2 ? i : i * 8 + {index});")
    inputs *= FILLS
    call = f"owner.entry" if program.is_method else f"p{number}::entry"
    lines.append(f"  {call}({', '.join(texts)});")
    lines.append("}")
    return lines, inputs


class Unit:
    """A file of programs in both forms."""

    def __init__(self, programs, includes):
        self.programs = programs
        head = [f"#include {name}" for name in sorted(includes)]
        head += PRELUDE.splitlines()
        tidy, judged = list(head), ['#include "Judge.h"']
        judged += [""] * (len(tidy) - 1)
        self.spans = []  # first and last line of each program
        for number, program in enumerate(programs):
            first = len(tidy) + 1
            tidy += render_program(program, number, False, first)
            judged += render_program(program, number, True, first)
            assert len(tidy) == len(judged)
            self.spans.append((first, len(tidy)))
        self.inputs = []
        for number, program in enumerate(programs):
            lines, inputs = runner(program, number)
            judged += lines
            self.inputs.append(inputs)
        table = ", ".join(f"{{run{n}, {i}}}" for n, i in enumerate(self.inputs))
        judged += [f"static judge::Program programs[] = {{{table}}};",
                   "int main(int argc, char **argv) {",
                   f"  return judge::main(argc, argv, programs, {len(programs)});", "}"]
        self.tidy = "\n".join(tidy) + "\n"
        self.judged = "\n".join(judged) + "\n"

    def program_at(self, line):
        """Whose line this is, or None."""
        low, high = 0, len(self.spans)
        while low < high:
            middle = (low + high) // 2
            if self.spans[middle][1] < line:
                low = middle + 1
            else:
                high = middle
        if low < len(self.spans) and self.spans[low][0] <= line:
            return low
        return None
