#!/usr/bin/env python3
"""Holds NAME.sarif, .gitlab, .checkstyle, .rdjsonl and .json against what their
specifications ask for: check-formats.py NAME [--empty]."""

import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import unquote

NAME = sys.argv[1]
EMPTY = "--empty" in sys.argv
FILE, LINE, COLUMN = "src/a b.cpp", 6, 10
CHECK = "tombstone-use-after-erase"
MESSAGE = "'r' is used after its element of 'm' was erased"


def text(suffix):
    return Path(f"{NAME}.{suffix}").read_text()


def expect(actual, wanted, what):
    if actual != wanted:
        sys.exit(f"{what}: expected {wanted!r}, found {actual!r}")


def only(items, what):
    """The one finding, or None where there is to be none."""
    expect(len(items), 0 if EMPTY else 1, f"number of {what}")
    return items[0] if items else None


def check_place(location, line, what):
    physical = location["physicalLocation"]
    expect(unquote(physical["artifactLocation"]["uri"]), FILE, f"{what} uri")
    expect(" " in physical["artifactLocation"]["uri"], False, f"{what} space in uri")
    expect(physical["artifactLocation"]["uriBaseId"], "ROOT", f"{what} base")
    expect(physical["region"]["startLine"], line, f"{what} line")
    # 3.30.6: columns start at 1.
    assert physical["region"]["startColumn"] >= 1


def check_sarif():
    log = json.loads(text("sarif"))
    expect(log["version"], "2.1.0", "version")
    run = log["runs"][0]
    driver = run["tool"]["driver"]
    expect(driver["name"], "tombstone", "tool")
    rules = driver["rules"]
    expect(len({rule["id"] for rule in rules}), len(rules), "unique rules")
    for rule in rules:
        assert rule["shortDescription"]["text"] and rule["help"]["text"]
        assert rule["help"]["markdown"]
    # 3.14.14: what is a base is a folder, so it ends in a slash.
    base = run["originalUriBaseIds"]["ROOT"]["uri"]
    assert base.startswith("file:///") and base.endswith("/"), base
    result = only(run["results"], "results")
    if not result:
        return
    expect(result["ruleId"], CHECK, "ruleId")
    expect(rules[result["ruleIndex"]]["id"], CHECK, "ruleIndex")
    assert result["level"] in ("none", "note", "warning", "error")
    expect(result["message"]["text"], MESSAGE, "message")
    assert re.fullmatch("[0-9a-f]{16}", result["partialFingerprints"]["tombstone/v1"])
    check_place(result["locations"][0], LINE, "result")
    steps = result["codeFlows"][0]["threadFlows"][0]["locations"]
    expect(len(steps), 3, "steps")
    for step, line in zip(steps, (4, 5, 6)):
        check_place(step["location"], line, "step")
        assert step["location"]["message"]["text"]


def check_gitlab():
    issue = only(json.loads(text("gitlab")), "issues")
    if not issue:
        return
    expect(issue["description"], MESSAGE, "description")
    expect(issue["check_name"], CHECK, "check_name")
    expect(issue["location"], {"path": FILE, "lines": {"begin": LINE}}, "location")
    assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
    assert issue["fingerprint"]


def check_checkstyle():
    root = ElementTree.fromstring(text("checkstyle"))
    expect(root.tag, "checkstyle", "root")
    file = only(list(root), "files")
    if file is None:
        return
    expect((file.tag, file.attrib), ("file", {"name": FILE}), "file")
    error = only(list(file), "errors")
    expect(error.attrib, {"line": "6", "column": "10", "severity": "warning",
                          "message": MESSAGE, "source": CHECK}, "error")


def check_rdjsonl():
    finding = only([json.loads(line) for line in text("rdjsonl").splitlines()], "lines")
    if not finding:
        return
    assert finding["message"].startswith(MESSAGE)
    expect(finding["location"], {"path": FILE, "range": {
        "start": {"line": LINE, "column": COLUMN}}}, "location")
    assert finding["severity"] in ("ERROR", "WARNING", "INFO")
    expect(finding["code"], {"value": CHECK}, "code")
    expect(finding["source"], {"name": "tombstone"}, "source")


def check_json():
    whole = json.loads(text("json"))
    expect(whole["version"], 1, "version")
    finding = only(whole["findings"], "findings")
    if not finding:
        return
    expect((finding["file"], finding["line"], finding["column"], finding["check"]),
           (FILE, LINE, COLUMN, CHECK), "finding")
    expect([step["line"] for step in finding["path"]], [4, 5], "path")


check_sarif()
check_gitlab()
check_checkstyle()
check_rdjsonl()
check_json()
