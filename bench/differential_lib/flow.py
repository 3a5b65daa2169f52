"""Branches, loops and early ends, and conditions that go together."""

from .borrows import iterator_uses, levels
from .kills import end_key, erase_key, spared
from .program import Nest, Simple, walk
from .state import Handle


def condition(gen):
    """A condition on inputs, and whether it is simple enough to be asked again."""
    base = gen.pick(gen.conditions)
    kind = gen.random.random()
    if base is None or kind > 0.85:
        table, key = full_table(gen)
        if gen.counts and gen.chance(0.5):
            return f"{gen.pick(gen.counts)} {gen.pick(('== 1', '> 0', '!= 2', '< 2'))}", True
        if table:
            return f"{table.name}.contains({key})", False
        return None, False
    if kind > 0.7:
        other = gen.pick(gen.conditions)
        return f"{base} {gen.pick(('&&', '||'))} {other}", False
    return ("!" + base if kind > 0.5 else base), True


def negated(text):
    if text.startswith("!"):
        return text[1:]
    return f"!{text}" if text.isidentifier() else f"!({text})"


def branch(gen, left):
    text, simple = condition(gen)
    if not text or left < 2 or len(gen.visible) > 4:
        return None
    before = gen.state.copy()
    size = min(left, gen.random.randint(1, 10))
    then = gen.nested(size)
    after_then = gen.state.copy()
    gen.state.assign(before)
    heads, bodies = [f"if (<?{text}?>)"], [then]
    if gen.chance(0.35):
        heads.append("else")
        bodies.append(gen.nested(gen.random.randint(1, 6)))
    note_conditions(gen, before, after_then, text if simple else None)
    gen.state.assign(after_then.join(gen.state))
    return [Nest(heads, bodies, tags=("flow if",))] if then else None


def note_conditions(gen, before, after, text):
    """Which handles died on this branch alone."""
    if text and not gen.in_loop:
        for handle in set(after.dead) - set(before.dead):
            after.when[handle] = text


def correlated(gen, left):
    """A use of what died on the other branch of the same condition."""
    handle = gen.pick(h for h in gen.all_visible() if h in gen.state.when
                      and gen.state.dead.get(h) == "maybe")
    if not handle or gen.in_loop:
        return None
    text = gen.state.when[handle]
    if gen.wrong and gen.chance(0.3):
        gen.wrong -= 1
        text = negated(text)
    return [Nest([f"if (<?{negated(text)}?>)"], [[gen.use_of(handle)]],
                 tags=("flow correlated",))]


def flag(gen, left):
    """A variable remembers whether something was erased."""
    text, _ = condition(gen)
    handle = gen.pick(h for h in gen.all_visible() if gen.state.is_alive(h) and h.levels)
    if not text or not handle or gen.in_loop or left < 5 or gen.in_callable:
        return None
    table, key = handle.levels[0]
    if table not in gen.tables or key == "?" or not gen.state.reachable(table):
        return None
    before = gen.state.copy()
    end_key(gen, table, key)
    after = gen.state.copy()
    gen.state.assign(after.join(before))
    name = gen.name("f")
    statements = [
        Simple(f"bool {name} = false;", (name,)),
        Nest([f"if (<?{text}?>)"], [[
            Simple(f"{table.name}.erase({key});", tags=("kill erase(key)",)),
            Simple(f"{name} = true;")]], tags=("flow if",)),
    ]
    test = f"!{name}"
    if gen.wrong and gen.chance(0.3):
        gen.wrong -= 1
        test = name
    statements.append(Nest([f"if (<?{test}?>)"], [[gen.use_of(handle)]], tags=("flow flag",)))
    return statements


def early_return(gen, left):
    text, _ = condition(gen)
    if not text or gen.in_callable or left < 3:
        return None
    before = gen.state.copy()
    body = gen.nested(gen.random.randint(0, 4)) + [Simple("return;")]
    gen.state.assign(before)
    return [Nest([f"if (<?{text}?>)"], [body], tags=("flow early return",))]


def switch(gen, left):
    count = gen.pick(gen.counts)
    if not count or left < 6 or len(gen.visible) > 3:
        return None
    before, joined = gen.state.copy(), gen.state.copy()
    bodies = []
    for _ in range(2):
        gen.state.assign(before.copy())
        bodies.append(gen.nested(gen.random.randint(1, 5)))
        joined = joined.join(gen.state)
    gen.state.assign(joined)
    return [Nest([f"if (<?{count} == 0?>)", f"else if (<?{count} == 1?>)"], bodies,
                 tags=("flow if chain",))]


def in_loop(gen, budget, first=()):
    """The body of a loop, which runs any number of times."""
    before = gen.state.copy()
    gen.in_loop.append(set(first))
    body = gen.nested(budget)
    gen.in_loop.pop()
    gen.state.assign(gen.state.join(before))
    return body


def counted(gen, left):
    if left < 3 or len(gen.visible) > 3 or len(gen.in_loop) > 1:
        return None
    name = gen.name("x")
    bound = gen.pick([*gen.counts, "2"])
    body = in_loop(gen, min(left, gen.random.randint(1, 8)))
    if not body:
        return None
    return [Nest([f"for (int {name} = 0; <?{name} < {bound}?>; ++{name})"], [body], (name,),
                 tags=("flow counted loop",))]


