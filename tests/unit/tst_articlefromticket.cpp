// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/knowledge/articlefromticket.h"
#include "core/knowledge/knowledgelimits.h"
#include "core/text/codespans.h"

#include <QTest>

using namespace vigie;
using namespace vigie::knowledge;

namespace {

QList<KnownPerson> people()
{
    return {{QStringLiteral("Anna Dupont-Müller"), {QStringLiteral("adupont")},
             {QStringLiteral("anna.d@example.org")}},
            {QStringLiteral("Jean Le Goff"), {QStringLiteral("jlegoff")}, {}},
            {QStringLiteral("Wei Li"), {}, {}},
            {QStringLiteral("Anna Petit"), {}, {}}};
}

RedactedText redacted(const QString &text)
{
    return Redactor(people(), {}).redact(text);
}

DraftRequest request()
{
    DraftRequest made;
    made.title = QStringLiteral("Le VPN d'Anna Dupont-Müller");
    made.problem = QStringLiteral("Problème");
    made.cause = QStringLiteral("Cause");
    made.fix = QStringLiteral("Solution");
    made.nothingYet = QStringLiteral("(à compléter)");
    made.people = people();
    made.placeholders.person = QStringLiteral("[personne %1]");
    made.placeholders.host = QStringLiteral("[machine %1]");
    return made;
}

/// Where a redaction is, its placeholder stands; putting everything back gives what was there.
bool isConsistent(const RedactedText &text)
{
    qsizetype last = 0;
    for (const Redaction &one : text.redactions) {
        if (one.span.begin < last || one.span.end > text.text.size()
            || text.text.mid(one.span.begin, one.span.end - one.span.begin) != one.placeholder
            || one.original.isEmpty())
            return false;
        last = one.span.end;
    }
    return true;
}

} // namespace

class TestArticleFromTicket : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIdentifiesIsTakenOut_data();
    void whatIdentifiesIsTakenOut();
    void thePersonKeepsOnePlaceholderEverywhere();
    void theSameThingKeepsItsPlaceholderOverMessages();
    void howSureItIsIsTold_data();
    void howSureItIsIsTold();
    void eachRedactionCanBeUndone();
    void anythingIsPutBackExactly();
    void aDraftHasItsThreePartsInOrder();
    void noMessageCanSwallowTheNextPart();
    void picturesStandBehindTheirMessage();
    void messagesBeyondTheLimitAreTold();
    void hostileTextsStayCheap();
};

