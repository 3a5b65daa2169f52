"""Which containers and values programs are made of, and what each can do."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Family:
    name: str  # of the class template
    include: str
    can: frozenset
    is_map: bool = True
    repeats: bool = False  # several elements with the same key
    insert: str = "none"  # what growth ends: none, iters, all
    erase: str = "none"  # what an erase ends of the others: none, after, all
    crowded: bool = False  # an insertion moves others also where there is room
    second: str = "second"  # how an iterator names the value

    def of(self, value):
        if not self.is_map:
            return f"{self.name}<int>"
        return f"{self.name}<int, {value}>"


def can(words):
    return frozenset(words.split())


TREE = can("next extract merge move bounds contains")
HASH = can("next extract merge move reserve contains")
ASSIGN = can("try assign")

FAMILIES = [
    Family("std::map", "<map>", TREE | ASSIGN),
    Family("std::multimap", "<map>", TREE, repeats=True),
    Family("std::set", "<set>", TREE, is_map=False),
    Family("std::multiset", "<set>", TREE, is_map=False, repeats=True),
    Family("std::unordered_map", "<unordered_map>", HASH | ASSIGN, insert="iters"),
    Family("std::unordered_multimap", "<unordered_map>", HASH, repeats=True, insert="iters"),
    Family("std::unordered_set", "<unordered_set>", HASH, is_map=False, insert="iters"),
    Family("absl::flat_hash_map", '"absl/container/flat_hash_map.h"',
           can("reserve contains") | ASSIGN, insert="all"),
    Family("absl::flat_hash_set", '"absl/container/flat_hash_set.h"',
           can("reserve contains"), is_map=False, insert="all"),
    Family("absl::node_hash_map", '"absl/container/node_hash_map.h"',
           can("reserve contains") | ASSIGN, insert="iters"),
    Family("boost::unordered_flat_map", "<boost/unordered/unordered_flat_map.hpp>",
           can("reserve contains") | ASSIGN, insert="all"),
    Family("boost::unordered_map", "<boost/unordered_map.hpp>",
           can("next reserve contains extract") | ASSIGN, insert="iters"),
    Family("boost::container::flat_map", "<boost/container/flat_map.hpp>",
           can("next reserve bounds contains") | ASSIGN, insert="all", erase="after", crowded=True),
    Family("tsl::robin_map", "<tsl/robin_map.h>", can("next reserve contains") | ASSIGN,
           insert="all", erase="all", crowded=True, second="value()"),
]
BY_NAME = {family.name: family for family in FAMILIES}

# A file has the containers of one library, so that each parses few headers.
LIBRARIES = {
    "std": [f.name for f in FAMILIES if f.name.startswith("std::")],
    "absl": [f.name for f in FAMILIES if f.name.startswith("absl::")],
    "boost": [f.name for f in FAMILIES if f.name.startswith("boost::")],
    "tsl": [f.name for f in FAMILIES if f.name.startswith("tsl::")],
}
LIBRARY_WEIGHTS = {"std": 14, "absl": 3, "boost": 2, "tsl": 1}


@dataclass(frozen=True)
class Form:
    """A handle to a value {e}, by the name {n}. Life: `slot` is the value itself,
    `text` the characters of a string, `own` what the value owns elsewhere, `kept`
    a second owner."""

    tag: str
    take: str
    uses: tuple
    life: str = "slot"
    again: str = ""  # how it is taken anew; empty if it can't be


@dataclass(frozen=True)
class Value:
    type: str
    forms: tuple
    fresh: str  # an expression for a new one
    direct: tuple  # how to use {e}
    change: tuple = ()  # what ends what it owns
    needs_fresh: bool = False  # the default value can't be used as it is


READ_ITEM = ("use({n});", "use({n}.id);", "use({n}.name);", "{n}.id = 2;")
READ_POINTER = ("use({n});", "use(*{n});", "use({n}->id);", "{n}->id = 3;",
                "use({n}->sizes[1]);")
VIEW = ("use({n});", "use(int({n}.front()));")

VALUES = {
    "int": Value("int", (
        Form("reference", "int &{n} = {e};", ("use({n});", "{n} = 3;", "++{n};")),
        Form("reference", "const int &{n} = {e};", ("use({n});",)),
        Form("pointer", "int *{n} = &{e};", ("use(*{n});", "use({n});", "*{n} = 3;"),
             again="{n} = &{e};"),
    ), "7", ("use({e});", "{e} = 5;"), ("{e} = 6;",)),
    "std::string": Value("std::string", (
        Form("reference", "std::string &{n} = {e};", ("use({n});", "use(int({n}.size()));")),
        Form("reference", "auto &{n} = {e};", ("use({n});", "use({n}.c_str());")),
        Form("pointer", "std::string *{n} = &{e};", ("use(*{n});", "use(int({n}->size()));"),
             again="{n} = &{e};"),
        Form("view", "std::string_view {n} = {e};", VIEW, "text", again="{n} = {e};"),
        Form("c_str", "const char *{n} = {e}.c_str();", ("use({n});", "use(int(*{n}));"),
             "text", again="{n} = {e}.c_str();"),
    ), 'std::string("a fresh text that is long")',
        ("use({e});", "use({e}.c_str());"),
        ('{e} = "another text that is long";', '{e} += " and more of it to come";')),
    "Item": Value("Item", (
        Form("reference", "Item &{n} = {e};", READ_ITEM),
        Form("pointer", "Item *{n} = &{e};", READ_POINTER, again="{n} = &{e};"),
        Form("field", "int &{n} = {e}.id;", ("use({n});", "{n} = 4;")),
        Form("field", "std::string *{n} = &{e}.name;", ("use(*{n});",),
             again="{n} = &{e}.name;"),
        Form("view", "std::string_view {n} = {e}.name;", VIEW, "text", again="{n} = {e}.name;"),
        Form("inside vector", "int &{n} = {e}.sizes[0];", ("use({n});", "{n} = 8;"), "own"),
        Form("inside vector", "const int *{n} = {e}.sizes.data();", ("use({n});", "use({n}[1]);"),
             "own", again="{n} = {e}.sizes.data();"),
    ), "Item()", ("use({e});", "use({e}.name);"),
        ("{e} = Item();", '{e}.name = "one more name, and long";')),
    "std::unique_ptr<Item>": Value("std::unique_ptr<Item>", (
        Form("get()", "Item *{n} = {e}.get();", READ_POINTER, "own", again="{n} = {e}.get();"),
        Form("get()", "Item &{n} = *{e};", READ_ITEM, "own"),
        Form("get()", "int &{n} = {e}->id;", ("use({n});", "{n} = 4;"), "own"),
        Form("owner reference", "std::unique_ptr<Item> &{n} = {e};",
             ("use(*{n});", "use({n}->id);")),
    ), "std::make_unique<Item>()", ("use(*{e});",),
        ("{e}.reset();", "{e} = std::make_unique<Item>();", "{e} = nullptr;"), True),
    "std::shared_ptr<Item>": Value("std::shared_ptr<Item>", (
        Form("second owner", "std::shared_ptr<Item> {n} = {e};", ("use(*{n});", "use({n}->id);"),
             "kept"),
        Form("get()", "Item *{n} = {e}.get();", READ_POINTER, "own", again="{n} = {e}.get();"),
    ), "std::make_shared<Item>()", ("use(*{e});",),
        ("{e}.reset();", "{e} = std::make_shared<Item>();"), True),
    "std::vector<int>": Value("std::vector<int>", (
        Form("reference", "std::vector<int> &{n} = {e};", ("use({n});", "use({n}[0]);")),
        Form("inside vector", "int &{n} = {e}[1];", ("use({n});", "{n} = 8;"), "own"),
        Form("inside vector", "int *{n} = {e}.data();", ("use({n});", "use({n}[2]);"), "own",
             again="{n} = {e}.data();"),
    ), "std::vector<int>{1, 2, 3}", ("use({e});", "use({e}[0]);"),
        ("{e} = std::vector<int>{4, 5, 6};",), True),
}
# Containers in containers: the outer one's value is one of these.
INNER = ("std::map<int, int>", "std::map<int, std::string>", "std::unordered_map<int, Item>",
         "std::set<int>")
