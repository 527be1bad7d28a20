// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/capturecoordinator.h"
#include "app/capture/capturetext.h"
#include "app/capture/countdownwindow.h"
#include "app/capture/fallbackcapture.h"
#include "app/capture/regionoverlay.h"
#include "tests/support/fakecapture.h"

#include <QDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace vigie;

namespace {

/// An application with a main window and an open dialog, a fake back end and no waiting.
struct Desk {
    QWidget window;
    QDialog dialog{&window};
    QWidget neverShown;
    QRect place;
    FakeCapture backend;
    std::unique_ptr<CaptureCoordinator> coordinator;
    std::unique_ptr<QSignalSpy> taken, failed, cancelled, ticked;

    explicit Desk(const CaptureTiming &timing = {1, 100, 1, 10'000})
    {
        window.setGeometry(40, 50, 300, 200);
        window.show();
        dialog.open();
        place = window.geometry();
        coordinator = std::make_unique<CaptureCoordinator>(backend, nullptr, timing);
        taken = std::make_unique<QSignalSpy>(coordinator.get(), &CaptureCoordinator::taken);
        failed = std::make_unique<QSignalSpy>(coordinator.get(), &CaptureCoordinator::failed);
        cancelled = std::make_unique<QSignalSpy>(coordinator.get(), &CaptureCoordinator::cancelled);
        ticked = std::make_unique<QSignalSpy>(coordinator.get(), &CaptureCoordinator::ticked);
    }

    [[nodiscard]] bool allHidden() const { return !window.isVisible() && !dialog.isVisible(); }
    [[nodiscard]] bool allBack() const
    {
        return window.isVisible() && dialog.isVisible() && !neverShown.isVisible()
            && dialog.windowModality() == Qt::WindowModal && window.geometry() == place;
    }
    [[nodiscard]] QList<Shot> shots() const { return taken->value(0).value(0).value<QList<Shot>>(); }
    [[nodiscard]] CaptureTrouble trouble() const
    {
        return failed->value(0).value(0).value<CaptureTrouble>();
    }
    void take(CaptureWish::Kind kind, int delaySeconds = 0, const QString &screen = {})
    {
        coordinator->take(CaptureWish{kind, delaySeconds, screen});
    }
};

CapturedScreen left()
{
    return FakeCapture::screen(QStringLiteral("L"), {0, 0, 533, 400}, 1.5, {800, 600});
}

CapturedScreen right()
{
    return FakeCapture::screen(QStringLiteral("R"), {800, 0, 240, 300}, 2, {480, 600});
}

QList<RegionOverlay *> overlays()
{
    QList<RegionOverlay *> found;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        auto *overlay = qobject_cast<RegionOverlay *>(window);
        if (overlay && overlay->isVisible())
            found.append(overlay);
    }
    return found;
}

CountdownWindow *countdown()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        auto *found = qobject_cast<CountdownWindow *>(window);
        if (found && found->isVisible())
            return found;
    }
    return nullptr;
}

} // namespace

class CoordinatorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ourWindowsAreGoneWhenTheGrabHappensAndBackAfterwards()
    {
        Desk desk;
        bool hidden = false;
        desk.backend.onRequest = [&] { hidden = desk.allHidden(); };
        desk.backend.answers = {FakeCapture::screens({left(), right()})};
        desk.take(CaptureWish::Kind::Desktop);
        QTRY_COMPARE(desk.taken->size(), 1);
        QVERIFY(hidden);
        QVERIFY(desk.allBack());
        QVERIFY(!desk.coordinator->isBusy());
        QCOMPARE(desk.shots().size(), 1);
        QCOMPARE(desk.shots().first().picture.size(), QSize(1280, 600));
        QCOMPARE(desk.shots().first().dpr, 2.0);
    }

    void aScreenIsTakenByItsName()
    {
        Desk desk;
        desk.backend.answers = {FakeCapture::screens({left(), right()})};
        desk.take(CaptureWish::Kind::Screen, 0, QStringLiteral("R"));
        QTRY_COMPARE(desk.taken->size(), 1);
        QCOMPARE(desk.shots().first().picture, right().pixels);
        QCOMPARE(desk.shots().first().picture.devicePixelRatio(), 1.0);
        QCOMPARE(desk.shots().first().dpr, 2.0);
    }

    void aScreenThatIsGoneIsTold()
    {
        Desk desk;
        desk.backend.answers = {FakeCapture::screens({left(), right()})};
        desk.take(CaptureWish::Kind::Screen, 0, QStringLiteral("X"));
        QTRY_COMPARE(desk.failed->size(), 1);
        QCOMPARE(desk.trouble(), CaptureTrouble::NoSuchScreen);
        QVERIFY(desk.allBack());
    }

    void theActiveWindowIsCutOut()
    {
        Desk desk;
        CaptureResult result = FakeCapture::screens({left(), right()});
        result.activeWindow = CapturedWindow{1, {10, 20, 100, 50}};
        desk.backend.answers = {result};
        desk.take(CaptureWish::Kind::ActiveWindow);
        QTRY_COMPARE(desk.taken->size(), 1);
        QCOMPARE(desk.shots().first().picture.size(), QSize(100, 50));
        QCOMPARE(desk.shots().first().picture.pixel(0, 0), FakeCapture::colorAt(10, 20));
    }

    void noActiveWindowIsTold()
    {
        Desk desk;
        desk.backend.answers = {FakeCapture::screens({left()})};
        desk.take(CaptureWish::Kind::ActiveWindow);
        QTRY_COMPARE(desk.failed->size(), 1);
        QCOMPARE(desk.trouble(), CaptureTrouble::NoActiveWindow);
        QVERIFY(desk.allBack());
    }

    void theCountdownIsShownAndTold()
    {
        Desk desk;
        desk.backend.answers = {FakeCapture::screens({left()})};
        desk.take(CaptureWish::Kind::Desktop, 3);
        QVERIFY(desk.allHidden());
        QVERIFY(countdown());
        QVERIFY(desk.backend.requests.isEmpty());
        bool shown = true;
        desk.backend.onRequest = [&] { shown = countdown() != nullptr; };
        QTRY_COMPARE(desk.taken->size(), 1);
        QVERIFY(!shown);
        QList<int> seconds;
        for (const QVariantList &tick : *desk.ticked)
            seconds.append(tick.first().toInt());
        QCOMPARE(seconds, (QList<int>{3, 2, 1, 0}));
    }

    void aDelayWithoutEndIsCutShort()
    {
        Desk desk({60'000, 100, 1, 10'000});
        desk.take(CaptureWish::Kind::Desktop, 100'000);
        QCOMPARE(desk.ticked->first().first().toInt(), limits::kCaptureDelaySeconds);
        desk.coordinator->cancel();
    }

    void cancellingTheCountdownAsksNobodyAndPutsTheWindowsBack()
    {
        Desk desk({60'000, 100, 1, 10'000});
        desk.take(CaptureWish::Kind::Desktop, 3);
        QVERIFY(desk.allHidden());
        auto *button = countdown()->findChild<QPushButton *>(QStringLiteral("cancelCaptureButton"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(desk.cancelled->size(), 1);
        QVERIFY(!countdown());
        QVERIFY(desk.allBack());
        QVERIFY(desk.backend.requests.isEmpty());
    }

    void cancellingWhileGrabbingCancelsTheBackEnd()
    {
        Desk desk;
        desk.take(CaptureWish::Kind::Desktop);
        QTRY_COMPARE(desk.backend.requests.size(), 1);
        desk.coordinator->cancel();
        QCOMPARE(desk.cancelled->size(), 1);
        QCOMPARE(desk.failed->size(), 0);
        QCOMPARE(desk.backend.cancels, 1);
        QVERIFY(desk.allBack());
    }

    void anAnswerAfterTheCancelIsNoPicture()
    {
        Desk desk;
        desk.take(CaptureWish::Kind::Desktop);
        QTRY_COMPARE(desk.backend.requests.size(), 1);
        desk.coordinator->cancel();
        Q_EMIT desk.backend.finished(FakeCapture::screens({left()}));
        QCOMPARE(desk.taken->size(), 0);
        desk.backend.answers = {FakeCapture::screens({right()})};
        desk.take(CaptureWish::Kind::Desktop);
        QTRY_COMPARE(desk.taken->size(), 1);
        QCOMPARE(desk.shots().first().picture, right().pixels);
    }

    void aSecondWishWhileBusyChangesNothing()
    {
        Desk desk;
        desk.take(CaptureWish::Kind::Desktop);
        desk.take(CaptureWish::Kind::ActiveWindow);
        QTRY_COMPARE(desk.backend.requests.size(), 1);
        desk.backend.answer(FakeCapture::screens({left()}));
        QCOMPARE(desk.taken->size(), 1);
        QCOMPARE(desk.failed->size(), 0);
    }

    void everyTroubleIsToldAndPutsTheWindowsBack_data()
    {
        QTest::addColumn<CaptureTrouble>("trouble");
        for (int i = 0; i <= int(CaptureTrouble::Cancelled); ++i)
            QTest::addRow("%d", i) << CaptureTrouble(i);
    }
    void everyTroubleIsToldAndPutsTheWindowsBack()
    {
        QFETCH(CaptureTrouble, trouble);
        Desk desk;
        desk.backend.answers = {FakeCapture::trouble(trouble)};
        desk.take(CaptureWish::Kind::Region);
        QTRY_COMPARE(desk.failed->size(), 1);
        QCOMPARE(desk.trouble(), trouble);
        QVERIFY(desk.allBack());
        // Always a way out that needs no right to see the screen.
        const QString words = CaptureText::of(trouble);
        QVERIFY(words.contains(QStringLiteral("paste"), Qt::CaseInsensitive));
        QVERIFY(words.contains(QStringLiteral("open"), Qt::CaseInsensitive));
    }

    void anAnswerWithoutScreensIsAFailure()
    {
        Desk desk;
        desk.backend.answers = {CaptureResult{}};
        desk.take(CaptureWish::Kind::Desktop);
        QTRY_COMPARE(desk.failed->size(), 1);
        QCOMPARE(desk.trouble(), CaptureTrouble::Failed);
    }

    void aBackEndThatNeverAnswersIsGivenUp()
    {
        Desk desk({1, 100, 1, 20});
        desk.take(CaptureWish::Kind::Desktop);
        QTRY_COMPARE(desk.failed->size(), 1);
        QCOMPARE(desk.trouble(), CaptureTrouble::TimedOut);
        QCOMPARE(desk.backend.cancels, 1);
        QVERIFY(desk.allBack());
    }

    void theDesktopsOwnDialogIsTheSecondTry()
    {
        Desk desk;
        desk.backend.can.desktopDialog = true;
        CaptureResult picked = FakeCapture::screens({right()});
        picked.chosenByPerson = true;
        desk.backend.answers = {FakeCapture::trouble(CaptureTrouble::Ended), picked};
        QList<bool> hidden;
        desk.backend.onRequest = [&] { hidden.append(desk.allHidden()); };
        desk.take(CaptureWish::Kind::Region);
        QTRY_COMPARE(desk.taken->size(), 1);
        // The dialog needs a window of ours to stand on, and the choice was made in it.
        QCOMPARE(hidden, (QList<bool>{true, false}));
        QCOMPARE(desk.backend.requests.at(0).desktopDialog, false);
        QCOMPARE(desk.backend.requests.at(1).desktopDialog, true);
        QCOMPARE(desk.shots().first().picture, right().pixels);
    }

    void aDialogThatEndsTooIsNotAskedForever()
    {
        Desk desk;
        desk.backend.can.desktopDialog = true;
        desk.backend.answers = {FakeCapture::trouble(CaptureTrouble::Ended),
                                FakeCapture::trouble(CaptureTrouble::Ended)};
        desk.take(CaptureWish::Kind::Desktop);
        QTRY_COMPARE(desk.failed->size(), 1);
        QCOMPARE(desk.backend.requests.size(), 2);
    }

    void aRegionIsChosenWhileOurWindowsAreAway()
    {
        Desk desk;
        desk.backend.answers = {FakeCapture::screens({left(), right()})};
        desk.take(CaptureWish::Kind::Region);
        QTRY_COMPARE(overlays().size(), 2);
        QVERIFY(desk.allHidden());
        Q_EMIT overlays().at(1)->chosen(QRect(100, 200, 30, 40));
        QCOMPARE(desk.taken->size(), 1);
        QVERIFY(desk.allBack());
        QVERIFY(overlays().isEmpty());
        const int screen = desk.shots().first().dpr == 2 ? 1 : 0;
        QCOMPARE(desk.shots().first().dpr, screen == 1 ? 2.0 : 1.5);
        QCOMPARE(desk.shots().first().picture.size(), QSize(30, 40));
        QCOMPARE(desk.shots().first().picture.pixel(29, 39), FakeCapture::colorAt(129, 239));
    }

    void escapeInTheOverlayCancels()
    {
        Desk desk;
        desk.backend.answers = {FakeCapture::screens({left(), right()})};
        desk.take(CaptureWish::Kind::Region);
        QTRY_COMPARE(overlays().size(), 2);
        QTest::keyClick(overlays().first(), Qt::Key_Escape);
        QCOMPARE(desk.cancelled->size(), 1);
        QVERIFY(overlays().isEmpty());
        QVERIFY(desk.allBack());
    }

    void cancellingWhileChoosingTakesTheOverlaysAwayAtOnce()
    {
        Desk desk;
        desk.backend.answers = {FakeCapture::screens({left(), right()})};
        desk.take(CaptureWish::Kind::Region);
        QTRY_COMPARE(overlays().size(), 2);
        desk.coordinator->cancel();
        QVERIFY(overlays().isEmpty());
        QCOMPARE(desk.cancelled->size(), 1);
        QVERIFY(desk.allBack());
    }

    void theLastRegionIsTakenAgainWithoutAQuestion()
    {
        Desk desk;
        QVERIFY(!desk.coordinator->hasLastRegion());
        desk.backend.answers = {FakeCapture::screens({right()}), FakeCapture::screens({left(), right()})};
        desk.take(CaptureWish::Kind::LastRegion); // the first time there is none
        QTRY_COMPARE(overlays().size(), 1);
        Q_EMIT overlays().first()->chosen(QRect(5, 6, 7, 8));
        QVERIFY(desk.coordinator->hasLastRegion());
        desk.take(CaptureWish::Kind::LastRegion);
        QTRY_COMPARE(desk.taken->size(), 2);
        const auto again = desk.taken->at(1).first().value<QList<Shot>>();
        QCOMPARE(again.first().picture, right().pixels.copy(5, 6, 7, 8));
    }

    void everyShotKnowsHowToBeTakenAgain()
    {
        Desk desk;
        desk.backend.answers = {FakeCapture::screens({right()}), FakeCapture::screens({right()}),
                                FakeCapture::screens({left(), right()})};
        desk.take(CaptureWish::Kind::Region);
        QTRY_COMPARE(overlays().size(), 1);
        Q_EMIT overlays().first()->chosen(QRect(5, 6, 7, 8));
        const CaptureWish first = desk.shots().first().again;
        desk.take(CaptureWish::Kind::Region);
        QTRY_COMPARE(overlays().size(), 1);
        Q_EMIT overlays().first()->chosen(QRect(50, 60, 70, 80));
        QCOMPARE(desk.taken->size(), 2);
        // Another region was chosen meanwhile; the first one is taken all the same.
        QCOMPARE(first.delaySeconds, 0);
        desk.coordinator->take(first);
        QTRY_COMPARE(desk.taken->size(), 3);
        const auto again = desk.taken->at(2).first().value<QList<Shot>>();
        QCOMPARE(again.first().picture, right().pixels.copy(5, 6, 7, 8));
    }

    void thePointerIsInThePictureWhenWanted_data()
    {
        QTest::addColumn<bool>("wanted");
        QTest::newRow("with") << true;
        QTest::newRow("without") << false;
    }
    void thePointerIsInThePictureWhenWanted()
    {
        QFETCH(bool, wanted);
        Desk desk;
        CaptureResult seen = FakeCapture::screens({left(), right()});
        QImage arrow(3, 3, QImage::Format_ARGB32_Premultiplied);
        arrow.fill(Qt::transparent);
        arrow.setPixelColor(1, 1, Qt::magenta);
        // Half of it is beyond the corner.
        seen.pointer = CapturedPointer{1, arrow, {-1, -1}};
        desk.backend.answers = {seen};
        CaptureWish wish;
        wish.kind = CaptureWish::Kind::Screen;
        wish.screenName = right().name;
        wish.withPointer = wanted;
        desk.coordinator->take(wish);
        QTRY_COMPARE(desk.taken->size(), 1);
        const QImage picture = desk.shots().first().picture;
        QCOMPARE(picture.pixelColor(0, 0) == QColor(Qt::magenta), wanted);
        QCOMPARE(picture.pixel(1, 1), right().pixels.pixel(1, 1));
        QCOMPARE(desk.shots().first().again.withPointer, wanted);
    }

    void aLastRegionOfAScreenThatChangedIsChosenAnew()
    {
        Desk desk;
        desk.backend.answers = {
            FakeCapture::screens({right()}),
            FakeCapture::screens({FakeCapture::screen(QStringLiteral("R"), {0, 0, 100, 100}, 1,
                                                      {100, 100})})};
        desk.take(CaptureWish::Kind::Region);
        QTRY_COMPARE(overlays().size(), 1);
        Q_EMIT overlays().first()->chosen(QRect(5, 6, 7, 8));
        desk.take(CaptureWish::Kind::LastRegion);
        QTRY_COMPARE(overlays().size(), 1);
        desk.coordinator->cancel();
    }

    void leavingInTheMiddlePutsTheWindowsBack()
    {
        Desk desk;
        desk.take(CaptureWish::Kind::Desktop);
        QTRY_COMPARE(desk.backend.requests.size(), 1);
        QVERIFY(desk.allHidden());
        desk.coordinator.reset();
        QVERIFY(desk.allBack());
        QCOMPARE(desk.backend.cancels, 1);
    }

    void hidingEverythingDoesNotEndTheProgram()
    {
        QSignalSpy ended(qApp, &QGuiApplication::lastWindowClosed);
        Desk desk;
        desk.backend.answers = {FakeCapture::screens({left()})};
        desk.take(CaptureWish::Kind::Region, 2);
        QTRY_COMPARE(overlays().size(), 1);
        QTest::keyClick(overlays().first(), Qt::Key_Space);
        QTRY_COMPARE(desk.taken->size(), 1);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(ended.size(), 0);
        QVERIFY(desk.allBack());
    }

    void anotherWayIsTriedOnlyWhereTheFirstGetsNothing_data()
    {
        QTest::addColumn<CaptureTrouble>("trouble");
        QTest::addColumn<bool>("second");
        QTest::newRow("nothing") << CaptureTrouble::Failed << true;
        QTest::newRow("refused") << CaptureTrouble::Refused << false;
        QTest::newRow("permission") << CaptureTrouble::NoPermission << false;
    }
    void anotherWayIsTriedOnlyWhereTheFirstGetsNothing()
    {
        QFETCH(CaptureTrouble, trouble);
        QFETCH(bool, second);
        auto *first = new FakeCapture;
        auto *other = new FakeCapture;
        FallbackCapture both(first, other, nullptr);
        QSignalSpy finished(&both, &CaptureBackend::finished);
        first->answers = {FakeCapture::trouble(trouble)};
        other->answers = {FakeCapture::screens({left()})};
        both.request({});
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(other->requests.size(), second ? 1 : 0);
        const auto result = finished.first().first().value<CaptureResult>();
        QCOMPARE(result.trouble.has_value(), !second);
    }
};

QTEST_MAIN(CoordinatorTest)
#include "tst_coordinator.moc"
