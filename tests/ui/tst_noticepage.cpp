// SPDX-License-Identifier: GPL-3.0-or-later
// The preferences' page of notifications: every list with its loudness, and the digest's hours.
#include "app/account/hourchips.h"
#include "app/account/preferencesdialog.h"
#include "app/desktop/noticedesk.h"
#include "app/desktop/settings.h"
#include "app/text/newstext.h"
#include "app/widgets/theme.h"
#include "core/service/noticeservice.h"
#include "core/service/savedviewservice.h"
#include "tests/support/fakenotifier.h"
#include "tests/ui/uisample.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QSettings>
#include <QSignalSpy>

using namespace vigie;

class TestNoticePage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();
    void everyListIsThereWithWhatWasChosenForIt();
    void aChoiceIsKeptAtOnce();
    void whatIsChosenElsewhereShowsHere();
    void requestersHaveNoLists();
    void theHoursOfTheDigestAreChosen();
    void aDigestWithoutAnHourCannotBeChosen();
    void hoursSurviveTheSettings_data();
    void hoursSurviveTheSettings();
    void theNewestDigestIsTheOneThatWasChosen();

private:
    void openDialog(const Preferences &now = {})
    {
        m_dialog = std::make_unique<PreferencesDialog>(now, nullptr);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->offerLists(*m_world->workspace);
        m_dialog->show();
        m_dialog->findChild<QAbstractButton *>(QStringLiteral("preferencesPagesChip1"))->click();
    }
    [[nodiscard]] SavedViewService &views() const { return m_world->workspace->savedViews(); }
    [[nodiscard]] QComboBox *box(const QString &key) const
    {
        return m_dialog->findChild<QComboBox *>(QStringLiteral("news_") + key);
    }
    [[nodiscard]] static int rowOf(std::optional<NoticeClass> news)
    {
        return int(NewsText::choices().indexOf(news));
    }
    [[nodiscard]] std::optional<NoticeClass> keptFor(const QString &place) const
    {
        const auto looks = UiWorld::await(views().looks());
        for (const PlaceLook &look : looks.value_or(QList<PlaceLook>())) {
            if (look.place == place)
                return look.news;
        }
        return std::nullopt;
    }
    [[nodiscard]] QAbstractButton *hour(int hour) const
    {
        return m_dialog->findChild<QAbstractButton *>(QStringLiteral("digestHour_%1").arg(hour));
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<PreferencesDialog> m_dialog;
    SavedView m_view;
};

void TestNoticePage::init()
{
    m_world = std::make_unique<UiWorld>();
    fillAgent(*m_world);
    QVERIFY(m_world->workspace);
    SavedView view;
    view.name = QStringLiteral("Printers");
    view.query = QStringLiteral("printer");
    view.news = NoticeClass::Silent;
    const auto saved = UiWorld::await(views().save(view));
    VERIFY_OK(saved);
    m_view = *saved;
    VERIFY_OK(UiWorld::await(views().saveNews(QStringLiteral("waiting"), NoticeClass::Digest)));
}

void TestNoticePage::cleanup()
{
    m_dialog.reset();
    m_world.reset();
}

void TestNoticePage::everyListIsThereWithWhatWasChosenForIt()
{
    openDialog();
    QTRY_VERIFY(box(QStringLiteral("all")));
    for (const char *place : {"mine", "unassigned", "view/overdue", "all"}) {
        QVERIFY2(box(QLatin1String(place)), place);
        QCOMPARE(box(QLatin1String(place))->currentIndex(), rowOf(std::nullopt));
        QVERIFY(!box(QLatin1String(place))->accessibleName().isEmpty());
    }
    QCOMPARE(box(QStringLiteral("waiting"))->currentIndex(), rowOf(NoticeClass::Digest));
    QCOMPARE(box(m_view.id.text())->currentIndex(), rowOf(NoticeClass::Silent));
    QVERIFY(box(QStringLiteral("queue/") + m_world->desk.text()));
    QVERIFY(box(QStringLiteral("queue/") + m_world->field.text()));
    QVERIFY(box(QStringLiteral("mine"))->isVisible());
}

void TestNoticePage::aChoiceIsKeptAtOnce()
{
    openDialog();
    QTRY_VERIFY(box(QStringLiteral("mine")));
    box(QStringLiteral("mine"))->setCurrentIndex(rowOf(NoticeClass::Badge));
    QTRY_COMPARE(keptFor(QStringLiteral("mine")), std::optional(NoticeClass::Badge));
    const QString queue = QStringLiteral("queue/") + m_world->field.text();
    box(queue)->setCurrentIndex(rowOf(NoticeClass::Silent));
    QTRY_COMPARE(keptFor(queue), std::optional(NoticeClass::Silent));
    box(m_view.id.text())->setCurrentIndex(rowOf(std::nullopt));
    const auto saved = [this] {
        return UiWorld::await(views().list()).value_or(QList<SavedView>()).value(0);
    };
    QTRY_VERIFY(!saved().news);
    QCOMPARE(saved().name, m_view.name); // the rest of it is as it was
    QCOMPARE(saved().query, m_view.query);
}

void TestNoticePage::whatIsChosenElsewhereShowsHere()
{
    openDialog();
    QTRY_VERIFY(box(QStringLiteral("mine")));
    const QComboBox *before = box(QStringLiteral("mine"));
    VERIFY_OK(UiWorld::await(views().saveNews(QStringLiteral("mine"), NoticeClass::Digest)));
    QTRY_COMPARE(box(QStringLiteral("mine"))->currentIndex(), rowOf(NoticeClass::Digest));
    QCOMPARE(box(QStringLiteral("mine")), before); // the keyboard may be in it
    SavedView another;
    another.name = QStringLiteral("Screens");
    another.query = QStringLiteral("screen");
    const auto saved = UiWorld::await(views().save(another));
    VERIFY_OK(saved);
    QTRY_VERIFY(box(saved->id.text()));
    QTRY_COMPARE(box(QStringLiteral("waiting"))->currentIndex(), rowOf(NoticeClass::Digest));
}