void TestArticleFromTicket::whatIdentifiesIsTakenOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("Write to paul@example.org, please.", "Write to [e-mail 1], please.");
    row("Call 01 42 68 53 00 or +33 1 42 68 53 00.", "Call [phone 1] or [phone 2].");
    row("Ping 192.168.1.15.", "Ping [address 1].");
    row("It runs on SRV-FILES02 (see https://intranet.example.fr/x).",
        "It runs on [host 1] (see [host 2]).");
    row("See [the guide](https://intranet.example.fr/x) first",
        "See [the guide]([host 1]) first");
    row("[a.b@example.org](mailto:a.b@example.org)", "[[e-mail 1]]([e-mail 1])");
    row("**IBAN** FR76 3000 6000 0112 3456 7890 189", "**IBAN** [account 1]");
    row("Key: `ghp_16C7e42F292c6912E7710c838347Ae178B4a`", "Key: `[token 1]`");
    row("use glpat-a1B2c3D4e5F6g7H8i9J0 here", "use [token 1] here");
    row("Authorization: Bearer 5fH2kQ9x and retry", "Authorization: Bearer [token 1] and retry");
    row("use ghp_16C7e42F292c6912E7710c838347Ae178B4a or ask x@example.org",
        "use [token 1] or ask [e-mail 1]");
    row("saisie sur plusieurs lignes", "saisie sur plusieurs lignes");
    row("de sortie de la boucle doit", "de sortie de la boucle doit");
    row("Password: hunter2", "Password: [password 1]");
    row("Mot de passe :\n\nsoleil2026\nMerci", "Mot de passe :\n\n[password 1]\nMerci");
    row("| Password: x7!k | 3 |", "| Password: [password 1] | 3 |");
    row("-----BEGIN RSA PRIVATE KEY-----\nabc\ndef=\n-----END RSA PRIVATE KEY-----\nend",
        "[token 1]\n[token 2]\n[token 3]\n[token 4]\nend");
    row("Thanks Anna Dupont-Müller for it", "Thanks [person 1] for it");
    row("ANNA DUPONT-MÜLLER", "[person 1]");
    row("Jean Le Goff and Le Goff", "[person 1] and [person 1]");
    row("Wei Li, Li Wei", "[person 1], [person 1]");
    row("merci anna", "merci [person 1]");
    row("@jean can you look", "@[person 1] can you look");
    row("signed in as adupont, then jlegoff2", "signed in as [person 1], then jlegoff2");
    row("Delete C:\\Use" "rs\\adupont\\AppData\\cache", "Delete C:\\Use" "rs\\[person 1]\\AppData\\cache");
    row("Bonjour Paul,\nvoici", "Bonjour [person 1],\nvoici");
    row("Dear Mrs. Marta O'Neil, hello", "Dear Mrs. [person 1], hello");
    row("Bonjour Madame Martin", "Bonjour Madame [person 1]");
    row("see with Mme Martin-Roy today", "see with Mme [person 1] today");
    row("Cordialement,\n\nPaul Martin\nReset the router", "Cordialement,\n\n[person 1]\nReset the router");
    row("Kind regards\nPaul", "Kind regards\n[person 1]");
    row("Bonjour Anna, merci", "Bonjour [person 1], merci");
    row("Hello Team,\nDear all,\nBonjour à tous", "Hello Team,\nDear all,\nBonjour à tous");
    row("Thanks\nRestart the Print Spooler now please", "Thanks\nRestart the Print Spooler now please");
    row("Open Windows Settings, then Network", "Open Windows Settings, then Network");
    row("un petit souci", "un petit souci");
    row("Annabelle and Jeanne", "Annabelle and Jeanne");
    row("", "");
    row("Restart the spooler, then print again.", "Restart the spooler, then print again.");
}

void TestArticleFromTicket::whatIdentifiesIsTakenOut()
{
    QFETCH(QString, text);
    const RedactedText result = redacted(text);
    QTEST(result.text, "expected");
    QVERIFY(isConsistent(result));
    QCOMPARE(original(result), text);
}

void TestArticleFromTicket::thePersonKeepsOnePlaceholderEverywhere()
{
    const RedactedText result = redacted(
        QStringLiteral("Anna Dupont-Müller (adupont, anna.d@example.org, "
                       "anna.dupont@example.com) and Anna Petit, jean.legoff@example.org"));
    QCOMPARE(result.text, QStringLiteral("[person 1] ([person 1], [person 1], [person 1]) and "
                                         "[person 2], [e-mail 1]"));
}

void TestArticleFromTicket::theSameThingKeepsItsPlaceholderOverMessages()
{
    Redactor redactor(people(), {});
    QCOMPARE(redactor.redact(QStringLiteral("SRV-FILES02 and SRV-FILES03")).text,
             QStringLiteral("[host 1] and [host 2]"));
    QCOMPARE(redactor.redact(QStringLiteral("srv-files03.lan and SRV-FILES02")).text,
             QStringLiteral("[host 3] and [host 1]"));
    QCOMPARE(redactor.redact(QStringLiteral("0142685300, 01 42 68 53 00")).text,
             QStringLiteral("[phone 1], [phone 1]"));
}

