# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the incident log and picks histories: real sequences of states, transfers and gaps."""

import csv
import datetime
import random

# The log is replayed as if its cut-off were the sample's last minute. Both are Fridays, 16:00, so
# that weekdays and office hours stay real.
CUT = datetime.datetime(2016, 5, 20, 16, 0, tzinfo=datetime.timezone.utc)
NOW = datetime.datetime(2026, 11, 20, 16, 0, tzinfo=datetime.timezone.utc)
ENDED = {"Resolved", "Closed"}


def to_ms(moment):
    return int(moment.timestamp()) * 1000


NOW_MS = to_ms(NOW)


class Event:
    __slots__ = ("at", "state", "group", "assignee", "impact")

    def __init__(self, row):
        moment = datetime.datetime.fromisoformat(row["updated_at"])
        self.at = NOW_MS - int((CUT - moment.replace(tzinfo=datetime.timezone.utc)).total_seconds()) * 1000
        self.state = row["state"]
        self.group = row["group"]
        self.assignee = row["assignee"]
        self.impact = row["impact"]


class History:
    """One incident of the log up to the cut-off."""

    def __init__(self, key, rows):
        self.key = key
        opened = datetime.datetime.fromisoformat(rows[0]["opened_at"])
        self.opened = NOW_MS - int(
            (CUT - opened.replace(tzinfo=datetime.timezone.utc)).total_seconds()) * 1000
        self.self_service = rows[0]["contact"] != "Phone"
        self.impact = next((r["impact"] for r in rows if r["impact"]), "2 - Medium")
        self.events = [e for e in map(Event, rows) if e.at <= NOW_MS]

    @property
    def ended(self):
        return bool(self.events) and self.events[-1].state in ENDED


def read_log(path):
    rows = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows.setdefault(row["incident"], []).append(row)
    histories = [History(key, found) for key, found in rows.items()]
    return [h for h in histories if h.events and h.opened < NOW_MS - 600_000]


def pick(histories, count, open_share, seed):
    """`count` histories of which `open_share` are still open, in the order of their opening.
    Incidents of other kinds than usual, with transfers or reopenings, are as rare as they were."""
    rng = random.Random(seed + "/histories")
    still_open = [h for h in histories if not h.ended]
    ended = [h for h in histories if h.ended]
    wanted = min(len(still_open), round(count * open_share))
    chosen = rng.sample(still_open, wanted) + rng.sample(ended, count - wanted)
    return sorted(chosen, key=lambda h: (h.opened, h.key))
