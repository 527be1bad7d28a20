#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes resources/sample/sample.jsonl.zst from public data: thousands of tickets with threads.

    make-sample.py --source DIR --out sample.jsonl.zst

DIR holds `it-tickets-en.csv` and `incident-events.csv` (see README.md for origin and licences),
plain or as .zst. The same input gives the same bytes: nothing depends on the clock, the machine or
the order of a dictionary. Needs the `zstd` command.
"""

import argparse
import csv
import hashlib
import json
import pathlib
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from maker import english, history, people, replay, story  # noqa: E402
from maker.french import read_templates, write_report  # noqa: E402

SEED = "vigie sample 1"
ENGLISH_TICKETS = 4000
FRENCH_TICKETS = 600
OPEN_SHARE = 0.12
EPOCH_MS = history.NOW_MS - 400 * 86_400_000  # when the accounts and queues were made


class Ids:
    """UUIDv7 (RFC 9562 §5.7) from given times: strictly increasing in the order of the calls, the
    random part from a hash of a running number."""

    def __init__(self, seed):
        self._seed = seed
        self._last = 0
        self._counter = 0
        self._made = 0

    def next(self, at):
        if at > self._last:
            self._last, self._counter = at, 0
        else:
            self._counter += 1
            if self._counter > 0xFFF:
                self._last, self._counter = self._last + 1, 0
        self._made += 1
        tail = hashlib.sha256(f"{self._seed}/{self._made}".encode()).digest()[:8]
        value = (self._last << 80 | 0x7 << 76 | self._counter << 64
                 | (int.from_bytes(tail, "big") & (1 << 62) - 1) | 0b10 << 62)
        text = f"{value:032x}"
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


class Cast:
    def __init__(self, everybody):
        self.everybody = everybody
        self.staff = [p for p in everybody if p.role != "employee"]
        self.employees = [p for p in everybody if p.role == "employee"]
        self.by_login = {p.login: p for p in everybody}


def source_file(folder, name, scratch):
    """The file's path, unpacked where it is packed."""
    plain = pathlib.Path(folder) / name
    packed = pathlib.Path(folder) / (name + ".zst")
    if plain.exists():
        return plain
    if not packed.exists():
        sys.exit(f"{folder} has neither {name} nor {name}.zst")
    target = pathlib.Path(scratch) / name
    subprocess.run(["zstd", "-q", "-d", str(packed), "-o", str(target)], check=True)
    return target


def rng_for(name):
    return random.Random(f"{SEED}/{name}")


def best_texts(rows):
    """The English texts that read best: neither a shred nor a scroll."""
    texts = english.readable(rows, 10**9)
    order = sorted(range(len(texts)), key=lambda i: (abs(min(len(texts[i][1]), 900) - 260), i))
    return [texts[i] for i in sorted(order[:ENGLISH_TICKETS])]


def make_actions(source, cast):
    with tempfile.TemporaryDirectory() as scratch:
        with open(source_file(source, "it-tickets-en.csv", scratch), encoding="utf-8",
                  newline="") as file:
            texts = best_texts(csv.DictReader(file))
        log = history.read_log(source_file(source, "incident-events.csv", scratch))
    templates = read_templates(pathlib.Path(__file__).resolve().parent / "maker" / "french.txt")
    histories = history.pick(log, len(texts) + FRENCH_TICKETS, OPEN_SHARE, SEED)

    rng = rng_for("mix")
    languages = ["en"] * len(texts) + ["fr"] * FRENCH_TICKETS
    rng.shuffle(languages)
    rng.shuffle(texts)
    callers = {"fr": [p for p in cast.employees if p.french],
               "en": [p for p in cast.employees if not p.french and p.login != "anna"]}
    actions, earlier, used = [], {}, 0
    for index, (found, language) in enumerate(zip(histories, languages)):
        local = rng_for(found.key)
        # Some people report more than others.
        requester = callers[language][int(len(callers[language]) * local.random() ** 1.6)]
        if language == "fr":
            text = write_report(local.choice(templates), requester, cast, local)
        else:
            title, body, category, kind = texts[used]
            used += 1
            text = replay.Text(title, body, category, kind, False)
        made, ticket = replay.replay(f"log/{index}", found, text, requester, cast, local)
        same = earlier.get(text.category)
        if same and len(made) > 2 and local.random() < 0.03:
            agent = ticket.agent()
            if made[-1].at + 120_000 <= history.NOW_MS:
                made.append(replay.Action(made[-1].at + 120_000, agent, ticket.key, "ticket.links",
                                          {"add": [("relates-to", same)]}))
        earlier[text.category] = ticket.key
        actions += made
    for made in story.annas_tickets(cast.by_login["anna"], cast.by_login["ben"],
                                    cast.by_login["hugo"], cast, lambda n: rng_for("story/" + n)):
        actions += made
    # A stable sort: what one ticket did in one millisecond stays in its order.
    return sorted(actions, key=lambda a: a.at)


