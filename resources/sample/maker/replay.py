# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a history and a text into the operations that people would have written."""

import hashlib

from . import phrases
from .history import NOW_MS
from .people import QUEUE_OF

SECOND = 1000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
WAITING = {"Awaiting User Info": "waiting-requester", "Awaiting Evidence": "waiting-requester",
           "Awaiting Vendor": "waiting-vendor", "Awaiting Problem": "scheduled"}
LEVELS = ["L1", "L2", "L3", "L4"]


class Text:
    """What a ticket is about."""

    def __init__(self, title, body, category, kind, french, ask=None, solve=None):
        self.title = title
        self.body = body
        self.category = category
        self.kind = kind
        self.french = french
        self.words = phrases.FR if french else phrases.EN
        self.ask = [ask] if ask else phrases.EN["ask"][category]
        self.solve = [solve] if solve else phrases.EN["solve"][category]


class Action:
    """One operation before it has an id. `refs` are payload keys whose values name other tickets."""
    __slots__ = ("at", "by", "ticket", "kind", "payload")

    def __init__(self, at, by, ticket, kind, payload):
        self.at = at
        self.by = by
        self.ticket = ticket
        self.kind = kind
        self.payload = payload


class Ticket:
    """A ticket while its history is replayed: as much of the rules as is needed to write only
    operations that can be applied."""

    def __init__(self, key, text, requester, cast, rng):
        self.key = key
        self.text = text
        self.requester = requester
        self.cast = cast
        self.rng = rng
        self.state = "new"
        self.queue = "desk"
        self.owner = None
        self.level = 0
        self.last = 0
        self.asked = False
        self.rated = False
        self.actions = []

    def do(self, at, by, kind, payload):
        """Records an operation; time moves on even when the log's minute does not."""
        at = max(at, self.last + (5 + self.rng.randrange(90)) * SECOND) if self.actions else at
        self.last = at
        self.actions.append(Action(at, by, self.key, kind, payload))

    # What people do

    def create(self, at, by, urgency, affected, people):
        words = self.text.words
        kit = {"what": self.text.body, "affected": affected, "people": people}
        for key, choices in (("when", words["when"]), ("before", words["before"]),
                             ("who", words["who"] if affected != "me" else [""])):
            value = self.rng.choice(choices)
            if value:
                kit[key] = value
        if kit.get("when"):
            kit["started"] = at - self.rng.choice((10, 45, 120, 1440)) * MINUTE
        if by is self.requester and self.rng.random() < 0.4:
            kit["facts"] = {"os": self.rng.choice(("Windows 11 24H2", "Windows 11 23H2", "macOS 15.1",
                                                   "Debian 12")),
                            "computer": f"{self.requester.site[:3].upper()}-L{self.rng.randrange(999):04d}"}
        payload = {"kind": self.text.kind, "title": self.text.title, "kit": kit,
                   "category": self.text.category, "urgency": urgency,
                   "requester": self.requester}
        if by is not self.requester:
            payload["queue"] = self.queue
        self.do(at, by, "ticket.create", payload)

    def reply(self, at, by, text):
        self.do(at, by, "message.add", {"kind": "reply", "body": text})
        if by is self.requester:
            if self.state in ("waiting-requester", "resolved"):
                self.state = "open"
        else:
            self.asked = False
            if self.state == "new":
                self.state = "open"

    def note(self, at, by, text, kind="note"):
        self.do(at, by, "message.add", {"kind": kind, "body": text})

    def move(self, at, by, state, reason=""):
        if state == self.state or (self.state == "closed" and state != "open"):
            return
        payload = {"state": state}
        if reason:
            payload["reason"] = reason
        self.do(at, by, "ticket.state", payload)
        self.state = state

    def transfer(self, at, by, queue):
        if queue == self.queue:
            return
        self.do(at, by, "ticket.set", {"field": "queue", "value": ("queue", queue)})
        self.queue = queue
        if self.owner and not self.owner.works_in(queue):
            self.owner = None

    def escalate(self, at, by, queue):
        if self.level == 3:
            return self.transfer(at, by, queue)
        self.level += 1
        payload = {"to": LEVELS[self.level], "reason": self.say("escalate")}
        if queue != self.queue:
            payload["queue"] = queue
        self.do(at, by, "ticket.escalate", payload)
        self.queue = queue
        self.owner = None
        if self.state == "new":
            self.state = "open"
        return None

    def assign(self, at, by, to):
        if self.owner is to:
            return
        self.do(at, by, "ticket.set", {"field": "owner", "value": to})
        self.owner = to
        if self.state == "new":
            self.state = "open"

    # Who and what

    def say(self, occasion):
        return self.rng.choice(self.text.words[occasion])

    def agent(self, name=""):
        """The agent who acts now: the owner, or somebody of the queue; the same name in the log
        is the same person here."""
        if not name and self.owner and self.owner.works_in(self.queue):
            return self.owner
        fitting = [p for p in self.cast.staff if p.works_in(self.queue) and p.role == "agent"
                   and (p.french or not self.text.french)]
        # Ben works everywhere; without a brake he would own a third of all tickets.
        if len(fitting) > 2 and self.rng.random() < 0.75:
            fitting = [p for p in fitting if p.login != "ben"]
        if name:
            digest = hashlib.sha256(name.encode()).digest()
            return fitting[digest[0] % len(fitting)]
        return self.rng.choice(fitting)

    def letter(self, agent, text):
        first = self.requester.name.split()[0]
        hello = self.say("hello").format(first=first)
        bye = self.say("bye").format(agent=agent.name.split()[0])
        return f"{hello}\n\n{text}\n\n{bye}"


