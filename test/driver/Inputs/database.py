#!/usr/bin/env python3
"""Writes compile_commands.json for the .cpp files of a folder: FOLDER BUILD."""

import json
import sys
from pathlib import Path

folder, build = map(Path, sys.argv[1:3])
build.mkdir(parents=True, exist_ok=True)
commands = [
    {"directory": str(build), "file": str(path),
     "arguments": ["clang++", "-std=c++20", "-c", str(path)]}
    for path in sorted(folder.rglob("*.cpp"), reverse="--reverse" in sys.argv)
]
(build / "compile_commands.json").write_text(json.dumps(commands))
