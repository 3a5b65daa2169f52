"""Statements that take handles and use them."""

from .containers import BY_NAME, Form, VALUES
from .program import Nest, Simple
from .state import Handle


def insertion(gen, table, key):
    """What an insertion of this key does to the state."""
    state, family = gen.state, table.family
    meaning = gen.meaning(key)
    there = meaning in state.present.get(table, set()) and not family.repeats
    if not there and (family.crowded or table not in state.room):
        state.move_all(gen.handles, table, family.insert)
    state.present.setdefault(table, set()).add(meaning)


def mapped(table):
    """The kind of its values, unless they are containers or there are none."""
    return VALUES.get(table.value) if table.family.is_map else None


def fresh(table):
    value = mapped(table)
    return value.fresh if value else f"{table.value}()"


def lvalue(gen, table, key):
    """An expression for the value of a key, and its tag; the state goes along."""
    family, state = table.family, gen.state
    there = gen.meaning(key) in state.present.get(table, set())
    value = mapped(table)
    ways = []
    if "try" in family.can:
        if there or not (value and value.needs_fresh):
            ways += [(f"{table.name}[{key}]", "operator[]", True)] * 4
        if there:
            ways.append((f"{table.name}.at({key})", "at", False))
        if family.second == "second":
            new = fresh(table)
            ways.append((f"{table.name}.try_emplace({key}, {new}).first->second",
                         "try_emplace", True))
            ways.append((f"{table.name}.emplace({key}, {new}).first->second", "emplace", True))
    else:
        ways.append((f"{table.name}.emplace({key}, {fresh(table)})->second", "emplace", True))
    if there and family.second == "second":
        ways.append((f"{table.name}.find({key})->second", "find", False))
    way = gen.pick(ways)
    if not way:
        return None
    text, tag, inserts = way
    if inserts:
        insertion(gen, table, key)
    return text, tag


def levels(gen, table, key):
    return ((table, key), *table.within)


def take_value(gen, left):
    """A handle to a value, or to a part of one."""
    table = gen.pick(t for t in gen.usable_tables() if t.family.is_map and gen.may_grow(t))
    if not table:
        return None
    key = gen.key()
    value = mapped(table)
    if not value:
        return take_inner(gen, table, key)
    made = lvalue(gen, table, key)
    if not made:
        return None
    text, tag = made
    form = gen.pick(value.forms)
    name = gen.name("h")
    handle = Handle(name, form, form.tag, form.uses, form.life,
                    levels(gen, table, gen.meaning(key)), again=form.again, table=table)
    gen.declare(handle)
    return [Simple(form.take.format(n=name, e=text), (name,),
                   (f"borrow {tag}", f"handle {form.tag}"))]


def take_inner(gen, table, key):
    """A reference to an inner container, which is a container from then on."""
    made = lvalue(gen, table, key)
    if not made:
        return None
    text, tag = made
    name = gen.name("c")
    base = table.value.split("<")[0]
    inner_value = table.value[table.value.index("<") + 1:-1].split(", ")[-1]
    around = levels(gen, table, gen.meaning(key))
    handle = Handle(name, None, "inner container", ("use(int({n}.size()));",), "slot", around,
                    table=table)
    gen.declare(handle)
    gen.add_table(name, BY_NAME[base], inner_value, within=around, through=handle)
    return [Simple(f"{gen.alias(table.value)} &{name} = {text};", (name,),
                   (f"borrow {tag}", "handle inner container"))]


def iterator_uses(table):
    family = table.family
    if not family.is_map:
        return ("use(*{n});",)
    second = f"->{family.second}" if family.second == "second" else ".value()"
    uses = ["use({n}->first);"]
    value = mapped(table)
    if not value:
        uses.append("use(int({n}" + second + ".size()));")
        return tuple(uses)
    for use in value.direct:
        if family.second != "second" and " = " in use:
            continue
        uses.append(use.replace("{e}", "{n}" + second))
    return tuple(uses)


def take_iterator(gen, left):
    table = gen.pick(t for t in gen.usable_tables() if gen.may_grow(t))
    if not table:
        return None
    key = gen.key()
    family, meaning = table.family, gen.meaning(key)
    name = gen.name("i")
    there = meaning in gen.state.present.get(table, set())
    ways = []
    if gen.state.may_have(table, meaning):
        ways = [(f"{table.name}.find({key})", "find", not there, False)] * 3
    if "bounds" in family.can and there:
        ways.append((f"{table.name}.lower_bound({key})", "lower_bound", False, False))
    if "try" in family.can:
        ways.append((f"{table.name}.try_emplace({key}, {fresh(table)}).first", "try_emplace",
                     False, True))
    if not family.is_map:
        first = "" if family.repeats else ".first"
        ways.append((f"{table.name}.insert({key}){first}", "insert", False, True))
    else:
        first = "" if family.repeats else ".first"
        ways.append((f"{table.name}.emplace({key}, {fresh(table)}){first}", "emplace",
                     False, True))
    text, tag, may_be_end, inserts = gen.pick(ways)
    if inserts:
        insertion(gen, table, key)
    own = "?" if tag == "lower_bound" else meaning
    handle = Handle(name, None, "iterator", iterator_uses(table), "iter",
                    levels(gen, table, own), table=table)
    tags = (f"borrow {tag}", "handle iterator")
    taken = Simple(f"auto {name} = {text};", (name,), tags)
    if not may_be_end:
        gen.declare(handle)
        return [taken]
    return guarded(gen, left, taken, handle, table, meaning)


