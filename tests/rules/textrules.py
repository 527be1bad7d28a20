# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules that a pattern can judge: what may not stand in a source, and where it may all the same."""

import re

from rulekit import Allowed, Plant, Problem, Rule, main
from tree import line_of, without_comments, without_comments_and_strings

CORE_AND_APP = ("core/*.cpp", "core/*.h", "app/*.cpp", "app/*.h")
TESTS = ("tests/*.cpp", "tests/*.h")
PAGES = ("app/*.cpp", "app/*.h")
EVERYWHERE = CORE_AND_APP + TESTS + (
    "*.py", "*.sh", "*.ps1", "*.cmake", "*CMakeLists.txt", "*.md", "*.json", "*.sql", "*.ts",
    "*.service", "*.desktop", "*.xml", ".ci/run")


def as_code(text):
    """Without comments and without the insides of literals."""
    return without_comments_and_strings(text)


def as_text(text):
    """Without comments."""
    return without_comments(text)


def as_is(text):
    return text


def pattern_rule(name, files, view, pattern, why, plants, innocent=(), spared=()):
    """A rule that reports every match of `pattern` in `files` but those in `spared` (prefixes,
    or names with a suffix pattern) and those excused in the allow file."""
    compiled = re.compile(pattern, re.MULTILINE)

    def check(tree):
        allowed = Allowed(tree)
        for path in tree.matching(*files):
            if any(path.startswith(s) for s in spared):
                continue
            text = view(tree.text(path))
            for match in compiled.finditer(text):
                if not allowed.excuses(name, path):
                    yield Problem(path, line_of(text, match.start()),
                                  f"{why}: {match.group().strip()[:60]}")
        yield from allowed.unused({name})

    def file_of(plant):
        return plant if isinstance(plant, tuple) else ("app/report/a.cpp", plant)

    planted = [Plant(dict([file_of(p)]), why) for p in plants]
    return Rule(name, check, planted + [Plant(dict([file_of(p)])) for p in innocent])


