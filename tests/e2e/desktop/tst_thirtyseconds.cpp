// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/agentscreen.h"
#include "app/ticket/threadview.h"
#include "app/ticket/ticketpage.h"
#include "app/viewer/layercanvas.h"
#include "app/viewer/picturewindow.h"
#include "app/widgets/choicechips.h"
#include "core/image/annotationdocument.h"
#include "core/model/shotfiles.h"
#include "core/service/shotservice.h"
#include "tests/e2e/desktop/agentdesk.h"
#include "tests/e2e/desktop/employeedesk.h"
#include "tests/e2e/desktop/onascreen.h"
#include "tests/e2e/desktop/screenperson.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>

using namespace vigie;
using namespace vigie::e2e;

/// What the person was doing: a window of paper with something on it that nobody else may read.
class TroubledProgram final : public QWidget
{
public:
    TroubledProgram(const QRect &place, QRgb paper, const QRect &secretPlace, QRgb secret)
    {
        setWindowFlags(Qt::FramelessWindowHint);
        setWindowTitle(QStringLiteral("Invoices"));
        paint(this, paper);
        auto *label = new QWidget(this);
        label->setGeometry(secretPlace);
        paint(label, secret);
        setGeometry(place);
        show();
        raise();
        activateWindow();
    }

private:
    static void paint(QWidget *widget, QRgb color)
    {
        QPalette palette = widget->palette();
        palette.setColor(QPalette::Window, QColor(color));
        widget->setPalette(palette);
        widget->setAutoFillBackground(true);
    }
};

/// How a choice looks that is not taken, without its border, which also shows the mouse.
QImage chip(const QString &words)
{
    constexpr int kBorder = 6;
    ChoiceChips chips{QString(), nullptr};
    chips.addChoice(0, words);
    const QImage whole = chips.findChild<QAbstractButton *>()->grab().toImage();
    return whole.copy(whole.rect().adjusted(2 * kBorder, kBorder, -2 * kBorder, -kBorder));
}

/// The promise to employees, played on a screen: one key in another program, a part of the screen,
/// an arrow, a number, a redaction, what, when, who, Send; all of it without a server. Then the server comes back.
class TestThirtySeconds final : public QObject
{
    Q_OBJECT

    static constexpr QRgb kPaper = 0xe8eef4;
    static constexpr QRgb kSecret = 0xff00ff; ///< a colour that nothing else on the screen has
    static constexpr QRect kProgram{200, 150, 600, 400};
    static constexpr QRect kSecretPlace{280, 250, 160, 40};

    std::unique_ptr<Scene> m_scene;
    std::unique_ptr<EmployeeDesk> m_anna;
    std::unique_ptr<AgentDesk> m_ada;
    ScreenPerson m_person;

    void markUp();
    void fillInAndSend();
    void lookAtThePicture(const TicketView &view);

private Q_SLOTS:
    void cleanup();
    void fromTheKeyToTheAgentWithoutAServerInBetween();
};

void TestThirtySeconds::cleanup()
{
    m_ada.reset();
    if (m_anna && QTest::currentTestFailed())
        qInfo("%s", qPrintable(m_anna->logTail()));
    m_anna.reset();
    m_scene.reset();
}