def guarded(gen, left, taken, handle, table, key):
    """The look-up may find nothing: return, or go on only if it finds it."""
    name = handle.name
    if gen.chance(0.4) and not gen.in_callable and not gen.in_loop:
        gen.declare(handle)
        gen.state.present[table].add(key)
        return [taken, Nest([f"if ({name} == {table.name}.end())"],
                            [[Simple("return;", tags=("flow early return",))]])]
    before = gen.state.copy()
    gen.state.present[table].add(key)
    gen.visible.append([])
    gen.declare(handle)
    body = [gen.use_of(handle)] + gen.nested(min(left, gen.random.randint(1, 8)))
    gen.visible.pop()
    gen.state.assign(gen.state.join(before))
    return [taken, Nest([f"if ({name} != {table.name}.end())"], [body],
                        tags=("flow if found",))]


def take_key(gen, left):
    """A reference to a key, or a pointer."""
    table = gen.pick(gen.usable_tables())
    if not table or table.family.second != "second":
        return None
    there = sorted(gen.state.present.get(table, ()))
    key = gen.pick(there)
    if not key:
        return None
    name = gen.name("h")
    part = f"{table.name}.find({key})->first" if table.family.is_map else \
        f"*{table.name}.find({key})"
    form = gen.pick((
        Form("key", "const int &{n} = {e};", ("use({n});",)),
        Form("key", "const int *{n} = &{e};", ("use(*{n});", "use({n});"), again="{n} = &{e};"),
    ))
    gen.declare(Handle(name, form, "key", form.uses, "slot", levels(gen, table, key), table=table))
    return [Simple(form.take.format(n=name, e=part), (name,), ("handle key",))]


def from_iterator(gen, left):
    """A handle that is made of another one."""
    source = gen.pick(h for h in gen.all_visible() if h.life == "iter" and gen.state.is_alive(h)
                      and h.table.family.is_map and h.table.family.second == "second")
    value = source and mapped(source.table)
    if not value:
        return None
    name = gen.name("h")
    form = gen.pick(value.forms)
    gen.declare(Handle(name, form, form.tag, form.uses, form.life, source.levels,
                       table=source.table))
    return [Simple(form.take.format(n=name, e=f"{source.name}->second"), (name,),
                   ("borrow from iterator", f"handle {form.tag}"))]


def copy_handle(gen, left):
    source = gen.pick(h for h in gen.all_visible() if h.tag in ("iterator", "pointer", "view")
                      and gen.state.is_alive(h))
    if not source:
        return None
    name = gen.name("h")
    gen.declare(Handle(name, source.form, source.tag, source.uses, source.life, source.levels,
                       table=source.table))
    return [Simple(f"auto {name} = {source.name};", (name,),
                   ("borrow copy", f"handle {source.tag}"))]


def take_again(gen, left):
    """A handle is taken anew, perhaps since it is dead."""
    if gen.in_callable:
        return None
    dead = [h for h in gen.all_visible() if not gen.state.is_alive(h) and len(h.levels) == 1]
    handle = gen.pick(h for h in dead if h.again or h.life == "iter")
    if not handle or not gen.state.reachable(handle.table):
        return None
    table, key = handle.table, gen.key()
    if table not in gen.tables:
        return None
    if handle.life == "iter":
        there = sorted(gen.state.present.get(table, ()))
        key = gen.pick(there)
        if not key:
            return None
        text = f"{handle.name} = {table.name}.find({key});"
    else:
        made = lvalue(gen, table, key)
        if not made:
            return None
        text = handle.again.format(n=handle.name, e=made[0])
    handle.levels = ((table, gen.meaning(key)),)
    gen.state.dead.pop(handle, None)
    return [Simple(text, tags=("borrow again",))]


def use(gen, left):
    handle = gen.choose_handle()
    return [gen.use_of(handle)] if handle else None


def copy_key(gen, left):
    key = gen.key()
    name = gen.name("q")
    gen.keys.append(name)
    gen.same_key[name] = gen.meaning(key)
    return [Simple(f"const int {name} = {key};", (name,), ("key copy",))]


MAKERS = [
    (16, take_value),
    (10, take_iterator),
    (3, take_key),
    (3, from_iterator),
    (3, copy_handle),
    (5, take_again),
    (34, use),
    (2, copy_key),
]