CODE_RULES = [
    pattern_rule(
        "keywords", CORE_AND_APP + TESTS, as_code,
        r"(?<![\w.>:])(signals\s*:(?!:)|(public|private|protected)\s+slots\s*:|emit\s+\w)",
        "write Q_SIGNALS, Q_SLOTS and Q_EMIT",
        ["signals:\n void x();", "private slots:\n", "    emit changed();"],
        ["Q_SIGNALS:\n", "private Q_SLOTS:\n", "Q_EMIT changed();", "// emit x\n"]),
    pattern_rule(
        "nested-loops", CORE_AND_APP, as_code,
        r"\bprocessEvents\s*\(|\bQEventLoop\b|\bqSleep\b|\bQThread::m?u?sleep\b"
        r"|\bsleep_for\b|\bwaitForFinished\s*\(\s*\)",
        "no nested event loops and no sleeps",
        ["QEventLoop loop;", "qApp->processEvents();", "QThread::msleep(5);",
         "std::this_thread::sleep_for(x);"],
        ["// processEvents()\n", "loop();"]),
    pattern_rule(
        "modal", CORE_AND_APP, as_code,
        r"\b(?!app\b|application\b|a\b|query\b|statement\b|thread\b)\w+\s*(?:\.|->)\s*exec\s*\(\s*\)"
        r"|\bQMessageBox::(?:question|information|warning|critical|about)\s*\("
        r"|\bQInputDialog::get\w+\s*\(|\bQFileDialog::get(?:Open|Save|Existing)\w+\s*\(",
        "dialogs are opened, never executed",
        ["dialog.exec();", "m_box->exec();", "QMessageBox::warning(this, a, b);",
         "QFileDialog::getOpenFileName(this);"],
        ["dialog->open();", "application.exec();", "statement.exec();"],
        spared=("core/sql/", "core/store/", "app/server/")),
    pattern_rule(
        "rich-text", CORE_AND_APP, as_code,
        r"\bsetHtml\s*\(|\binsertHtml\s*\(|\bappendHtml\s*\(|\bQt::RichText\b|\bQt::AutoText\b"
        r"|\bsetMarkdown\s*\(|\bfromHtml\s*\(",
        "foreign text is never parsed as rich text",
        ["view->setHtml(body);", "label->setTextFormat(Qt::RichText);", "d.setMarkdown(x);"],
        ["label->setTextFormat(Qt::PlainText);"]),
    pattern_rule(
        "singleton", CORE_AND_APP, as_code,
        r"\bstatic\s+[\w:<>]+\s*[*&]\s*(?:instance|self|global)\s*\(|\bQ_GLOBAL_STATIC\b",
        "no singletons",
        ["static Foo *instance();", "static Foo &self();", "Q_GLOBAL_STATIC(Foo, foo)"],
        ["static const QString &name();"]),
    pattern_rule(
        "asserted-input", CORE_AND_APP, as_code, r"\bstd::abort\s*\(|(?<![\w.>:]):?:?\b_?exit\s*\(\s*\d|\bqFatal\s*\(",
        "errors are values",
        ["qFatal(\"x\");", "std::abort();", "    exit(1);"],
        ["reply.abortAll();", "void abort();", "application.exit(1);"]),
    pattern_rule(
        "bare-then", CORE_AND_APP, as_code, r"\.then\s*\(",
        "futures are consumed with whenDone()",
        ["future.then(this, [] {});"], ["whenDone(future, this, fn);"]),
    pattern_rule(
        "unfinished", CORE_AND_APP + TESTS + ("*.py", "*.sh", "*.cmake", "*CMakeLists.txt"), as_is,
        r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b",
        "finished work only",
        ["// TO" "DO later\n", ("tests/unit/tst_a.cpp", "// FIX" "ME\n")],
        ["// a to-do list of the person\n"]),
    pattern_rule(
        "sql", CORE_AND_APP, as_text,
        r'"\s*(?:SELECT\s+[\w*(]|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s'
        r'|DELETE\s+FROM\s|CREATE\s+(?:TABLE|INDEX|VIRTUAL|TRIGGER)\s|PRAGMA\s|BEGIN\s+IMMEDIATE)',
        "SQL lives in core/sql, core/store, app/server/data and app/server/backup",
        ['QStringLiteral("SELECT id FROM ticket");', 'run("DELETE FROM a");'],
        ['tr("Select all")', ("core/store/outboxstore.cpp", '"SELECT id FROM op"')],
        spared=("core/sql/", "core/store/", "app/server/data/", "app/server/backup/")),
    pattern_rule(
        "weak-tests", TESTS, as_code,
        r"\bQSKIP\s*\(|\bqSleep\s*\(|\bQThread::m?u?sleep\s*\(|\bsleep_for\s*\(|\bqWait\s*\("
        r"|\bQVERIFY\s*\(\s*true\s*\)|\bQEXPECT_FAIL\s*\(",
        "tests neither skip nor sleep nor pass by themselves",
        [("tests/ui/tst_a.cpp", "QSKIP(\"no\");"), ("tests/ui/tst_a.cpp", "QTest::qWait(50);"),
         ("tests/ui/tst_a.cpp", "QVERIFY(true);")],
        [("tests/ui/tst_a.cpp", "QTRY_COMPARE(a, b);")]),
]

STRING = r'(?:QStringLiteral\(\s*|QLatin1String\(\s*|u|QString::fromUtf8\(\s*)?"'
SETTER = (r"\b(?:setText|setTitle|setWindowTitle|setToolTip|setStatusTip|setPlaceholderText"
          r"|setAccessibleName|setAccessibleDescription|setWhatsThis|setLabelText|addAction"
          r"|addTab|addMenu|addButton|showMessage|setInformativeText|setDetailedText"
          r"|QLabel|QPushButton|QToolButton|QCheckBox|QRadioButton|QGroupBox|QAction)\s*\(\s*")
WORDING_RULES = [
    pattern_rule(
        "untranslated", PAGES, as_text,
        SETTER + STRING + r"[^\"\n]*[A-Za-z]{2}"
        r'|QStringLiteral\(\s*"[A-Z][a-z\']+(?: [a-z\']+)+[.…!?:]?"',
        "words for people go through tr()",
        ['label->setText(QStringLiteral("Send report"));', 'new QPushButton("Send");',
         'auto *l = new QLabel(QStringLiteral("Title"), this);',
         'return QStringLiteral("Nothing to show here.");'],
        ['label->setText(tr("Send report"));', 'label->setText(QStringLiteral("–"));',
         'button->setObjectName(QStringLiteral("report.send"));'],
        spared=("app/server/",)),
    pattern_rule(
        "merge-marks", EVERYWHERE, as_is, r"^(?:<{7}|>{7}) \S",
        "a merge was not finished",
        [("tests/server/CMakeLists.txt", "<" "<<<<<< HEAD\n"), ("README.md", ">" ">>>>>> main\n")],
        ["a << b;", ("README.md", "> quoted\n")]),
    pattern_rule(
        "machine-paths", EVERYWHERE, as_is,
        r"(?<![\w.:~}/-])/(?:home|root|Users|work)/[\w.]|(?<!\w)[A-Z]:\\+Users\\",
        "no path of one machine",
        ["open(\"/ho" "me/anna/x\");", ("packaging/run.sh", "cd /wo" "rk/main\n"),
         ("README.md", "C:" "\\Users\\anna\n")],
        ["/v1/home/page", "https://example.org/home/x", "$HOME/x"]),
]


