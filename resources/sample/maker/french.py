# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads french.txt and fills its templates in."""

from .phrases import SLOTS
from .replay import Text


class Template:
    def __init__(self, category, titles, bodies, ask, solve):
        self.category = category
        self.titles = titles
        self.bodies = bodies
        self.ask = ask
        self.solve = solve


def read_templates(path):
    templates = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [l for l in block.splitlines() if l and not l.startswith("#")]
        if not lines:
            continue
        parts = {line[0]: line[1:].strip() for line in lines[1:]}
        if len(lines) != 5 or set(parts) != set("=>?!"):
            raise ValueError(f"a template is incomplete: {block!r}")
        templates.append(Template(lines[0].strip(), parts["="].split(" | "),
                                  parts[">"].split(" | "), parts["?"], parts["!"]))
    return templates


def write_report(template, requester, cast, rng):
    """One report of this template, by this person."""
    colleagues = [p for p in cast.employees if p.french and p is not requester]
    filled = {slot: rng.choice(choices) for slot, choices in SLOTS.items()}
    filled["collegue"] = rng.choice(colleagues).name
    title = rng.choice(template.titles).format(**filled)
    body = rng.choice(template.bodies).format(**filled)
    opening = rng.choice(("Bonjour,\n\n", "Bonjour,\n\n", "", "Bonjour à tous,\n\n"))
    closing = rng.choice(("\n\nMerci d'avance,\n", "\n\nCordialement,\n", "\n\nMerci,\n", ""))
    if closing:
        closing += requester.name
    body = opening + body + closing
    asked = title.startswith(("Demande", "Installation", "Accès", "Nouvel", "Prêt", "Liste", "Compte"))
    kind = "question" if title.startswith("Question") else "service" if asked else "incident"
    return Text(title[:1].upper() + title[1:], body, template.category, kind, True,
                template.ask.format(**filled), template.solve.format(**filled))
