"""Random programs, each decided by its seed. Half of them are meant to be right:
they use what the State believes to be alive. The others use what is dead, once
or twice."""

import math
import random

from . import borrows, flow, functions, kills
from .containers import BY_NAME, INNER, LIBRARIES, LIBRARY_WEIGHTS, VALUES
from .program import Parameter, Program, Simple, all_defined, repair, tags_in_use
from .state import State, Table

SIZES = (5, 200)


class Generator:
    def __init__(self, seed, library):
        self.random = random.Random(seed)
        self.library = library
        self.state = State()
        self.handles = []  # all there are, visible or not
        self.visible = [[]]  # of the open blocks
        self.tables = []
        self.conditions = []
        self.counts = []
        self.keys = ["1", "2", "3"]
        self.same_key = {}  # a copy -> what it is a copy of
        self.items = []
        self.aliases = []
        self.number = 0
        self.in_loop = []  # for each open loop: handles that are used in it
        self.in_callable = 0
        self.wrong = 0  # how many dead uses are still wanted

    # Small choices.

    def chance(self, share):
        return self.random.random() < share

    def pick(self, things):
        things = list(things)
        return self.random.choice(things) if things else None

    def name(self, letter):
        self.number += 1
        return f"{letter}{self.number}"

    def key(self):
        return self.pick(self.keys)

    def meaning(self, key):
        return self.same_key.get(key, key)

    def alias(self, type):
        for name, text in self.aliases:
            if text == type:
                return name
        name = f"T{len(self.aliases)}"
        self.aliases.append((name, type))
        return name

    # What is visible.

    def declare(self, handle):
        handle.depth = len(self.visible)
        self.handles.append(handle)
        self.visible[-1].append(handle)

    def all_visible(self):
        return [h for block in self.visible for h in block]

    def add_table(self, name, family, value, **rest):
        table = Table(name, family, value, family.of(value), **rest)
        self.tables.append(table)
        self.state.present.setdefault(table, set())
        if table.is_local:
            self.state.gone[table] = {None}
        return table

    def usable_tables(self):
        return [t for t in self.tables if self.state.reachable(t)]

    def may_grow(self, table):
        """A loop that adds an element of the same key in each turn may never end."""
        return not (table.family.repeats and self.in_loop)

    def use_of(self, handle):
        """A statement that uses the handle, and what the state learns from it."""
        for used in self.in_loop:
            used.add(handle)
        return Simple(self.pick(handle.uses).format(n=handle.name), tags=(f"handle {handle.tag}",))

    def choose_handle(self):
        """One to use: alive, or dead if that is wanted."""
        dead = [h for h in self.all_visible() if not self.state.is_alive(h)]
        if self.wrong and dead and self.chance(0.4):
            self.wrong -= 1
            return self.pick(dead)
        return self.pick(h for h in self.all_visible() if self.state.is_alive(h))

    # Blocks.

    MAKERS = [
        *borrows.MAKERS,
        *kills.MAKERS,
        *flow.MAKERS,
        *functions.MAKERS,
    ]

    def statements(self, budget):
        """About so many statements."""
        block = []
        left = budget
        tries = 0
        while left > 0 and not self.state.ended and tries < 6 * budget + 20:
            tries += 1
            weights = [weight for weight, _ in self.MAKERS]
            make = self.random.choices(self.MAKERS, weights)[0][1]
            made = make(self, left)
            if made:
                from .program import count
                left -= count(made)
                block += made
        return block

    def nested(self, budget):
        """The statements of a block of its own; names end with it."""
        self.visible.append([])
        tables, keys, conditions = len(self.tables), len(self.keys), len(self.conditions)
        block = self.statements(budget)
        for table in self.tables[tables:]:
            self.state.kill(self.handles, table, None)
        del self.tables[tables:]
        del self.keys[keys:]
        del self.conditions[conditions:]
        self.visible.pop()
        return block

    # Whole programs.

    def value(self):
        return self.pick([*VALUES, "int", "std::string", "Item"])

    def parameters(self):
        parameters = []
        for i in range(self.random.choices((1, 2, 3), (5, 3, 1))[0]):
            family = BY_NAME[self.pick(LIBRARIES[self.library])]
            value = self.value() if family.is_map else "int"
            if family.is_map and self.chance(0.12):
                value = self.pick(INNER)
            if parameters and self.chance(0.6):
                family, value = self.tables[0].family, self.tables[0].value
            table = self.add_table(f"m{i}", family, value)
            parameters.append(Parameter(f"m{i}", self.alias(table.type), "table"))
        for i in range(self.random.choices((1, 2, 3), (3, 3, 1))[0]):
            self.conditions.append(f"b{i}")
            parameters.append(Parameter(f"b{i}", "bool", "bool"))
        if self.chance(0.5):
            self.counts.append("n0")
            parameters.append(Parameter("n0", "int", "count"))
        for i in range(self.random.choices((1, 2, 3), (3, 3, 1))[0]):
            self.keys.append(f"k{i}")
            parameters.append(Parameter(f"k{i}", "int", "key"))
        return parameters

    def program(self, sizes):
        """Sizes are even on a logarithmic scale: most programs are small."""
        low, high = map(math.log, sizes)
        budget = round(math.exp(self.random.uniform(low, high)))
        self.wrong = self.pick((0, 0, 1, 2))
        parameters = self.parameters()
        is_method = self.chance(0.2)
        body = self.statements(budget)
        program = Program(self.items, parameters, body, self.aliases, is_method)
        repair(program, all_defined(program))
        program.tags = tags_in_use(program)
        program.tags |= {f"container {t.family.name}" for t in self.tables[:3]}
        program.tags |= {f"value {t.value}" for t in self.tables[:1] if t.family.is_map}
        program.tags.add("flow method" if is_method else "flow function")
        return program


def generate(seed, library, sizes=SIZES):
    return Generator(seed, library).program(sizes)


def library_of(batch_seed):
    source = random.Random(f"library {batch_seed}")
    return source.choices(list(LIBRARY_WEIGHTS), list(LIBRARY_WEIGHTS.values()))[0]
