"""Statements that end handles: erasures, growth, and what takes elements along."""

from .borrows import fresh, insertion, iterator_uses, levels, lvalue, mapped
from .program import Nest, Simple
from .state import Handle


def spared(gen, kill):
    """Runs a kill unless it ends what an earlier turn of a loop uses; says whether."""
    before = gen.state.copy()
    kill()
    fresh_dead = set(gen.state.dead) - set(before.dead)
    if gen.in_loop and not gen.wrong and any(used & fresh_dead for used in gen.in_loop):
        gen.state.assign(before)
        return False
    return True


def killed(gen, text, tag, kill):
    return [Simple(text, tags=(f"kill {tag}",))] if spared(gen, kill) else None


def end_key(gen, table, key):
    """The erasure of a key, with what the family does to the others."""
    gen.state.kill(gen.handles, table, key)
    others = table.family.erase
    if others != "none":
        gen.state.move_all(gen.handles, table, "all")


def end_all(gen, table):
    gen.state.kill(gen.handles, table, None)
    gen.state.room.discard(table)


def erase_key(gen, left):
    table = gen.pick(gen.usable_tables())
    if not table:
        return None
    key = gen.key()
    return killed(gen, f"{table.name}.erase({key});", "erase(key)",
                  lambda: end_key(gen, table, gen.meaning(key)))


def iterator_to_erase(gen):
    """A live iterator into a table that is in reach; None if there is none."""
    handle = gen.pick(h for h in gen.all_visible() if h.life == "iter" and gen.state.is_alive(h)
                      and h.table in gen.tables)
    if handle:
        for used in gen.in_loop:
            used.add(handle)
    return handle


def erase_iterator(gen, left):
    handle = iterator_to_erase(gen)
    if not handle:
        return None
    return killed(gen, f"{handle.table.name}.erase({handle.name});", "erase(iterator)",
                  lambda: end_key(gen, handle.table, handle.levels[0][1]))


def erase_found(gen, left):
    table = gen.pick(t for t in gen.usable_tables()
                     if gen.state.present.get(t) and not t.family.repeats)
    if not table:
        return None
    key = gen.pick(sorted(gen.state.present[table]))
    return killed(gen, f"{table.name}.erase({table.name}.find({key}));", "erase(find)",
                  lambda: end_key(gen, table, key))


def erase_range(gen, left):
    table = gen.pick(t for t in gen.usable_tables() if "next" in t.family.can)
    if not table:
        return None
    name = table.name
    return killed(gen, f"{name}.erase({name}.begin(), {name}.end());", "erase(range)",
                  lambda: end_all(gen, table))


def clear(gen, left):
    table = gen.pick(gen.usable_tables())
    return table and killed(gen, f"{table.name}.clear();", "clear", lambda: end_all(gen, table))


def assign(gen, left):
    table = gen.pick(gen.usable_tables())
    if not table:
        return None
    other = gen.pick(t for t in gen.usable_tables()
                     if t is not table and t.type == table.type and "unique_ptr" not in t.type)
    text = gen.pick([f"{table.name} = {gen.alias(table.type)}();"]
                    + ([f"{table.name} = {other.name};"] if other else []))
    return killed(gen, text, "assignment", lambda: end_all(gen, table))


def pair_of_tables(gen, word):
    first = gen.pick(t for t in gen.usable_tables() if word in t.family.can and not t.within)
    second = first and gen.pick(t for t in gen.usable_tables() if t is not first
                                and t.type == first.type and not t.within)
    return (first, second) if second else None


def rehome(gen, source, target):
    """Handles follow their elements to another owner."""
    for handle in gen.handles:
        moved = tuple((target, k) if t is source else (t, k) for t, k in handle.levels)
        if moved != handle.levels:
            # What they were before no other branch may see: all is unsure.
            handle.levels = tuple((t, "?") for t, _ in moved)
            if handle.table is source:
                handle.table = target


