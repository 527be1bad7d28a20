// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/text/checkdigits.h"
#include "core/text/sensitivetext.h"

#include <QTest>

using namespace vigie;

namespace {

SensitiveRules annasRules()
{
    SensitiveRules rules;
    rules.names = {QStringLiteral("Anna Dupont-Müller")};
    rules.logins = {QStringLiteral("adupont")};
    return rules;
}

/// "kind:text" for each hit, joined with " | ".
QString told(const QString &line, const SensitiveRules &rules)
{
    QStringList parts;
    const QList<SensitiveHit> hits = findSensitive(line, rules);
    for (const SensitiveHit &hit : hits)
        parts.append(reasonName(hit.kind) + QLatin1Char(':')
                     + line.mid(hit.span.begin, hit.span.end - hit.span.begin));
    return parts.join(QStringLiteral(" | "));
}

} // namespace

class TestSensitiveText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSensitiveIsFound_data();
    void whatIsSensitiveIsFound();
    void whatLooksSimilarIsLeftAlone_data();
    void whatLooksSimilarIsLeftAlone();
    void checkDigitsAreThoseOfTheStandards();
    void aSitePatternKnowsDigitsCharactersAndStars();
    void aVagueOrLongSitePatternIsRefused();
    void onlyAsManySitePatternsAreUsedAsTheLimitSays();
    void noLineMakesADetectorLookMoreThanSoOften_data();
    void noLineMakesADetectorLookMoreThanSoOften();
    void aSecretIsFoundAnywhereInAHugeLine();
    void aLabelAloneIsKnownAsOne();
};

