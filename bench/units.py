"""Translation units of a source package, with a command that compiles each as
well as can be had without the package's build dependencies."""

import json
import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass, field

SUFFIXES = (".cpp", ".cc", ".cxx")
NOT_THE_PROGRAM = re.compile(
    r"(^|/)(tests?|unittests?|testing|testdata|samples?|examples?|benchmarks?|fuzz\w*|"
    r"debian|doc|docs|vendor|third_party|external\w*|\.pc)/", re.I
)
INCLUDE_FOLDER = re.compile(r"(^|/)(include|includes|inc|src|source|lib)$", re.I)


@dataclass
class Package:
    """A line of packages.txt: a name and settings."""

    name: str
    only: list = field(default_factory=list)  # folders to take units from
    skip: list = field(default_factory=list)  # folders to leave out
    include: list = field(default_factory=list)  # for guessed commands
    isystem: list = field(default_factory=list)  # installed headers, after those
    configure: list = field(default_factory=list)  # further arguments for CMake
    targets: list = field(default_factory=list)  # generate sources: build these
    flags: list = field(default_factory=list)
    std: str = "c++17"
    cmake: str = "yes"


def read_packages(path):
    packages = []
    for line in path.read_text().splitlines():
        words = shlex.split(line, comments=True)
        if not words:
            continue
        package = Package(words[0])
        for word in words[1:]:
            name, _, value = word.partition("=")
            if not hasattr(package, name):
                raise ValueError(f"{path}: unknown setting '{name}' of {package.name}")
            is_list = isinstance(getattr(package, name), list)
            setattr(package, name, value.split(",") if is_list else value)
        packages.append(package)
    return packages


def compile_commands(package, source, home):
    """Writes home/db/compile_commands.json; returns the units in order."""
    database = home / "db" / "compile_commands.json"
    settings = home / "db" / "settings"
    if not settings.exists() or settings.read_text() != repr(package):
        shutil.rmtree(home / "build", ignore_errors=True)
        entries = configured(package, source, home / "build") or guessed(package, source)
        database.parent.mkdir(parents=True, exist_ok=True)
        database.write_text(json.dumps(entries, indent=1))
        settings.write_text(repr(package))
    return [entry["file"] for entry in json.loads(database.read_text())]


def configured(package, source, build):
    """What CMake says, if the package has it and it runs through here."""
    if package.cmake != "yes" or not (source / "CMakeLists.txt").exists():
        return []
    configure = [
        "cmake", "-G", "Ninja", "-S", source, "-B", build,
        "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", "-DCMAKE_BUILD_TYPE=Release",
        "-DCMAKE_C_COMPILER=clang-22", "-DCMAKE_CXX_COMPILER=clang++-22",
        # A precompiled header that nobody builds would stop every unit.
        "-DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON",
        "-DFETCHCONTENT_FULLY_DISCONNECTED=ON", *package.configure,
    ]
    log = build.parent / "configure.log"
    with log.open("w") as out:
        subprocess.run(configure, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
        for target in package.targets:
            subprocess.run(["cmake", "--build", build, "--target", target], stdout=out,
                           stderr=out, stdin=subprocess.DEVNULL)
    database = build / "compile_commands.json"
    if not database.exists():
        shutil.rmtree(build, ignore_errors=True)
        return []
    entries = {}
    for entry in json.loads(database.read_text()):
        path = os.path.normpath(os.path.join(entry["directory"], entry["file"]))
        if path.endswith(SUFFIXES) and os.path.exists(path):
            entry["file"] = path
            entries.setdefault(path, entry)
    return [entry for _, entry in sorted(entries.items()) if wanted(package, entry["file"], source)]


def guessed(package, source):
    units = [
        path for path in sorted(source.rglob("*"))
        if path.suffix in SUFFIXES and path.is_file()
        and not NOT_THE_PROGRAM.search(str(path.relative_to(source)))
        and wanted(package, str(path), source)
    ]
    flags = [f"-std={package.std}"]
    flags += [f"-I{folder}" for folder in include_folders(package, source)]
    flags += [word for folder in package.isystem for word in ("-isystem", folder)]
    flags += package.flags
    return [
        {
            "directory": str(source),
            "file": str(unit),
            "arguments": ["clang++-22", *flags, f"-I{unit.parent}", "-c", str(unit)],
        }
        for unit in units
    ]


def wanted(package, path, source):
    relative = os.path.relpath(path, source)

    def below(folders):
        return any(relative.startswith(folder + "/") for folder in folders)

    return (not package.only or below(package.only)) and not below(package.skip)


def include_folders(package, source):
    if package.include:
        return [source / folder for folder in package.include]
    found = [source]
    for folder, children, _ in os.walk(source):
        relative = os.path.relpath(folder, source)
        if relative.count("/") >= 2:
            children.clear()
        children[:] = sorted(c for c in children if not NOT_THE_PROGRAM.search(c + "/"))
        if INCLUDE_FOLDER.search(relative):
            found.append(folder)
    return found
