# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the published tickets readable again: they lost their punctuation, capitals and small
words. The words stay what they are; sentences begin where a word suggests it."""

import re

GREETINGS = {"hi", "hello", "dear", "hey"}
GREETED = {"all", "team", "guys", "colleagues", "everyone", "everybody", "sir", "help", "desk"}
SIGN_OFF = {"thanks", "thank", "regards", "cheers", "sincerely", "rgds"}
STARTERS = {"please", "kindly", "could", "can", "also", "however", "after", "when", "note", "what",
            "unfortunately", "tried", "need", "let", "i", "we", "if", "in", "currently", "moreover",
            "additionally", "meanwhile", "as", "because", "how", "while", "this", "there", "it",
            "they", "he", "she", "you", "because", "otherwise", "hope", "would", "am"}
QUESTIONS = {"could", "can", "what", "how", "would", "is", "are", "does", "do", "why", "who"}
NOISE = re.compile(
    r"\b(?:re|fw|fwd|sent|ext)\b"
    r"|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday) (?:[a-z]+ )?(?:pm|am)\b"
    r"|\b(?:pm|am)\b")
# Words of the few tickets in another language and of mail footers.
FOREIGN = {"la", "va", "si", "din", "pentru", "cu", "nu", "ca", "rog", "multumesc", "este", "sa",
           "pe", "de", "el", "lucre", "pus", "merci", "bun", "bytes", "ext", "reg", "se", "ave",
           "pot", "pal", "care", "rom", "tot", "un", "interval", "fin", "acre"}
SPELLED = {
    "vpn": "VPN", "pc": "PC", "po": "PO", "id": "ID", "hr": "HR", "sql": "SQL", "ip": "IP",
    "url": "URL", "usb": "USB", "hdmi": "HDMI", "lan": "LAN", "vm": "VM", "vms": "VMs", "ssl": "SSL",
    "ssd": "SSD", "ram": "RAM", "os": "OS", "pdf": "PDF", "crm": "CRM", "erp": "ERP", "sip": "SIP",
    "dns": "DNS", "ad": "AD", "qa": "QA", "it": "it", "uat": "UAT", "sd": "SD", "sn": "SN",
    "outlook": "Outlook", "skype": "Skype", "windows": "Windows", "oracle": "Oracle", "jira": "Jira",
    "azure": "Azure", "office": "Office", "excel": "Excel", "word": "Word", "microsoft": "Microsoft",
    "chrome": "Chrome", "confluence": "Confluence", "sharepoint": "SharePoint", "xerox": "Xerox",
    "iphone": "iPhone", "android": "Android", "java": "Java", "adobe": "Adobe", "linux": "Linux",
    "github": "GitHub", "citrix": "Citrix", "visio": "Visio", "teams": "Teams", "i": "I",
    "monday": "Monday", "tuesday": "Tuesday", "wednesday": "Wednesday", "thursday": "Thursday",
    "friday": "Friday", "saturday": "Saturday", "sunday": "Sunday", "january": "January",
    "february": "February", "april": "April", "june": "June", "july": "July", "august": "August",
    "september": "September", "october": "October", "november": "November", "december": "December",
    "london": "London", "manchester": "Manchester", "leeds": "Leeds", "bogota": "Bogota",
    "toronto": "Toronto", "atlanta": "Atlanta", "bucharest": "Bucharest", "denmark": "Denmark",
    "copenhagen": "Copenhagen", "visual studio": "Visual Studio"}
DANGLING = {"to", "for", "of", "in", "on", "and", "the", "a", "with", "from", "by", "at", "or",
            "as", "is", "has", "th", "re"}
VAGUE = {"access", "mail", "error", "list", "issue", "update", "account", "request", "problem",
         "help", "system", "question", "delivery", "license", "leaver", "oracle", "new", "badge",
         "access to", "access for", "wants to access", "access request", "oracle error",
         "oracle issue", "add to", "incident", "for", "need", "password", "permissions", "report"}
CATEGORY_WORDS = [
    ("printing", {"printer", "printers", "printing", "toner", "scanner", "scan", "xerox", "tray"}),
    ("phone", {"phone", "phones", "telephony", "extension", "voicemail", "sip", "headset", "mobile",
               "iphone", "sim"}),
    ("network", {"vpn", "network", "wireless", "wifi", "tunneling", "firewall", "port", "ports",
                 "dns", "connection", "lan", "internet", "cable", "ip", "router", "switch"}),
    ("access", {"access", "password", "passwords", "permission", "permissions", "badge", "card",
                "cards", "account", "accounts", "rights", "unlock", "locked", "login", "credentials",
                "leaver", "starter", "role", "roles"}),
    ("mail", {"mail", "mailbox", "email", "outlook", "distribution", "calendar", "spam", "inbox",
              "invitation", "meeting"}),
    ("hardware", {"laptop", "monitor", "monitors", "keyboard", "mouse", "docking", "device", "devices",
                  "computer", "hardware", "battery", "charger", "desktop", "screen", "adapter",
                  "purchase", "workstation"}),
    ("software", {"oracle", "license", "licence", "software", "install", "installation", "error",
                  "report", "studio", "application", "windows", "update", "version", "project", "code",
                  "timecard", "expense", "requisition", "jira", "confluence", "crash"}),
]


def spelled(word):
    return SPELLED.get(word, word)


def capital(text):
    return text[:1].upper() + text[1:]


def sentences(words):
    """Splits a run of words at those that tend to begin a sentence."""
    runs, run = [], []
    for word in words:
        # Very long runs are broken in any case: nobody reads forty words without a stop.
        if run and ((word in STARTERS and len(run) >= 3) or len(run) >= 16):
            runs.append(run)
            run = []
        run.append(word)
    if run:
        if runs and len(run) < 2:
            runs[-1] += run
        else:
            runs.append(run)
    result = []
    for run in runs:
        end = "?" if run[0] in QUESTIONS else "."
        result.append(capital(" ".join(spelled(w) for w in run)) + end)
    return " ".join(result)


def body_of(title, body):
    """The readable body, or '' when nothing worth reading is left."""
    words = NOISE.sub(" ", body).split()
    greeting = next((i for i, w in enumerate(words[:14]) if w in GREETINGS), None)
    if greeting is not None:
        words = words[greeting:]
    elif words[:len(title.split())] == title.split():
        words = words[len(title.split()):]
    opening = ""
    if words and words[0] in GREETINGS:
        opening = capital(words[0])
        words = words[1:]
        while words and (words[0] in GREETED or words[0] in GREETINGS):
            if words[0] in GREETED:
                opening += " " + words[0]
            words = words[1:]
        # A bare "dear" lost the name that followed it.
        opening = "Dear colleague," if opening == "Dear" else opening + ","
    closing = ""
    for i, word in enumerate(words):
        if i >= 4 and word in SIGN_OFF:
            start = i
            while start > 0 and words[start - 1] in {"best", "kind", "many", "much", "warm"}:
                start -= 1
            sign = words[start:i + 1]
            rest = [w for w in words[i + 1:i + 6] if w not in {"much", "lot", "advance", "very"}]
            while rest and rest[0] in SIGN_OFF | {"best", "kind"}:
                rest = rest[1:]
            role = []
            for w in rest[:3]:
                if w in GREETINGS or w in STARTERS or w in SIGN_OFF:
                    break
                role.append(spelled(w))
            text = "Thanks" if sign[-1] == "thank" else capital(" ".join(sign))
            closing = text + "," + ("\n" + capital(" ".join(role)) if role else "")
            words = words[:start]
            break
    words = words[:110]
    if len(words) < 3:
        return ""
    parts = [p for p in (opening, sentences(words), closing) if p]
    return "\n\n".join(parts)


def title_of(title, body):
    words = title.split()
    while words and words[-1] in DANGLING:
        words.pop()
    while words and words[0] in {"re", "fw", "fwd"}:
        words.pop(0)
    text = " ".join(words)
    if text in VAGUE or len(words) < 2:
        skip = GREETINGS | GREETED | SIGN_OFF | set(words) | {"please", "best", "kind", "has", "re"}
        more = [w for w in NOISE.sub(" ", body).split() if w not in skip][:5]
        while more and more[-1] in DANGLING:
            more.pop()
        if len(more) < 2:
            return ""
        text = f"{text}: {' '.join(more)}" if text else " ".join(more)
    return capital(" ".join(spelled(w) for w in text.split()))[:100]


def category_of(title, body):
    for words in (set(title.split()), set(body.split()[:40])):
        best = max(CATEGORY_WORDS, key=lambda entry: len(words & entry[1]))
        if words & best[1]:
            return best[0]
    return "other"


def kind_of(row, title):
    if any(w in title for w in ("starter", "leaver", "purchase", "access", "request", "new ")):
        return "service"
    if row["body"].split()[:1] == ["what"] or "question" in title or "how to" in title:
        return "question"
    return "incident" if row["ticket_type"] == "0" or "error" in title else "service"


def readable(rows, most, most_alike=30):
    """(title, body, category, kind) of the rows that a person can read, in the rows' order."""
    kept, seen, alike = [], set(), {}
    for row in rows:
        words = row["body"].split()
        if words and sum(w in FOREIGN for w in words) > 0.08 * len(words):
            continue
        title = title_of(row["title"], row["body"])
        body = body_of(row["title"], row["body"])
        if not title or not body or (title, body) in seen or len(body) < 40:
            continue
        if alike.get(title, 0) >= most_alike:
            continue
        seen.add((title, body))
        alike[title] = alike.get(title, 0) + 1
        kept.append((title, body, category_of(row["title"], row["body"]), kind_of(row, row["title"])))
        if len(kept) == most:
            break
    return kept
