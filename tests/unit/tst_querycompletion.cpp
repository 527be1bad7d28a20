// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/base/rng.h"
#include "core/query/completion.h"
#include "core/query/parser.h"

#include <QTest>

using namespace vigie;
using namespace vigie::query;

namespace {

class Names final : public ValueSource
{
public:
    QStringList values(Field field, const QString &beginning, int most) const override
    {
        QStringList names;
        if (field == Field::Queue)
            names = {QStringLiteral("Network"), QStringLiteral("New Machines")};
        else if (isPerson(field))
            names = {QStringLiteral("Ben Lefèvre"), QStringLiteral("me")};
        names.removeIf([&](const QString &name) {
            return !name.startsWith(beginning, Qt::CaseInsensitive);
        });
        return names.mid(0, most);
    }
};

} // namespace

class TestQueryCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMayComeIsOffered_data();
    void whatMayComeIsOffered();
    void whatIsChosenCanBeRead();
    void thereAreNeverTooMany();
    void anyTextAndPlaceIsAnswered();
};

void TestQueryCompletion::whatMayComeIsOffered_data()
{
    QTest::addColumn<QString>("text"); // | is the cursor
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::addColumn<QString>("offered"); // all, or the first ones before "…"
    const auto row = [](const char *text, int begin, int end, const char *offered) {
        QTest::newRow(text) << QString::fromUtf8(text) << begin << end << QString::fromUtf8(offered);
    };
    row("|", 0, 0, "state: is: queue: owner: …");
    row("a |", 2, 2, "state: is: queue: owner: …");
    row("sta|", 0, 3, "state:");
    row("st|a", 0, 3, "state:");
    row("assi|", 0, 4, "owner:");
    row("a sta|", 2, 5, "state:");
    row("-sta|", 1, 4, "state:");
    row("(sta|", 1, 4, "state:");
    row("open|", 0, 4, "state:open is:open");
    row("a O|", 2, 3, "owner: state:open is:open is:overdue category:other has:owner OR");
    row("O|", 0, 1, "owner: state:open is:open is:overdue category:other has:owner");
    row("state:|", 6, 6, "new open waiting-requester waiting-vendor scheduled resolved closed");
    row("state:wai|", 6, 9, "waiting-requester waiting-vendor");
    row("state:new,cl|", 10, 12, "closed");
    row("state:new,|", 10, 10, "new open waiting-requester …");
    row("sta|tus:new", 0, 7, "state:");
    row("status:n|ew b", 7, 10, "new");
    row("priority:|", 9, 9, "critical high normal low < <= > >=");
    row("priority>=|", 10, 10, "critical high normal low");
    row("level:L1..|", 10, 10, "L1 L2 L3 L4");
    row("level:L1..L|", 10, 11, "L1 L2 L3 L4");
    row("level:L|..L3", 6, 7, "L1 L2 L3 L4");
    row("due:to|", 4, 6, "today tomorrow");
    row("queue:ne|", 6, 8, "Network \"New Machines\"");
    row("queue:\"new m|", 6, 12, "\"New Machines\"");
    row("owner:|", 6, 6, "me \"Ben Lefèvre\" \"me\" none");
    row("owner:n|", 6, 7, "none");
    row("has:d|", 4, 5, "draft due");
    row("\"sta|", 0, 0, "");
    row("a)|", 2, 2, "");
    row("title:|", 6, 6, "");
}

void TestQueryCompletion::whatMayComeIsOffered()
{
    QFETCH(QString, text);
    QFETCH(int, begin);
    QFETCH(int, end);
    QFETCH(QString, offered);
    const qsizetype cursor = text.indexOf(QLatin1Char('|'));
    text.remove(cursor, 1);
    const Completion completion = complete(text, cursor, Names());
    QStringList found;
    for (const Candidate &candidate : completion.candidates)
        found.append(candidate.insert);
    QString joined = found.join(QLatin1Char(' '));
    if (offered.endsWith(QChar(0x2026))) {
        offered.chop(1);
        joined.truncate(offered.size());
    }
    QCOMPARE(joined, offered);
    if (found.isEmpty())
        return;
    QCOMPARE(int(completion.replace.begin), begin);
    QCOMPARE(int(completion.replace.end), end);
}

void TestQueryCompletion::whatIsChosenCanBeRead()
{
    for (const char *text : {"state:", "is:", "has:", "priority>=", "due<", "category:", "queue:",
                             "owner:", "kind:", "progress:", "created:", "level:L1.."}) {
        const QString typed = QLatin1String(text);
        const Completion completion = complete(typed, typed.size(), Names());
        QVERIFY(!completion.candidates.isEmpty());
        for (const Candidate &candidate : completion.candidates) {
            if (candidate.kind == Candidate::Kind::Operator
                || (candidate.name == QLatin1String("none") && typed.endsWith(QLatin1Char('<'))))
                continue;
            QString chosen = typed;
            chosen.replace(completion.replace.begin,
                           completion.replace.end - completion.replace.begin, candidate.insert);
            QVERIFY2(parse(chosen).ok(), qPrintable(chosen));
        }
    }
}

void TestQueryCompletion::thereAreNeverTooMany()
{
    class Many final : public ValueSource
    {
    public:
        QStringList values(Field, const QString &, int most) const override
        {
            QStringList names;
            for (int i = 0; i < most + 100; ++i)
                names.append(QString::number(i));
            return names;
        }
    };
    QCOMPARE(complete(QStringLiteral("tag:"), 4, Many()).candidates.size(), limits::kCompletions);
    const QString huge(limits::kQueryLength + 1, QLatin1Char('s'));
    QVERIFY(complete(huge, 1, Many()).candidates.isEmpty());
}

void TestQueryCompletion::anyTextAndPlaceIsAnswered()
{
    const quint64 seed = 5;
    SeededRng rng(seed);
    const QString letters = QStringLiteral("(\"-:<>=!., *\\aé#7)");
    for (int i = 0; i < 1200; ++i) {
        QString text = rng.below(2) == 0 ? QStringLiteral("level:") : QStringLiteral("owner:");
        for (quint64 n = rng.below(12); n > 0; --n)
            text.insert(qsizetype(rng.below(quint64(text.size() + 1))),
                        letters[qsizetype(rng.below(quint64(letters.size())))]);
        for (qsizetype cursor = -1; cursor <= text.size() + 1; ++cursor) {
            const Completion completion = complete(text, cursor, Names());
            const qsizetype at = std::clamp<qsizetype>(cursor, 0, text.size());
            QVERIFY2(completion.replace.begin <= at && at <= completion.replace.end
                         && completion.replace.end <= text.size(),
                     qPrintable(QStringLiteral("seed %1: %2 at %3").arg(seed).arg(text).arg(cursor)));
        }
    }
}

QTEST_APPLESS_MAIN(TestQueryCompletion)
#include "tst_querycompletion.moc"