def urgency_of(impact, rng):
    if impact.startswith("1"):
        return "blocked", rng.choice(("team", "site", "site", "company")), rng.randrange(8, 250)
    if impact.startswith("3"):
        return rng.choice(("annoyed", "can-wait")), "me", 1
    affected = rng.choice(("me", "me", "me", "me", "colleague", "team"))
    people = {"me": 1, "colleague": 2}.get(affected, rng.randrange(3, 9))
    return rng.choice(("hindered", "hindered", "annoyed", "blocked", "can-wait")), affected, people


def detour(ticket, final, rng):
    """The queue a ticket goes to at a change of group: home, or wrongly elsewhere first."""
    if ticket.queue != final and rng.random() < 0.7:
        return final
    others = [q for q in ("desk", "hardware", "apps", "access", "network", "sites")
              if q != ticket.queue]
    return rng.choice(others)


def small_things(ticket, at, rng):
    """The little that agents do between two states."""
    agent = ticket.agent()
    dice = rng.random()
    if dice < 0.16:
        ticket.note(at, agent, ticket.say("note"))
    elif dice < 0.22:
        ticket.note(at, agent, ticket.say("call"), "call")
    elif dice < 0.27 and ticket.state == "open":
        ticket.reply(at, agent, ticket.letter(agent, ticket.say("progress")))
    elif dice < 0.30:
        tags = {"hardware": "replacement", "software": "licence", "network": "vpn",
                "access": "onboarding", "mail": "spam", "printing": "toner", "phone": "mobile",
                "other": "facilities"}
        tag = tags[ticket.text.category]
        if tag not in getattr(ticket, "tags", ()):
            ticket.tags = {tag}
            ticket.do(at, agent, "ticket.tags", {"add": [tag]})
    elif dice < 0.32 and ticket.text.category == "hardware" and not hasattr(ticket, "asset"):
        ticket.asset = f"PC-{rng.randrange(10_000, 99_999)}"
        ticket.do(at, agent, "ticket.set", {"field": "cf.asset", "value": ticket.asset})
    elif dice < 0.34 and not hasattr(ticket, "watched"):
        ticket.watched = rng.choice([p for p in ticket.cast.employees
                                     if p is not ticket.requester and p.login != "anna"])
        ticket.do(at, agent, "ticket.watchers", {"add": [ticket.watched]})
    elif dice < 0.37 and ticket.state == "open" and not ticket.asked:
        ticket.reply(at, ticket.requester, ticket.say("chase"))


