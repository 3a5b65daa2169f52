"""Programs as trees of statements, which can be rendered, counted and cut.

The text of a statement is C++ with three marks, which the renderer replaces:
<?c?> is a condition that the judge may choose, <@c@> the range of a range-for,
and $L stands before what runs later than the rest of its line.
"""

import copy
import re
from dataclasses import dataclass, field

NAME = re.compile(r"[A-Za-z_]\w*")


@dataclass
class Simple:
    text: str
    defines: tuple = ()
    tags: tuple = ()


@dataclass
class Nest:
    """Heads, each with a block: if and else, a loop, a bare block, a lambda."""

    heads: list
    bodies: list
    defines: tuple = ()  # visible in the blocks
    defines_after: tuple = ()  # visible behind them
    tags: tuple = ()
    tail: str = ""
    is_function: bool = False


@dataclass
class Function:
    name: str
    head: str
    defines: tuple
    body: list
    tags: tuple = ()


@dataclass
class Record:
    """A struct: fields, and methods, which are Functions."""

    name: str
    fields: list
    methods: list
    tags: tuple = ()


@dataclass
class Parameter:
    name: str
    type: str
    kind: str  # "table", "bool", "count", "key"


@dataclass
class Program:
    items: list  # what stands before the entry
    parameters: list
    body: list
    aliases: list  # (name, type)
    is_method: bool = False  # the tables are members of a struct
    tags: set = field(default_factory=set)

    def size(self):
        functions = [i for i in self.items if isinstance(i, Function)]
        functions += [m for i in self.items if isinstance(i, Record) for m in i.methods]
        return count(self.body) + sum(count(f.body) + 1 for f in functions)


def count(block):
    return sum(1 + sum(map(count, getattr(s, "bodies", []))) for s in block)


def names(text):
    return set(NAME.findall(text))


def walk(block):
    """All statements, with the block and the index where each stands."""
    for index, statement in enumerate(block):
        yield block, index, statement
        for body in getattr(statement, "bodies", []):
            yield from walk(body)


def functions_of(program):
    for item in program.items:
        if isinstance(item, Function):
            yield item
        else:
            yield from item.methods


def blocks_of(program):
    yield program.body
    for function in functions_of(program):
        yield function.body


def tags_in_use(program):
    """The features that are left in it."""
    tags = set()
    for block in blocks_of(program):
        for _, _, statement in walk(block):
            tags.update(statement.tags)
    for function in functions_of(program):
        tags.update(function.tags)
    return tags


def all_defined(program):
    defined = {p.name for p in program.parameters}
    for block in blocks_of(program):
        for _, _, statement in walk(block):
            defined.update(statement.defines)
            defined.update(getattr(statement, "defines_after", ()))
    for item in program.items:
        defined.add(item.name)
    for function in functions_of(program):
        defined.add(function.name)
        defined.update(function.defines)
    return defined


def repair(program, tracked):
    """Drops what names something of `tracked` that is no more, and functions that
    nobody calls."""
    top = {item.name for item in program.items}
    methods = {m.name for i in program.items if isinstance(i, Record) for m in i.methods}
    outside = {p.name for p in program.parameters} | top | methods
    for item in program.items:
        if isinstance(item, Record):
            fields = set().union(*(f.defines for f in item.fields)) if item.fields else set()
            outside |= fields
    for function in functions_of(program):
        function.body = kept(function.body, outside | set(function.defines), tracked)
    program.body = kept(program.body, outside, tracked)
    used = set()
    for block in blocks_of(program):
        for _, _, statement in walk(block):
            used |= names(getattr(statement, "text", "") + " ".join(getattr(statement, "heads", [])))
    size = len(program.items)
    program.items = [i for i in program.items if i.name in used or
                     (isinstance(i, Record) and i.name == "Owner")]
    for item in program.items:
        if isinstance(item, Record):
            item.methods = [m for m in item.methods if m.name in used]
    if len(program.items) != size:
        repair(program, tracked)
    return program


def kept(block, known, tracked):
    """The statements whose names are known."""
    known = set(known)
    result = []
    for statement in block:
        defined = set(statement.defines) | set(getattr(statement, "defines_after", ()))
        text = getattr(statement, "text", "") + " ".join(getattr(statement, "heads", []))
        if (names(text) & tracked) - defined - known:
            continue
        if isinstance(statement, Nest):
            inner = known | set(statement.defines)
            statement.bodies = [kept(b, inner, tracked) for b in statement.bodies]
            known |= set(statement.defines_after)
        else:
            known |= set(statement.defines)
        result.append(statement)
    return result


def clone(program):
    return copy.deepcopy(program)