void TestNoticePage::requestersHaveNoLists()
{
    PreferencesDialog dialog(Preferences(), nullptr);
    QVERIFY(!dialog.findChild<QWidget *>(QStringLiteral("newsList")));
    QVERIFY(dialog.findChild<QWidget *>(QStringLiteral("quietHoursCheckBox")));
}

void TestNoticePage::theHoursOfTheDigestAreChosen()
{
    openDialog();
    QSignalSpy changed(m_dialog.get(), &PreferencesDialog::changed);
    QVERIFY(hour(9)->isChecked() && hour(13)->isChecked() && hour(17)->isChecked());
    hour(13)->click();
    hour(6)->click();
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.last().first().value<Preferences>().notices.digestHours, (QList<int>{6, 9, 17}));
}

void TestNoticePage::aDigestWithoutAnHourCannotBeChosen()
{
    Preferences now;
    now.notices.digestHours = {11};
    openDialog(now);
    QVERIFY(!hour(9)->isChecked());
    QSignalSpy changed(m_dialog.get(), &PreferencesDialog::changed);
    hour(11)->click();
    QVERIFY(hour(11)->isChecked());
    QCOMPARE(changed.size(), 0);
    hour(12)->click();
    hour(11)->click();
    QCOMPARE(changed.last().first().value<Preferences>().notices.digestHours, QList<int>{12});
}

void TestNoticePage::hoursSurviveTheSettings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("hours");
    QTest::newRow("the usual ones") << QStringLiteral("9,13,17") << QList<int>{9, 13, 17};
    QTest::newRow("by hand") << QStringLiteral(" 18, 7,18") << QList<int>{7, 18};
    QTest::newRow("midnight") << QStringLiteral("0") << QList<int>{0};
    QTest::newRow("none") << QString() << usualDigestHours();
    QTest::newRow("no hour of the day") << QStringLiteral("9,24") << usualDigestHours();
    QTest::newRow("before the day") << QStringLiteral("-1") << usualDigestHours();
    QTest::newRow("no number") << QStringLiteral("morning") << usualDigestHours();
}

void TestNoticePage::hoursSurviveTheSettings()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, hours);
    QCOMPARE(digestHoursFrom(text), hours);
    QCOMPARE(digestHoursFrom(digestHoursText(hours)), hours);
    QTemporaryDir folder;
    Settings settings(folder.path(), nullptr, nullptr);
    QCOMPARE(digestHoursFrom(settings.text(SettingKey::DigestHours)), usualDigestHours());
    settings.setText(SettingKey::DigestHours, digestHoursText(hours));
    VERIFY_OK(settings.flush());
    Settings again(folder.path(), nullptr, nullptr);
    QCOMPARE(digestHoursFrom(again.text(SettingKey::DigestHours)), hours);
}

void TestNoticePage::theNewestDigestIsTheOneThatWasChosen()
{
    const QDate day(2026, 10, 5);
    QCOMPARE(lastDigest({day, QTime(5, 59)}, {6}), QDateTime(day.addDays(-1), QTime(6, 0)));
    QCOMPARE(lastDigest({day, QTime(6, 0)}, {6}), QDateTime(day, QTime(6, 0)));
    QCOMPARE(lastDigest({day, QTime(0, 30)}, {0, 23}), QDateTime(day, QTime(0, 0)));
    FixedClock clock;
    clock.at = QDateTime(day, QTime(11, 0)).toMSecsSinceEpoch();
    FakeNotifier notifier;
    NoticeDesk desk(notifier, clock, nullptr);
    NoticeChoices choices;
    choices.digestHours = {10};
    desk.setChoices(choices);
    desk.setWorkspace(m_world->workspace.get());
    VERIFY_OK(UiWorld::await(views().saveNews(QStringLiteral("all"), NoticeClass::Digest)));
    ListQuery query;
    query.scope = ListScope::All;
    const auto rows = UiWorld::await(m_world->workspace->tickets().list(query));
    VERIFY_OK(rows);
    const auto open = UiWorld::await(m_world->workspace->tickets().open(rows->constFirst().id));
    VERIFY_OK(open);
    QSignalSpy added(&m_world->workspace->notices(), &NoticeService::added);
    m_world->workspace->notices().take(
        {m_world->message(open->ticket, m_world->anna, QStringLiteral("Hello"))});
    QTRY_COMPARE(added.size(), 1);
    const auto list = [this] {
        return UiWorld::await(m_world->workspace->notices().list()).value_or(QList<Notice>());
    };
    const QDate arrived = QDateTime::fromMSecsSinceEpoch(list().constFirst().at).date();
    const auto tickAt = [&](const QDate &date, const QTime &time) {
        clock.at = QDateTime(date, time).toMSecsSinceEpoch();
        desk.tick();
        (void)list(); // what was asked before has been answered
        QCoreApplication::processEvents();
    };
    tickAt(arrived.addDays(1), QTime(9, 30)); // the usual hour is not this person's
    QVERIFY(notifier.shown.isEmpty()
            || list().constFirst().at <= QDateTime(arrived, QTime(10, 0)).toMSecsSinceEpoch());
    tickAt(arrived.addDays(1), QTime(10, 0));
    QTRY_COMPARE(notifier.shown.size(), 1);
}

QTEST_MAIN(TestNoticePage)
#include "tst_noticepage.moc"
