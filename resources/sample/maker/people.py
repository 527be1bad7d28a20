# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented queues and people. Mail addresses use example.org, telephone numbers the ranges that
France and the United Kingdom reserve for fiction."""

import random
import unicodedata

FIRST_FR = """Adèle Alice Amélie Antoine Arnaud Aurélie Baptiste Benoît Camille Cécile Charlotte
Clément Damien Delphine Élise Émilie Étienne Fabien Florence François Gaëlle Guillaume Hélène
Inès Jérôme Julien Karim Laure Léa Lucas Lucie Manon Mathieu Maxime Mélanie Nadia Nathalie Nicolas
Olivier Pauline Quentin Rachid Romain Sabrina Sandrine Sébastien Sophie Thibault Thomas Valérie
Vincent Yasmine Yves Zoé""".split()
LAST_FR = """Barbier Bernard Blanchard Bonnet Boucher Brunet Chevalier Colin Da Silva Delaunay
Diallo Dufour Dumont Fabre Faure Fontaine Fournier Garnier Gauthier Girard Guérin Henry Jacquet
Lambert Leclerc Lefèvre Legrand Lemaire Leroux Marchand Masson Mercier Meunier Meyer Michel Millet
Nguyen Noël Perrin Petit Picard Renard Renaud Rivière Robin Roche Rousseau Roussel Royer Sanchez
Vasseur Vidal""".replace("Da Silva", "Da_Silva").split()
FIRST_EN = """Abigail Adam Aisha Alan Amelia Andrew Bethany Callum Charles Chloe Daniel Deborah
Edward Eleanor Emma Fiona Gareth George Grace Hannah Harriet Harry Imran Isla Jack James Joanna
Katie Kieran Laura Leon Liam Lucy Margaret Martin Megan Mohammed Naomi Oliver Owen Patrick Priya
Rachel Rebecca Robert Ruth Samuel Sarah Simon Sunita Thomas Victoria William""".split()
LAST_EN = """Adams Ahmed Allen Bailey Baker Barnes Bell Bennett Brooks Campbell Clarke Collins Cook
Cooper Davies Edwards Evans Fisher Foster Gibson Graham Green Griffiths Hall Harris Hughes Hunt
Jackson Kaur Kelly Khan King Lloyd Marshall Mason Mills Mitchell Morris Murphy Owens Palmer Patel
Phillips Price Reed Roberts Shaw Stevens Turner Walker Ward Watson Wells Wood""".split()
TEAMS = ["Finance", "Sales", "Human resources", "Legal", "Marketing", "Engineering", "Logistics",
         "Production", "Customer care", "Purchasing", "Quality", "Research"]
SITES_FR = ["Paris", "Lyon", "Nantes"]
SITES_EN = ["Leeds", "London", "Bristol"]

# Order matters: the first queue is where reports arrive.
QUEUES = [
    ("desk", "Service desk", "First line: everything arrives here"),
    ("network", "Network", "Cabling, wireless, VPN, firewalls"),
    ("hardware", "Workplace hardware", "Computers, screens, printers, meeting rooms"),
    ("apps", "Business applications", "Finance, planning, time sheets and their licences"),
    ("access", "Accounts & access", "Accounts, passwords, rights, badges"),
    ("mail", "Messaging", "Mail, calendars, lists"),
    ("phone", "Telephony", "Desk phones, mobiles, voice mail"),
    ("sites", "Sites Paris & Lyon", "Hands on site: moves, rooms, badges"),
]
ALL = [key for key, _, _ in QUEUES]
QUEUE_OF = {"hardware": "hardware", "printing": "hardware", "software": "apps",
            "network": "network", "access": "access", "mail": "mail", "phone": "phone",
            "other": "desk"}

# login, name, role, queues, speaks French, demo account
STAFF = [
    ("ben", "Ben Carter", "agent", ALL, True, True),
    ("claire", "Claire Dubois", "admin", [], True, True),
    ("odile", "Odile Marchal", "guardian", ["desk", "access", "mail", "sites"], True, True),
    ("graham", "Graham Fletcher", "guardian", ["desk", "apps", "network", "hardware"], False, False),
    ("hugo", "Hugo Lemoine", "agent", ["desk", "sites", "hardware", "phone", "mail"], True, True),
    ("samira", "Samira Benali", "agent", ["desk", "access", "mail", "sites"], True, False),
    ("tom", "Tom Whitfield", "agent", ["desk", "hardware", "phone"], False, False),
    ("nina", "Nina Kowalska", "agent", ["desk", "network", "phone"], True, False),
    ("paul", "Paul Okafor", "agent", ["network", "phone"], False, False),
    ("julie", "Julie Vautrin", "agent", ["desk", "apps", "access"], True, False),
    ("rhys", "Rhys Morgan", "agent", ["apps", "access"], False, False),
    ("leila", "Leïla Haddad", "agent", ["mail", "access", "desk"], True, False),
    ("david", "David Sinclair", "agent", ["hardware", "apps", "desk"], False, False),
    ("marion", "Marion Cazenave", "agent", ["network", "apps", "hardware", "sites"], True, False),
    ("kate", "Kate Ashworth", "agent", ["desk", "mail", "access"], False, False),
]
DEMO_PASSWORD = "vigie"
EMPLOYEES = 300


def plain(text):
    """Letters a to z and dots, for logins."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return folded.lower().replace(" ", "").replace("'", "").replace("_", "")


class Person:
    def __init__(self, login, name, role, queues, french, demo):
        self.login = login
        self.name = name
        self.role = role
        self.queues = queues
        self.french = french
        self.demo = demo
        self.phone = self.team = self.site = ""
        self.id = self.device = ""
        self.sequence = 0

    def works_in(self, queue):
        return self.role == "admin" or (self.role != "employee" and queue in self.queues)


def make_people(seed):
    """Staff first, then Anna, then the other employees; each login once."""
    rng = random.Random(seed + "/people")
    people = [Person(*row) for row in STAFF]
    people.append(Person("anna", "Anna Moreau", "employee", [], False, True))
    logins = {p.login for p in people}
    names = set()
    while len(people) < len(STAFF) + EMPLOYEES:
        french = rng.random() < 0.45
        first = rng.choice(FIRST_FR if french else FIRST_EN)
        last = rng.choice(LAST_FR if french else LAST_EN).replace("_", " ")
        login = f"{plain(first)}.{plain(last)}"
        if login in logins or (first, last) in names:
            continue
        logins.add(login)
        people.append(Person(login, f"{first} {last}", "employee", [], french, False))
    for index, person in enumerate(people):
        sites = SITES_FR if person.french else SITES_EN
        person.site = "Leeds" if person.login == "anna" else rng.choice(sites)
        person.team = "Service desk" if person.role != "employee" else rng.choice(TEAMS)
        if person.login == "anna":
            person.team = "Finance"
        person.phone = (f"+33 1 99 00 {index // 100:02d} {index % 100:02d}"
                        if person.site in SITES_FR else f"+44 20 7946 0{index % 1000:03d}")
    return people
