# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a rule: first on planted violations, which it must find, then on the real sources."""

import argparse
import sys
from dataclasses import dataclass, field

from tree import PlantedTree, Tree

ALLOW_FILE = "tests/rules/allowed.txt"


@dataclass(frozen=True)
class Problem:
    path: str
    line: int
    text: str

    def __str__(self):
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.text}"


@dataclass
class Plant:
    """Files that break a rule on purpose. `expect` is part of the problem's text; an empty one
    means that the files are innocent and nothing may be reported."""
    files: dict
    expect: str = ""


@dataclass
class Rule:
    name: str
    check: object  # Tree -> iterable of Problem
    plants: list = field(default_factory=list)


class Allowed:
    """Written exceptions: one a line, `rule path reason`. An entry that excuses nothing is itself
    a problem, so that the list can only shrink."""

    def __init__(self, tree):
        self._entries = {}
        self.problems = []
        if not tree.exists(ALLOW_FILE):
            return
        for number, line in enumerate(tree.text(ALLOW_FILE).splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            parts = line.split(None, 2)
            if len(parts) < 3:
                self.problems.append(
                    Problem(ALLOW_FILE, number, "an exception needs rule, path and reason"))
                continue
            self._entries[(parts[0], parts[1])] = [number, False]

    def excuses(self, rule, path):
        entry = self._entries.get((rule, path))
        if entry:
            entry[1] = True
        return bool(entry)

    def unused(self, rules):
        return [Problem(ALLOW_FILE, number, f"'{rule} {path}' excuses nothing any more")
                for (rule, path), (number, used) in self._entries.items()
                if not used and rule in rules]


def self_test(rule):
    """What is wrong with the rule itself."""
    if not any(plant.expect for plant in rule.plants):
        return [f"{rule.name}: no planted violation"]
    wrong = []
    for plant in rule.plants:
        found = [str(p) for p in rule.check(PlantedTree(plant.files))]
        if plant.expect and not any(plant.expect in text for text in found):
            wrong.append(f"{rule.name}: did not find '{plant.expect}', found {found}")
        if not plant.expect and found:
            wrong.append(f"{rule.name}: blames the innocent: {found}")
    return wrong


def main(rules):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", help="the folder to check")
    arguments, _ = parser.parse_known_args()

    failures = [text for rule in rules for text in self_test(rule)]
    for text in failures:
        print("SELF-TEST", text)
    tree = Tree(arguments.root)
    if len(tree.matching("core/*.h")) < 20:
        failures.append("sources")
        print(f"{arguments.root}: these are not Vigie's sources")
    problems = [p for rule in rules for p in rule.check(tree)]
    for problem in sorted(set(problems), key=lambda p: (p.path, p.line)):
        print(problem)
    planted = sum(1 for rule in rules for plant in rule.plants if plant.expect)
    print(f"{len(rules)} rules, {planted} planted violations found, {len(problems)} problems")
    sys.exit(1 if failures or problems else 0)
