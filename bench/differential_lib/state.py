"""What the generator believes of its program at one point: a rough idea is
enough, since the judge decides. It keeps most programs from being wrong in each
second line."""

import copy
from dataclasses import dataclass, field


@dataclass(eq=False)
class Table:
    """A container of the program."""

    name: str  # an expression
    family: object
    value: str  # the type of its values, "int" for sets
    type: str
    within: tuple = ()  # levels around it, as in Handle
    through: object = None  # the handle by which it is reached
    is_local: bool = False


@dataclass(eq=False)
class Handle:
    name: str
    form: object  # a Form, or None for an iterator
    tag: str
    uses: tuple
    life: str  # iter, slot, text, own, kept
    levels: tuple  # (table, key), the innermost first
    depth: int = 0
    again: str = ""
    table: object = None  # that an iterator is of
    may_be_end: bool = False


@dataclass
class State:
    dead: dict = field(default_factory=dict)  # handle -> "dead" or "maybe"
    when: dict = field(default_factory=dict)  # handle -> the condition of its kill
    present: dict = field(default_factory=dict)  # table -> keys
    room: set = field(default_factory=set)  # tables with room
    gone: dict = field(default_factory=dict)  # table -> keys that were erased, None for all
    ended: bool = False  # nothing comes after this

    def copy(self):
        return State(dict(self.dead), dict(self.when),
                     {t: set(k) for t, k in self.present.items()}, set(self.room),
                     {t: set(k) for t, k in self.gone.items()}, self.ended)

    def assign(self, other):
        self.__dict__.update(copy.copy(other).__dict__)

    def join(self, other):
        if other.ended:
            return self
        if self.ended:
            return other
        result = self.copy()
        for handle in set(self.dead) | set(other.dead):
            both = self.dead.get(handle), other.dead.get(handle)
            result.dead[handle] = "dead" if both == ("dead", "dead") else "maybe"
        result.when = {**other.when, **self.when}
        result.present = {t: k & other.present.get(t, set()) for t, k in self.present.items()}
        result.room = self.room & other.room
        for table, keys in other.gone.items():
            result.gone.setdefault(table, set()).update(keys)
        return result

    def mark(self, handle, certain):
        if handle.life != "kept":
            self.dead[handle] = "dead" if certain else self.dead.get(handle, "maybe")

    def is_alive(self, handle):
        return handle not in self.dead

    def reachable(self, table):
        return table.through is None or self.is_alive(table.through)

    def may_have(self, table, key):
        """Some element of this key may be there."""
        gone = self.gone.get(table, ())
        return key in self.present.get(table, ()) or not (None in gone or key in gone)

    # The kills. Each says of what lies below one level of a handle what it ends.

    def kill(self, handles, table, key):
        """Elements are gone; None is all, "?" is one that nobody knows."""
        for handle in handles:
            for place, own in handle.levels:
                if place is table:
                    if key is None or own == key:
                        self.mark(handle, True)
                    elif "?" in (key, own):
                        self.mark(handle, False)
        self.gone.setdefault(table, set()).add(key)
        if key is None:
            self.present[table] = set()
        else:
            self.present.get(table, set()).discard(key)
            if key == "?":
                self.present[table] = set()

    def move_all(self, handles, table, ends):
        """Growth: iterators end, or all that stands in the table itself."""
        if ends == "none":
            return
        for handle in handles:
            if not handle.levels or handle.levels[0][0] is not table:
                continue
            if handle.life == "iter" or (ends == "all" and handle.life in ("slot", "text")):
                self.mark(handle, True)

    def overwrite(self, handles, table, key):
        """The value is another: what the old one owned is gone."""
        for handle in handles:
            for level, (place, own) in enumerate(handle.levels):
                if place is table and (handle.life in ("text", "own") or level > 0):
                    if own == key:
                        self.mark(handle, True)
                    elif "?" in (key, own):
                        self.mark(handle, False)
