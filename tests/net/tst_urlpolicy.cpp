// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/urlpolicy.h"

#include <QTest>

using namespace vigie;

class TestUrlPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatPeopleTypeBecomesAnAddress_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("completed");
        const auto row = [](const char *name, const char *typed, const char *completed) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(completed);
        };
        row("host", "helpdesk", "https://helpdesk:8642");
        row("spaces around", "  helpdesk.example.org ", "https://helpdesk.example.org:8642");
        row("port", "helpdesk:9000", "https://helpdesk:9000");
        row("scheme", "https://helpdesk", "https://helpdesk:8642");
        row("scheme, port, slash", "https://helpdesk:443/", "https://helpdesk:443");
        row("upper case", "HTTPS://HelpDesk", "https://helpdesk:8642");
        row("IPv4", "127.0.0.1:1234", "https://127.0.0.1:1234");
        row("bare IPv6", "::1", "https://[::1]:8642");
        row("IPv6 with port", "[::1]:1234", "https://[::1]:1234");
        row("letters beyond ASCII", "büro.example", "https://xn--bro-hoa.example:8642");
    }
    void whatPeopleTypeBecomesAnAddress()
    {
        QFETCH(QString, typed);
        QFETCH(QString, completed);
        const Result<QUrl> url = net::completeServerAddress(typed, 8642);
        QVERIFY2(url.has_value(), qPrintable(url ? QString() : url.error().detail));
        QCOMPARE(url->toString(QUrl::FullyEncoded), completed);
    }

    void dangerousAddressesAreRefused_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed :
             {"", "   ", "http://helpdesk", "ftp://helpdesk", "file:///etc/passwd",
              "https://anna:secret@helpdesk", "anna@helpdesk", "https://good.example@evil.example",
              "https://good.example\\@evil.example", "helpdesk/path", "https://helpdesk/a?b=c",
              "https://helpdesk#x", "help desk", "help\ndesk", "helpdesk:0", "helpdesk:70000",
              "helpdesk:port", "https://", "%68elpdesk", "<b>helpdesk</b>", "javascript:alert(1)",
              "https:///helpdesk"})
            QTest::addRow("%s", typed) << QString::fromUtf8(typed);
    }
    void dangerousAddressesAreRefused()
    {
        QFETCH(QString, typed);
        const Result<QUrl> url = net::completeServerAddress(typed, 8642);
        QVERIFY2(!url, qPrintable(url ? url->toString() : QString()));
        QCOMPARE(url.error().code, ErrorCode::Invalid);
    }

    void lookAlikeLettersAreShownForWhatTheyAre()
    {
        // The first letter is Cyrillic.
        const Result<QUrl> url = net::completeServerAddress(QString::fromUtf8("аpple.com"), 8642);
        QVERIFY(url.has_value());
        QCOMPARE(net::shownAddress(*url, 8642), QStringLiteral("xn--pple-43d.com"));
        QCOMPARE(net::shownAddress(QUrl(QStringLiteral("https://helpdesk:443")), 8642),
                 QStringLiteral("helpdesk:443"));
    }

    void plainHttpIsForThisMachineOnly()
    {
        QVERIFY(net::checkRequestUrl(QUrl(QStringLiteral("https://helpdesk:1/v1"))).has_value());
        QVERIFY(net::checkRequestUrl(QUrl(QStringLiteral("http://localhost:1/"))).has_value());
        QVERIFY(net::checkRequestUrl(QUrl(QStringLiteral("http://127.0.0.1:1/"))).has_value());
        QVERIFY(net::checkRequestUrl(QUrl(QStringLiteral("http://[::1]:1/"))).has_value());
        for (const char *bad : {"http://helpdesk/", "http://127.0.0.1.evil.example/",
                                "https://anna@helpdesk/", "ftp://localhost/", "//localhost/"})
            QVERIFY2(!net::checkRequestUrl(QUrl(QString::fromLatin1(bad))), bad);
    }
};

QTEST_GUILESS_MAIN(TestUrlPolicy)
#include "tst_urlpolicy.moc"
