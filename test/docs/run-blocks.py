#!/usr/bin/env python3
"""Runs the examples of Markdown pages. What a code block is, its first line says:

  ```cpp bad [NAME]     compiles, and tombstone-tidy reports something
  ```cpp good [NAME]    compiles, and tombstone-tidy reports nothing
  ```LANG file NAME     a file for the commands that follow
  ```sh run             commands that succeed
  ```text output of: COMMAND
                        exactly what the command prints

A block with a NAME is kept as a file for the rest of its page. Other blocks are
not run. Commands see the repository's folders with this build as `build`; the
folder that they run in is cut from paths. With --update, what commands print
replaces what the pages say.
"""

import os
import re
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = Path(os.environ.get("TOMBSTONE_BUILD", ROOT / "build"))
BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.M | re.S)
TIDY = "build/bin/tombstone-tidy --checks=-*,tombstone-* --quiet"


def run(command, folder):
    done = subprocess.run(["bash", "-ec", command], cwd=folder, text=True,
                          capture_output=True, check=False)
    clean = [text.replace(f"{folder}/", "") for text in (done.stdout, done.stderr)]
    return done.returncode, *clean


def command_of(info):
    """The command whose output a block is, or ""."""
    return info.removeprefix("text output of: ") if info.startswith("text output of: ") else ""


def run_example(verdict, name, folder):
    """What is wrong with a bad or good example, or None."""
    status, _, errors = run(f"clang++ -std=c++20 -fsyntax-only {name}", folder)
    if status:
        return f"does not compile:\n{errors}"
    _, output, _ = run(f"{TIDY} {name} -- -std=c++20", folder)
    if ("[tombstone-" in output) == (verdict == "bad"):
        return None
    return f"is called {verdict}, but this is reported:\n{output or '(nothing)'}"


def run_block(info, text, number, folder):
    """What is wrong with a block, None, or "" if it is not to be run."""
    words = info.split()
    if words[1:2] in (["bad"], ["good"], ["file"]):
        name = words[2] if len(words) > 2 else f"block-{number}.cpp"
        (folder / name).write_text(text)
        return None if words[1] == "file" else run_example(words[1], name, folder)
    if command_of(info):
        _, output, errors = run(command_of(info), folder)
        return None if output == text else f"prints:\n{output}{errors}"
    if words[1:] == ["run"]:
        status, output, errors = run(text, folder)
        return f"fails with {status}:\n{output}{errors}" if status else None
    return ""


@contextmanager
def work_folder():
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary).resolve()
        for entry in ROOT.iterdir():
            if not entry.name.startswith((".", "build")):
                (folder / entry.name).symlink_to(entry)
        (folder / "build").symlink_to(BUILD)
        yield folder


def run_page(page):
    source = page.read_text()
    with work_folder() as folder:
        for number, block in enumerate(BLOCK.finditer(source), 1):
            line = source.count("\n", 0, block.start()) + 1
            yield line, block[1], run_block(block[1], block[2], number, folder)


def update_page(page):
    with work_folder() as folder:
        def updated(block):
            info, text = block.groups()
            if command_of(info):
                return f"```{info}\n{run(command_of(info), folder)[1]}```"
            name = info.split()[2:3]
            if name:
                (folder / name[0]).write_text(text)
            return block[0]
        page.write_text(BLOCK.sub(updated, page.read_text()))


def main():
    pages = [Path(argument) for argument in sys.argv[1:] if argument != "--update"]
    if len(pages) + 1 < len(sys.argv):
        for page in pages:
            update_page(page)
    ran = failed = 0
    for page in pages:
        for line, info, wrong in run_page(page):
            ran += wrong != ""
            failed += bool(wrong)
            if wrong:
                print(f"{page}:{line}: ```{info}\n{wrong}\n")
    print(f"{ran} blocks ran, {failed} failed")
    return 1 if failed or not ran else 0


if __name__ == "__main__":
    sys.exit(main())