def full_table(gen):
    """A table that is not known to be empty, and a key that may be there."""
    table = gen.pick(gen.usable_tables())
    keys = table and [k for k in gen.keys if gen.state.may_have(table, gen.meaning(k))]
    return (table, gen.pick(keys)) if keys else (None, None)


def texts(block):
    return [getattr(s, "text", "") for _, _, s in walk(block)]


def range_for(gen, left):
    table, _ = full_table(gen)
    if not table or left < 3 or len(gen.visible) > 3 or len(gen.in_loop) > 1:
        return None
    name = gen.name("e")
    family = table.family
    uses = ["use({n}.first);"] if family.is_map else ["use({n});"]
    if family.is_map and family.second == "second":
        uses += [u.replace("{n}->", "{n}.") for u in iterator_uses(table)]
    tsl = family.second != "second"
    element = Handle(name, None, "range-for", tuple(uses), "slot", levels(gen, table, "?"),
                     table=table)
    hidden = Handle(name + "_", None, "range-for", (), "iter", levels(gen, table, "?"),
                    table=table)
    gen.handles.append(hidden)
    gen.visible.append([])
    gen.declare(element)
    body = [gen.use_of(element)] if gen.chance(0.7) else []
    body += in_loop(gen, min(left, gen.random.randint(1, 6)), (hidden, element))
    gen.visible.pop()
    how = "const auto &" if tsl or not family.is_map or gen.chance(0.2) else "auto &"
    if any(f"{name}." in t and "= " in t for t in texts(body)):
        how = "auto &"
    return [Nest([f"for ({how}{name} : <@{table.name}@>)"], [body], (name,),
                 tags=("flow range-for",))] if body else None


def erase_and_break(gen, left):
    """The loop ends with the erasure."""
    table, key = full_table(gen)
    if not table or gen.in_loop:
        return None
    name = gen.name("e")
    part = f"{name}.first" if table.family.is_map else name
    ending = [Simple("break;")]
    if gen.wrong and gen.chance(0.5):
        gen.wrong -= 1
        ending = []
    body = [Nest([f"if ({part} == {key})"], [[
        Simple(f"{table.name}.erase({key});", tags=("kill erase(key)",)), *ending]])]
    gen.state.kill(gen.handles, table, gen.meaning(key))
    if table.family.erase != "none":
        gen.state.move_all(gen.handles, table, "all")
    return [Nest([f"for (auto &{name} : <@{table.name}@>)"], [body], (name,),
                 tags=("flow erase and break",))]


def sweep(gen, left):
    """Loops over iterators that erase, rightly and wrongly."""
    table, key = full_table(gen)
    if not table or gen.in_loop or left < 4:
        return None
    wrong = bool(gen.wrong) and gen.chance(0.5)
    gen.wrong -= wrong
    name, family = gen.name("i"), table.family
    part = f"{name}->first" if family.is_map else f"*{name}"
    test = gen.pick((f"{part} == {key}", f"{part} >= {key}"))
    start = f"auto {name} = {table.name}.begin(); {name} != {table.name}.end();"
    erase = f"{table.name}.erase({name});"
    use = Simple(f"use({part});", tags=("handle iterator",))
    tags = ("flow sweep", "kill erase(iterator)", "handle iterator")
    if wrong:
        body = [use, Nest([f"if ({test})"], [[Simple(erase)]])]
        made = [Nest([f"for ({start} $L++{name})"], [body], (name,), tags=tags)]
    elif "next" in family.can and gen.chance(0.6):
        again = Simple(f"{name} = {erase}")
        body = [use, Nest([f"if ({test})", "else"], [[again], [Simple(f"++{name};")]])]
        made = [Nest([f"for ({start})"], [body], (name,), tags=tags)]
    elif family.erase == "none":
        body = [Nest([f"if ({test})", "else"],
                     [[Simple(f"{table.name}.erase({name}++);")], [Simple(f"++{name};")]])]
        made = [Nest([f"for ({start})"], [body], (name,), tags=tags)]
    else:
        return None
    gen.state.kill(gen.handles, table, "?")
    if family.erase != "none":
        gen.state.move_all(gen.handles, table, "all")
    return made


def leave(gen, left):
    """break or continue below a condition, perhaps after a kill."""
    text, _ = condition(gen)
    if not gen.in_loop or not text or gen.in_callable:
        return None
    word = gen.pick(("break;", "continue;"))
    return [Nest([f"if (<?{text}?>)"], [[Simple(word)]], tags=("flow break",))]


def block_of_kill(gen, left):
    """A kill below a condition: what makes handles die on some paths."""
    text, simple = condition(gen)
    if not text or left < 2:
        return None
    before = gen.state.copy()
    gen.visible.append([])
    made = erase_key(gen, left)
    gen.visible.pop()
    if not made:
        return None
    after = gen.state.copy()
    note_conditions(gen, before, after, text if simple else None)
    gen.state.assign(after.join(before))
    return [Nest([f"if (<?{text}?>)"], [made], tags=("flow if",))]


MAKERS = [
    (6, branch),
    (3, block_of_kill),
    (5, correlated),
    (1.5, flag),
    (1, early_return),
    (1.5, switch),
    (2, counted),
    (3, range_for),
    (1, erase_and_break),
    (2, sweep),
    (1, leave),
]