void TestSensitiveText::whatIsSensitiveIsFound_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *line, const char *expected) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(expected);
    };
    row("Write to jean.dupont@example.fr, please", "email:jean.dupont@example.fr,");
    row("<j.o'neil+x@mail.example.co.uk>", "email:<j.o'neil+x@mail.example.co.uk>");
    row("jean.dupont@example. fr", "email:jean.dupont@example. fr");
    row("sofia lind@example.de", "email:sofia lind@example.de");
    row("Adresse :\tsofia lind@example.de", "email:sofia lind@example.de");
    row("jean. dupont@example.fr", "email:jean. dupont@example.fr");
    row("jean.dupont @example.fr", "email:jean.dupont @example.fr");
    row("jean.dupont©example.fr", "email:jean.dupont©example.fr");
    row("root@srv01", "email:root@srv01");
    row("mailto:a.b@example.org?subject=x", "email:mailto:a.b@example.org?subject=x");

    row("Tél : 01 42 68 53 00", "phone:01 42 68 53 00");
    row("01.42.68.53.00", "phone:01.42.68.53.00");
    row("06-12-34-56-78 (soir)", "phone:06-12-34-56-78");
    row("0142685300", "phone:0142685300");
    row("O1 42 68 53 OO", "phone:O1 42 68 53 OO");
    row("+33 (0)1 42 68 53 00", "phone:+33 (0)1 42 68 53 00");
    row("+33142685300", "phone:+33142685300");
    row("(+49) 30 1234567", "phone:(+49) 30 1234567");
    row("call +1 212-555-0187 now", "phone:+1 212-555-0187");
    row("(212) 555-0187", "phone:(212) 555-0187");
    row("212-555-0187", "phone:212-555-0187");
    row("0033 1 42 68 53 00", "phone:0033 1 42 68 53 00");
    row("020 7946 0958", "phone:020 7946 0958");
    row("Phone: 555 0187", "phone:555 0187");
    row("Telefon 030/1234567", "phone:030/1234567");
    row("Mobile:\t06 12 34 56 78", "phone:06 12 34 56 78");

    row("IBAN FR76 3000 6000 0112 3456 7890 189", "iban:FR76 3000 6000 0112 3456 7890 189");
    row("FR7630006000011234567890189", "iban:FR7630006000011234567890189");
    row("fr76 3000 6000 0112 3456 7890 189.", "iban:fr76 3000 6000 0112 3456 7890 189.");
    row("FR76 3O00 6000 0112 3456 7890 l89", "iban:FR76 3O00 6000 0112 3456 7890 l89");
    row("DE89370400440532013000", "iban:DE89370400440532013000");
    row("GB29 NWBK 6016 1331 9268 19", "iban:GB29 NWBK 6016 1331 9268 19");
    row("GB29NWBK601613319268 19 (main)", "iban:GB29NWBK601613319268 19");
    row("IBAN : FR76 3000 6000 0112 3456 7890 188", "iban:FR76 3000 6000 0112 3456 7890 188");

    row("Card 4970 1012 3456 7890?", "card:4970 1012 3456 7890?");
    row("4111 1111 1111 1111", "card:4111 1111 1111 1111");
    row("4111-1111-1111-1111", "card:4111-1111-1111-1111");
    row("4111111111111111", "card:4111111111111111");
    row("4lll 1111 1111 1111 exp 09/27", "card:4lll 1111 1111 1111");
    row("5555 5555 5555 4444", "card:5555 5555 5555 4444");
    row("3782 822463 10005", "card:3782 822463 10005");

    row("Server at 192.168.1.15 is down", "ip:192.168.1.15");
    row("https://10.20.30.40:8443/x", "ip:https://10.20.30.40:8443/x");
    row("192,168.1.l5", "ip:192,168.1.l5");
    row("10.0. 3.17", "ip:10.0. 3.17");
    row("10.0.0.0/24", "ip:10.0.0.0/24");
    row("fe80::1ff:fe23:4567:890a%eth0", "ip:fe80::1ff:fe23:4567:890a%eth0");
    row("[2001:db8:0:0:8d3:0:0:1]:443", "ip:[2001:db8:0:0:8d3:0:0:1]:443");
    row("fe80: :cba3:d61d", "ip:fe80: :cba3:d61d");
    row("2001:db8::8d3", "ip:2001:db8::8d3");

    row("https://intranet.example.fr/login", "host:https://intranet.example.fr/login");
    row("cannot reach files.corp.example.com.", "host:files.corp.example.com.");
    row("srv-print01.lan", "host:srv-print01.lan");
    row("SRV-FILES02 does not answer", "host:SRV-FILES02");
    row("DESKTOP-AB12CD3", "host:DESKTOP-AB12CD3");
    row("Host: web-7", "host:web-7");
    row("DESKTOP -MGALKR31", "host:DESKTOP -MGALKR31");
    row("see https: //intranet.example.fr/x", "host:https: //intranet.example.fr/x");
    row("Open \\\\nas2\\compta\\2026 now", "host:\\\\nas2\\compta\\2026");
    row("00:1A:2b:3C:4d:5E", "host:00:1A:2b:3C:4d:5E");
    row("00-1A-2B-3C-4D-5E", "host:00-1A-2B-3C-4D-5E");

    row("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "token:ghp_16C7e42F292c6912E7710c838347Ae178B4a");
    row("ghp 16C7e42F292c6912E77 10c838347Ae", "token:ghp 16C7e42F292c6912E77 10c838347Ae");
    row("use glpat-a1B2c3D4e5F6g7H8i9J0 here", "token:glpat-a1B2c3D4e5F6g7H8i9J0 here");
    row("AKIAIOSFODNN7EXAMPLE", "token:AKIAIOSFODNN7EXAMPLE");
    row("AKlAlOSFODNN7EXAMPLE", "token:AKlAlOSFODNN7EXAMPLE");
    row("AKIANJIIXSDWZVCOSSMJ", "token:AKIANJIIXSDWZVCOSSMJ");
    row("glpat-tttAfmFDVZtXesvQKbFb", "token:glpat-tttAfmFDVZtXesvQKbFb");
    row("glpat-WeFsOfFIMu7XfTwGCMOQ", "token:glpat-WeFsOfFIMu7XfTwGCMOQ");
    row("ey JhbGci0iJIUZI1NiJ9.eyJZdWIi", "token:ey JhbGci0iJIUZI1NiJ9.eyJZdWIi");
    row("xoxb-2401-2402-abc", "token:xoxb-2401-2402-abc");
    row("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "token:eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln");
    row("Authorization: Bearer 5fH2kQ9x", "token:5fH2kQ9x");
    row("https://x/?access_token=a81bc81b99", "token:https://x/?access_token=a81bc81b99");
    row("API key: 77f1 c2d9e8a1", "");
    row("API key: 77f1c2d9 e8a1", "token:77f1c2d9 e8a1");
    row("5f4dcc3b5aa765d61d8327deb882cf99", "token:5f4dcc3b5aa765d61d8327deb882cf99");
    row("wJalrXUtnFEMIK7MDENG8bPxRfiCYEX", "token:wJalrXUtnFEMIK7MDENG8bPxRfiCYEX");
    row("VK7JG-NPHTM-C97JM-9MPGT-3V66T", "token:VK7JG-NPHTM-C97JM-9MPGT-3V66T");
    row("-----BEGIN RSA PRIVATE KEY-----", "token:PRIVATE KEY-----");

    row("Password: hunter2", "password:hunter2");
    row("password=correct horse battery", "password:password=correct horse battery");
    row("Passw0rd : x7!k", "password:x7!k");
    row("Mot de passe : été2026", "password:été2026");
    row("Mot de passe Wi-Fi : soleil", "password:soleil");
    row("MDP: abc", "password:abc");
    row("Kennwort: Sommer", "password:Sommer");
    row("Passwort für anna: geheim", "password:geheim");
    row("PIN 4711", "password:4711");
    row("Code PIN :\t0420", "password:0420");
    row("Password:\thunter2\tChange", "password:hunter2");
    row("Mot de passe\tBla7!bla\tAnnuler", "password:Bla7!bla");
    row("Mot de passe\tkiwi !0261", "password:kiwi !0261");
    row("the password is sunshine", "password:sunshine");
    row("le mot de passe est soleil", "password:soleil");
    row("pwd Xy12", "password:Xy12");

    row("Hello Anna, how are you", "name:Anna,");
    row("ANNA DUPONT-MÜLLER", "name:ANNA DUPONT-MÜLLER");
    row("signed in as adupont", "name:adupont");
    row("C:\\Use" "rs\\jmartin\\Desktop", "name:C:\\Use" "rs\\jmartin\\Desktop");
    row("/ho" "me/jmartin/x.log", "name:/ho" "me/jmartin/x.log");
    row("CORP\\jmartin", "name:CORP\\jmartin");

    row("anna@example.org\t10.1.2.3", "email:anna@example.org | ip:10.1.2.3");
    row("Password: a b c anna@example.org", "password:a b c anna@example.org");
}

void TestSensitiveText::whatIsSensitiveIsFound()
{
    QFETCH(QString, line);
    QFETCH(QString, expected);
    QCOMPARE(told(line, annasRules()), expected);
}

void TestSensitiveText::whatLooksSimilarIsLeftAlone_data()
{
    QTest::addColumn<QString>("line");
    static constexpr const char *kLines[] = {
        "",
        " \t ",
        "Follow @vigie for news",
        "react@18.2.0",
        "3 @ 4 euros",
        "25.11.2026 22:01",
        "2026-11-25T22:01:48",
        "01/02/2026",
        "01-02-2026 10:11",
        "12:34:56",
        "Version 10.0.19045.3693",
        "Version 1.2.3.4",
        "v2.4.1.0",
        "Build 22621.2.0.1",
        "Chrome 119.0.6045.160",
        "127.0.0.1",
        "255.255.255.0",
        "300.1.2.3",
        "1.2.3",
        "Ticket 0012345678",
        "Order 20261125220148",
        "4111 1111 1111 1112",
        "1234 5678 9012 3456",
        "FR76 3000 6000 0112 3456 7890 188",
        "XX76 3000 6000 0112 3456 7890 189",
        "Error 0x80070005",
        "0x80070005 (E_ACCESSDENIED)",
        "HTTP 503",
        "System.IO.FileNotFoundException",
        "System.Net.Http",
        "java.lang.NullPointerException",
        "std::vector::at",
        "report.pdf",
        "vigie.exe",
        "main.py",
        "ASP.NET",
        "finished.It was late",
        "100 000 000",
        "1 234 567,89",
        "50 %",
        "Page 12 of 340",
        "{3F2504E0-4F89-11D3-9A0C-0305E82C3301}",
        "48F2504E0-4F89-11D3-0A0C-0305E82C3301}",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "InvalidOperationExceptionHandler2024Factory",
        "my-long-service-name-2026-production-01",
        "Forgot your password?",
        "Mot de passe oublié ?",
        "Password must contain 8 characters",
        "Password: required",
        "Password: ••••••••",
        "Password: ********",
        "Password is incorrect",
        "Le mot de passe est incorrect",
        "Enter your password",
        "Change password…",
        "Kennwort vergessen",
        "Pinned items",
        "Opinion 1234",
        "passenger list 2026",
        "Token expired",
        "Secret Santa 2026",
        "sk-learn 1.2",
        ("C:\\Use" "rs\\Public\\Documents"),
        "HKLM\\software",
        "C:\\Windows\\System32",
        "and/or",
        "annals of anna",
        "a long sentence of ordinary words, which says nothing that anybody could mind.",
        "Le fichier est introuvable. Vérifiez le nom et réessayez.",
    };
    for (const char *line : kLines)
        QTest::newRow(line) << QString::fromUtf8(line);
}

void TestSensitiveText::whatLooksSimilarIsLeftAlone()
{
    QFETCH(QString, line);
    QCOMPARE(told(line, annasRules()), QString());
}

void TestSensitiveText::checkDigitsAreThoseOfTheStandards()
{
    QVERIFY(passesLuhn(u"79927398713"));
    QVERIFY(!passesLuhn(u"79927398710"));
    QVERIFY(!passesLuhn(u""));
    QVERIFY(passesMod97(u"GB82WEST12345698765432"));
    QVERIFY(!passesMod97(u"GB82WEST12345698765431"));
    QVERIFY(!passesMod97(u"GB82 WEST"));
    QCOMPARE(ibanLength(u"FR"), 27);
    QCOMPARE(ibanLength(u"NO"), 15);
    QCOMPARE(ibanLength(u"MT"), 31);
    QCOMPARE(ibanLength(u"ZZ"), 0);
    QVERIFY(isCardRange(u"4111111111111111"));
    QVERIFY(!isCardRange(u"41111111111111"));
    QVERIFY(!isCardRange(u"9111111111111111"));
}

void TestSensitiveText::aSitePatternKnowsDigitsCharactersAndStars()
{
    SensitiveRules rules;
    for (const QString &text : {QStringLiteral("KD-######"), QStringLiteral("Projekt *-X"),
                                QStringLiteral("dos?ier secret")}) {
        const Result<SitePattern> pattern = SitePattern::parse(text);
        QVERIFY(pattern);
        rules.sitePatterns.append(*pattern);
    }
    QCOMPARE(told(QStringLiteral("see kd-123456 and KD-12345"), rules),
             QStringLiteral("site:kd-123456"));
    QCOMPARE(told(QStringLiteral("our projekt adler-7-x starts"), rules),
             QStringLiteral("site:projekt adler-7-x"));
    QCOMPARE(told(QStringLiteral("projekt adler - x"), rules), QString());
    QCOMPARE(told(QStringLiteral("Dossier  secret, DOSSIER SECRET"), rules),
             QStringLiteral("site:DOSSIER SECRET"));
}

void TestSensitiveText::aVagueOrLongSitePatternIsRefused()
{
    for (const QString &text : {QString(), QStringLiteral("ab*"), QStringLiteral("*abc"),
                                QStringLiteral("??????")})
        QCOMPARE(SitePattern::parse(text).error().code, ErrorCode::Invalid);
    const QString longest(limits::kSitePatternLength, QLatin1Char('a'));
    QVERIFY(SitePattern::parse(longest));
    QCOMPARE(SitePattern::parse(longest + QLatin1Char('a')).error().code, ErrorCode::TooLarge);
}

void TestSensitiveText::onlyAsManySitePatternsAreUsedAsTheLimitSays()
{
    SensitiveRules rules;
    for (int i = 0; i <= limits::kSitePatterns; ++i)
        rules.sitePatterns.append(*SitePattern::parse(QStringLiteral("site%1x").arg(i)));
    QCOMPARE(told(QStringLiteral("site0x site%1x").arg(limits::kSitePatterns), rules),
             QStringLiteral("site:site0x"));
}

void TestSensitiveText::noLineMakesADetectorLookMoreThanSoOften_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece :
         {"a", "1", "1 ", "1.", "a@", "@", ".", "::", "1:", "a.b", "password:", "pass ", "eyJ",
          "eyJa1", "ghp_", "FR76", "FR76 ", "+1 ", "(1) ", "\\\\", "A-", "AAAAA-", "users\\a", "|",
          "l1 ", "token=", "is ", "=", "x7!", "\t", "kd-1"})
        QTest::newRow(piece) << QString::fromUtf8(piece);
}

