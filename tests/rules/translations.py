# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language Vigie speaks is complete: no unfinished text, same placeholders, all plurals."""

import re
import xml.etree.ElementTree as xml

from rulekit import Plant, Problem, Rule, main

COMPLETE = ("translations/vigie_fr.ts",)
PLURAL_FORMS = {"fr": 2, "en": 2, "de": 2, "es": 2, "it": 2, "pl": 3, "cs": 3}
PLACEHOLDER = re.compile(r"%L?\d{1,2}|%n")
ENDINGS = ("…", "...", ":")


def texts_of(message):
    """The translation's forms, or None where it is not finished."""
    translation = message.find("translation")
    if translation is None or translation.get("type") in ("unfinished",):
        return None
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.findall("numerusform")]
    return ["".join(translation.itertext())]


def check_message(path, language, message):
    source = "".join(message.find("source").itertext())
    shown = source if len(source) < 50 else source[:47] + "…"
    texts = texts_of(message)
    if texts is None or not all(t.strip() for t in texts):
        yield Problem(path, 0, f"not translated: '{shown}'")
        return
    numerus = message.get("numerus") == "yes"
    if numerus and len(texts) != PLURAL_FORMS.get(language, len(texts)):
        yield Problem(path, 0, f"{len(texts)} plural forms: '{shown}'")
    wanted = sorted(set(PLACEHOLDER.findall(source)))
    for index, text in enumerate(texts):
        found = sorted(set(PLACEHOLDER.findall(text)))
        # "one ticket" may say the number in words.
        if found != wanted and not (numerus and index == 0 and found == [
                p for p in wanted if p != "%n"]):
            yield Problem(path, 0, f"placeholders {found}, not {wanted}: '{shown}'")
        for ending in ENDINGS:
            if source.rstrip().endswith(ending) != text.rstrip().endswith(ending):
                yield Problem(path, 0, f"'{ending}' at the end differs: '{shown}'")
        if "&" in source and text.replace("&&", "").count("&") > 1:
            yield Problem(path, 0, f"two access keys: '{shown}'")


def check(tree):
    for path in COMPLETE:
        if not tree.exists(path):
            yield Problem(path, 0, "the language is missing")
            continue
        try:
            root = xml.fromstring(tree.raw(path))
        except xml.ParseError as error:
            yield Problem(path, 0, f"not XML: {error}")
            continue
        language = (root.get("language") or "").split("_")[0]
        count = 0
        for message in root.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") in ("vanished", "obsolete"):
                continue
            count += 1
            yield from check_message(path, language, message)
        if count == 0:
            yield Problem(path, 0, "no text at all")


def planted(source, translation, numerus=False, kind=""):
    forms = "".join(f"<numerusform>{t}</numerusform>" for t in translation) if numerus \
        else translation
    return Plant({COMPLETE[0]: (
        '<?xml version="1.0"?><TS version="2.1" language="fr_FR"><context><name>A</name>'
        f'<message{" numerus=" + chr(34) + "yes" + chr(34) if numerus else ""}>'
        f"<source>{source}</source><translation{kind}>{forms}</translation></message>"
        "</context></TS>")})


def expecting(plant, text):
    plant.expect = text
    return plant


RULES = [Rule("translations", check, [
    expecting(Plant({"core/base/a.h": ""}), "the language is missing"),
    expecting(planted("Send", "", kind=' type="unfinished"'), "not translated"),
    expecting(planted("Send", ""), "not translated"),
    expecting(planted("%1 of %2", "%1 sur"), "placeholders"),
    expecting(planted("%n tickets", ["%n demande"], True), "plural forms"),
    expecting(planted("%n tickets", ["%n demande", "des demandes"], True), "placeholders"),
    expecting(planted("Save…", "Enregistrer"), "at the end differs"),
    expecting(planted("&amp;Save", "&amp;Enre&amp;gistrer"), "two access keys"),
    expecting(Plant({COMPLETE[0]: "<TS"}), "not XML"),
    expecting(Plant({COMPLETE[0]: '<TS language="fr"/>'}), "no text at all"),
    planted("%n tickets by %1", ["une demande de %1", "%n demandes de %1"], True),
    planted("Who: %1", "Qui : %1"),
])]

if __name__ == "__main__":
    main(RULES)
