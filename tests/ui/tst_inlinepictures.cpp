// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that a message names are files of the same message, and are shown with its words.
#include "app/requests/requestview.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/theme.h"
#include "tests/ui/uisample.h"

#include <QApplication>

using namespace vigie;

class TestInlinePictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }

    void theAgentSeesThePictureInTheThread();
    void theRequesterSeesItInTheirRequest();

private:
    /// Writes a message that names its picture, all of one colour, to the ticket.
    void write(UiWorld &world, const TicketId &ticket, MessageKind kind);
    [[nodiscard]] static bool shows(QWidget &window);
};

void TestInlinePictures::write(UiWorld &world, const TicketId &ticket, MessageKind kind)
{
    QImage error(300, 120, QImage::Format_RGB32);
    error.fill(QColor(Qt::magenta));
    const auto file = UiWorld::await(
        world.workspace->tickets().importPicture(error, QStringLiteral("error.png")));
    VERIFY_OK(file);
    AddMessage message;
    message.kind = kind;
    message.body = QStringLiteral("This is what I see: ![the error](error.png)");
    message.attachments = {*file};
    VERIFY_OK(UiWorld::await(world.workspace->tickets().addMessage(ticket, message, {}, {})));
}

bool TestInlinePictures::shows(QWidget &window)
{
    const QImage seen = window.grab().toImage();
    int pixels = 0;
    for (int y = 0; y < seen.height(); y += 4) {
        for (int x = 0; x < seen.width(); x += 4)
            pixels += seen.pixelColor(x, y) == QColor(Qt::magenta) ? 1 : 0;
    }
    return pixels > 1000;
}

void TestInlinePictures::theAgentSeesThePictureInTheThread()
{
    UiWorld world;
    fillAgent(world);
    QVERIFY(world.workspace);
    const auto id = UiWorld::await(world.workspace->tickets().findByNumber(QStringLiteral("1042")));
    QVERIFY(id && *id);
    write(world, **id, MessageKind::Note);
    TicketPage page(*world.workspace, world.prompt, nullptr);
    page.resize(900, 800);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    page.showTicket(**id);
    QTRY_VERIFY(shows(page));
}

void TestInlinePictures::theRequesterSeesItInTheirRequest()
{
    UiWorld world;
    fillEmployee(world);
    QVERIFY(world.workspace);
    const auto id = UiWorld::await(world.workspace->tickets().findByNumber(QStringLiteral("1042")));
    QVERIFY(id && *id);
    write(world, **id, MessageKind::Reply);
    RequestView view(*world.workspace, world.prompt, world.systemClock, nullptr);
    view.resize(900, 900);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.open(**id);
    QTRY_VERIFY(shows(view));
}

QTEST_MAIN(TestInlinePictures)
#include "tst_inlinepictures.moc"