void TestArticleFromTicket::howSureItIsIsTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Certainty>("certainty");
    QTest::addColumn<SensitiveKind>("kind");
    const auto row = [](const char *text, Certainty certainty, SensitiveKind kind) {
        QTest::newRow(text) << QString::fromUtf8(text) << certainty << kind;
    };
    row("Anna Petit", Certainty::High, SensitiveKind::Name);
    row("Anna", Certainty::Medium, SensitiveKind::Name);
    row("salut anna", Certainty::Low, SensitiveKind::Name);
    row("adupont", Certainty::High, SensitiveKind::Name);
    row("x@example.org", Certainty::High, SensitiveKind::Email);
    row("01 42 68 53 00", Certainty::Medium, SensitiveKind::Phone);
    row("Password: hunter2", Certainty::High, SensitiveKind::Password);
    row("Password: click on the link", Certainty::Medium, SensitiveKind::Password);
}

void TestArticleFromTicket::howSureItIsIsTold()
{
    QFETCH(QString, text);
    const RedactedText result = redacted(text);
    QCOMPARE(result.redactions.size(), 1);
    QTEST(result.redactions.first().certainty, "certainty");
    QTEST(result.redactions.first().kind, "kind");
}

void TestArticleFromTicket::eachRedactionCanBeUndone()
{
    const QString text = QStringLiteral("Anna Petit on SRV-FILES02, Jean on SRV-FILES02");
    const RedactedText result = redacted(text);
    QCOMPARE(result.text, QStringLiteral("[person 1] on [host 1], [person 2] on [host 1]"));
    const RedactedText one = undone(result, 1);
    QCOMPARE(one.text, QStringLiteral("[person 1] on SRV-FILES02, [person 2] on [host 1]"));
    QVERIFY(isConsistent(one));
    QCOMPARE(original(one), text);
    const RedactedText alike = undoneAlike(result, 3);
    QCOMPARE(alike.text, QStringLiteral("[person 1] on SRV-FILES02, [person 2] on SRV-FILES02"));
    QVERIFY(isConsistent(alike));
    QCOMPARE(undone(result, 9), result);
    QCOMPARE(undoneAlike(result, -1), result);
    RedactedText all = result;
    while (!all.redactions.isEmpty())
        all = undone(all, 0);
    QCOMPARE(all.text, text);
}

void TestArticleFromTicket::anythingIsPutBackExactly()
{
    const QStringList bits{QStringLiteral("Anna"), QStringLiteral(" "), QStringLiteral("Dupont"),
                           QStringLiteral("\n"), QStringLiteral("|"), QStringLiteral("Password:"),
                           QStringLiteral("hunter2"), QStringLiteral("](https://a.example.org)"),
                           QStringLiteral("["), QStringLiteral("x@example.org"),
                           QStringLiteral("01 42 68 53 00"), QStringLiteral("`"),
                           QStringLiteral("C:\\Use" "rs\\"), QStringLiteral("[person 1]"),
                           QStringLiteral("-----BEGIN RSA PRIVATE KEY-----"),
                           QStringLiteral("Le Goff"), QStringLiteral("\t"), QStringLiteral("%1"),
                           QStringLiteral("merci "), QStringLiteral("\\\\nas2\\compta")};
    for (quint64 seed = 1; seed <= 1'000; ++seed) {
        SeededRng rng(seed);
        QString text;
        for (quint64 i = rng.below(12); i > 0; --i)
            text += bits.at(qsizetype(rng.below(quint64(bits.size()))));
        const RedactedText result = redacted(text);
        QVERIFY2(isConsistent(result), qPrintable(QString::number(seed)));
        QVERIFY2(original(result) == text, qPrintable(QString::number(seed)));
        QVERIFY2(!result.text.contains(QLatin1String("x@example.org")),
                 qPrintable(QString::number(seed) + QLatin1Char('\n') + text));
    }
}

