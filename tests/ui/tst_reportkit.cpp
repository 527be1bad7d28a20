// SPDX-License-Identifier: GPL-3.0-or-later
// The kit of a report: what cannot be done, what follows from it, and what would help most next.
#include "app/report/effectpicker.h"
#include "app/report/effects.h"
#include "app/report/kithints.h"
#include "app/report/reportpage.h"
#include "app/report/savedreports.h"
#include "app/text/handlingtext.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/choicechips.h"
#include "app/widgets/label.h"
#include "app/widgets/theme.h"
#include "core/base/limits.h"
#include "tests/ui/uisample.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace vigie;

class TestReportKit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void theListThatComesWithTheProgramIsWholeInBothLanguages();
    void aListWithAMistakeIsRefused_data();
    void aListWithAMistakeIsRefused();
    void anEffectIsFoundByAnyOfItsWordsWithTheKeyboard();
    void anEffectFillsOnlyWhatThePersonHasNotSaid();
    void wordsThatAreNotOnTheListForceNothing();
    void anEffectTakenBackIsNotSent();
    void anEffectComesBackWithTheDraft();
    void whatFollowsIsSaidInPlainWords_data();
    void whatFollowsIsSaidInPlainWords();
    void thePageSaysWhatFollowsFromTheChoices();
    void completenessAsksForWhatHelpsMost();
    void aHintLeadsToItsField();
    void sendDoesNotMoveWhileHelpIsOffered();
    void beingLiveEndsWithItsMinutes();
    void aDraftFromAForeignHandIsNotLiveForEver();
    void aTemplateIsKeptUnderItsNameAndUsedAgain();
    void aTemplateKeepsNeitherTimesNorFiles();
    void usingATemplateCanBeUndone();
    void aDeletedTemplateCanBeBroughtBack();
    void aTemplateOfTheSameNameIsReplaced();

private:
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_page->findChild<W *>(QLatin1String(name));
    }
    void reopen();
    [[nodiscard]] CreateTicket sent();
    void keepAs(const QString &name);
    [[nodiscard]] QAction *action(const char *name) const { return child<QAction>(name); }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<ReportPage> m_page;
};

void TestReportKit::initTestCase()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    applyTheme(*qApp, Scheme::Light);
}

void TestReportKit::cleanup()
{
    m_page.reset();
    m_world.reset();
}

