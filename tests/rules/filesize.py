# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and classes stay small enough to be read, and every source names its licence."""

import re

from rulekit import ALLOW_FILE, Allowed, Plant, Problem, Rule, main
from tree import line_of, without_comments_and_strings

MOST_LINES = 600
MOST_PUBLIC_FUNCTIONS = 25
SOURCES = ("core/*.cpp", "core/*.h", "app/*.cpp", "app/*.h", "tests/*.cpp", "tests/*.h",
           "*.py", "*.sh", "*.ps1", "*.cmake", "*CMakeLists.txt", "resources/*.sql")
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"


def check_lines(tree):
    allowed = Allowed(tree)
    yield from allowed.problems
    for path in tree.matching(*SOURCES):
        lines = tree.text(path).count("\n")
        if lines > MOST_LINES and not allowed.excuses("lines", path):
            yield Problem(path, 0, f"{lines} lines; the house limit is {MOST_LINES}")
    yield from allowed.unused({"lines"})


def check_licence(tree):
    for path in tree.matching(*SOURCES):
        lines = tree.text(path).splitlines()[:2]
        if lines and lines[0].startswith("#!"):
            lines = lines[1:]
        if not lines or LICENCE not in lines[0]:
            yield Problem(path, 1, f"the first line is not '{LICENCE}'")


CLASS = re.compile(r"\b(class|struct)\s+(?:[A-Z_]+\s+)?([\w:]*\w)\s*(?:final\s*)?(?::[^;{()]*)?\{")


def body_end(text, opening):
    depth = 0
    for i in range(opening, len(text)):
        if text[i] == "{":
            depth += 1
        elif text[i] == "}":
            depth -= 1
            if depth == 0:
                return i
    return len(text)


def public_functions(kind, body):
    """How many functions a class offers; constructors, destructors, operators and signals are not
    counted, because they are no choices a reader has to make."""
    flat = []
    depth = 0
    for c in body:  # drop nested bodies: inline functions, nested types, initialisers
        if c == "{":
            depth += 1
            if depth == 1:
                flat.append(";")
        elif c == "}":
            depth -= 1
        elif depth == 0:
            flat.append(c)
    count = 0
    access = "public" if kind == "struct" else "private"
    for statement in "".join(flat).replace("Q_OBJECT", "").replace("Q_GADGET", "").split(";"):
        while True:
            label = re.match(
                r"\s*(public|protected|private|Q_SIGNALS|signals)\s*(?:Q_SLOTS|slots)?\s*:(?!:)",
                statement)
            if not label:
                break
            access = label.group(1)
            statement = statement[label.end():]
        if access != "public":
            continue
        statement = re.sub(r"\[\[[^\]]*\]\]|\b(template\s*<[^>]*>)", " ", statement)
        name = re.search(r"([~\w]+|operator\W+)\s*\(", statement)
        if not name or "operator" in statement[:name.end()] or "=" in statement[:name.start()]:
            continue
        head = statement[:name.start()].strip()
        if head in ("", "explicit", "virtual", "constexpr", "friend") or "friend" in head.split():
            continue
        if "using" in head.split() or name.group(1).startswith("Q_"):
            continue
        count += 1
    return count


def check_classes(tree):
    allowed = Allowed(tree)
    for path in tree.matching("core/*.h", "app/*.h"):
        text = without_comments_and_strings(tree.text(path))
        for match in CLASS.finditer(text):
            # An enum has no functions; X::Parts is the inside of X, behind its public face.
            if re.search(r"\benum\s+$", text[:match.start()]) or "::" in match.group(2):
                continue
            body = text[match.end():body_end(text, match.end() - 1)]
            count = public_functions(match.group(1), body)
            if count > MOST_PUBLIC_FUNCTIONS and not allowed.excuses("functions", path):
                yield Problem(path, line_of(text, match.start()),
                              f"{match.group(2)} has {count} public functions; "
                              f"the house limit is {MOST_PUBLIC_FUNCTIONS}")
    yield from allowed.unused({"functions"})


def planted_class(functions):
    return ("class Big final : public QObject\n{\n    Q_OBJECT\npublic:\n    explicit Big(int x);\n"
            + "    ~Big() override;\n    bool operator==(const Big &) const = default;\n"
            + "".join(f"    [[nodiscard]] int f{i}() const {{ return {i}; }}\n"
                      for i in range(functions))
            + "Q_SIGNALS:\n    void changed();\nprivate:\n    void hidden();\n"
            + "    int m_x = int(3);\n};\n")


LONG = "x\n" * (MOST_LINES + 1)
RULES = [
    Rule("lines", check_lines, [
        Plant({"core/base/a.cpp": LONG}, "601 lines"),
        Plant({"tests/rules/a.py": LONG}, "601 lines"),
        Plant({"core/base/a.cpp": LONG, ALLOW_FILE: "lines core/base/a.cpp\n"}, "needs rule"),
        Plant({"core/base/a.cpp": "x\n", ALLOW_FILE: "lines core/base/a.cpp why\n"},
              "excuses nothing"),
        Plant({"core/base/a.cpp": LONG, ALLOW_FILE: "# c\nlines core/base/a.cpp a table\n"}),
    ]),
    Rule("licence", check_licence, [
        Plant({"core/base/a.cpp": "#pragma once\n"}, LICENCE),
        Plant({"packaging/a.sh": "#!/bin/sh\necho\n"}, LICENCE),
        Plant({"packaging/a.sh": f"#!/bin/sh\n# {LICENCE}\n", "core/a.h": f"// {LICENCE}\n"}),
    ]),
    Rule("functions", check_classes, [
        Plant({"core/base/a.h": planted_class(26)}, "Big has 26 public functions"),
        Plant({"core/base/a.h": planted_class(26), ALLOW_FILE: "functions core/base/a.h facade\n"}),
        Plant({"core/base/a.h": planted_class(25)}),
        Plant({"core/base/a.h": planted_class(26).replace("class Big final", "class Big::Parts")}),
    ]),
]

if __name__ == "__main__":
    main(RULES)