void TestThirtySeconds::fromTheKeyToTheAgentWithoutAServerInBetween()
{
    m_scene = std::make_unique<Scene>();
    VIGIE_MUST(m_scene->prepare({{QStringLiteral("anna"), QStringLiteral("employee")},
                                 {QStringLiteral("ada"), QStringLiteral("agent")}}));
    m_anna = std::make_unique<EmployeeDesk>(*m_scene, QStringLiteral("anna"));
    VIGIE_MUST(m_anna->start(*m_scene));
    QVERIFY(!m_person.waitForWindow(QStringLiteral("^Vigie$")).isNull());
    QVERIFY(m_scene->server().stop());

    // Another program is in front, and in trouble.
    TroubledProgram program(kProgram, kPaper, kSecretPlace, kSecret);
    QVERIFY(!m_person.waitForWindow(program.windowTitle()).isNull());
    QCOMPARE(m_person.waitForColor(kSecret, program.geometry()).size(), kSecretPlace.size());

    QElapsedTimer sinceKey;
    sinceKey.start();
    m_person.press(QStringLiteral("ctrl+alt+h"));
    QVERIFY(!m_person.waitForWindow(QStringLiteral("Choose the part")).isNull());
    m_person.drag(program.geometry().topLeft(), program.geometry().bottomRight());
    QVERIFY(!m_person.waitForWindow(QStringLiteral("Mark up Screenshot 1")).isNull());
    program.close();
    markUp();
    if (QTest::currentTestFailed())
        return;
    fillInAndSend();
    if (QTest::currentTestFailed())
        return;
    // Sent: what was hidden is nowhere on this computer any more, the rest waits for the server.
    QVERIFY(QTest::qWaitFor([this] { return m_anna->filesIn(QStringLiteral("shots")).isEmpty(); },
                            ScreenPerson::kPatienceMs));
    qInfo("from the key to sent: %lld ms (no time for thinking or typing in it)",
          sinceKey.elapsed());
    QCOMPARE(m_anna->filesIn(QStringLiteral("blobs")).size(), 3);

    const auto started = m_scene->server().start();
    QVERIFY2(started, started ? "" : qPrintable(toLog(started.error())));
    m_ada = std::make_unique<AgentDesk>(*m_scene, QStringLiteral("ada"));
    VIGIE_MUST(m_ada->open(*m_scene));
    // Nobody presses "Try now": the employee's program finds the server again by itself.
    const TicketId id = m_ada->waitForTicket(QStringLiteral("Invoice will not print"), 90'000);
    QVERIFY(!id.isNull());
    const auto view = AgentDesk::await(m_ada->workspace().tickets().open(id));
    QVERIFY(view.has_value());
    QCOMPARE(view->ticket.kit.when, QStringLiteral("this morning"));
    QCOMPARE(view->ticket.kit.affected, Affected::Team);
    QVERIFY2(view->ticket.kit.facts.contains(QStringLiteral("os")),
             qPrintable(view->ticket.kit.facts.keys().join(QLatin1Char(' '))));
    lookAtThePicture(*view);
}

void TestThirtySeconds::markUp()
{
    const QRect editor = m_person.waitForWindow(QStringLiteral("Mark up Screenshot 1"));
    QVERIFY(!editor.isNull());
    const QRect hidden = ScreenPerson::waitForColor(kSecret, editor);
    QVERIFY(!hidden.isNull());
    QCOMPARE(hidden.size(), kSecretPlace.size());
    m_person.press(QStringLiteral("a"));
    m_person.drag(hidden.topLeft() - QPoint(200, 180), hidden.topLeft() - QPoint(90, 90));
    m_person.press(QStringLiteral("n"));
    m_person.click(hidden.topLeft() - QPoint(30, 120));
    m_person.press(QStringLiteral("r"));
    m_person.drag(hidden.topLeft() - QPoint(6, 6), hidden.bottomRight() + QPoint(6, 6));
    QVERIFY(QTest::qWaitFor([&] { return ScreenPerson::find(kSecret, editor).isNull(); },
                            ScreenPerson::kPatienceMs));
    ScreenPerson::keepLook(QStringLiteral("thirty-editor"));
    m_person.press(QStringLiteral("ctrl+Return"));
    QVERIFY(m_person.waitUntilGone(QStringLiteral("Mark up Screenshot 1")));
    QVERIFY(!m_person.waitForWindow(QStringLiteral("^Vigie$")).isNull());
}

void TestThirtySeconds::fillInAndSend()
{
    m_person.type(QStringLiteral("Invoice will not print"));
    QVERIFY(m_person.tabToAndClick(chip(QStringLiteral("This morning"))));
    QVERIFY(m_person.tabToAndClick(chip(QStringLiteral("My team"))));
    ScreenPerson::keepLook(QStringLiteral("thirty-report"));
    m_person.press(QStringLiteral("ctrl+Return"));
}

void TestThirtySeconds::lookAtThePicture(const TicketView &view)
{
    MainWindow &window = m_ada->window();
    QVERIFY(!m_person.waitForWindow(QStringLiteral("^Agent$")).isNull());
    window.openTicket(view.ticket.id);
    auto *thread = window.agent()->ticket()->findChild<ThreadView *>();
    QVERIFY(thread);
    const auto shot = [thread]() -> std::optional<ShownFile> {
        for (int i = 0; i < thread->count(); ++i) {
            for (const ShownFile &file : thread->item(i).files) {
                if (file.isShot())
                    return file;
            }
        }
        return std::nullopt;
    };
    QVERIFY(QTest::qWaitFor([&] { return shot().has_value(); }, ScreenPerson::kPatienceMs));
    Q_EMIT thread->fileActivated(*shot());
    QVERIFY(QTest::qWaitFor([&] { return window.findChild<PictureWindow *>() != nullptr; },
                            ScreenPerson::kPatienceMs));
    auto *picture = window.findChild<PictureWindow *>();
    auto *canvas = picture->findChild<LayerCanvas *>();
    auto *layer = picture->findChild<QAbstractButton *>(QStringLiteral("pictureLayerButton"));
    QVERIFY(canvas && layer && layer->isChecked());
    const QRect front = m_person.waitForWindow(picture->windowTitle());
    QVERIFY(!front.isNull());

    // Seen on the screen as the person sees it: paper, never the secret, marks that go and come.
    QVERIFY(!ScreenPerson::waitForColor(kPaper, front).isNull());
    QVERIFY(ScreenPerson::find(kSecret, ScreenPerson::look().rect()).isNull());
    ScreenPerson::keepLook(QStringLiteral("thirty-agent"));
    const QImage marked = canvas->grab().toImage();
    m_person.click(layer->mapToGlobal(layer->rect().center()));
    QVERIFY(QTest::qWaitFor([layer] { return !layer->isChecked(); }, ScreenPerson::kPatienceMs));
    const QImage bare = canvas->grab().toImage();
    QVERIFY(bare != marked);
    m_person.click(layer->mapToGlobal(layer->rect().center()));
    QVERIFY(QTest::qWaitFor([layer] { return layer->isChecked(); }, ScreenPerson::kPatienceMs));
    QCOMPARE(canvas->grab().toImage(), marked);

    const auto opened = AgentDesk::await(m_ada->workspace().shots().open(*shot(), view.ticket.id));
    QVERIFY(opened && opened->layersRead);
    QCOMPARE(opened->document.items.size(), 3);
}

int main(int argc, char **argv)
{
    return runOnAScreen<TestThirtySeconds>(argc, argv);
}

#include "tst_thirtyseconds.moc"
