// SPDX-License-Identifier: GPL-3.0-or-later
// However narrow a list is, nothing on a card covers anything, in the longest language too.
#include "app/queue/cardline.h"
#include "app/queue/ticketdelegate.h"
#include "app/queue/ticketpaint.h"
#include "app/text/enumtext.h"
#include "app/widgets/pill.h"
#include "app/widgets/theme.h"

#include <QFontMetrics>
#include <QTest>
#include <QTranslator>

using namespace vigie;

class TestNarrowList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, Scheme::Light);
        QVERIFY(m_french.load(QStringLiteral(":/translations/vigie_fr.qm")));
        QVERIFY(qApp->installTranslator(&m_french));
    }
    void cleanupTestCase() { qApp->removeTranslator(&m_french); }
    void thePillNeverCoversTheNumber_data();
    void thePillNeverCoversTheNumber();
    void aWideCardShowsEverythingInFull();
    void whatMattersLeastGivesWayFirst();
    void noWidthMakesPartsOverlap();

private:
    [[nodiscard]] static TicketRow row(State state)
    {
        TicketRow made;
        made.number = 123'456;
        made.state = state;
        made.requesterName = QStringLiteral("Maximilienne de La Rochefoucauld");
        made.title = QStringLiteral("Imprimante");
        made.dueAt = 3'600'000;
        made.pending = true;
        made.updateAskedAt = 1;
        return made;
    }

    QTranslator m_french;
};

void TestNarrowList::thePillNeverCoversTheNumber_data()
{
    QTest::addColumn<int>("state");
    for (const EnumName<State> &entry : enumNames<State>())
        QTest::newRow(entry.name) << int(entry.value);
}

void TestNarrowList::thePillNeverCoversTheNumber()
{
    QFETCH(int, state);
    const TicketRow shown = row(State(state));
    const QFont base = QApplication::font();
    const QFontMetrics small(textFont(TextStyle::Small, base));
    const int numberEnd = ticketpaint::kMarkWidth + space::s
        + small.horizontalAdvance(EnumText::ticketNumber(shown.number, shown.id));
    TicketDelegate delegate;
    for (int width = 130; width < 520; width += 3) {
        const CardLine line = delegate.lineOf(shown, width, base);
        const QByteArray at = QByteArray::number(width);
        QVERIFY2(line.owner > numberEnd, at.constData());
        if (line.state < 0)
            continue;
        QVERIFY2(line.state > numberEnd, at.constData());
        // What is painted is no wider than its place.
        const QString words = delegate.stateOf(shown, width, base);
        QVERIFY2(Pill::sizeFor(words, base).width() <= line.stateWidth, at.constData());
        QVERIFY2(line.due < 0 || line.due > numberEnd, at.constData());
        QVERIFY2(line.level < 0 || line.level >= line.state + line.stateWidth, at.constData());
    }
}

void TestNarrowList::aWideCardShowsEverythingInFull()
{
    const QFont base = QApplication::font();
    TicketDelegate delegate;
    const TicketRow shown = row(State::WaitingRequester);
    const CardLine line = delegate.lineOf(shown, 900, base);
    QVERIFY(line.state >= 0 && line.level >= 0 && line.due >= 0 && line.marks);
    QCOMPARE(delegate.stateOf(shown, 900, base), EnumText::of(State::WaitingRequester));
    QCOMPARE(line.stateWidth, Pill::sizeFor(EnumText::of(State::WaitingRequester), base).width());
    QVERIFY(line.requesterWidth > 200);
}

void TestNarrowList::whatMattersLeastGivesWayFirst()
{
    CardLine::Wish wish{0, 22, 50, 40, 120, 40, 16, 36, 22};
    int lastWidth = 0;
    bool due = false;
    bool level = false;
    bool state = false;
    for (int width = 60; width < 600; ++width) {
        wish.line = width;
        const CardLine line = cardLine(wish);
        // Once there is room for something, more room never takes it away again.
        QVERIFY(line.due >= 0 || !due);
        QVERIFY(line.level >= 0 || !level);
        QVERIFY(line.state >= 0 || !state);
        due = line.due >= 0;
        level = line.level >= 0;
        state = line.state >= 0;
        QVERIFY(!due || level);
        QVERIFY(!level || state);
        QVERIFY(line.requesterWidth == 0 || (due && line.stateWidth == wish.state) || !due);
        lastWidth = line.requesterWidth;
    }
    QVERIFY(due && level && state && lastWidth > 100);
}

void TestNarrowList::noWidthMakesPartsOverlap()
{
    for (int state = 40; state < 260; state += 20) {
        for (int width = 120; width < 500; ++width) {
            const CardLine::Wish wish{width, 22, 50, 40, state, 40, 16, 36, 22};
            const CardLine line = cardLine(wish);
            int end = wish.left + wish.number;
            const auto next = [&end](int left, int size) {
                if (left < 0)
                    return true;
                const bool fine = left >= end;
                end = left + size;
                return fine;
            };
            QVERIFY(next(line.due, wish.due));
            QVERIFY(next(line.requesterWidth > 0 ? line.requester : -1, line.requesterWidth));
            QVERIFY(next(line.marks ? line.marksEnd - wish.marks : -1, wish.marks));
            QVERIFY(next(line.state, line.stateWidth));
            QVERIFY(next(line.level, wish.level));
            QVERIFY(next(line.owner, wish.owner));
            QCOMPARE(end, width);
        }
    }
}

QTEST_MAIN(TestNarrowList)
#include "tst_narrowlist.moc"
