// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/model/codec.h"
#include "tests/support/samplereceipt.h"

#include <QTest>

using namespace vigie;

namespace {

/// A seal of the right form; what is in it does not count here.
ReceiptSeal shaped(const QString &text)
{
    return {text, QString::fromLatin1(QByteArray(32, 'k').toBase64()),
            QString::fromLatin1(QByteArray(64, 's').toBase64())};
}

ReceiptSeal sampleSeal()
{
    return shaped(receiptText(sampleStatement()));
}

} // namespace

/// The text that is signed, and the files that carry it.
class TestReceipt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSignedTextIsWhatItsDescriptionSays()
    {
        // Byte for byte: whoever has to change this test makes another version of the format.
        QCOMPARE(receiptText(sampleStatement()).toUtf8(),
                 QByteArray("vigie-receipt-1\n"
                            "server: Desk of “Œuvre & Co”\n"
                            "ticket: 0199edbf-e7e8-7000-8c0e-9c5234fc32aa\n"
                            "number: 1042\n"
                            "title: It prints <td>&amp;</td> \"boxes\"\n"
                            "requester: 0199edbf-e7e8-7000-8c0e-9c5234fc32ab\n"
                            "name: Zoë Łuk\n"
                            "written: 2026-07-14T09:12:33.123Z\n"
                            "received: 2026-07-14T10:12:33.456Z\n"
                            "sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"));
        const auto read = statementFrom(receiptText(sampleStatement()));
        QVERIFY(read);
        QCOMPARE(*read, sampleStatement());
    }

    void noValueCanMakeALineOfItsOwn()
    {
        ReceiptStatement statement = sampleStatement();
        statement.title = QStringLiteral("a\nnumber: 7\r\n b\u0085c\u2028d\u2029e") + QChar(0)
            + QStringLiteral("\x01 \ufeff f") + QChar(0xd800) + QLatin1Char(' ');
        statement.requesterName = QStringLiteral("\n\n");
        const QString text = receiptText(statement);
        QCOMPARE(text.count(QLatin1Char('\n')), 10);
        const auto read = statementFrom(text);
        QVERIFY2(read, qPrintable(text));
        QVERIFY(read->title.startsWith(QStringLiteral("a number: 7 b c d e f")));
        QCOMPARE(read->requesterName, QString());
        QCOMPARE(read->number, 1042);
        QCOMPARE(receiptText(*read), text);
    }

    void everythingAPersonMayWriteFits()
    {
        ReceiptStatement statement = sampleStatement();
        statement.title = QString(limits::kTitleLength, QChar(0x4e16));
        statement.server = statement.requesterName = QString(limits::kNameLength, QChar(0x4e16));
        statement.number = 9'007'199'254'740'991;
        statement.writtenAt = statement.receivedAt = 253'402'300'799'999;
        const auto read = statementFrom(receiptText(statement));
        QVERIFY(read);
        QCOMPARE(*read, statement);
    }

    void aTextHasOneSpelling_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const auto row = [](const char *name, const char *from, const char *to) {
            QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to);
        };
        row("version", "vigie-receipt-1", "vigie-receipt-2");
        row("line end", "\n", "\r\n");
        row("key", "number:", "Number:");
        row("space", "number: ", "number:  ");
        row("leading zero", "number: 1042", "number: 01042");
        row("no number", "number: 1042", "number: 0");
        row("minus", "number: 1042", "number: -1");
        row("id in capitals", "0199edbf", "0199EDBF");
        row("no id", "0199edbf", "x199edbf");
        row("braces", "ticket: 0199edbf-e7e8-7000-8c0e-9c5234fc32aa",
            "ticket: {0199edbf-e7e8-7000-8c0e-9c5234fc32aa}");
        row("offset", "33.123Z", "33.123+00:00");
        row("no milliseconds", "33.123Z", "33Z");
        row("no such day", "2026-07-14T09", "2026-02-30T09");
        row("hash in capitals", "sha256: a", "sha256: A");
        row("short hash", "sha256: a", "sha256: ");
        row("two spaces", "It prints", "It  prints");
        row("missing line", "name: Zoë Łuk\n", "");
        row("line more", "name: Zoë Łuk\n", "name: Zoë Łuk\nvip: yes\n");
        row("no server", "server: Desk of “Œuvre & Co”", "server: ");
        row("in front", "vigie-receipt-1", "\nvigie-receipt-1");
        row("behind", "aaaa\n", "aaaa\n\n");
        row("no last line end", "aaaa\n", "aaaa");
        row("too long", "It prints", qPrintable(QString(3'000, QLatin1Char('x'))));
        row("nothing", "", "");
    }

    void aTextHasOneSpelling()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QString text = receiptText(sampleStatement());
        if (from.isEmpty())
            text.clear();
        else
            text.replace(from, to);
        QVERIFY(text != receiptText(sampleStatement()));
        QVERIFY(!statementFrom(text));
    }

    void aSealOfTheWrongFormIsNone_data()
    {
        QTest::addColumn<ReceiptSeal>("seal");
        const ReceiptSeal good = sampleSeal();
        const auto key = [&](const QString &value) { return ReceiptSeal{good.text, value, good.signature}; };
        const auto signature = [&](const QString &value) { return ReceiptSeal{good.text, good.key, value}; };
        const QString bytes65 = QString::fromLatin1(QByteArray(65, 's').toBase64());
        QTest::newRow("none") << ReceiptSeal();
        QTest::newRow("no key") << key({});
        QTest::newRow("no signature") << signature({});
        QTest::newRow("short signature") << signature(good.signature.chopped(4));
        QTest::newRow("long signature") << signature(bytes65);
        QTest::newRow("no base64") << signature(QStringLiteral("!") + good.signature.mid(1));
        QTest::newRow("url base64") << signature(QStringLiteral("-_") + good.signature.mid(2));
        QTest::newRow("no padding") << signature(good.signature.chopped(2));
        QTest::newRow("white space") << signature(good.signature + QLatin1Char('\n'));
        QTest::newRow("unused bits") << key(good.key.chopped(2) + QStringLiteral("t="));
        QTest::newRow("other letters") << key(QStringLiteral("é") + good.key.mid(1));
        QTest::newRow("no text") << shaped({});
        QTest::newRow("other text") << shaped(QStringLiteral("hello\n"));
    }

    void aSealOfTheWrongFormIsNone()
    {
        QFETCH(ReceiptSeal, seal);
        QVERIFY(statementOf(sampleSeal()));
        QVERIFY(!statementOf(seal));
    }

    void theFingerprintIsThatOfTheKeyAsOpensslWritesIt()
    {
        // openssl pkey -pubin -outform DER | sha256sum, for the first key of RFC 8032, 7.1.
        const QByteArray key = QByteArray::fromHex(
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        QCOMPARE(receiptKeyFingerprint(key), QStringLiteral("06:E3:FD:8F:DA:29:BB:60:AB:59:55:7D:E6:1E:DB:0A:EC:DB:23:11:34:BE:30:E7:5B:45:5F:8E:1B:79:2F:A9"));
        QCOMPARE(receiptKeyFingerprint(key.left(31)), QString());
    }

    void aSealTravelsWithItsMessage()
    {
        Message message;
        message.id = MessageId::fromStored(sampleStatement().ticket.text());
        message.ticket = sampleStatement().ticket;
        message.author = sampleStatement().requester;
        message.kind = MessageKind::Report;
        QVERIFY(!codec::toJson(message).contains(QLatin1String("seal")));
        message.seal = sampleSeal();
        const auto read = codec::messageFrom(codec::toJson(message));
        QVERIFY(read);
        QCOMPARE(*read, message);
        // A bad one costs the signature, not the message; a huge one is nobody's.
        message.seal.signature = QStringLiteral("???");
        QVERIFY(codec::messageFrom(codec::toJson(message)));
        message.seal.text = QString(10'000, QLatin1Char('x'));
        QVERIFY(!codec::messageFrom(codec::toJson(message)));
    }

    void aFileIsReadAsItWasWritten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const ReceiptSheet sheet = sampleSheet(sampleSeal());
        const QByteArray text = sheet.toText().toUtf8();
        QByteArray windows = text;
        windows.replace("\n", "\r\n");
        QTest::newRow("text") << text;
        QTest::newRow("page") << sheet.toHtml().toUtf8();
        QTest::newRow("line ends of Windows") << windows;
        QTest::newRow("byte order mark") << "\xef\xbb\xbf" + text;
        QTest::newRow("an editor's new line") << text + "\n";
    }

    void aFileIsReadAsItWasWritten()
    {
        QFETCH(QByteArray, bytes);
        const auto file = readReceiptFile(bytes);
        QVERIFY2(file, file ? "" : qPrintable(toLog(file.error())));
        QCOMPARE(file->statement, sampleStatement());
        QCOMPARE(file->seal, sampleSeal());
        QCOMPARE(file->wrongRow, 0);
        QVERIFY(!file->foreignParts);
    }

    void aValueThatIsNotTheSignedOneIsNoticed_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("wrong");
        const QStringList values = receiptValues(sampleStatement(), sampleSeal());
        for (int row = 0; row < values.size(); ++row) {
            QString other = values.at(row);
            other[0] = other.at(0) == QLatin1Char('1') ? u'3' : u'1';
            QTest::addRow("row %d", row + 1) << row << other << row + 1;
            QTest::addRow("row %d, nothing", row + 1) << row << QString() << row + 1;
        }
        QTest::newRow("a second later")
            << 4 << receiptTime(sampleStatement().receivedAt + 1'000) << 5;
        QTest::newRow("the other time") << 4 << values.at(3) << 5;
        QTest::newRow("another zone's time") << 3 << QStringLiteral("2026-07-14 14:42:33 +05:30") << 0;
        QTest::newRow("another zone's wrong time")
            << 3 << QStringLiteral("2026-07-14 14:42:33 +05:00") << 4;
        QTest::newRow("no offset") << 3 << QStringLiteral("2026-07-14 09:12:33") << 4;
        QTest::newRow("words behind") << 3 << QStringLiteral("2026-07-14 09:12:33 +00:00 or so") << 4;
    }

    void aValueThatIsNotTheSignedOneIsNoticed()
    {
        QFETCH(int, row);
        QFETCH(QString, value);
        QFETCH(int, wrong);
        ReceiptSheet sheet = sampleSheet(sampleSeal());
        sheet.rows[row].value = value;
        for (const QString &form : {sheet.toText(), sheet.toHtml()}) {
            const auto file = readReceiptFile(form.toUtf8());
            QVERIFY(file);
            QCOMPARE(file->wrongRow, wrong);
        }
    }

    void valuesAreNeitherAddedNorLeftOut()
    {
        ReceiptSheet more = sampleSheet(sampleSeal());
        more.rows.append({QStringLiteral("Priority"), QStringLiteral("1")});
        ReceiptSheet fewer = sampleSheet(sampleSeal());
        fewer.rows.removeLast();
        for (const QString &form : {more.toText(), more.toHtml()})
            QCOMPARE(readReceiptFile(form.toUtf8())->wrongRow, 10);
        for (const QString &form : {fewer.toText(), fewer.toHtml()})
            QCOMPARE(readReceiptFile(form.toUtf8())->wrongRow, 9);
    }

    void aPageWithOtherPartsIsNoticed_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("hidden table") << "<table>" << "<table hidden>";
        QTest::newRow("comment") << "<table>" << "<!-- x --><table>";
        QTest::newRow("style") << "</head>" << "<style>td{display:none}</style></head>";
        QTest::newRow("script") << "</body>" << "<script>1</script></body>";
        QTest::newRow("picture") << "<h1>" << "<img src='x'><h1>";
        QTest::newRow("open end") << "</html>" << "<";
    }

    void aPageWithOtherPartsIsNoticed()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QString page = sampleSheet(sampleSeal()).toHtml();
        QVERIFY(page.contains(from));
        const auto file = readReceiptFile(page.replace(from, to).toUtf8());
        QVERIFY(file);
        QVERIFY(file->foreignParts);
    }

    void whereverAFileIsCutItIsExplained()
    {
        const ReceiptSheet sheet = sampleSheet(sampleSeal());
        for (const QByteArray &whole : {sheet.toText().toUtf8(), sheet.toHtml().toUtf8()}) {
            const qsizetype end = whole.indexOf("-----END VIGIE RECEIPT-----") + 27;
            for (qsizetype size = 0; size < end; ++size) {
                const auto file = readReceiptFile(whole.left(size));
                QVERIFY2(!file, whole.left(size).constData());
                QVERIFY(!file.error().detail.isEmpty());
                QVERIFY(file.error().code == ErrorCode::NotFound
                        || file.error().code == ErrorCode::StoreCorrupt);
            }
        }
    }

    void whatIsNoReceiptIsExplained_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const QByteArray text = sampleSheet(sampleSeal()).toText().toUtf8();
        const QByteArray page = sampleSheet(sampleSeal()).toHtml().toUtf8();
        const int none = int(ErrorCode::NotFound);
        const int damaged = int(ErrorCode::StoreCorrupt);
        QTest::newRow("empty") << QByteArray() << none;
        QTest::newRow("unsigned text") << sampleSheet({}).toText().toUtf8() << none;
        QTest::newRow("unsigned page") << sampleSheet({}).toHtml().toUtf8() << none;
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) << none;
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe-\0-\0", 6) << none;
        QTest::newRow("huge") << QByteArray(limits::kReceiptFileBytes + 1, '-')
                              << int(ErrorCode::TooLarge);
        QTest::newRow("huge table") << "<!DOCTYPE html>" + QByteArray("<td></td>").repeated(20'000)
                                    << none;
        QTest::newRow("twice") << text + text << damaged;
        QTest::newRow("two pages") << page + page << int(ErrorCode::Bug);
        QTest::newRow("end before the beginning")
            << QByteArray("-----END VIGIE RECEIPT-----\n-----BEGIN VIGIE RECEIPT-----\n") << damaged;
        QTest::newRow("nothing between")
            << QByteArray("-----BEGIN VIGIE RECEIPT-----\n-----END VIGIE RECEIPT-----\n") << damaged;
        QTest::newRow("empty block") << QByteArray("<!DOCTYPE html><pre>\n</pre>") << damaged;
    }

    void whatIsNoReceiptIsExplained()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        const auto file = readReceiptFile(bytes);
        if (code == int(ErrorCode::Bug)) { // readable, but not what a receipt looks like
            QVERIFY(file);
            QVERIFY(file->wrongRow > 0 && file->foreignParts);
            return;
        }
        QVERIFY(!file);
        QCOMPARE(int(file.error().code), code);
        QVERIFY(!file.error().detail.isEmpty());
    }

    void theTimeSaysItsOffset()
    {
        const QString shown = receiptTime(1'784'020'353'123);
        QCOMPARE(shown.size(), 26);
        QCOMPARE(shown.right(6), QStringLiteral("+00:00")); // tests run in UTC
        QCOMPARE(shown, QStringLiteral("2026-07-14 09:12:33 +00:00"));
    }
};

QTEST_APPLESS_MAIN(TestReceipt)
#include "tst_receipt.moc"
