"""What the checks say of the same programs, and where they and the judge differ."""

from dataclasses import dataclass, field

import common

CHECKS = "-*,tombstone-use-after-erase,tombstone-use-after-relocation"


@dataclass
class Report:
    """The lines of a program's reports, with their checks and texts."""

    found: list = field(default_factory=list)  # (line, check, text)

    def lines(self):
        return {line for line, _, _ in self.found}


@dataclass
class Verdict:
    """One program: what runs showed, and what was reported."""

    truth: object
    report: Report
    is_possible: bool = False  # missed, but reported with ReportPossible
    is_infeasible: bool = False  # only paths that no input takes have what is reported

    def kind(self):
        """missed, false, agreed, or unknown: reported where no run came by."""
        if self.truth.is_bad() and not self.report.found:
            return "missed"
        if not self.truth.is_bad() and self.report.found:
            return "false" if self.report.lines() & self.truth.reached else "unknown"
        return "agreed"

    def is_line_found(self):
        return bool(self.truth.lines() & self.report.lines())


POSSIBLE = ["ReportPossible=true"]


def check(unit, folder, stem, checks, flags=()):
    """The reports of each program of the unit, and the lines that don't compile."""
    source = folder / f"{stem}.cpp"
    source.write_text(unit.tidy)
    run = common.run([common.TIDY, f"--checks={checks}", "--quiet",
                      *common.check_options(flags), source, "--", "-std=c++20", "-w", "-ferror-limit=0"], timeout=600)
    if run.crashed() or run.timed_out:
        common.die(f"tombstone-tidy {'hangs' if run.timed_out else 'crashes'} on {source}:\n"
                   + run.errors[-2000:])
    source.unlink()
    reports = [Report() for _ in unit.programs]
    broken = set()
    for diagnostic in common.parse_diagnostics(run.output):
        number = unit.program_at(diagnostic.line)
        if number is None:
            if diagnostic.kind == "error":
                common.die(f"what all programs share does not compile: {diagnostic.text}")
        elif diagnostic.is_ours():
            reports[number].found.append((diagnostic.line, diagnostic.check, diagnostic.text))
        elif diagnostic.kind == "error":
            broken.add((diagnostic.line, diagnostic.text))
    return reports, broken