def move_assign(gen, left):
    pair = pair_of_tables(gen, "move")
    if not pair or gen.in_loop or gen.in_callable or len(gen.visible) > 1:
        return None
    target, source = pair

    def kill():
        end_all(gen, target)
        rehome(gen, source, target)
        gen.state.present[source] = set()
    return killed(gen, f"{target.name} = std::move({source.name});", "move assignment", kill)


def swap(gen, left):
    pair = pair_of_tables(gen, "move")
    if not pair or gen.in_loop or gen.in_callable or len(gen.visible) > 1:
        return None
    first, second = pair

    def kill():
        marker = object()
        rehome(gen, first, marker)
        rehome(gen, second, first)
        rehome(gen, marker, second)
        for table in pair:
            gen.state.present[table] = set()
            gen.state.room.discard(table)
    text = gen.pick((f"{first.name}.swap({second.name});", f"std::swap({first.name}, {second.name});"))
    return killed(gen, text, "swap", kill)


def merge(gen, left):
    pair = pair_of_tables(gen, "merge")
    if not pair or gen.in_callable:
        return None
    target, source = pair

    def kill():
        if target.family.insert != "none":
            gen.state.move_all(gen.handles, target, target.family.insert)
            gen.state.move_all(gen.handles, source, "iters")
        for handle in gen.handles:
            if any(t is source for t, _ in handle.levels):
                gen.state.mark(handle, False)
        gen.state.present[source] = set()
    return killed(gen, f"{target.name}.merge({source.name});", "merge", kill)


def extract(gen, left):
    """Out and in again, into the same container or another; or out for good."""
    table = gen.pick(t for t in gen.usable_tables() if "extract" in t.family.can)
    if not table:
        return None
    key = gen.key()
    meaning = gen.meaning(key)
    back = gen.chance(0.6)
    hurt = [h for h in gen.handles if any(t is table for t, _ in h.levels)]

    def kill():
        for handle in hurt:
            own = dict((id(t), k) for t, k in handle.levels)[id(table)]
            gone = handle.life == "iter" and handle.levels[0][0] is table or not back
            if gone and own in (meaning, "?"):
                gen.state.mark(handle, own == meaning)
        if back:
            gen.state.move_all(gen.handles, table, table.family.insert)
        elif meaning in gen.state.present.get(table, set()):
            gen.state.present[table].discard(meaning)
    if not spared(gen, kill):
        return None
    name = gen.name("n")
    if not back:
        return [Simple(f"{table.name}.extract({key});", tags=("kill extract",))]
    return [Simple(f"auto {name} = {table.name}.extract({key});", (name,), ("kill extract",)),
            Simple(f"{table.name}.insert(std::move({name}));", tags=("kill extract and insert",))]


def overwrite(gen, left):
    table = gen.pick(t for t in gen.usable_tables() if mapped(t) and mapped(t).change
                     and gen.may_grow(t) and t.family.second == "second")
    if not table:
        return None
    key = gen.key()
    made = lvalue(gen, table, key)
    if not made:
        return None
    text = gen.pick(mapped(table).change).replace("{e}", made[0])
    return killed(gen, text, "overwrite",
                  lambda: gen.state.overwrite(gen.handles, table, gen.meaning(key)))


def insert_or_assign(gen, left):
    table = gen.pick(t for t in gen.usable_tables() if "assign" in t.family.can and mapped(t))
    if not table:
        return None
    key = gen.key()

    def kill():
        insertion(gen, table, key)
        gen.state.overwrite(gen.handles, table, gen.meaning(key))
    return killed(gen, f"{table.name}.insert_or_assign({key}, {fresh(table)});",
                  "insert_or_assign", kill)


