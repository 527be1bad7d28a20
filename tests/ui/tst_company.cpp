// SPDX-License-Identifier: GPL-3.0-or-later
// Who else is at a ticket, where it is seen: strip, rows, tabs; and what colleagues are told.
#include "app/composer/composer.h"
#include "app/shell/attention.h"
#include "app/shell/commandregistry.h"
#include "app/shell/tickettabs.h"
#include "app/text/companytext.h"
#include "app/text/timetext.h"
#include "app/widgets/banner.h"
#include "app/widgets/theme.h"
#include "core/base/presencelimits.h"
#include "core/service/presenceservice.h"
#include "tests/ui/facedwindow.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace vigie;

class TestCompany final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init() { QVERIFY(m_faced.open(true)); }
    void cleanup() { m_faced.close(); }

    void whoIsThereStandsAboveTheEditorInWords();
    void withoutTheServerItIsToldWithItsAge();
    void yesterdaysCompanyIsNotTold();
    void namesAreNeverMarkup();
    void whoeverWritesTooIsWarnedAndNotHeldBack();
    void theFirstKeyOffersATicketThatNobodyHas();
    void anOfferThatWasClosedStaysAway();
    void aNoteOffersNothing();
    void theRequestersFaceHasNoCompany();
    void aRowHasAMarkWordsAndATip();
    void companyPaintsTheRowsAgainAndReadsNone();
    void aTabTellsOfCompany();
    void colleaguesAreToldWhereOneLooksAndWrites();
    void aPageBehindOthersIsNotLookedAt();
    void theRowsInSightAreAskedAbout();
    void whoDoesNotWantToBeSeenSaysSoAndItIsKept();
    void somebodyElsewhereIsNotThere();
    void somebodyWhoDoesNothingIsNotThere();