def resolve(value, queues, tickets):
    """Names inside payloads → ids."""
    if isinstance(value, people.Person):
        return value.id
    if isinstance(value, tuple):
        kind, name = value
        if kind == "queue":
            return queues[name]
        return {"kind": kind, "other": tickets[name]}
    if isinstance(value, list):
        return [resolve(v, queues, tickets) for v in value]
    return value


def lines_of(actions, cast, ids):
    queues = {}
    for index, (key, name, description) in enumerate(people.QUEUES):
        queues[key] = ids.next(EPOCH_MS + index)
        yield {"queue": {"id": queues[key], "name": name, "description": description,
                         "active": True}}
    for index, person in enumerate(cast.everybody):
        person.id = ids.next(EPOCH_MS + 1000 + index)
    for index, person in enumerate(cast.everybody):
        person.device = ids.next(EPOCH_MS + 10_000 + index)
        record = {"id": person.id, "login": person.login, "name": person.name,
                  "email": f"{person.login}@example.org", "phone": person.phone,
                  "team": person.team, "site": person.site, "role": person.role,
                  "queues": [queues[q] for q in person.queues], "active": True}
        if person.demo:
            record["password"] = people.DEMO_PASSWORD
        yield {"person": record}
    tickets = {}
    for action in actions:
        person = action.by
        person.sequence += 1
        operation = ids.next(action.at)
        if action.kind == "ticket.create":
            tickets[action.ticket] = ids.next(action.at)
        payload = {k: resolve(v, queues, tickets) for k, v in action.payload.items()}
        if "queue" in payload:
            payload["queue"] = queues[payload["queue"]]
        if action.kind in ("ticket.create", "message.add"):
            payload["message"] = ids.next(action.at)
        yield {"op": {"schema": 1, "id": operation, "device": person.device,
                      "seq": person.sequence, "ticket": tickets[action.ticket],
                      "kind": action.kind, "payload": payload,
                      "written": action.at - 1500},
               "by": person.id, "at": action.at}


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", required=True, help="folder with the public data files")
    parser.add_argument("--out", required=True, help="the file to write (.jsonl.zst)")
    arguments = parser.parse_args()

    cast = Cast(people.make_people(SEED))
    actions = make_actions(arguments.source, cast)
    text = "".join(
        json.dumps(line, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
        for line in lines_of(actions, cast, Ids(SEED)))
    # One thread and no time stamp: equal input gives equal bytes.
    subprocess.run(["zstd", "-q", "-f", "-19", "-T1", "--no-progress", "-", "-o", arguments.out],
                   input=text.encode(), check=True)
    size = pathlib.Path(arguments.out).stat().st_size
    created = sum(1 for a in actions if a.kind == "ticket.create")
    print(f"{created} tickets, {len(actions)} operations, {len(cast.everybody)} people, "
          f"{len(text) / 1e6:.1f} MB, packed {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
