"""Helper functions, lambdas, and structs with methods."""

from .borrows import fresh, insertion, levels, mapped
from .containers import Form
from .kills import end_all, end_key, iterator_to_erase, spared
from .program import Function, Nest, Record, Simple
from .state import Handle


def helper(gen, kind, table, make):
    """The function of this kind for this type, made when it is needed first."""
    made = gen.__dict__.setdefault("helpers", {})
    key = (kind, table.type)
    if key not in made or gen.chance(0.15):
        function = make(gen, gen.alias(table.type), table)
        gen.items.append(function)
        made[key] = function
    return made[key].name


def whole_table(gen, want=lambda table: True):
    return gen.pick(t for t in gen.usable_tables() if want(t))


def make_drop(gen, type, table):
    name = gen.name("drop")
    body = [Simple("t.erase(k);", tags=("kill erase(key)",))]
    if gen.chance(0.3):
        inner = gen.name("reallyDrop")
        gen.items.append(Function(inner, f"void {inner}({type} &t, int k)", ("t", "k"), body))
        body = [Simple(f"{inner}(t, k);", tags=("call deep",))]
    return Function(name, f"void {name}({type} &t, int k)", ("t", "k"), body)


def make_drop_if(gen, type, table):
    name = gen.name("dropIf")
    body = [Nest(["if (<?c?>)"], [[Simple("t.erase(k);", tags=("kill erase(key)",))]])]
    return Function(name, f"void {name}({type} &t, int k, bool c)", ("t", "k", "c"), body)


def make_drop_tell(gen, type, table):
    name = gen.name("tryDrop")
    body = [Nest(["if (<?!c?>)"], [[Simple("return false;")]]),
            Simple("t.erase(k);", tags=("kill erase(key)",)), Simple("return true;")]
    return Function(name, f"bool {name}({type} &t, int k, bool c)", ("t", "k", "c"), body)


def make_wipe(gen, type, table):
    name = gen.name("wipe")
    return Function(name, f"void {name}({type} &t)", ("t",),
                    [Simple("t.clear();", tags=("kill clear",))])


def make_drop_at(gen, type, table):
    name = gen.name("dropAt")
    return Function(name, f"void {name}({type} &t, {type}::iterator it)", ("t", "it"),
                    [Simple("t.erase(it);", tags=("kill erase(iterator)",))])


def make_add(gen, type, table):
    name = gen.name("add")
    text = f"t.emplace(k, {fresh(table)});" if table.family.is_map else "t.insert(k);"
    return Function(name, f"void {name}({type} &t, int k)", ("t", "k"),
                    [Simple(text, tags=("kill insertion",))])


def make_get(gen, type, table):
    name = gen.name("get")
    value = mapped(table).type
    text = f"return t.try_emplace(k, {fresh(table)}).first->second;" \
        if mapped(table).needs_fresh else "return t[k];"
    return Function(name, f"{value} &{name}({type} &t, int k)", ("t", "k"), [Simple(text)])


def make_look(gen, type, table):
    name = gen.name("look")
    value = mapped(table).type
    body = [Simple(mapped(table).direct[0].replace("{e}", "v"))]
    return Function(name, f"void {name}(const {value} &v)", ("v",), body)


def call(text, *tags):
    return Simple(text, tags=("call helper", *tags))


def call_kill(gen, text, kill, *tags):
    return [call(text, *tags)] if spared(gen, kill) else None


def drop(gen, left):
    table = whole_table(gen)
    if not table:
        return None
    key = gen.key()
    name = helper(gen, "drop", table, make_drop)
    return call_kill(gen, f"{name}({table.name}, {key});",
                     lambda: end_key(gen, table, gen.meaning(key)), "call that erases")


