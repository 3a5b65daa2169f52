# How lit finds and runs the tests. Substitutions:
#
#   %check               tombstone-tidy on the test file, output to FileCheck:
#                        what is written and no other warning or error
#   %marks               all checks on the test file, held against its marks:
#                        see test/marks.py; flags for the compiler may follow
#   %mark-as             the same, with arguments: %mark-as %s -- -std=c++14
#   %llvm_flags          the flags for a source that includes LLVM's headers
#   %qt_flags            the flags for a source that includes Qt's headers
#   %relocation          as %check, of tombstone-use-after-relocation
#   %lookup              as %check, of tombstone-lookup-after-erase
#   %tidy                tombstone-tidy with only our checks: %tidy %s -- -std=c++20
#   %clang-tidy-plugin   the stock clang-tidy with our plugin loaded
#   %escaped             as %check, of tombstone-escaped-handle
#   %reentrant           as %check, of tombstone-reentrant-erase
#   %suspended           as %check, of tombstone-suspended-handle
#   %explain             tombstone-explain
#   %clangxx             the compiler, for tests that run what they compile
#   %bench               the folder of the measuring programs
#   %FileCheck           FileCheck, no other warning or error allowed

import os
import shutil
import sys

import lit.formats

config.name = "Tombstone"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".cpp", ".test"]
config.excludes = ["unit", "Inputs"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.build_dir, "test")

bin_dir = os.path.join(config.build_dir, "bin")
plugin = os.path.join(config.build_dir, "lib", "TombstoneTidy.so")
config.environment["PATH"] = os.pathsep.join(
    [config.llvm_bin, bin_dir, config.environment["PATH"]]
)
# Warnings of the tools about a user's own configuration are no test result.
config.environment["CLANG_NO_DEFAULT_CONFIG"] = "1"
config.environment["TOMBSTONE_BUILD"] = config.build_dir
config.environment["PYTHONDONTWRITEBYTECODE"] = "1"

ours = "--checks=-*,tombstone-* --quiet"
filecheck = "FileCheck --allow-empty --implicit-check-not='{{warning|error}}:'"
tidy = f"{bin_dir}/tombstone-tidy"
use_after_erase = "--checks=-*,tombstone-use-after-erase --quiet"
escaped_handle = "--checks=-*,tombstone-escaped-handle --quiet"
use_after_relocation = "--checks=-*,tombstone-use-after-relocation --quiet"
lookup_after_erase = "--checks=-*,tombstone-lookup-after-erase --quiet"
reentrant_erase = "--checks=-*,tombstone-reentrant-erase --quiet"
suspended_handle = "--checks=-*,tombstone-suspended-handle --quiet"
marks = os.path.join(config.test_source_root, "marks.py")

if config.sanitize:
    # LLVM's own libraries are not instrumented; nor does a stock clang-tidy
    # load an instrumented plugin.
    config.environment["ASAN_OPTIONS"] = "detect_leaks=0:detect_container_overflow=0"
else:
    config.available_features.add("plugin")
if os.path.exists(f"{config.llvm_bin}/../include/c++/v1/flat_map"):
    config.available_features.add("libcxx")
# Of the libraries that the real tests include, those that are there.
config.available_features.update(filter(None, config.libraries.split(";")))
if shutil.which("clang-tidy-19"):
    config.available_features.add("clang-tidy-19")

# Longer names first: lit replaces in this order.
config.substitutions += [
    ("%marks", f"{sys.executable} {marks} %s {tidy} {ours} %s -- -std=c++20"),
    ("%mark-as", f"{sys.executable} {marks} %s {tidy} {ours}"),
    ("%llvm_flags", f"-isystem {config.llvm_include} -fno-exceptions -fno-rtti"),
    ("%qt_flags", f"-isystem {config.qt_include} -isystem {config.qt_include}/QtCore -fPIC"),
    ("%relocation", f"{tidy} {use_after_relocation} %s -- -std=c++20 | {filecheck} %s"),
    ("%lookup", f"{tidy} {lookup_after_erase} %s -- -std=c++20 | {filecheck} %s"),
    ("%escaped", f"{tidy} {escaped_handle} %s -- -std=c++20 | {filecheck} %s"),
    ("%reentrant", f"{tidy} {reentrant_erase} %s -- -std=c++20 | {filecheck} %s"),
    ("%suspended", f"{tidy} {suspended_handle} %s -- -std=c++20 | {filecheck} %s"),
    ("%check", f"{tidy} {use_after_erase} %s -- -std=c++20 | {filecheck} %s"),
    ("%tidy", f"{tidy} {ours}"),
    ("%clang-tidy-plugin", f"clang-tidy --load={plugin} {ours}"),
    ("%plugin", plugin),
    ("%explain", f"{bin_dir}/tombstone-explain"),
    ("%clangxx", "clang++ -std=c++20"),
    ("%bench", os.path.join(os.path.dirname(config.test_source_root), "bench")),
    ("%FileCheck", filecheck),
    ("%inputs", os.path.join(config.test_source_root, "Inputs")),
]
