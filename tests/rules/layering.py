# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: every #include against the table in core/README.md."""

import os
import re
import sys

from rulekit import Plant, Problem, Rule, main
from tree import without_comments

TABLE_FILE = "core/README.md"
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)
STANDARD = set("""
algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv chrono
cinttypes climits clocale cmath codecvt compare complex concepts condition_variable coroutine
csetjmp csignal cstdarg cstddef cstdint cstdio cstdlib cstring ctime cuchar cwchar cwctype deque
exception execution filesystem format forward_list fstream functional future initializer_list
iomanip ios iosfwd iostream istream iterator latch limits list locale map memory memory_resource
mutex new numbers numeric optional ostream queue random ranges ratio regex scoped_allocator
semaphore set shared_mutex source_location span sstream stack stdexcept stop_token streambuf
string string_view strstream syncstream system_error thread tuple type_traits typeindex typeinfo
unordered_map unordered_set utility valarray variant vector version
""".split())


class Table:
    """The rows of the table: part → (parts and headers it may include, Qt modules, libraries)."""

    def __init__(self, markdown):
        self.rows = {}
        for line in markdown.splitlines():
            cells = [c.strip() for c in line.strip().strip("|").split("|")]
            if len(cells) != 4 or not re.fullmatch(r"`(core|app)/[^`]*`", cells[0]):
                continue
            self.rows[cells[0].strip("`")] = tuple(
                {w.strip("` ") for w in cell.split(",")} - {"", "–", "-"} for cell in cells[1:])

    def part_of(self, path):
        """The row with the longest name that the path lies in; exact files win."""
        fitting = [p for p in self.rows if path == p or path.startswith(p.rstrip("/") + "/")]
        return max(fitting, key=len, default=None)

    def allows(self, part, header):
        """Whether a file of `part` may include `header`, a path from the root."""
        allowed, _, _ = self.rows[part]
        target = self.part_of(header)
        # A folder's own platform folder is a part of it that differs between systems.
        if target in (part, part + "/platform") or header in allowed or target in allowed:
            return True
        return any(word.endswith("/*") and header.startswith(word[:-1]) for word in allowed)


def qt_modules(folder):
    """Header name → Qt module, from an installed Qt ('QWidget' → 'Widgets')."""
    found = {}
    for entry in sorted(os.listdir(folder)):
        module = re.fullmatch(r"Qt([A-Z]\w*?)(\.framework)?", entry)
        if not module:
            continue
        path = os.path.join(folder, entry)
        headers = os.path.join(path, "Headers") if module.group(2) else path
        if os.path.isdir(headers):
            for header in os.listdir(headers):
                if not os.path.isdir(os.path.join(headers, header)):
                    found.setdefault(header, module.group(1))
    return found


def check_angle(path, line, header, part, table, modules):
    _, qt, libraries = table.rows[part]
    spelled = re.fullmatch(r"Qt([A-Z]\w*)/(\w[\w.]*)", header)
    module = spelled.group(1) if spelled else modules.get(header)
    if header in ("QtGlobal", "QtMath"):
        module = "Core"
    if module:
        if module not in qt:
            yield Problem(path, line, f"{part} may not use Qt {module} (<{header}>)")
    elif header in STANDARD:
        return
    elif header.split("/")[0] not in libraries and header not in libraries:
        if "system headers" not in libraries:
            yield Problem(path, line, f"{part} may not use <{header}>")


def make_check(modules):
    def check(tree):
        if not tree.exists(TABLE_FILE):
            yield Problem(TABLE_FILE, 0, "the include table is missing")
            return
        table = Table(tree.text(TABLE_FILE))
        for path in tree.matching("core/*.h", "core/*.cpp", "app/*.h", "app/*.cpp",
                                  "tests/*.h", "tests/*.cpp"):
            source = without_comments(tree.text(path))
            part = table.part_of(path)
            if not part and not path.startswith("tests/"):
                yield Problem(path, 0, f"the folder has no row in {TABLE_FILE}")
                continue
            for match in INCLUDE.finditer(source):
                line = source.count("\n", 0, match.start()) + 1
                kind, header = match.groups()
                if header.endswith(".cpp") or header.endswith("main.h"):
                    yield Problem(path, line, f"nothing includes {header}")
                elif kind == "<":
                    if part:
                        yield from check_angle(path, line, header, part, table, modules)
                elif header.endswith(".moc"):
                    continue
                elif not tree.exists(header):
                    beside = path.rsplit("/", 1)[0] + "/" + header
                    if not (path.startswith("tests/") and tree.exists(beside)):
                        yield Problem(path, line, f"no such header in the house: {header}")
                elif part and not table.allows(part, header):
                    yield Problem(path, line, f"{part} may not include {header}")
    return check


TABLE = """
| part | may include | Qt | other |
|---|---|---|---|
| `core/base` | – | Core | tl |
| `core/model` | core/base | Core | – |
| `core/store` | core/model, core/base | Core, Sql | – |
| `core/service` | core/* | Core | – |
| `core/remote/vigie` | core/base, core/store/blobstore.h | Core | – |
| `app/queue` | core/service, core/model | Core, Widgets | – |
| `app/ticket` | core/service | Core, Widgets | – |
"""


def plant(path, include, expect, **more):
    headers = {"core/base/a.h": "", "core/model/m.h": "", "core/store/s.h": "",
               "core/store/blobstore.h": "", "core/service/v.h": "", "app/ticket/t.h": ""}
    return Plant({TABLE_FILE: TABLE, **headers, path: f"#include {include}\n", **more}, expect)


PLANTS = [
    plant("core/base/x.h", '"core/model/m.h"', "core/base may not include core/model/m.h"),
    plant("core/model/x.cpp", '"app/ticket/t.h"', "core/model may not include app/ticket/t.h"),
    plant("core/model/x.cpp", "<QWidget>", "core/model may not use Qt Widgets"),
    plant("core/model/x.cpp", "<QtWidgets/QLabel>", "core/model may not use Qt Widgets"),
    plant("core/model/x.cpp", "<boost/asio.hpp>", "core/model may not use <boost/asio.hpp>"),
    plant("app/queue/x.cpp", '"core/store/s.h"', "app/queue may not include core/store/s.h"),
    plant("app/queue/x.cpp", '"app/ticket/t.h"', "app/queue may not include app/ticket/t.h"),
    plant("core/remote/vigie/x.cpp", '"core/store/s.h"', "may not include core/store/s.h"),
    plant("core/model/x.cpp", '"core/base/b.h"', "no such header in the house"),
    plant("core/model/x.cpp", '"core/base/b.cpp"', "nothing includes"),
    plant("core/newroom/x.cpp", "<vector>", "has no row"),
    Plant({"core/base/a.h": ""}, "the include table is missing"),
    plant("core/service/x.cpp", '"core/store/s.h"', ""),
    plant("core/remote/vigie/x.cpp", '"core/store/blobstore.h"', ""),
    plant("core/base/x.cpp", "<tl/expected.hpp>", ""),
    plant("tests/unit/tst_x.cpp", '"core/store/s.h"', ""),
    plant("core/model/x.cpp", "<QString>\n// #include <QWidget>", ""),
]

if __name__ == "__main__":
    INSTALLED = qt_modules(sys.argv[2]) if len(sys.argv) > 2 else {}
    if INSTALLED.get("QString") != "Core" or INSTALLED.get("QWidget") != "Widgets":
        sys.exit("usage: layering.py ROOT QT-HEADER-FOLDER")
    main([Rule("layering", make_check(INSTALLED), PLANTS)])
