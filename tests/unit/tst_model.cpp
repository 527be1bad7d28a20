// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/model/lifecycle.h"
#include "core/model/message.h"
#include "core/model/ticketfields.h"

#include <QTest>

using namespace vigie;

namespace {

const QList<State> kStates{State::New,           State::Open,     State::WaitingRequester,
                           State::WaitingVendor, State::Scheduled, State::Resolved,
                           State::Closed};

template<class E>
void everyNameComesBack(int first, int last)
{
    QSet<QString> names;
    for (int value = first; value <= last; ++value) {
        const QString name = nameOf(E(value));
        QVERIFY2(!name.isEmpty(), qPrintable(QString::number(value)));
        const Result<E> back = enumFrom<E>(name);
        QVERIFY(back);
        QCOMPARE(int(*back), value);
        names.insert(name);
    }
    QCOMPARE(names.size(), last - first + 1);
    QCOMPARE(enumNames<E>().size(), last - first + 1);
    QVERIFY(nameOf(E(last + 1)).isEmpty());
    QVERIFY(!enumFrom<E>(QStringLiteral("no such name")));
    QVERIFY(!enumFrom<E>(QString()));
}

} // namespace

class TestModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEnumHasANameForEachValue()
    {
        everyNameComesBack<TicketKind>(0, int(TicketKind::Service));
        everyNameComesBack<State>(0, int(State::Closed));
        everyNameComesBack<PublicState>(0, int(PublicState::Closed));
        everyNameComesBack<Level>(1, 4);
        everyNameComesBack<Impact>(1, 4);
        everyNameComesBack<Urgency>(1, 4);
        everyNameComesBack<Priority>(1, 4);
        everyNameComesBack<Role>(0, int(Role::Admin));
        everyNameComesBack<MessageKind>(0, int(MessageKind::Event));
        everyNameComesBack<Visibility>(0, 1);
        everyNameComesBack<LinkKind>(0, int(LinkKind::CausedBy));
        everyNameComesBack<Affected>(0, int(Affected::Company));
    }

    void theRequesterSeesFiveStatesAndNoneOfOurWaiting_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("expected");
        const auto row = [](State state, PublicState expected) {
            QTest::addRow("%s", qPrintable(nameOf(state))) << int(state) << int(expected);
        };
        row(State::New, PublicState::Received);
        row(State::Open, PublicState::InProgress);
        row(State::WaitingRequester, PublicState::NeedsYou);
        row(State::WaitingVendor, PublicState::InProgress);
        row(State::Scheduled, PublicState::InProgress);
        row(State::Resolved, PublicState::Fixed);
        row(State::Closed, PublicState::Closed);
    }
    void theRequesterSeesFiveStatesAndNoneOfOurWaiting()
    {
        QFETCH(int, state);
        QFETCH(int, expected);
        QCOMPARE(publicState(State(state)), PublicState(expected));
    }

    void agentsMoveFreelyButAClosedTicketIsOnlyReopened()
    {
        for (const State from : kStates) {
            for (const State to : kStates) {
                const bool expected = from != to && to != State::New
                    && (from != State::Closed || to == State::Open);
                QVERIFY2(mayMove(from, to) == expected,
                         qPrintable(nameOf(from) + QStringLiteral(" → ") + nameOf(to)));
            }
        }
    }

    void requestersCloseAtAnyTimeAndReopenWhatEnded()
    {
        for (const State from : kStates) {
            for (const State to : kStates) {
                const bool expected = (to == State::Closed && from != State::Closed)
                    || (to == State::Open && (from == State::Resolved || from == State::Closed));
                QVERIFY2(requesterMayMove(from, to) == expected,
                         qPrintable(nameOf(from) + QStringLiteral(" → ") + nameOf(to)));
            }
        }
    }

    void aTicketIsEitherOpenOrEnded()
    {
        for (const State state : kStates) {
            QVERIFY(isOpen(state) != isEnding(state));
            QCOMPARE(isEnding(state), state == State::Resolved || state == State::Closed);
        }
    }

    void priorityFollowsTheMatrix()
    {
        using enum Priority;
        const Priority expected[4][4] = {{Critical, Critical, High, Normal},
                                         {Critical, High, Normal, Normal},
                                         {High, Normal, Normal, Low},
                                         {High, Normal, Low, Low}};
        for (int impact = 1; impact <= 4; ++impact) {
            for (int urgency = 1; urgency <= 4; ++urgency) {
                QCOMPARE(priorityOf(Impact(impact), Urgency(urgency)),
                         expected[impact - 1][urgency - 1]);
                // Never milder when more people are hit or the work presses more.
                if (impact > 1)
                    QVERIFY(priorityOf(Impact(impact - 1), Urgency(urgency))
                            <= priorityOf(Impact(impact), Urgency(urgency)));
                if (urgency > 1)
                    QVERIFY(priorityOf(Impact(impact), Urgency(urgency - 1))
                            <= priorityOf(Impact(impact), Urgency(urgency)));
            }
        }
    }

    void theLadderEndsAtItsTop()
    {
        QCOMPARE(above(Level::L1), Level::L2);
        QCOMPARE(above(Level::L3), Level::L4);
        QCOMPARE(above(Level::L4), Level::L4);
        QCOMPARE(impactOf(Affected::Me), Impact::Person);
        QCOMPARE(impactOf(Affected::Colleague), Impact::Person);
        QCOMPARE(impactOf(Affected::Team), Impact::Team);
        QCOMPARE(impactOf(Affected::Site), Impact::Site);
        QCOMPARE(impactOf(Affected::Company), Impact::Company);
    }

    void everyFieldReadsWhatItWrote()
    {
        const QString id = QStringLiteral("01890a5d-ac96-774b-bcce-b302099a8057");
        const QMap<QString, QString> values{
            {QStringLiteral("title"), QStringLiteral("New title")},
            {QStringLiteral("category"), QStringLiteral("network")},
            {QStringLiteral("kind"), QStringLiteral("question")},
            {QStringLiteral("impact"), QStringLiteral("site")},
            {QStringLiteral("urgency"), QStringLiteral("blocked")},
            {QStringLiteral("priority"), QStringLiteral("low")},
            {QStringLiteral("queue"), id},
            {QStringLiteral("owner"), id},
            {QStringLiteral("contact"), id},
            {QStringLiteral("pending-until"), QStringLiteral("1900000000000")}};
        QStringList names = ticketFieldNames();
        names.sort();
        QCOMPARE(values.keys(), names);
        for (auto it = values.cbegin(); it != values.cend(); ++it) {
            Ticket ticket;
            QVERIFY2(setFieldValue(ticket, it.key(), it.value()), qPrintable(it.key()));
            QCOMPARE(fieldValue(ticket, it.key()), it.value());
        }
    }

    void badFieldValuesAreRefusedAndChangeNothing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *field, const QString &value) {
            QTest::addRow("%s = %s", field, qPrintable(value.left(20)))
                << QString::fromLatin1(field) << value;
        };
        row("title", QStringLiteral("  \n "));
        row("title", QString(limits::kTitleLength + 1, u'x'));
        row("category", QStringLiteral("kitchen"));
        row("kind", QStringLiteral("Incident"));
        row("impact", QStringLiteral("0"));
        row("urgency", QString());
        row("priority", QStringLiteral("highest"));
        row("queue", QStringLiteral("not an id"));
        row("queue", QString());
        row("owner", QStringLiteral("ben"));
        row("state", QStringLiteral("closed"));
        row("level", QStringLiteral("L2"));
        row("number", QStringLiteral("7"));
        row("", QStringLiteral("x"));
        row("cf.", QStringLiteral("x"));
        row("cf.long", QString(limits::kShortTextLength + 1, u'x'));
    }
    void badFieldValuesAreRefusedAndChangeNothing()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        Ticket ticket;
        ticket.title = QStringLiteral("before");
        const Ticket before = ticket;
        QVERIFY(!setFieldValue(ticket, field, value));
        QCOMPARE(ticket, before);
    }

    void customFieldsAreLimitedInNumberAndVanishWhenEmptied()
    {
        Ticket ticket;
        for (int i = 0; i < limits::kCustomFieldsPerTicket; ++i)
            QVERIFY(setFieldValue(ticket, QStringLiteral("cf.k%1").arg(i), QStringLiteral("v")));
        QVERIFY(!setFieldValue(ticket, QStringLiteral("cf.more"), QStringLiteral("v")));
        QVERIFY(setFieldValue(ticket, QStringLiteral("cf.k0"), QString()));
        QVERIFY(!ticket.custom.contains(QStringLiteral("k0")));
        QVERIFY(setFieldValue(ticket, QStringLiteral("cf.more"), QStringLiteral("v")));
        QCOMPARE(fieldValue(ticket, QStringLiteral("cf.more")), QStringLiteral("v"));
    }

    void changingImpactOrUrgencyMovesThePriority()
    {
        Ticket ticket;
        QVERIFY(setFieldValue(ticket, QStringLiteral("impact"), QStringLiteral("company")));
        QCOMPARE(ticket.priority, priorityOf(Impact::Company, ticket.urgency));
        QVERIFY(setFieldValue(ticket, QStringLiteral("urgency"), QStringLiteral("can-wait")));
        QCOMPARE(ticket.priority, Priority::Normal);
    }

    void fileNamesAreSafeToShowAndToSave_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("clean");
        const auto row = [](const char *name, const QString &given, const QString &clean) {
            QTest::newRow(name) << given << clean;
        };
        const auto same = [&row](const char *name, const QString &given) { row(name, given, given); };
        same("plain", QStringLiteral("report.pdf"));
        same("accents", QStringLiteral("Été à Zürich.docx"));
        same("other scripts", QStringLiteral("打印机 – отчёт.txt"));
        same("several dots", QStringLiteral("archive.tar.gz"));
        same("almost reserved", QStringLiteral("console.txt"));
        same("com without number", QStringLiteral("com.txt"));
        row("path", QStringLiteral("/etc/passwd"), QStringLiteral("passwd"));
        row("path going up", QStringLiteral("../../x.sh"), QStringLiteral("x.sh"));
        row("Windows path", QStringLiteral("C:\\Windows\\x.dll"), QStringLiteral("x.dll"));
        row("mixed path", QStringLiteral("a\\b/c\\d.txt"), QStringLiteral("d.txt"));
        row("folder only", QStringLiteral("folder/"), QStringLiteral("file"));
        row("dots only", QStringLiteral(".."), QStringLiteral("file"));
        row("empty", QString(), QStringLiteral("file"));
        row("blank", QStringLiteral("   "), QStringLiteral("file"));
        row("hidden", QStringLiteral(".bashrc"), QStringLiteral("bashrc"));
        row("trailing dots", QStringLiteral("x.exe. . ."), QStringLiteral("x.exe"));
        row("control characters", QStringLiteral("a\u0001b\u007f\nc.txt"), QStringLiteral("abc.txt"));
        row("NUL", QString(QStringLiteral("a.txt") + QChar(0) + QStringLiteral(".exe")),
            QStringLiteral("a.txt.exe"));
        row("right to left", QStringLiteral("invoice\u202egpj.exe"), QStringLiteral("invoicegpj.exe"));
        row("isolates", QStringLiteral("a\u2066b\u2069c\u200f.txt"), QStringLiteral("abc.txt"));
        row("byte order mark", QStringLiteral("\ufeffa.txt"), QStringLiteral("a.txt"));
        row("shell characters", QStringLiteral("a<b>:\"|?*.txt"), QStringLiteral("ab.txt"));
        row("reserved", QStringLiteral("CON"), QStringLiteral("_CON"));
        row("reserved with extension", QStringLiteral("nul.txt"), QStringLiteral("_nul.txt"));
        row("reserved port", QStringLiteral("Com7.log"), QStringLiteral("_Com7.log"));
        row("reserved with blank", QStringLiteral("aux .txt"), QStringLiteral("_aux .txt"));
    }
    void fileNamesAreSafeToShowAndToSave()
    {
        QFETCH(QString, given);
        QFETCH(QString, clean);
        QCOMPARE(cleanFileName(given), clean);
        QCOMPARE(cleanFileName(clean), clean); // cleaning twice changes nothing
    }

    void longFileNamesKeepTheirExtension()
    {
        const QString name = QString(400, u'a') + QStringLiteral(".pdf");
        const QString clean = cleanFileName(name);
        QCOMPARE(clean.size(), 200);
        QVERIFY(clean.endsWith(QLatin1String("a.pdf")));
        QCOMPARE(cleanFileName(QStringLiteral("x.") + QString(400, u'b')).size(), 200);
    }

    void onlySixtyFourLowerCaseHexDigitsAreAHash()
    {
        QVERIFY(isSha256(QString(64, u'a')));
        QVERIFY(isSha256(QString(63, u'0') + u'f'));
        QVERIFY(!isSha256(QString(63, u'a')));
        QVERIFY(!isSha256(QString(65, u'a')));
        QVERIFY(!isSha256(QString(64, u'A')));
        QVERIFY(!isSha256(QString(64, u'g')));
        QVERIFY(!isSha256(QString(62, u'a') + QStringLiteral("..")));
        QVERIFY(!isSha256(QString(64, QChar(0x0661)))); // a digit, but not one of ours
    }
};

QTEST_APPLESS_MAIN(TestModel)
#include "tst_model.moc"