void TestArticleFromTicket::aDraftHasItsThreePartsInOrder()
{
    DraftRequest made = request();
    made.messages = {
        {DraftPart::Fix, QStringLiteral("Redémarrer SRV-FILES02."), {}},
        {DraftPart::Problem, QStringLiteral("Bonjour, je suis Anna Petit."), {}},
        {DraftPart::Fix, QStringLiteral("Merci Anna Dupont !"), {}}};
    const ArticleDraft draft = articleFromTicket(made);
    QCOMPARE(draft.title.text, QStringLiteral("Le VPN d'[personne 1]"));
    QCOMPARE(draft.body.text,
             QStringLiteral("## Problème\n\nBonjour, je suis [personne 2].\n\n"
                            "## Cause\n\n(à compléter)\n\n"
                            "## Solution\n\nRedémarrer [machine 1].\n\nMerci [personne 1] !\n"));
    QVERIFY(!draft.cut);
    QCOMPARE(draft.body.redactions.size(), 3);
    QVERIFY(isConsistent(draft.body));
}

void TestArticleFromTicket::noMessageCanSwallowTheNextPart()
{
    DraftRequest made = request();
    made.messages = {{DraftPart::Problem, QStringLiteral("# Big\n## Second\n### Third\n"
                                                         "```\n# code stays\nstill open"), {}},
                     {DraftPart::Cause, QStringLiteral("~~~~\nopen too"), {}}};
    const QString body = articleFromTicket(made).body.text;
    QVERIFY(body.contains(QLatin1String("### Big\n### Second\n### Third\n```\n# code stays\n")));
    QVERIFY(body.contains(QLatin1String("still open\n```\n\n## Cause")));
    QVERIFY(body.contains(QLatin1String("open too\n~~~~\n\n## Solution")));
    const QList<Span> code = codeSpans(body);
    QVERIFY(!isWithin(code, body.indexOf(QLatin1String("## Solution"))));
}

void TestArticleFromTicket::picturesStandBehindTheirMessage()
{
    DraftRequest made = request();
    made.nothingYet.clear();
    made.messages = {{DraftPart::Problem, QStringLiteral("Look:"),
                      {{QStringLiteral("shot-1.png"), QStringLiteral("[x] of Anna Petit\nhere")},
                       {QStringLiteral("my (new) <shot>.png"), QString()}}}};
    QCOMPARE(articleFromTicket(made).body.text,
             QStringLiteral("## Problème\n\nLook:\n\n![(x) of [personne 2] here](shot-1.png)\n\n"
                            "![](<my (new) shot.png>)\n\n## Cause\n\n## Solution\n"));
}

void TestArticleFromTicket::messagesBeyondTheLimitAreTold()
{
    DraftRequest made = request();
    for (int i = 0; i <= knowledgelimits::kDraftMessages; ++i)
        made.messages.append({DraftPart::Fix, QStringLiteral("step"), {}});
    QVERIFY(articleFromTicket(made).cut);
    made.messages = {{DraftPart::Fix, QString(knowledgelimits::kDraftText + 1, QLatin1Char('x')),
                      {}}};
    QVERIFY(articleFromTicket(made).cut);
}

void TestArticleFromTicket::hostileTextsStayCheap()
{
    QList<KnownPerson> many;
    for (int i = 0; i < 2'000; ++i)
        many.append({QStringLiteral("Same Name"), {QStringLiteral("login")}, {}});
    Redactor redactor(many, {});
    const RedactedText named = redactor.redact(QStringLiteral("Same Name ").repeated(2'000));
    QVERIFY(named.redactions.size() >= 1);
    const RedactedText long1 = redactor.redact(QString(200'000, QLatin1Char('a')));
    QVERIFY(long1.redactions.isEmpty());
    QCOMPARE(original(redactor.redact(QString(100'000, QLatin1Char('\n')))).size(), 100'000);
    QCOMPARE(original(redactor.redact(QString(50'000, QLatin1Char('.')))).size(), 50'000);
}

QTEST_APPLESS_MAIN(TestArticleFromTicket)
#include "tst_articlefromticket.moc"
