// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/receiptkeyfile.h"
#include "app/server/desk/clerk.h"
#include "tests/server/world.h"
#include "tests/support/samplereceipt.h"

using namespace vigie;
using namespace vigie::server;

namespace {

/// A signer whose library has gone bad.
class BrokenSigner final : public ReceiptSigner
{
public:
    [[nodiscard]] Result<ReceiptSeal> sign(const QString &) const override
    {
        return fail(ErrorCode::Bug, QStringLiteral("no entropy"));
    }
};

Message reportOf(const Actress &reader, const QString &feed, const Op &op)
{
    const auto *create = std::get_if<CreateTicket>(&op.payload);
    const auto message = codec::messageFrom(
        reader.row(feed, QStringLiteral("message"), create->message.text()));
    return message.value_or(Message());
}

ReceiptSeal sampleSeal()
{
    return fixedReceiptKey().sign(receiptText(sampleStatement())).value_or(ReceiptSeal());
}

} // namespace

/// What is signed when a report is received, and what the signature is worth.
class TestReceipts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSignatureIsEd25519()
    {
        // RFC 8032, section 7.1, test 1.
        const auto key = ReceiptKey::fromSeed(QByteArray::fromHex(
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        QVERIFY(key);
        QCOMPARE(key->publicKey().toHex(),
                 QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        const auto seal = key->sign(QString());
        QVERIFY(seal);
        QCOMPARE(QByteArray::fromBase64(seal->signature.toLatin1()).toHex(),
                 QByteArray("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb88215"
                            "90a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"));
        QVERIFY(isSound(*seal));
    }

    void aKeyComesBackFromItsPem()
    {
        const auto made = ReceiptKey::make();
        const auto other = ReceiptKey::make();
        QVERIFY(made && other);
        QVERIFY(made->publicKey() != other->publicKey());
        const auto pem = made->toPem();
        QVERIFY(pem);
        const auto again = ReceiptKey::fromPem(*pem);
        QVERIFY(again);
        QCOMPARE(again->publicKey(), made->publicKey());
        const QByteArray published = "fingerprint: x\n" + publicPem(made->publicKey());
        QCOMPARE(publicKeyFromPem(published).value_or(QByteArray()), made->publicKey());
        QVERIFY(!publicKeyFromPem(*pem)); // the secret is no public key
        QVERIFY(!publicKeyFromPem("hello"));
        QVERIFY(!ReceiptKey::fromPem(published));
        QVERIFY(!ReceiptKey::fromPem({}));
        QVERIFY(!ReceiptKey::fromSeed(QByteArray(31, 'k')));
        QCOMPARE(publicPem("short"), QByteArray());
    }

    void theKeyFileIsMadeOnceForItsOwnerOnly()
    {
        QTemporaryDir folder;
        QCOMPARE(openReceiptKey(folder.path()).error().code, ErrorCode::NotFound);
        const auto made = openOrCreateReceiptKey(folder.path());
        QVERIFY(made);
        QCOMPARE(QFile::permissions(receiptKeyPath(folder.path()))
                     & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        const auto again = openOrCreateReceiptKey(folder.path());
        QVERIFY(again);
        QCOMPARE(again->publicKey(), made->publicKey());

        QTemporaryDir copy;
        QVERIFY(copyReceiptKey(copy.path(), folder.path())); // nothing to copy
        QVERIFY(copyReceiptKey(folder.path(), copy.path()));
        QCOMPARE(openReceiptKey(copy.path())->publicKey(), made->publicKey());

        QFile file(receiptKeyPath(folder.path()));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("-----BEGIN PRIVATE KEY-----\n");
        file.close();
        const auto damaged = openOrCreateReceiptKey(folder.path());
        QVERIFY(!damaged);
        QCOMPARE(damaged.error().code, ErrorCode::StoreCorrupt);
        QVERIFY(damaged.error().detail.contains(QStringLiteral("backup")));
        QVERIFY(QFile::exists(receiptKeyPath(folder.path())));
    }

    void aReportWrittenOfflineIsSignedWithBothTimes()
    {
        World w;
        World::must(w.desk->setName(QStringLiteral("The desk")));
        const auto ticket = w.ids.make<TicketId>();
        CreateTicket create = w.report(w.anna, QStringLiteral("  The   printer\tbeeps "));
        create.kit.facts.insert(QStringLiteral("host"), QStringLiteral("anna-laptop"));
        create.kit.liveUntil = w.clock.at + 10 * 86'400'000LL; // the server will shorten it
        const qint64 writtenAt = w.clock.at;
        const Op op = w.op(w.anna, ticket, create);
        // What her own device shows meanwhile: the same content, and no signature.
        ApplyContext offline;
        offline.actor = actorOf(w.anna.person);
        offline.now = op.writtenAt;
        const Outcome shown = vigie::apply({}, op, offline);
        QCOMPARE(shown.messages.size(), 1);
        QVERIFY(shown.messages.first().seal.isEmpty());

        w.clock.at += 3 * 86'400'000LL; // three days in the outbox
        QCOMPARE(w.send(w.anna, op).status, wire::OpStatus::Applied);
        const qint64 receivedAt = w.clock.at;
        w.pull(w.anna);
        const QString own = personFeed(w.anna.person.id);
        const Message report = reportOf(w.anna, own, op);
        const auto statement = statementOf(report.seal);
        QVERIFY2(statement, statement ? "" : qPrintable(toLog(statement.error())));
        QVERIFY(isSound(report.seal));
        QCOMPARE(QByteArray::fromBase64(report.seal.key.toLatin1()), fixedReceiptKey().publicKey());
        QCOMPARE(statement->server, QStringLiteral("The desk"));
        QCOMPARE(statement->ticket, ticket);
        QCOMPARE(statement->number, 1);
        QCOMPARE(statement->title, QStringLiteral("The printer beeps"));
        QCOMPARE(statement->requester, w.anna.person.id);
        QCOMPARE(statement->requesterName, QStringLiteral("anna"));
        QCOMPARE(statement->writtenAt, writtenAt);
        QCOMPARE(statement->receivedAt, receivedAt);
        QCOMPARE(statement->sha256, contentHash(shown.state.ticket, shown.messages.first().attachments));
        const auto here =
            codec::ticketFrom(w.anna.row(own, QStringLiteral("ticket"), ticket.text()));
        QVERIFY(here);
        QCOMPARE(contentHash(*here, report.attachments), statement->sha256);
        // The agent has the same.
        w.pull(w.ada);
        QCOMPARE(reportOf(w.ada, queueFeed(w.front.id), op).seal, report.seal);
    }

    void whatIsChangedLaterDoesNotTouchTheSignature()
    {
        World w;
        const Op op = w.op(w.anna, w.ids.make<TicketId>(), w.report(w.anna));
        QCOMPARE(w.send(w.anna, op).status, wire::OpStatus::Applied);
        w.pull(w.anna);
        const QString own = personFeed(w.anna.person.id);
        const ReceiptSeal before = reportOf(w.anna, own, op).seal;
        QCOMPARE(w.send(w.ada, op.ticket,
                        SetField{QStringLiteral("title"), QStringLiteral("Printer 3 beeps")})
                     .status,
                 wire::OpStatus::Applied);
        const auto reply = w.words(QStringLiteral("Coming"));
        QCOMPARE(w.send(w.ada, op.ticket, reply).status, wire::OpStatus::Applied);
        QVERIFY(w.pull(w.anna) > 0);
        QCOMPARE(w.ticket(op.ticket).title, QStringLiteral("Printer 3 beeps"));
        QCOMPARE(reportOf(w.anna, own, op).seal, before);
        // Only reports are received; a reply needs no receipt.
        QVERIFY(!w.anna.row(own, QStringLiteral("message"), reply.message.text())
                     .contains(QLatin1String("seal")));
    }

    void askingAgainSignsNothingAnew()
    {
        World w;
        const Op op = w.op(w.anna, w.ids.make<TicketId>(), w.report(w.anna));
        QCOMPARE(w.send(w.anna, op).status, wire::OpStatus::Applied);
        w.clock.at += 60'000;
        QCOMPARE(w.send(w.anna, op).status, wire::OpStatus::Duplicate);
        w.pull(w.anna);
        const auto statement =
            statementOf(reportOf(w.anna, personFeed(w.anna.person.id), op).seal);
        QVERIFY(statement);
        QVERIFY(statement->receivedAt < w.clock.at - 30'000);
    }

    void whatIsImportedIsNotSigned()
    {
        World w;
        const Op op = w.op(w.anna, w.ids.make<TicketId>(), w.report(w.anna));
        const auto decision = Clerk(w.desk->store()).decide(w.anna.person, op, w.clock.at);
        QCOMPARE(decision.result.status, wire::OpStatus::Applied);
        w.pull(w.anna);
        const Message report = reportOf(w.anna, personFeed(w.anna.person.id), op);
        QVERIFY(!report.id.isNull());
        QVERIFY(report.seal.isEmpty());
    }

    void noReportIsRefusedBecauseItCannotBeSigned()
    {
        World w;
        const BrokenSigner broken;
        const Op op = w.op(w.anna, w.ids.make<TicketId>(), w.report(w.anna));
        const auto decision = Clerk(w.desk->store(), &broken).decide(w.anna.person, op, w.clock.at);
        QCOMPARE(decision.result.status, wire::OpStatus::Applied);
        w.pull(w.anna);
        QVERIFY(reportOf(w.anna, personFeed(w.anna.person.id), op).seal.isEmpty());
    }

    void everyChangedCharacterIsNoticed()
    {
        const ReceiptSeal good = sampleSeal();
        QVERIFY(isSound(good));
        for (qsizetype i = 0; i < good.text.size(); ++i) {
            ReceiptSeal bad = good;
            bad.text[i] = bad.text.at(i) == QLatin1Char('7') ? u'8' : u'7';
            QVERIFY2(!isSound(bad), qPrintable(bad.text));
        }
        for (qsizetype i = 0; i < good.signature.size(); ++i) {
            ReceiptSeal bad = good;
            bad.signature[i] = bad.signature.at(i) == QLatin1Char('7') ? u'8' : u'7';
            QVERIFY2(!isSound(bad), qPrintable(bad.signature));
        }
        for (qsizetype i = 0; i < good.key.size(); ++i) {
            ReceiptSeal bad = good;
            bad.key[i] = bad.key.at(i) == QLatin1Char('7') ? u'8' : u'7';
            QVERIFY2(!isSound(bad), qPrintable(bad.key));
        }
    }

    void everyChangedFieldIsNoticed_data()
    {
        QTest::addColumn<ReceiptStatement>("changed");
        const auto row = [](const char *name, auto change) {
            ReceiptStatement statement = sampleStatement();
            change(statement);
            QTest::newRow(name) << statement;
        };
        row("server", [](ReceiptStatement &s) { s.server += u'x'; });
        row("ticket", [](ReceiptStatement &s) { s.ticket = TicketId(s.requester.uuid()); });
        row("number", [](ReceiptStatement &s) { ++s.number; });
        row("title", [](ReceiptStatement &s) { s.title += u'!'; });
        row("requester", [](ReceiptStatement &s) { s.requester = PersonId(s.ticket.uuid()); });
        row("name", [](ReceiptStatement &s) { s.requesterName.chop(1); });
        row("written", [](ReceiptStatement &s) { s.writtenAt -= 1; });
        row("received", [](ReceiptStatement &s) { s.receivedAt -= 1; });
        row("content", [](ReceiptStatement &s) { s.sha256[63] = u'b'; });
    }

    void everyChangedFieldIsNoticed()
    {
        QFETCH(ReceiptStatement, changed);
        ReceiptSeal seal = sampleSeal();
        QVERIFY(isSound(seal));
        seal.text = receiptText(changed);
        QVERIFY(statementOf(seal)); // it has the right form
        QVERIFY(!isSound(seal));
    }

    void theSameWorldSignsTheSame()
    {
        const auto story = [] {
            World w;
            const Op op = w.op(w.anna, w.ids.make<TicketId>(), w.report(w.anna));
            w.send(w.anna, op);
            w.pull(w.anna);
            return reportOf(w.anna, personFeed(w.anna.person.id), op).seal;
        };
        QVERIFY(!story().isEmpty());
        QCOMPARE(story(), story());
    }
};

QTEST_GUILESS_MAIN(TestReceipts)
#include "tst_receipts.moc"