def drop_if(gen, left):
    table, text = whole_table(gen), gen.pick([*gen.conditions, "true", "false"])
    if not table:
        return None
    key = gen.key()
    name = helper(gen, "dropIf", table, make_drop_if)
    before = gen.state.copy()
    if not spared(gen, lambda: end_key(gen, table, gen.meaning(key))):
        return None
    after = gen.state.copy()
    if text in gen.conditions:
        for handle in set(after.dead) - set(before.dead):
            after.when[handle] = text
        gen.state.assign(after.join(before))
    elif text == "false":
        gen.state.assign(before)
    return [call(f"{name}({table.name}, {key}, {text});", "call with condition")]


def try_drop(gen, left):
    """The result says whether it was erased."""
    handle = gen.pick(h for h in gen.all_visible() if gen.state.is_alive(h) and h.levels)
    text = gen.pick(gen.conditions)
    if not handle or not text or gen.in_loop or gen.in_callable:
        return None
    table, key = handle.levels[0]
    if table not in gen.tables or key == "?" or not gen.state.reachable(table):
        return None
    name = helper(gen, "tryDrop", table, make_drop_tell)
    before = gen.state.copy()
    end_key(gen, table, key)
    after = gen.state.copy()
    gen.state.assign(after.join(before))
    wrong = bool(gen.wrong) and gen.chance(0.3)
    gen.wrong -= wrong
    return [Nest([f"if ({'' if wrong else '!'}{name}({table.name}, {key}, {text}))"],
                 [[gen.use_of(handle)]], tags=("call helper", "call that tells"))]


def wipe(gen, left):
    table = whole_table(gen)
    if not table:
        return None
    name = helper(gen, "wipe", table, make_wipe)
    return call_kill(gen, f"{name}({table.name});", lambda: end_all(gen, table))


def drop_at(gen, left):
    handle = iterator_to_erase(gen)
    if not handle:
        return None
    name = helper(gen, "dropAt", handle.table, make_drop_at)
    return call_kill(gen, f"{name}({handle.table.name}, {handle.name});",
                     lambda: end_key(gen, handle.table, handle.levels[0][1]),
                     "call with handle")


def add(gen, left):
    table = whole_table(gen, gen.may_grow)
    if not table:
        return None
    key = gen.key()
    name = helper(gen, "add", table, make_add)
    return call_kill(gen, f"{name}({table.name}, {key});", lambda: insertion(gen, table, key),
                     "call that inserts")


def get(gen, left):
    table = whole_table(gen, lambda t: t.family.is_map and mapped(t) and "try" in t.family.can
                        and t.family.second == "second")
    if not table:
        return None
    key, name = gen.key(), gen.name("h")
    function = helper(gen, "get", table, make_get)
    insertion(gen, table, key)
    form = gen.pick(mapped(table).forms)
    gen.declare(Handle(name, form, form.tag, form.uses, form.life,
                       levels(gen, table, gen.meaning(key)), table=table))
    return [Simple(form.take.format(n=name, e=f"{function}({table.name}, {key})"), (name,),
                   ("call helper", "call that returns a handle", f"handle {form.tag}"))]


def look(gen, left):
    handle = gen.choose_handle()
    if not handle or not handle.form or handle.tag not in ("reference", "pointer") \
            or not handle.table or not mapped(handle.table):
        return None
    value = mapped(handle.table).type
    text = handle.form.take
    if not text.startswith((value, "auto", f"const {value}")) or "get()" in text \
            or "{e}." in text:
        return None
    for used in gen.in_loop:
        used.add(handle)
    function = helper(gen, "look", handle.table, make_look)
    star = "*" if handle.tag == "pointer" else ""
    return [call(f"{function}({star}{handle.name});", "call that reads")]


def closure(gen, left):
    """A lambda that is called at once, or twice, or not."""
    if gen.in_callable or gen.in_loop or left < 3 or len(gen.visible) > 3:
        return None
    name = gen.name("l")
    before = gen.state.copy()
    gen.in_callable += 1
    body = gen.nested(gen.random.randint(1, 4))
    gen.in_callable -= 1
    if not body:
        return None
    called = gen.chance(0.85)
    if not called:
        gen.state.assign(before)
    made = [Nest([f"auto {name} = [&]()"], [body], defines_after=(name,), tail=";",
                 is_function=True, tags=("flow lambda",))]
    return made + ([Simple(f"{name}();")] if called else [])


