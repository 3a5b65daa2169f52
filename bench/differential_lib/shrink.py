"""Cuts programs on which judge and checks disagree to the least that shows it.

In each round all programs propose cuts, which are judged together in few files;
each keeps the first of its cuts that still disagrees in the same way.
"""

from collections import Counter

import common

from .batch import judge_all
from .judge import Judge
from .program import Function, Nest, all_defined, blocks_of, clone, repair, tags_in_use
from .render import render_program

CUTS_A_ROUND = 10
ROUNDS = 40
PROGRAMS_A_FILE = 300


def cuts(program):
    """Programs with something less, the boldest first."""
    tracked = all_defined(program)
    places = []
    for number, block in enumerate(blocks_of(program)):
        places += block_cuts(number, block, ())
    places.sort(key=lambda place: -place[0])
    for _, number, path, action in places:
        smaller = clone(program)
        block = list(blocks_of(smaller))[number]
        for index, body in path:
            block = block[index].bodies[body]
        action(block)
        repair(smaller, tracked)
        yield smaller
    if program.is_method:
        smaller = clone(program)
        smaller.is_method = False
        yield smaller


def block_cuts(number, block, path):
    """What can be cut in a block: (gain, block, path, action)."""
    length = len(block)
    step = length
    while step >= 1:
        for start in range(0, length, step):
            def drop(b, start=start, step=step):
                del b[start:start + step]
            yield (step, number, path, drop)
        step //= 2
    for index, statement in enumerate(block):
        if not isinstance(statement, Nest):
            continue
        if not statement.is_function and not statement.defines:
            for body in range(len(statement.bodies)):
                def unwrap(b, index=index, body=body):
                    b[index:index + 1] = b[index].bodies[body]
                yield (1.5, number, path, unwrap)
        if len(statement.bodies) == 2:
            def drop_else(b, index=index):
                del b[index].bodies[1], b[index].heads[1]
            yield (1.5, number, path, drop_else)
        for body, inner in enumerate(statement.bodies):
            yield from block_cuts(number, inner, (*path, (index, body)))


class Task:
    def __init__(self, disagreement):
        self.origin = disagreement
        self.program = disagreement.program
        self.verdict = None
        self.refresh()

    def refresh(self):
        self.pending = [p for p in cuts(self.program) if p.size() < self.program.size()
                        or p.is_method != self.program.is_method]

    def same(self, verdict):
        return verdict is not None and not verdict.truth.hangs \
            and verdict.kind() == self.origin.kind \
            and verdict.is_possible == self.origin.is_possible \
            and verdict.is_infeasible == self.origin.is_infeasible


def one_round(tasks, judge, folder, number):
    proposals = []
    for task in tasks:
        now, task.pending = task.pending[:CUTS_A_ROUND], task.pending[CUTS_A_ROUND:]
        proposals += [(task, p) for p in now]
    for start in range(0, len(proposals), PROGRAMS_A_FILE):
        part = proposals[start:start + PROGRAMS_A_FILE]
        verdicts, *_ = judge_all([p for _, p in part], judge, folder, f"shrink{number}")
        taken = set()
        for (task, program), verdict in zip(part, verdicts):
            if id(task) not in taken and task.same(verdict):
                taken.add(id(task))
                task.program = program
                task.refresh()


def signature(task):
    """What kind of thing it is: what happens in it, whatever container has it."""
    words = sorted(t for t in tags_in_use(task.program)
                   if t.split()[0] in ("kill", "flow", "call") and t != "call helper")
    kind = task.origin.kind + (" (infeasible)" if task.origin.is_infeasible else "")
    kind += " (possible)" if task.origin.is_possible else ""
    return f"{kind}: " + (", ".join(words) or "-")


def all_of(disagreements, folder, keep):
    """Cuts them all down, saves them below `keep`, and gives a list by cause."""
    judge = Judge(folder)
    tasks = [Task(d) for d in disagreements]
    for number in range(ROUNDS):
        open_tasks = [t for t in tasks if t.pending]
        if not open_tasks:
            break
        one_round(open_tasks, judge, folder, number)
        common.progress("rounds of cuts", number + 1, ROUNDS)
    return save(tasks, keep)


def save(tasks, keep):
    keep.mkdir(parents=True, exist_ok=True)
    for old in keep.glob("*.cpp"):
        old.unlink()
    groups = {}
    for task in tasks:
        groups.setdefault(signature(task), []).append(task)
    ordered = sorted(groups.items(), key=lambda item: -len(item[1]))
    lines = []
    for number, (cause, group) in enumerate(ordered, 1):
        group.sort(key=lambda t: t.program.size())
        text = [f"// {len(group)} times. {cause}"]
        for task in group[:3]:
            text.append(f"// seed: {task.origin.seed}")
            text += render_program(task.program, 0, False, 1)
        (keep / f"{number:03}-{group[0].origin.kind}.cpp").write_text("\n".join(text) + "\n")
        lines.append(f"{len(group)} x {number:03} {cause}")
    return f"Disagreements by cause, in {keep}:\n\n" + "\n".join(lines) + "\n"
