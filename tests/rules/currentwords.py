# SPDX-License-Identifier: GPL-3.0-or-later
"""The translation files hold what the sources say: nothing new is missing, nothing old is left.

The other rule judges the files alone and cannot know of words that were never taken into them.
Arguments: the tree, and Qt's lupdate."""

import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

LANGUAGES = {"vigie_fr.ts": [], "vigie_en.ts": ["-pluralonly"]}


def messages(path):
    """(context, source, comment) of every message of a file."""
    found = set()
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            found.add((context.findtext("name"), message.findtext("source") or "",
                       message.findtext("comment") or ""))
    return found


def differences(root, lupdate, folder):
    sources = sorted(str(p) for p in (root / "app").rglob("*")
                     if p.suffix in (".cpp", ".h") and "server" not in p.relative_to(root).parts)
    listing = folder / "sources.lst"
    listing.write_text("\n".join(sources), encoding="utf-8")
    for name, options in LANGUAGES.items():
        kept = root / "translations" / name
        fresh = folder / name
        # lupdate writes into its target, so it gets a copy.
        fresh.write_bytes(kept.read_bytes())
        subprocess.run([lupdate, "-silent", *options, "-no-obsolete", "-locations", "none",
                        "-I", str(root), f"@{listing}", "-ts", str(fresh)], check=True)
        before, after = messages(kept), messages(fresh)
        for context, source, _ in sorted(after - before):
            yield f"{name}: {context}: not taken in: '{source[:60]}'"
        for context, source, _ in sorted(before - after):
            yield f"{name}: {context}: nobody says it any more: '{source[:60]}'"


def planted(lupdate):
    """One word too few and one too many must be noticed."""
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        (root / "app").mkdir()
        (root / "translations").mkdir()
        (root / "app" / "a.cpp").write_text(
            'class A { Q_OBJECT QString a(); };\nQString A::a() { return tr("Brand new"); }\n',
            encoding="utf-8")
        for ts in LANGUAGES:
            (root / "translations" / ts).write_text(
                '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>'
                f'<TS version="2.1" language="{ts[6:8]}"><context><name>A</name><message>'
                '<source>Long gone</source><translation>Parti</translation></message></context>'
                '</TS>', encoding="utf-8")
        (root / "out").mkdir()
        said = "\n".join(differences(root, lupdate, root / "out"))
        return "not taken in: 'Brand new'" in said and "any more: 'Long gone'" in said


def main():
    root, lupdate = pathlib.Path(sys.argv[1]), sys.argv[2]
    if not planted(lupdate):
        sys.exit("the planted differences were not found")
    with tempfile.TemporaryDirectory() as folder:
        problems = list(differences(root, lupdate, pathlib.Path(folder)))
    print("\n".join(problems + [f"{len(problems)} differences"]))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