def own_header_first(tree):
    """A .cpp starts with its own header, so every header with a .cpp proves it stands alone; the
    others are compiled one by one by the build (tests/rules/CMakeLists.txt)."""
    include = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]', re.MULTILINE)
    for path in tree.matching("core/*.cpp", "app/*.cpp"):
        own = path[:-4] + ".h"
        if not tree.exists(own):
            continue
        first = include.search(without_comments(tree.text(path)))
        if not first or first.group(1) != own:
            yield Problem(path, 1, f"the first include is not {own}")


def guarded_once(tree):
    for path in tree.matching("core/*.h", "app/*.h", "tests/*.h"):
        lines = tree.text(path).splitlines()
        if "#pragma once" not in lines[:3]:
            yield Problem(path, 1, "a header starts with #pragma once")
        if re.search(r"^\s*using namespace\b", without_comments(tree.text(path)), re.MULTILINE):
            yield Problem(path, 1, "no 'using namespace' in a header")


def lower_case_names(tree):
    for path in tree.matching("core/*.cpp", "core/*.h", "app/*.cpp", "app/*.h"):
        name = path.rsplit("/", 1)[1]
        platform = "/platform/" in path
        if not re.fullmatch(r"[a-z0-9]+(_(linux|unix|x11|win|mac))?\.(cpp|h)", name):
            yield Problem(path, 0, "file names are lower case without separators")
        elif "_" in name and not platform:
            yield Problem(path, 0, "per-system files live in a platform folder")


def system_switches(tree):
    """Per-system code is chosen by CMake from platform folders, not by #ifdef."""
    switch = re.compile(r"#\s*if.*\b(Q_OS_\w+|_WIN32|__APPLE__|__linux__)", re.MULTILINE)
    for path in tree.matching("core/*.cpp", "core/*.h", "app/*.cpp", "app/*.h"):
        if "/platform/" in path:
            continue  # inside, one file may serve two close relatives
        text = without_comments(tree.text(path))
        for match in switch.finditer(text):
            yield Problem(path, line_of(text, match.start()),
                          f"system code belongs into a platform folder ({match.group(1)})")


SHAPE_RULES = [
    Rule("own-header-first", own_header_first, [
        Plant({"core/base/a.h": "", "core/base/a.cpp": "#include <QString>\n"}, "first include"),
        Plant({"core/base/a.h": "", "core/base/a.cpp": '// x\n#include "core/base/a.h"\n'}),
    ]),
    Rule("headers", guarded_once, [
        Plant({"core/base/a.h": "// l\nint x;\n"}, "#pragma once"),
        Plant({"core/base/a.h": "// l\n#pragma once\nusing namespace std;\n"}, "using namespace"),
        Plant({"core/base/a.h": "// l\n#pragma once\n"}),
    ]),
    Rule("names", lower_case_names, [
        Plant({"core/base/MyFile.cpp": ""}, "lower case"),
        Plant({"core/base/lock_unix.cpp": ""}, "platform folder"),
        Plant({"core/base/lock.cpp": "", "app/desktop/platform/lock_unix.cpp": ""}),
    ]),
    Rule("system-switches", system_switches, [
        Plant({"core/base/a.cpp": "#ifdef Q_OS_WIN\n"}, "platform folder"),
        Plant({"core/base/a.cpp": "#if defined(__APPLE__)\n"}, "platform folder"),
        Plant({"core/base/a.cpp": "#ifdef QT_DEBUG\n",
               "core/platform/a_unix.cpp": "#ifdef Q_OS_DARWIN\n"}),
    ]),
]

if __name__ == "__main__":
    main(CODE_RULES + WORDING_RULES + SHAPE_RULES)