def make_record(gen, table):
    """A cache: a table, one handle into it, and what is done with both."""
    name, number = gen.name("Cache"), gen.number
    type, value = gen.alias(table.type), mapped(table)
    access = f"items.try_emplace(k, {value.fresh}).first->second" if value.needs_fresh \
        else "items[k]"
    read = value.direct[0].replace("{e}", "(*current)")
    return Record(name, [
        Simple(f"{type} items;", (f"items",)),
        Simple(f"{value.type} *current = nullptr;", ("current",)),
    ], [
        Function(f"select{number}", f"void select{number}(int k)", ("k",),
                 [Simple(f"current = &{access};")]),
        Function(f"show{number}", f"void show{number}()", (), [Simple(read)]),
        Function(f"remove{number}", f"void remove{number}(int k)", ("k",),
                 [Simple("items.erase(k);", tags=("kill erase(key)",))]),
        Function(f"reset{number}", f"void reset{number}()", (),
                 [Simple("items.clear();", tags=("kill clear",))]),
        Function(f"fetch{number}", f"{value.type} &fetch{number}(int k)", ("k",),
                 [Simple(f"return {access};")]),
    ])


def declare_object(gen, left):
    model = gen.pick(t for t in gen.tables if t.family.is_map and mapped(t)
                     and "try" in t.family.can and t.family.second == "second")
    if not model or left < 5 or gen.in_callable or len(gen.visible) > 2 \
            or sum(hasattr(t, "record") for t in gen.tables) > 1:
        return None
    record = make_record(gen, model)
    gen.items.append(record)
    name = gen.name("o")
    table = gen.add_table(f"{name}.items", model.family, model.value, is_local=True)
    table.record = record
    table.object = name
    key = gen.key()
    select, show = record.methods[0].name, record.methods[1].name
    current = Handle(f"{name}.current", None, "member", (f"{name}.{show}();",), "slot",
                     levels(gen, table, gen.meaning(key)), table=table)
    table.current = current
    insertion(gen, table, key)
    gen.declare(current)
    return [Simple(f"{record.name} {name};", (name,)),
            Simple(f"{name}.{select}({key});", tags=("call method", "handle member"))]


def object_call(gen, left):
    table = gen.pick(t for t in gen.usable_tables() if hasattr(t, "record"))
    if not table or gen.in_callable:
        return None
    name, record, key = table.object, table.record, gen.key()
    select, _, remove, reset, fetch = (m.name for m in record.methods)
    way = gen.random.random()
    if way < 0.3 and not gen.in_loop and len(gen.visible) < 3:
        insertion(gen, table, key)
        table.current.levels = levels(gen, table, gen.meaning(key))
        gen.state.dead.pop(table.current, None)
        return [Simple(f"{name}.{select}({key});", tags=("call method", "handle member"))]
    if way < 0.6:
        kill, text = lambda: end_key(gen, table, gen.meaning(key)), f"{name}.{remove}({key});"
        return [Simple(text, tags=("call method",))] if spared(gen, kill) else None
    if way < 0.7:
        text = f"{name}.{reset}();"
        return [Simple(text, tags=("call method",))] \
            if spared(gen, lambda: end_all(gen, table)) else None
    insertion(gen, table, key)
    handle_name = gen.name("h")
    form = gen.pick(mapped(table).forms)
    gen.declare(Handle(handle_name, form, form.tag, form.uses, form.life,
                       levels(gen, table, gen.meaning(key)), table=table))
    return [Simple(form.take.format(n=handle_name, e=f"{name}.{fetch}({key})"), (handle_name,),
                   ("call method", "call that returns a handle", f"handle {form.tag}"))]


MAKERS = [
    (2, drop),
    (1, drop_if),
    (1, try_drop),
    (0.7, wipe),
    (1, drop_at),
    (1.5, add),
    (3, get),
    (2, look),
    (1.5, closure),
    (1, declare_object),
    (5, object_call),
]
