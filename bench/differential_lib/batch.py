"""A file of programs, from seeds to verdicts."""

from collections import Counter
from dataclasses import dataclass, field

import common

from . import compare
from .containers import BY_NAME
from .generator import generate, library_of
from .judge import Judge, error_lines
from .render import Unit


def includes_of(programs):
    text = "\n".join(type for p in programs for _, type in p.aliases)
    return {f.include for f in BY_NAME.values() if f.name + "<" in text} | {"<utility>"}


def without(programs, unit, lines):
    """The programs that have none of these lines, as (number, program)."""
    bad = {unit.program_at(line) for line in lines}
    if None in bad:
        common.die("what all programs share does not compile.")
    return bad


def second_look(judge, unit, stem, number, report):
    """What is reported and was not seen gets more inputs; then paths without."""
    truth = judge.look_closer(unit, stem, number, "many")
    verdict = compare.Verdict(truth, report)
    if verdict.kind() == "false":
        free = judge.look_closer(unit, stem, number, "free")
        verdict.is_infeasible = bool(free.lines() & report.lines())
    return verdict


def judge_all(programs, judge, folder, stem, checks=compare.CHECKS):
    """A verdict for each program, or None for one that does not compile."""
    alive = list(range(len(programs)))
    broken = {}
    while True:
        unit = Unit([programs[i] for i in alive], includes_of(programs))
        errors = judge.compile(unit, stem)
        if errors is None:
            break
        bad = without(programs, unit, error_lines(errors))
        if not bad:
            common.die(f"the judge's program does not compile:\n{errors[-3000:]}")
        for number in bad:
            broken[alive[number]] = errors
        alive = [i for n, i in enumerate(alive) if n not in bad]
    reports, wrong = compare.check(unit, folder, stem, checks)
    truths = judge.run(unit, stem)
    verdicts = [None] * len(programs)
    for number, index in enumerate(alive):
        verdicts[index] = compare.Verdict(truths[number], reports[number])
    if any(v and v.kind() == "missed" for v in verdicts):
        possible, _ = compare.check(unit, folder, stem, checks, compare.POSSIBLE)
        for number, index in enumerate(alive):
            verdicts[index].is_possible = (verdicts[index].kind() == "missed"
                                           and bool(possible[number].found))
    for number, index in enumerate(alive):
        if verdicts[index].kind() in ("false", "unknown"):
            verdicts[index] = second_look(judge, unit, stem, number, reports[number])
    judge.remove(stem)
    for line, text in wrong:
        broken[alive[unit.program_at(line)]] = f"{text}: {unit.tidy.splitlines()[line - 1]}"
    for index in broken:
        verdicts[index] = None
    return verdicts, unit, alive, broken


@dataclass
class Disagreement:
    seed: str
    kind: str
    is_possible: bool
    is_infeasible: bool
    program: object


@dataclass
class Outcome:
    """Counts of programs: by (group, verdict). A group is a feature, a size, or
    "all"; a verdict is bad or good, and what was reported."""

    counts: Counter = field(default_factory=Counter)
    disagreements: list = field(default_factory=list)
    broken: list = field(default_factory=list)
    statements: int = 0

    def add(self, other):
        self.counts.update(other.counts)
        self.disagreements += other.disagreements
        self.broken += other.broken
        self.statements += other.statements

    def note(self, program, verdict):
        size = program.size()
        self.statements += size
        groups = {"all", size_class(size), *program.tags}
        words = ["bad" if verdict.truth.is_bad() else "good"]
        kind = verdict.kind()
        if verdict.truth.is_bad() and verdict.report.found:
            words.append("found")
            if verdict.is_line_found():
                words.append("line")
        if verdict.is_possible:
            words.append("possible")
        if kind == "false":
            words.append("infeasible" if verdict.is_infeasible else "false")
        if kind == "unknown":
            words.append("unknown")
        for group in groups:
            for word in words:
                self.counts[group, word] += 1


def size_class(size):
    for low, high in ((1, 10), (11, 20), (21, 50), (51, 100), (101, 200)):
        if size <= high:
            return f"size {low} to {high}"
    return "size above 200"


def run_batch(work, folder):
    """A file of programs from its seed; work is (seed, number, programs, sizes,
    checks)."""
    seed, number, size, sizes, checks = work
    library = library_of(f"{seed} {number}")
    seeds = [f"{seed} {number} {i}" for i in range(size)]
    programs = [generate(s, library, sizes) for s in seeds]
    verdicts, _, _, broken = judge_all(programs, Judge(folder), folder, f"batch{number}",
                                     checks)
    outcome = Outcome()
    outcome.broken = [f"{seeds[i]}: {text[:300]}" for i, text in broken.items()]
    for text, program, verdict in zip(seeds, programs, verdicts):
        if verdict is None:
            continue
        if verdict.truth.hangs:
            outcome.counts["all", "hangs"] += 1
            continue
        outcome.note(program, verdict)
        if verdict.kind() in ("missed", "false"):
            outcome.disagreements.append(
                Disagreement(text, verdict.kind(), verdict.is_possible,
                             verdict.is_infeasible, program))
    return outcome