/// The proof of linear time: looks at characters for each character of the line are bounded, and
/// ten times the line takes no more of them.
void TestSensitiveText::noLineMakesADetectorLookMoreThanSoOften()
{
    QFETCH(QString, piece);
    SensitiveRules rules = annasRules();
    rules.sitePatterns.append(*SitePattern::parse(QStringLiteral("kd-*")));
    const auto looksPerCharacter = [&](qsizetype size) {
        const ScanLine line(piece.repeated(size / piece.size() + 1));
        (void)findSensitive(line, rules);
        return double(line.looks()) / double(line.size());
    };
    const double small = looksPerCharacter(1'000);
    const double large = looksPerCharacter(10'000);
    QVERIFY2(large < 400, qPrintable(QString::number(large)));
    QVERIFY2(large < small * 1.1, qPrintable(QString::number(large / small)));
}

void TestSensitiveText::aSecretIsFoundAnywhereInAHugeLine()
{
    const QString filler = QStringLiteral("nothing 1 to (2) see ");
    const QString line = filler.repeated(2500) + QStringLiteral("anna@example.org ")
        + filler.repeated(2500) + QStringLiteral("10.1.2.3");
    QVERIFY(line.size() > 100'000);
    QCOMPARE(told(line, {}), QStringLiteral("email:anna@example.org | ip:10.1.2.3"));
}

void TestSensitiveText::aLabelAloneIsKnownAsOne()
{
    for (const char *label : {"Password", "Password:", "Mot de passe *", "Nouveau mot de passe :",
                              "PIN", "Your password"})
        QVERIFY2(isSecretLabel(QString::fromUtf8(label)), label);
    for (const char *other : {"", "User name", "Password forgotten", "Enter your new password here",
                              "Password: x"})
        QVERIFY2(!isSecretLabel(QString::fromUtf8(other)), other);
    QVERIFY(maySecretBe(QStringLiteral("hunter2")));
    QVERIFY(!maySecretBe(QStringLiteral("•••••")));
    QVERIFY(!maySecretBe(QStringLiteral("eeeeee")));
    QVERIFY(!maySecretBe(QStringLiteral("Forgotten?")));
}

QTEST_APPLESS_MAIN(TestSensitiveText)
#include "tst_sensitivetext.moc"