def grow(gen, left):
    table = gen.pick(t for t in gen.usable_tables() if gen.may_grow(t))
    if not table:
        return None
    key = gen.key()
    family, name = table.family, table.name
    if not family.is_map:
        ways = [f"{name}.insert({key});", f"{name}.emplace({key});"]
    elif "try" in family.can:
        ways = [f"{name}.try_emplace({key}, {fresh(table)});",
                f"{name}.emplace({key}, {fresh(table)});"]
        if mapped(table) and not mapped(table).needs_fresh:
            ways += [f"{name}[{key}];", f"{name}[{key}] = {fresh(table)};"]
    else:
        ways = [f"{name}.emplace({key}, {fresh(table)});"]
    text = gen.pick(ways)

    def kill():
        insertion(gen, table, key)
        if "] =" in text:
            gen.state.overwrite(gen.handles, table, gen.meaning(key))
    return killed(gen, text, "insertion", kill)


def reserve(gen, left):
    table = gen.pick(t for t in gen.usable_tables() if "reserve" in t.family.can)
    if not table:
        return None

    def kill():
        gen.state.move_all(gen.handles, table, table.family.insert)
        gen.state.room.add(table)
    return killed(gen, f"{table.name}.reserve(100);", "reserve", kill)


def scope(gen, left):
    """A container that ends before its handle does."""
    model = gen.pick(t for t in gen.tables if t.family.is_map and mapped(t)
                     and any(f.again for f in mapped(t).forms) and t.family.second == "second")
    outer = model and gen.pick(h for h in gen.all_visible() if h.again and h.table.family.is_map
                               and mapped(h.table) is mapped(model) and not h.levels[0][0].within)
    if not outer or left < 4 or gen.in_callable or gen.in_loop:
        return None
    name = gen.name("t")
    key = gen.key()
    body = [Simple(f"{gen.alias(model.type)} {name};", (name,))]
    body.append(Simple(f"{name}.emplace({key}, {fresh(model)});"))
    gen.visible.append([])
    table = gen.add_table(name, model.family, model.value, is_local=True)
    gen.state.present[table].add(gen.meaning(key))
    body.append(Simple(outer.again.format(n=outer.name, e=f"{name}.find({key})->second"),
                       tags=("borrow again",)))
    outer.levels, outer.table = ((table, gen.meaning(key)),), table
    gen.state.dead.pop(outer, None)
    body.append(gen.use_of(outer))
    body += gen.nested(gen.random.randint(0, 3))
    gen.tables.remove(table)
    gen.visible.pop()
    gen.state.mark(outer, True)
    return [Nest([""], [body], tags=("kill end of scope",))]


def owner(gen, left):
    """A container on the heap, which a reset or its move ends."""
    model = gen.pick(t for t in gen.tables if not t.within)
    if not model or gen.in_callable or left < 4:
        return None
    name = gen.name("u")
    type = gen.alias(model.type)
    if len(gen.visible) > 3:
        return None
    table = gen.add_table(f"(*{name})", model.family, model.value, is_local=True)
    handle = Handle(name, None, "owner", ("use(int({n}->size()));",), "slot", ())
    table.through = handle
    return [Simple(f"auto {name} = std::make_unique<{type}>();", (name,), ("flow owner",))]


def reset_owner(gen, left):
    table = gen.pick(t for t in gen.usable_tables() if t.name.startswith("(*"))
    if not table or gen.in_callable or gen.in_loop:
        return None
    name = table.name[2:-1]

    def kill():
        end_all(gen, table)
        gen.state.mark(table.through, True)
    return killed(gen, gen.pick((f"{name}.reset();", f"{name} = nullptr;")), "owner reset", kill)


MAKERS = [
    (6, erase_key),
    (3, erase_iterator),
    (2, erase_found),
    (1, erase_range),
    (1.5, clear),
    (1.5, assign),
    (1.5, move_assign),
    (1.5, swap),
    (1.5, merge),
    (2, extract),
    (4, overwrite),
    (2, insert_or_assign),
    (7, grow),
    (1.5, reserve),
    (2, scope),
    (0.7, owner),
    (1.5, reset_owner),
]