private:
    [[nodiscard]] AgentScreen *desk() const { return m_faced.window->agent(); }
    [[nodiscard]] TicketPage *page() const { return desk()->ticket(); }
    [[nodiscard]] PresenceService &presence() const { return m_faced.world->workspace->presence(); }
    [[nodiscard]] QTableView *list() const
    {
        return desk()->findChild<QTableView *>(QStringLiteral("ticketListView"));
    }
    template<class W>
    [[nodiscard]] W *in(const char *name) const
    {
        return page()->findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] Presence somebody(const char *name, Activity activity, qint64 minutesAgo = 3) const
    {
        return {page()->ticket(), PersonId(QUuid::createUuidV5(QUuid(), QByteArray(name))),
                QString::fromUtf8(name), activity, now() - minutesAgo * 60'000};
    }
    [[nodiscard]] static qint64 now() { return QDateTime::currentMSecsSinceEpoch(); }
    /// What colleagues are told of the ticket here; nullopt = nothing.
    [[nodiscard]] std::optional<Activity> told() const
    {
        const PresenceBook::Told all = presence().told();
        for (const wire::PresenceNote &note : all.mine) {
            if (note.ticket == page()->ticket() && all.mine.size() == 1)
                return note.activity;
        }
        return std::nullopt;
    }
    void hear(const QList<Presence> &others, bool live = true, qint64 minutesAgo = 0)
    {
        presence().take({others, now() - minutesAgo * 60'000, live});
    }
    /// Opens a ticket with or without an owner, as the page has read it.
    [[nodiscard]] bool open(bool owned)
    {
        const auto *model = qobject_cast<TicketListModel *>(list()->model());
        TicketId found;
        const auto look = [&] {
            for (const TicketRow &row : model->loaded()) {
                if (row.owner.isNull() != owned && isOpen(row.state))
                    found = row.id;
            }
            return !found.isNull();
        };
        if (!QTest::qWaitFor(look))
            return false;
        page()->clear(); // it may be the one that is shown
        const QSignalSpy read(page(), &TicketPage::titled);
        desk()->openTicket(found);
        return QTest::qWaitFor([&] { return !read.isEmpty(); });
    }
    void type(const char *edit, const QString &words)
    {
        auto *field = in<QPlainTextEdit>(edit);
        QTRY_VERIFY(field->isEnabled() && !field->isReadOnly());
        field->setFocus();
        QTest::keyClicks(field, words);
    }

    FacedWindow m_faced;
};

void TestCompany::whoIsThereStandsAboveTheEditorInWords()
{
    QVERIFY(open(true));
    auto *strip = in<QWidget>("companyStrip");
    QVERIFY(strip->isHidden());
    hear({somebody("Jo", Activity::Looks)});
    QVERIFY(strip->isVisible());
    const auto *line = in<QLabel>("companyLine");
    QCOMPARE(line->text(), QStringLiteral("Jo is looking at this (since %1).")
                               .arg(TimeText::timeOfDay(now() - 180'000)));
    hear({somebody("Ana", Activity::Writes), somebody("Jo", Activity::Looks),
          somebody("Max", Activity::Looks)});
    QVERIFY(line->text().startsWith(QStringLiteral("Ana is writing here (since ")));
    QVERIFY(line->text().endsWith(QStringLiteral("Jo and Max are looking at this.")));
    QVERIFY(in<Banner>("companyWarning")->isHidden()); // nobody here is writing
    hear({});
    QVERIFY(strip->isHidden());
}

void TestCompany::withoutTheServerItIsToldWithItsAge()
{
    QVERIFY(open(true));
    hear({somebody("Ana", Activity::Writes, 20)}, true, 12);
    hear({somebody("Ana", Activity::Writes, 20)}, false, 12);
    QCOMPARE(in<QLabel>("companyLine")->text(),
             QStringLiteral("Ana was writing here 12 min ago. Offline since %1.")
                 .arg(TimeText::timeOfDay(now() - 12 * 60'000)));
}

void TestCompany::yesterdaysCompanyIsNotTold()
{
    QVERIFY(open(true));
    hear({somebody("Ana", Activity::Writes)}, false, limits::kPresenceUsefulMs / 60'000 + 1);
    QVERIFY(in<QWidget>("companyStrip")->isHidden());
}

void TestCompany::namesAreNeverMarkup()
{
    QVERIFY(open(true));
    hear({somebody("<b>Ana</b> %1", Activity::Looks)});
    QVERIFY(in<QLabel>("companyLine")->text().startsWith(QStringLiteral("<b>Ana</b> %1 is looking")));
    QCOMPARE(in<QLabel>("companyLine")->textFormat(), Qt::PlainText);
    const QModelIndex row = list()->currentIndex();
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;Ana")));
    hear({somebody("  ", Activity::Looks)});
    QVERIFY(in<QLabel>("companyLine")->text().startsWith(QStringLiteral("A colleague is looking")));
}

void TestCompany::whoeverWritesTooIsWarnedAndNotHeldBack()
{
    QVERIFY(open(true));
    hear({somebody("Ana", Activity::Writes)});
    type("replyEdit", QStringLiteral("Good morning"));
    auto *warning = in<Banner>("companyWarning");
    QVERIFY(warning->isVisible());
    QVERIFY(warning->text().contains(QStringLiteral("Ana is writing here")));
    QVERIFY(warning->text().contains(QStringLiteral("Nothing is locked")));
    QVERIFY(in<QLabel>("companyLine")->isHidden() || !in<QLabel>("companyLine")->isVisible());
    // Nothing asks, and nothing is in the way of the answer.
    QSignalSpy sent(page()->findChild<Composer *>(), &Composer::sent);
    in<QPushButton>("sendMessageButton")->click();
    QTRY_COMPARE(sent.size(), 1);
    QVERIFY(m_faced.world->prompt.asked.isEmpty());
    QVERIFY(warning->isHidden());
    QVERIFY(in<QLabel>("companyLine")->isVisible()); // Ana is still there
}

void TestCompany::theFirstKeyOffersATicketThatNobodyHas()
{
    QVERIFY(open(false));
    auto *offer = in<Banner>("takeOffer");
    QVERIFY(offer->isHidden());
    type("replyEdit", QStringLiteral("H"));
    QVERIFY(offer->isVisible());
    auto *take = in<QPushButton>("takeOfferButton");
    QCOMPARE(take->text(), QStringLiteral("Take it (M)"));
    QVERIFY(in<QPlainTextEdit>("replyEdit")->hasFocus()); // and one goes on writing
    type("replyEdit", QStringLiteral("ello"));
    QTest::mouseClick(take, Qt::LeftButton);
    QVERIFY(in<QPlainTextEdit>("replyEdit")->hasFocus());
    QCOMPARE(in<QPlainTextEdit>("replyEdit")->toPlainText(), QStringLiteral("Hello"));
    QVERIFY(offer->isHidden());
    const auto mine = [this] {
        const auto view = UiWorld::await(m_faced.world->workspace->tickets().open(page()->ticket()));
        return view && view->ticket.owner == m_faced.world->workspace->me().id;
    };
    QTRY_VERIFY(mine());
    type("replyEdit", QStringLiteral(" there"));
    QVERIFY(offer->isHidden());
}

void TestCompany::anOfferThatWasClosedStaysAway()
{
    QVERIFY(open(false));
    type("replyEdit", QStringLiteral("H"));
    auto *offer = in<Banner>("takeOffer");
    QVERIFY(offer->isVisible());
    offer->findChild<QAbstractButton *>(QStringLiteral("bannerCloseButton"))->click();
    QVERIFY(offer->isHidden());
    QVERIFY(in<QWidget>("companyStrip")->isHidden());
    type("replyEdit", QStringLiteral("ello"));
    QVERIFY(offer->isHidden());
}

void TestCompany::aNoteOffersNothing()
{
    QVERIFY(open(false));
    page()->write(ComposeMode::Note);
    type("noteEdit", QStringLiteral("Hm"));
    QVERIFY(in<Banner>("takeOffer")->isHidden());
}

void TestCompany::theRequestersFaceHasNoCompany()
{
    QVERIFY(open(true));
    hear({somebody("Ana", Activity::Writes)});
    QVERIFY(in<QWidget>("companyStrip")->isVisible());
    page()->setAsRequester(true);
    QVERIFY(in<QWidget>("companyStrip")->isHidden());
    page()->setAsRequester(false);
    QVERIFY(in<QWidget>("companyStrip")->isVisible());
}

void TestCompany::aRowHasAMarkWordsAndATip()
{
    QVERIFY(open(true));
    const QModelIndex row = list()->currentIndex();
    const auto company = [&row] { return row.data(TicketListModel::CompanyRole).value<RowCompany>(); };
    const QString alone = row.data(Qt::AccessibleTextRole).toString();
    QVERIFY(!company().looks && !company().writes);
    QVERIFY(!row.data(Qt::ToolTipRole).isValid());
    hear({somebody("Ana", Activity::Writes)});
    QVERIFY(company().writes && company().live);
    const QString spoken = row.data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.startsWith(alone));
    QVERIFY(spoken.contains(QStringLiteral("Ana is writing here")));
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Ana is writing here")));
    hear({somebody("Ana", Activity::Looks)}, false, 5);
    QVERIFY(company().looks && !company().writes && !company().live);
}

void TestCompany::companyPaintsTheRowsAgainAndReadsNone()
{
    QVERIFY(open(true));
    auto *model = list()->model();
    QSignalSpy painted(model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(model, &QAbstractItemModel::modelReset);
    QSignalSpy read(model, SIGNAL(phaseChanged()));
    const QRect place = list()->visualRect(list()->currentIndex());
    const QImage before = list()->viewport()->grab(place).toImage();
    hear({somebody("Ana", Activity::Writes)});
    QCOMPARE(painted.size(), 1);
    QCOMPARE(painted[0][0].toModelIndex().row(), list()->currentIndex().row());
    QCOMPARE(painted[0][1].toModelIndex().row(), list()->currentIndex().row());
    QVERIFY(!painted[0][2].value<QList<int>>().contains(TicketListModel::RowRole));
    QVERIFY(list()->viewport()->grab(place).toImage() != before);
    const QImage live = list()->viewport()->grab(place).toImage();
    hear({somebody("Ana", Activity::Writes)}, false);
    QVERIFY(list()->viewport()->grab(place).toImage() != live); // paler
    hear({});
    QCOMPARE(list()->viewport()->grab(place).toImage(), before);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(read.size(), 0);
    // A ticket that is in no list is nobody's row.
    const auto count = painted.size();
    Presence elsewhere = somebody("Ana", Activity::Looks);
    elsewhere.ticket = TicketId(QUuid::createUuid());
    hear({elsewhere});
    QCOMPARE(painted.size(), count);
}

void TestCompany::aTabTellsOfCompany()
{
    QVERIFY(open(true));
    const TicketId first = page()->ticket();
    const Presence ana = somebody("Ana", Activity::Writes);
    desk()->openInTab(first, false);
    auto *tabs = desk()->findChild<TicketTabs *>(QStringLiteral("ticketTabs"));
    QVERIFY(open(false));
    tabs->showTicket({});
    hear({ana});
    QCOMPARE(tabs->count(), 2);
    QVERIFY(tabs->accessibleTabName(1).contains(QStringLiteral("Ana is writing here")));
    QVERIFY(!tabs->tabIcon(1).isNull());
    hear({});
    QVERIFY(!tabs->accessibleTabName(1).contains(QStringLiteral("Ana")));
}

void TestCompany::colleaguesAreToldWhereOneLooksAndWrites()
{
    QVERIFY(open(true));
    QTRY_COMPARE(told(), Activity::Looks);
    type("replyEdit", QStringLiteral("Hi"));
    QCOMPARE(told(), Activity::Writes);
    QTest::keyClick(in<QPlainTextEdit>("replyEdit"), Qt::Key_Backspace);
    QCOMPARE(told(), Activity::Writes);
    QTest::keyClick(in<QPlainTextEdit>("replyEdit"), Qt::Key_Backspace);
    QCOMPARE(told(), Activity::Looks); // nothing is left of it
    type("replyEdit", QStringLiteral("Good morning"));
    QCOMPARE(told(), Activity::Writes);
    in<QPushButton>("sendMessageButton")->click();
    QTRY_COMPARE(told(), Activity::Looks);
    page()->write(ComposeMode::Note);
    type("noteEdit", QStringLiteral("Hm"));
    QCOMPARE(told(), Activity::Writes);
    // A draft that is only opened is not being written.
    const TicketId first = page()->ticket();
    QVERIFY(open(false));
    QTRY_COMPARE(told(), Activity::Looks);
    desk()->openTicket(first);
    QTRY_COMPARE(in<QPlainTextEdit>("noteEdit")->toPlainText(), QStringLiteral("Hm"));
    QTRY_COMPARE(told(), Activity::Looks);
}

void TestCompany::aPageBehindOthersIsNotLookedAt()
{
    QVERIFY(open(true));
    QTRY_COMPARE(told(), Activity::Looks);
    m_faced.window->commands().run(QStringLiteral("go.outbox"));
    QVERIFY(!told());
    QTRY_VERIFY(presence().told().about.isEmpty()); // nor is the list
    m_faced.window->commands().run(QStringLiteral("go.queue"));
    QTRY_COMPARE(told(), Activity::Looks);
    QTRY_VERIFY(!presence().told().about.isEmpty());
}

void TestCompany::theRowsInSightAreAskedAbout()
{
    QVERIFY(open(true));
    const auto *model = qobject_cast<TicketListModel *>(list()->model());
    const auto all = [&] {
        const QList<TicketId> about = presence().told().about;
        const QList<TicketRow> rows = model->loaded();
        return about.size() == rows.size() && about.first() == page()->ticket()
            && std::all_of(rows.cbegin(), rows.cend(),
                           [&](const TicketRow &row) { return about.contains(row.id); });
    };
    QTRY_VERIFY(all());
    list()->setFixedHeight(list()->rowHeight(0) * 2 - 4);
    QTRY_VERIFY(presence().told().about.size() <= 3); // two rows and what lies open
}

void TestCompany::whoDoesNotWantToBeSeenSaysSoAndItIsKept()
{
    auto *command = desk()->findChild<QAction *>(QStringLiteral("desk.showPresence"));
    QVERIFY(command->isChecked());
    QVERIFY(presence().isShown());
    QSignalSpy kept(desk(), &AgentScreen::habitsChanged);
    command->trigger();
    QVERIFY(!presence().isShown());
    QCOMPARE(kept.size(), 1);
    const DeskHabits habits = DeskHabits::fromText(desk()->habits().toText());
    QVERIFY(!habits.showPresence);
    QVERIFY(DeskHabits::fromText(QStringLiteral("{}")).showPresence); // the usual
    command->trigger();
    QVERIFY(presence().isShown());
    desk()->setHabits(habits);
    QVERIFY(!command->isChecked());
    QVERIFY(!presence().isShown());
}

void TestCompany::somebodyElsewhereIsNotThere()
{
    Attention attention({0, 600'000}, nullptr);
    QSignalSpy changed(&attention, &Attention::changed);
    Q_EMIT qApp->applicationStateChanged(Qt::ApplicationActive);
    QCOMPARE(changed.size(), 0);
    Q_EMIT qApp->applicationStateChanged(Qt::ApplicationInactive);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toBool(), false);
    Q_EMIT qApp->applicationStateChanged(Qt::ApplicationInactive);
    Q_EMIT qApp->applicationStateChanged(Qt::ApplicationActive);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed[1][0].toBool(), true);
}

void TestCompany::somebodyWhoDoesNothingIsNotThere()
{
    Attention attention({600'000, 50}, nullptr);
    QSignalSpy changed(&attention, &Attention::changed);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toBool(), false);
    QTest::keyClick(list(), Qt::Key_Shift);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed[1][0].toBool(), true);
    QTRY_COMPARE(changed.size(), 3);
    QTest::mouseMove(list()->viewport(), QPoint(5, 5));
    QTest::mouseMove(list()->viewport(), QPoint(15, 5));
    QTRY_VERIFY(changed.size() >= 4);
    QCOMPARE(changed[3][0].toBool(), true);
}

QTEST_MAIN(TestCompany)
#include "tst_company.moc"