void TestReportKit::reopen()
{
    if (!m_world) {
        m_world = std::make_unique<UiWorld>();
        fillEmployee(*m_world);
    }
    QVERIFY(m_world->workspace);
    m_page = std::make_unique<ReportPage>(*m_world->workspace, m_world->prompt,
                                          m_world->systemClock, nullptr);
    m_page->resize(900, 900);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

CreateTicket TestReportKit::sent()
{
    QSignalSpy spy(m_page.get(), &ReportPage::sent);
    m_page->send();
    if (!QTest::qWaitFor([&spy] { return spy.count() == 1; }))
        return {};
    const auto entries = UiWorld::await(m_world->workspace->outbox().entries());
    return entries && !entries->isEmpty() ? std::get<CreateTicket>(entries->last().op.payload)
                                          : CreateTicket();
}

void TestReportKit::theListThatComesWithTheProgramIsWholeInBothLanguages()
{
    QFile file(QStringLiteral(":/kit/effects.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const auto english = effectsFrom(bytes, QStringLiteral("en"));
    const auto french = effectsFrom(bytes, QStringLiteral("fr"));
    QVERIFY2(english, english ? "" : qPrintable(toLog(english.error())));
    QVERIFY(french);
    QVERIFY(english->size() >= 15);
    for (int i = 0; i < english->size(); ++i) {
        QVERIFY2(english->at(i).words != french->at(i).words, qPrintable(english->at(i).id));
        QVERIFY2(!english->at(i).services.isEmpty(), qPrintable(english->at(i).id));
    }
    const auto other = effectsFrom(bytes, QStringLiteral("xx"));
    QCOMPARE(*other, *english);
}

void TestReportKit::aListWithAMistakeIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto list = [](const char *effect) {
        return QByteArray("{\"version\":1,\"effects\":[") + effect + "]}";
    };
    QTest::newRow("no json") << QByteArray("effects:");
    QTest::newRow("other version") << QByteArray("{\"version\":2,\"effects\":[]}");
    QTest::newRow("no words") << list(R"({"id":"a","category":"other","words":{}})");
    QTest::newRow("no id") << list(R"({"category":"other","words":{"en":"x"}})");
    QTest::newRow("unknown category") << list(R"({"id":"a","category":"cat","words":{"en":"x"}})");
    QTest::newRow("unknown urgency")
        << list(R"({"id":"a","category":"other","urgency":"now","words":{"en":"x"}})");
    QTest::newRow("twice") << list(R"({"id":"a","category":"other","words":{"en":"x"}},
                                      {"id":"a","category":"other","words":{"en":"y"}})");
    QTest::newRow("not an object") << list("5");
    QTest::newRow("too large") << QByteArray("{\"version\":1,\"x\":\"")
            + QByteArray(int(limits::kEffectsBytes), 'x') + "\"}";
}

void TestReportKit::aListWithAMistakeIsRefused()
{
    QFETCH(QByteArray, json);
    QVERIFY(!effectsFrom(json, QStringLiteral("en")));
}

void TestReportKit::anEffectIsFoundByAnyOfItsWordsWithTheKeyboard()
{
    reopen();
    auto *picker = child<EffectPicker>("reportEffectEdit");
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Backtab); // the page starts at the title
    QCOMPARE(m_page->focusWidget(), picker);
    QTest::keyClicks(picker, QStringLiteral("toner"));
    QTest::keyClick(picker, Qt::Key_Return);
    QVERIFY(picker->effect());
    QCOMPARE(picker->effect()->id, QStringLiteral("print"));
    QCOMPARE(picker->text(), QStringLiteral("I cannot print"));
    const CreateTicket create = sent();
    QCOMPARE(create.title, QStringLiteral("I cannot print"));
    QCOMPARE(create.category, QStringLiteral("printing"));
    QCOMPARE(create.kit.effect, QStringLiteral("I cannot print"));
    QCOMPARE(create.kit.services, QStringList{QStringLiteral("printing")});
    QVERIFY(!picker->effect()); // for the next report
}

void TestReportKit::anEffectFillsOnlyWhatThePersonHasNotSaid()
{
    reopen();
    child<QLineEdit>("reportTitleEdit")->setText(QStringLiteral("My own words"));
    child<ChoiceChips>("reportUrgency")->setChoice(int(Urgency::CanWait));
    auto *picker = child<EffectPicker>("reportEffectEdit");
    picker->setFocus();
    QTest::keyClicks(picker, QStringLiteral("invoice"));
    QTest::keyClick(picker, Qt::Key_Return);
    QCOMPARE(m_page->draft().title, QStringLiteral("My own words"));
    QCOMPARE(m_page->draft().urgency, Urgency::CanWait);
    QCOMPARE(m_page->draft().category, QStringLiteral("software"));
}

void TestReportKit::wordsThatAreNotOnTheListForceNothing()
{
    reopen();
    auto *picker = child<EffectPicker>("reportEffectEdit");
    picker->setFocus();
    QTest::keyClicks(picker, QStringLiteral("zzzz"));
    QTest::keyClick(picker, Qt::Key_Return);
    QVERIFY(!picker->effect());
    child<QLineEdit>("reportTitleEdit")->setFocus();
    QVERIFY(picker->text().isEmpty());
    QVERIFY(m_page->draft().isEmpty());
}

void TestReportKit::anEffectTakenBackIsNotSent()
{
    reopen();
    auto *picker = child<EffectPicker>("reportEffectEdit");
    picker->setFocus();
    QTest::keyClicks(picker, QStringLiteral("print"));
    QTest::keyClick(picker, Qt::Key_Return);
    QCOMPARE(m_page->draft().effect, QStringLiteral("print"));
    picker->clear();
    QVERIFY(m_page->draft().effect.isEmpty());
    QVERIFY(sent().kit.effect.isEmpty());
}

void TestReportKit::anEffectComesBackWithTheDraft()
{
    reopen();
    auto *picker = child<EffectPicker>("reportEffectEdit");
    picker->setFocus();
    QSignalSpy journaled(m_page.get(), &ReportPage::journaled);
    QTest::keyClicks(picker, QStringLiteral("wifi"));
    QTest::keyClick(picker, Qt::Key_Return);
    const QString id = m_page->draft().effect;
    QVERIFY(!id.isEmpty());
    QTRY_VERIFY(!journaled.isEmpty());
    reopen();
    QTRY_COMPARE(m_page->draft().effect, id);
    QVERIFY(child<EffectPicker>("reportEffectEdit")->effect());
}

void TestReportKit::whatFollowsIsSaidInPlainWords_data()
{
    QTest::addColumn<Affected>("affected");
    QTest::addColumn<Urgency>("urgency");
    QTest::addColumn<QString>("words");
    QTest::newRow("team blocked") << Affected::Team << Urgency::Blocked
                                  << QStringLiteral("Your team cannot work: we look at it before "
                                                    "other requests.");
    QTest::newRow("company blocked") << Affected::Company << Urgency::Blocked
                                     << QStringLiteral("The whole company cannot work: we look at "
                                                       "it at once, before everything else.");
    QTest::newRow("me hindered") << Affected::Me << Urgency::Hindered
                                 << QStringLiteral("You can work, with difficulty: we look at it "
                                                   "in turn.");
    QTest::newRow("can wait") << Affected::Me << Urgency::CanWait
                              << QStringLiteral("It can wait: we look at it after what keeps "
                                                "others from working.");
}

void TestReportKit::whatFollowsIsSaidInPlainWords()
{
    QFETCH(Affected, affected);
    QFETCH(Urgency, urgency);
    QFETCH(QString, words);
    QCOMPARE(HandlingText::explain(affected, urgency), words);
    static const QRegularExpression internalWords(
        QStringLiteral("SLA|level|priorit|impact|critical|queue|\\bhigh\\b"),
        QRegularExpression::CaseInsensitiveOption);
    for (const EnumName<Affected> &who : enumNames<Affected>()) {
        for (const EnumName<Urgency> &how : enumNames<Urgency>()) {
            const QString said = HandlingText::explain(who.value, how.value);
            QVERIFY2(!said.contains(internalWords), qPrintable(said));
            QVERIFY2(!said.contains(QLatin1Char('%')), qPrintable(said));
        }
    }
}

void TestReportKit::completenessAsksForWhatHelpsMost()
{
    ReportDraft draft;
    KitScore score = scoreOf(draft);
    QCOMPARE(score.said, 0);
    QCOMPARE(score.missing.first(), KitPart::Title);
    QVERIFY(!score.missing.contains(KitPart::People)); // nobody else is affected
    draft.title = QStringLiteral("Beeps");
    draft.affected = Affected::Team;
    score = scoreOf(draft);
    QCOMPARE(score.said, 1);
    QCOMPARE(score.missing.first(), KitPart::ErrorText);
    QVERIFY(score.missing.contains(KitPart::People));
    draft.errorText = draft.details = draft.before = draft.who = QStringLiteral("x");
    draft.when = StartedWhen::SinceAChange; // without saying which
    draft.attachments.append(Attachment());
    QCOMPARE(scoreOf(draft).missing, QList<KitPart>{KitPart::When});
    draft.change = QStringLiteral("the move");
    score = scoreOf(draft);
    QVERIFY(score.missing.isEmpty());
    QCOMPARE(score.said, score.asked);
}

void TestReportKit::aHintLeadsToItsField()
{
    reopen();
    child<QLineEdit>("reportTitleEdit")->setText(QStringLiteral("Beeps"));
    auto *hint = child<Button>("helpMeterNext.0");
    QCOMPARE(hint->text(), QStringLiteral("the exact error message"));
    hint->click();
    auto *error = child<QPlainTextEdit>("reportErrorEdit");
    QVERIFY(error->isVisible());
    QCOMPARE(m_page->focusWidget(), error);
    const int before = child<QProgressBar>("helpMeterBar")->value();
    error->setPlainText(QStringLiteral("E 47"));
    QCOMPARE(child<QProgressBar>("helpMeterBar")->value(), before + 1);
    QVERIFY(hint->text() != QStringLiteral("the exact error message"));
}

void TestReportKit::thePageSaysWhatFollowsFromTheChoices()
{
    reopen();
    child<ChoiceChips>("reportWho")->setChoice(int(Affected::Team));
    child<ChoiceChips>("reportUrgency")->setChoice(int(Urgency::Blocked));
    QCOMPARE(child<Label>("reportHandlingLabel")->text(),
             HandlingText::explain(Affected::Team, Urgency::Blocked));
}

void TestReportKit::sendDoesNotMoveWhileHelpIsOffered()
{
    reopen();
    auto *send = child<Button>("sendReportButton");
    const QPoint at = send->mapTo(m_page.get(), QPoint());
    QVERIFY(send->isEnabled());
    child<QLineEdit>("reportTitleEdit")->setText(QStringLiteral("Beeps"));
    child<ChoiceChips>("reportWho")->setChoice(int(Affected::Company));
    child<Button>("helpMeterNext.0")->click();
    QCoreApplication::processEvents();
    QCOMPARE(send->mapTo(m_page.get(), QPoint()), at);
    QVERIFY(send->isEnabled());
}

void TestReportKit::keepAs(const QString &name)
{
    m_world->prompt.texts = {name};
    QSignalSpy changed(m_page->findChild<SavedReports *>(), &SavedReports::changed);
    action("templateKeep")->trigger();
    QTRY_VERIFY(!changed.isEmpty());
}

void TestReportKit::beingLiveEndsWithItsMinutes()
{
    reopen();
    child<QLineEdit>("reportTitleEdit")->setText(QStringLiteral("The projector shows nothing"));
    child<ChoiceChips>("reportLive")->setChoice(30);
    QCOMPARE(m_page->draft().liveMinutes, 30);
    const qint64 before = SystemClock().nowMs();
    const qint64 until = sent().kit.liveUntil;
    QVERIFY(until >= before + 30 * 60'000);
    QVERIFY(until <= SystemClock().nowMs() + 30 * 60'000);
    QCOMPARE(child<ChoiceChips>("reportLive")->choice(), 0); // the next report is another one
    QCOMPARE(HandlingText::live(until, until - 60'000), QStringLiteral("Live now, 1 min left"));
    QCOMPARE(HandlingText::live(until, until - 60'001), QStringLiteral("Live now, 2 min left"));
    QVERIFY(HandlingText::live(until, until).isEmpty());
    QVERIFY(HandlingText::live(0, 1).isEmpty());
}

void TestReportKit::aDraftFromAForeignHandIsNotLiveForEver()
{
    QJsonObject object = toJson(ReportDraft());
    for (const int minutes : {-5, 1'000'000'000}) {
        object.insert(QStringLiteral("liveMinutes"), minutes);
        const int read = reportDraftFrom(object).liveMinutes;
        QVERIFY(read >= 0 && read * 60'000LL <= limits::kLiveMostMs);
    }
}

void TestReportKit::aTemplateIsKeptUnderItsNameAndUsedAgain()
{
    reopen();
    child<QLineEdit>("reportTitleEdit")->setText(QStringLiteral("The till does not print"));
    child<ChoiceChips>("reportWho")->setChoice(int(Affected::Site));
    keepAs(QStringLiteral(" Till  & printer "));
    m_world->prompt.answers = {true};
    m_page->clearForm();
    QVERIFY(m_page->draft().isEmpty());
    reopen(); // it is on the disk
    QTRY_VERIFY(action("templateUse.0"));
    QCOMPARE(action("templateUse.0")->text(), QStringLiteral("Till && printer"));
    action("templateUse.0")->trigger();
    QCOMPARE(m_page->draft().title, QStringLiteral("The till does not print"));
    QCOMPARE(m_page->draft().affected, Affected::Site);
    QCOMPARE(sent().title, QStringLiteral("The till does not print"));
    QVERIFY(action("templateUse.0")); // sending uses none up
}

void TestReportKit::aTemplateKeepsNeitherTimesNorFiles()
{
    ReportDraft draft;
    draft.title = QStringLiteral("Till");
    draft.when = StartedWhen::AtATime;
    draft.pickedAt = 5;
    draft.liveMinutes = 15;
    draft.attachments.append(Attachment());
    const ReportDraft kept = SavedReports::reusable(draft);
    ReportDraft expected;
    expected.title = draft.title;
    QCOMPARE(kept, expected);
}

void TestReportKit::usingATemplateCanBeUndone()
{
    reopen();
    child<QLineEdit>("reportTitleEdit")->setText(QStringLiteral("Old"));
    keepAs(QStringLiteral("Old"));
    child<QLineEdit>("reportTitleEdit")->setText(QStringLiteral("What I am writing"));
    action("templateUse.0")->trigger();
    QCOMPARE(m_page->draft().title, QStringLiteral("Old"));
    m_page->findChild<Banner *>()->actionButton()->click();
    QCOMPARE(m_page->draft().title, QStringLiteral("What I am writing"));
}

void TestReportKit::aDeletedTemplateCanBeBroughtBack()
{
    reopen();
    child<QLineEdit>("reportTitleEdit")->setText(QStringLiteral("Old"));
    keepAs(QStringLiteral("Old"));
    action("templateRemove.0")->trigger();
    QTRY_VERIFY(m_page->findChild<SavedReports *>()->all().isEmpty());
    m_page->findChild<Banner *>()->actionButton()->click();
    QTRY_COMPARE(m_page->findChild<SavedReports *>()->all().size(), 1);
    reopen();
    QTRY_VERIFY(action("templateUse.0"));
}

void TestReportKit::aTemplateOfTheSameNameIsReplaced()
{
    reopen();
    child<QLineEdit>("reportTitleEdit")->setText(QStringLiteral("First"));
    keepAs(QStringLiteral("Till"));
    child<QLineEdit>("reportTitleEdit")->setText(QStringLiteral("Second"));
    keepAs(QStringLiteral("till"));
    const QList<SavedReport> &all = m_page->findChild<SavedReports *>()->all();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().draft.title, QStringLiteral("Second"));
}

QTEST_MAIN(TestReportKit)
#include "tst_reportkit.moc"