def change_state(ticket, event, before, rng):
    target = WAITING.get(event.state)
    agent = ticket.agent()
    if target == "waiting-requester" and ticket.state != target:
        ticket.reply(event.at, agent, ticket.letter(agent, rng.choice(ticket.text.ask)))
        ticket.move(event.at, agent, target)
    elif target and ticket.state != target:
        ticket.note(event.at, agent,
                    ticket.say("vendor" if target == "waiting-vendor" else "scheduled"))
        ticket.move(event.at, agent, target)
    elif event.state == "Resolved" and ticket.state not in ("resolved", "closed"):
        if ticket.state == "waiting-requester" and rng.random() < 0.6:
            ticket.reply(before + (event.at - before) * 2 // 3, ticket.requester, ticket.say("answer"))
        ticket.reply(event.at, agent, ticket.letter(agent, rng.choice(ticket.text.solve)))
        ticket.move(event.at, agent, "resolved")
    elif event.state == "Closed" and ticket.state != "closed":
        finish(ticket, event.at, before, rng)
    elif event.state in ("Active", "New", "-100") and ticket.state in ("resolved", "closed"):
        if ticket.state == "closed":
            ticket.move(event.at, ticket.requester, "open", ticket.say("again"))
        else:
            ticket.reply(event.at, ticket.requester, ticket.say("again"))
    elif event.state == "Active" and ticket.state == "waiting-requester":
        ticket.reply(before + (event.at - before) // 2, ticket.requester, ticket.say("answer"))
    elif event.state == "Active" and ticket.state != "open":
        ticket.move(event.at, agent, "open")


def finish(ticket, at, before, rng):
    agent = ticket.agent()
    if ticket.state not in ("resolved", "closed"):
        ticket.reply(at, agent, ticket.letter(agent, rng.choice(ticket.text.solve)))
        ticket.move(at, agent, "resolved")
    if rng.random() < 0.22:
        score = rng.choice((5, 5, 5, 4, 4, 4, 3, 2, 1))
        comment = ticket.say("rating")
        payload = {"score": score}
        if comment:
            payload["comment"] = comment
        ticket.do(before + (at - before) // 2, ticket.requester, "ticket.rate", payload)
    if rng.random() < 0.3:
        ticket.move(at, ticket.requester, "closed", ticket.say("thanks"))
    else:
        ticket.move(at, agent, "closed", ticket.say("reason"))


def replay(key, history, text, requester, cast, rng):
    """The operations of one ticket, none later than the sample's last minute."""
    ticket = Ticket(key, text, requester, cast, rng)
    urgency, affected, people = urgency_of(history.impact, rng)
    final = QUEUE_OF[text.category]
    if text.french and final == "hardware" and rng.random() < 0.3:
        final = "sites"
    if final != "desk" and rng.random() < 0.25:
        final = "desk"
    if history.self_service or rng.random() < 0.75:
        ticket.create(history.opened, requester, urgency, affected, people)
    else:
        reporter = ticket.agent()
        ticket.queue = final if reporter.works_in(final) else "desk"
        ticket.create(history.opened, reporter, urgency, affected, people)
        ticket.note(history.opened + 2 * MINUTE, reporter, ticket.say("call"), "call")

    group, assignee, state = history.events[0].group, "", "New"
    before = history.opened
    for event in history.events:
        touched = event.state != "New" or event.group != group or event.assignee
        if touched and ticket.queue == "desk" and final != "desk" and state == "New" \
                and event.group == group:
            ticket.transfer(event.at, ticket.agent(), final)
        if event.group and event.group != group:
            target = detour(ticket, final, rng)
            actor = ticket.agent()
            if rng.random() < 0.4:
                ticket.escalate(event.at, actor, target)
            else:
                ticket.transfer(event.at, actor, target)
            group = event.group
        if event.assignee and event.assignee != assignee and ticket.state not in ("resolved", "closed"):
            taker = ticket.agent(event.assignee)
            ticket.assign(event.at, taker if rng.random() < 0.75 else ticket.agent(), taker)
            if ticket.state == "open" and event.state in ("New", "Active") and rng.random() < 0.35:
                ticket.reply(event.at + 3 * MINUTE, taker, ticket.letter(taker, ticket.say("ack")))
            assignee = event.assignee
        if event.state != state:
            change_state(ticket, event, before, rng)
            state = event.state
        elif event.state not in ("Resolved", "Closed") and len(ticket.actions) < 40:
            small_things(ticket, event.at, rng)
        before = event.at
    quiet = NOW_MS - ticket.last
    if ticket.state in ("new", "open", "waiting-vendor", "scheduled") and quiet > 3 * 24 * HOUR \
            and rng.random() < 0.12:
        ticket.do(NOW_MS - rng.randrange(HOUR, 60 * HOUR), ticket.requester, "ticket.ask-update", {})
    return [a for a in ticket.actions if a.at <= NOW_MS], ticket
