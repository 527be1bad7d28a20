# SPDX-License-Identifier: GPL-3.0-or-later
"""Anna's own requests: one of each state a requester can see, with a reply that waits for her."""

from .history import NOW_MS
from .replay import HOUR, MINUTE, Text, Ticket

DAY = 24 * HOUR


def annas_tickets(anna, ben, hugo, cast, make_rng):
    """Lists of actions, newest activity exactly at the sample's last minute."""
    people = cast.by_login

    def ticket(name, text):
        return Ticket("story/" + name, text, anna, cast, make_rng(name))

    waiting = ticket("waiting", Text(
        "Monthly report takes ten minutes to open",
        "The monthly finance report used to open in a few seconds. Since Tuesday it takes about ten "
        "minutes, and the computer's fan runs all the time.\n\nI need it every morning before nine.",
        "software", "incident", False))
    waiting.create(NOW_MS - 2 * DAY - 3 * HOUR, anna, "hindered", "team", 4)
    waiting.transfer(NOW_MS - 2 * DAY - 2 * HOUR, ben, "apps")
    waiting.assign(NOW_MS - 2 * DAY - 2 * HOUR + MINUTE, ben, ben)
    waiting.reply(NOW_MS - 2 * DAY - 100 * MINUTE, ben,
                  "Hi Anna,\n\nThank you for the details. I can see the slow query on the server and "
                  "I am checking with the team.\n\nBen")
    waiting.note(NOW_MS - 1 * DAY, ben,
                 "The update of Tuesday dropped an index on the ledger table. Put it back on the test "
                 "system: 4 s instead of 9 min. Asked for a slot to do the same in production.")
    waiting.reply(NOW_MS - 3 * HOUR, anna,
                  "Is there any news? Closing of the month begins on Monday.")
    waiting.reply(NOW_MS - 12 * MINUTE, ben,
                  "Hi Anna,\n\nThe fix is in place for your team since 15:30. Could you open the "
                  "report once more and tell me how long it takes now?\n\nBen")
    waiting.move(NOW_MS, ben, "waiting-requester")
    waiting.actions[-1].at = NOW_MS

    received = ticket("received", Text(
        "Second screen for the desk in 3.14",
        "From December on I share the desk with Harriet, who needs two screens. Could we have a "
        "second one, please? 24 inches is enough.", "hardware", "service", False))
    received.create(NOW_MS - 50 * MINUTE, anna, "can-wait", "colleague", 2)

    vendor = ticket("vendor", Text(
        "Scanner on the 2nd floor cuts off the last line",
        "Every page that I scan on the 2nd floor lacks its last line. Restarting did not help. The "
        "invoices of this week are affected.", "printing", "incident", False))
    vendor.create(NOW_MS - 6 * DAY, anna, "annoyed", "team", 6)
    vendor.transfer(NOW_MS - 6 * DAY + 20 * MINUTE, ben, "hardware")
    vendor.assign(NOW_MS - 6 * DAY + 22 * MINUTE, people["tom"], people["tom"])
    vendor.reply(NOW_MS - 6 * DAY + 40 * MINUTE, people["tom"],
                 "Hi Anna,\n\nI have seen it myself now. Until it is repaired, the scanner on the 1st "
                 "floor is set up for your team as well.\n\nTom")
    vendor.note(NOW_MS - 5 * DAY, people["tom"], "Sensor bar is worn. Part ordered, four days.")
    vendor.move(NOW_MS - 5 * DAY + MINUTE, people["tom"], "waiting-vendor")

    fixed = ticket("fixed", Text(
        "VPN drops every time I change rooms",
        "When I walk from my desk to a meeting room, the VPN disconnects and I have to sign in "
        "again. It began with the new laptop.", "network", "incident", False))
    fixed.create(NOW_MS - 9 * DAY, anna, "hindered", "me", 1)
    fixed.transfer(NOW_MS - 9 * DAY + 30 * MINUTE, ben, "network")
    fixed.assign(NOW_MS - 9 * DAY + 35 * MINUTE, people["nina"], people["nina"])
    fixed.reply(NOW_MS - 9 * DAY + 60 * MINUTE, people["nina"],
                "Hi Anna,\n\nIs it the same with the cable at your desk?\n\nNina")
    fixed.move(NOW_MS - 9 * DAY + 62 * MINUTE, people["nina"], "waiting-requester")
    fixed.reply(NOW_MS - 8 * DAY, anna, "No, with the cable it holds all day.")
    fixed.reply(NOW_MS - 1 * DAY - 2 * HOUR, people["nina"],
                "Hi Anna,\n\nYour new laptop slept its wireless card between two access points. The "
                "setting is corrected and you should stay connected now. If not, just answer "
                "here.\n\nNina")
    fixed.move(NOW_MS - 1 * DAY - 2 * HOUR, people["nina"], "resolved")

    french = ticket("french", Text(
        "Accès au dossier partagé de l'équipe de Lyon",
        "Je prépare la clôture avec l'équipe de Lyon et je n'ai pas accès à leur dossier partagé. "
        "Romain Lefèvre est d'accord.", "access", "service", True, "?", "!"))
    french.create(NOW_MS - 20 * DAY, anna, "annoyed", "me", 1)
    french.assign(NOW_MS - 20 * DAY + 15 * MINUTE, hugo, hugo)
    french.reply(NOW_MS - 20 * DAY + 50 * MINUTE, hugo,
                 "Bonjour Anna,\n\nC'est fait : fermez et rouvrez votre session, le dossier apparaît "
                 "sous L:.\n\nHugo")
    french.move(NOW_MS - 20 * DAY + 51 * MINUTE, hugo, "resolved")
    french.move(NOW_MS - 20 * DAY + 2 * HOUR, anna, "closed", "Merci, cela fonctionne.")
    french.do(NOW_MS - 20 * DAY + 2 * HOUR + MINUTE, anna, "ticket.rate",
              {"score": 5, "comment": "Très rapide."})

    question = ticket("question", Text(
        "How do I keep a mailbox rule on my phone?",
        "My rule that moves newsletters works on the computer but not on the phone. What did I "
        "miss?", "mail", "question", False))
    question.create(NOW_MS - 33 * DAY, anna, "can-wait", "me", 1)
    question.assign(NOW_MS - 33 * DAY + 2 * HOUR, people["kate"], people["kate"])
    question.reply(NOW_MS - 33 * DAY + 3 * HOUR, people["kate"],
                   "Hi Anna,\n\nA rule made on the computer only runs there. Make it in the web mail, "
                   "then it runs on the server and every device sees the result.\n\nKate")
    question.move(NOW_MS - 33 * DAY + 3 * HOUR, people["kate"], "resolved")
    question.move(NOW_MS - 32 * DAY, anna, "closed", "Perfect, thanks!")
    return [t.actions for t in (waiting, received, vendor, fixed, french, question)]
