// SPDX-License-Identifier: GPL-3.0-or-later
// The conversation with its looks: Markdown and HTML mail shown, old words folded, nothing loaded.
#include "app/prose/proseview.h"
#include "app/ticket/threadview.h"
#include "app/widgets/theme.h"
#include "core/base/rng.h"
#include "core/model/messageformat.h"
#include "core/text/htmlsanitizer.h"
#include "core/text/markdownread.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace vigie;

class TestThread final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup() { m_view.reset(); }

    void markdownIsShownWithoutItsMarksAndCopiedAsItsWords();
    void whatIsSelectedWithTheMouseIsWhatIsCopied();
    void anOldStoryIsOneLineUntilItIsOpened_data();
    void anOldStoryIsOneLineUntilItIsOpened();
    void anOpenedFoldStaysOpenWhenTheThreadIsReadAgain();
    void aFoldedStoryIsReadOutAndCopiedWhole();
    void numbersAndAddressesLeadSomewhere();
    void htmlMailIsShownAndLoadsNothing();
    void aPictureOfTheMailIsItsFile();
    void aPictureInSightIsAskedForOnceAndShown();
    void aVeryLongMessageIsCutUntilTheRestIsWanted();
    void fiveHundredMailsAreLaidOutOnlyWhereTheyAreSeen();
    void anyTextIsLaidOutAtAnyWidth();
    void aRequestersViewHasTheSameLooks();

private:
    static ThreadItem message(const QString &text, const QString &html = QString());
    void open(const QList<ThreadItem> &items);
    /// Points of the view at which the mouse shows a hand, in reading order, one for each thing.
    [[nodiscard]] QList<QPoint> handles() const;
    [[nodiscard]] QStringList menuTexts(int index);
    void triggerInMenu(int index, const QString &text);
    [[nodiscard]] QString copied(int index);
    [[nodiscard]] static QString clipboard() { return QGuiApplication::clipboard()->text(); }

    std::unique_ptr<ThreadView> m_view;
};

namespace {

const QString kMail = QStringLiteral("It works, thank you!\n\nOn Tue, 3 Mar 2026, Ben wrote:\n> Good morning\n"
                                     "> please try again\n> and tell us.\n");

} // namespace

void TestThread::init()
{
    m_view = std::make_unique<ThreadView>(nullptr);
    m_view->resize(700, 500);
    QGuiApplication::clipboard()->clear();
}

ThreadItem TestThread::message(const QString &text, const QString &html)
{
    static int count = 0;
    ThreadItem item;
    item.id = MessageId(QUuid::createUuidV5(QUuid(), QString::number(++count)));
    item.author = QStringLiteral("Anna");
    item.byRequester = true;
    item.text = text;
    item.html = html;
    item.ticketLinks = true;
    return item;
}

void TestThread::open(const QList<ThreadItem> &items)
{
    m_view->open(items);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus();
}

QList<QPoint> TestThread::handles() const
{
    QList<QPoint> found;
    bool before = false;
    for (int y = 2; y < m_view->viewport()->height(); y += 6) {
        bool hand = false;
        for (int x = 60; x < 640 && !hand; x += 8) {
            QTest::mouseMove(m_view->viewport(), QPoint(x, y));
            hand = m_view->viewport()->cursor().shape() == Qt::PointingHandCursor;
            if (hand && !before)
                found.append(QPoint(x, y + 4));
        }
        before = hand;
    }
    return found;
}

QStringList TestThread::menuTexts(int index)
{
    m_view->setCurrent(index);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(m_view->viewport(), &event);
    QStringList texts;
    for (QMenu *menu : m_view->findChildren<QMenu *>()) {
        for (const QAction *action : menu->actions())
            texts.append(action->text());
        delete menu;
    }
    return texts;
}

void TestThread::triggerInMenu(int index, const QString &text)
{
    m_view->setCurrent(index);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(m_view->viewport(), &event);
    QAction *wanted = nullptr;
    const auto menus = m_view->findChildren<QMenu *>();
    for (QMenu *menu : menus) {
        for (QAction *action : menu->actions()) {
            if (action->text().startsWith(text))
                wanted = action;
        }
    }
    QVERIFY2(wanted, qPrintable(text));
    wanted->trigger();
    qDeleteAll(menus);
}

QString TestThread::copied(int index)
{
    m_view->setCurrent(index);
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    return clipboard();
}

void TestThread::markdownIsShownWithoutItsMarksAndCopiedAsItsWords()
{
    open({message(QStringLiteral("## Tried\n\n- **one**\n- `two`\n\n| a | b |\n|---|---|\n| 1 | 2 |"))});
    QCOMPARE(copied(0), QStringLiteral("Tried\n\n• one\n• two\n\na\tb\n1\t2"));
    QVERIFY(!m_view->spoken(0).contains(QLatin1String("**")));
    QVERIFY(m_view->spoken(0).contains(QStringLiteral("• one")));
}

void TestThread::whatIsSelectedWithTheMouseIsWhatIsCopied()
{
    open({message(QStringLiteral("one\n\ntwo\n\nthree"))});
    const QPoint from(60, 0);
    QWidget *area = m_view->viewport();
    // From the left of the first words to far right of the last ones.
    QTest::mousePress(area, Qt::LeftButton, {}, from + QPoint(12, 52));
    QMouseEvent drag(QEvent::MouseMove, QPointF(600, 108), area->mapToGlobal(QPointF(600, 108)),
                     Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(area, &drag);
    QTest::mouseRelease(area, Qt::LeftButton, {}, QPoint(600, 108));
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), QStringLiteral("one\n\ntwo\n\nthree"));
}

void TestThread::anOldStoryIsOneLineUntilItIsOpened_data()
{
    QTest::addColumn<QString>("by");
    QTest::newRow("mouse") << QStringLiteral("mouse");
    QTest::newRow("arrow keys") << QStringLiteral("keys");
    QTest::newRow("menu") << QStringLiteral("menu");
}

void TestThread::anOldStoryIsOneLineUntilItIsOpened()
{
    QFETCH(QString, by);
    open({message(kMail)});
    const auto turn = [&](bool on) {
        if (by == QLatin1String("mouse")) {
            const QList<QPoint> found = handles();
            QCOMPARE(found.size(), 1);
            QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, found.first());
        } else if (by == QLatin1String("keys")) {
            m_view->setCurrent(0);
            QTest::keyClick(m_view.get(), on ? Qt::Key_Right : Qt::Key_Left);
        } else {
            triggerInMenu(0, on ? QStringLiteral("Show quoted text") : QStringLiteral("Hide quoted text"));
        }
    };
    QVERIFY(!copied(0).contains(QStringLiteral("Good morning")));
    turn(true);
    QVERIFY(copied(0).contains(QStringLiteral("Good morning")));
    turn(false);
    QVERIFY(!copied(0).contains(QStringLiteral("Good morning")));
}

void TestThread::anOpenedFoldStaysOpenWhenTheThreadIsReadAgain()
{
    QList<ThreadItem> items{message(kMail), message(kMail)};
    open(items);
    m_view->setCurrent(0);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    items[0].delivery = Delivery::Sending; // changed, so it is laid out anew
    items.append(message(QStringLiteral("news")));
    m_view->refresh(items);
    QVERIFY(copied(0).contains(QStringLiteral("Good morning")));
    QVERIFY(!copied(1).contains(QStringLiteral("Good morning")));
}

void TestThread::aFoldedStoryIsReadOutAndCopiedWhole()
{
    open({message(kMail)});
    QVERIFY(m_view->spoken(0).contains(QStringLiteral("please try again")));
    m_view->setCurrent(0);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier); // nothing is selected
    QCOMPARE(clipboard(), kMail);
}

void TestThread::numbersAndAddressesLeadSomewhere()
{
    open({message(QStringLiteral("See #1042 first.\n\nThen https://a.example/x&y now."))});
    QSignalSpy tickets(m_view.get(), &ThreadView::ticketActivated);
    QSignalSpy links(m_view.get(), &ThreadView::linkActivated);
    const QList<QPoint> found = handles();
    QCOMPARE(found.size(), 2);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, found[0]);
    QCOMPARE(tickets.size(), 1);
    QCOMPARE(tickets.first().first().toString(), QStringLiteral("1042"));
    QTest::mouseMove(m_view->viewport(), found[1]);
    QCOMPARE(m_view->viewport()->toolTip(), QStringLiteral("https://a.example/x&amp;y"));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, found[1]);
    QCOMPARE(links.size(), 1);
    triggerInMenu(0, QStringLiteral("Open https://a.example/"));
    QCOMPARE(links.size(), 2);
    triggerInMenu(0, QStringLiteral("Open #1042"));
    QCOMPARE(tickets.size(), 2);

    ThreadItem theirs = message(QStringLiteral("See #1042"));
    theirs.ticketLinks = false; // a requester cannot open it
    m_view->open({theirs});
    QVERIFY(handles().isEmpty());
}

void TestThread::htmlMailIsShownAndLoadsNothing()
{
    open({message(QStringLiteral("Hello Ben"),
                  QStringLiteral("<p>Hello <b>Ben</b><script>bad()</script></p>"
                                 "<img src='https://t.example/1.gif'><img src='http://t.example/2.gif'>"
                                 "<a href='javascript:bad()'>go</a>"))});
    QCOMPARE(copied(0), QStringLiteral("Hello Ben\n\ngo"));
    const QList<QPoint> found = handles();
    QCOMPARE(found.size(), 1); // the line about pictures, and no link
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, found.first());
    QCOMPARE(clipboard(), QStringLiteral("https://t.example/1.gif\nhttp://t.example/2.gif"));
    QVERIFY(menuTexts(0).filter(QStringLiteral("addresses")).size() == 1);
}

void TestThread::aPictureOfTheMailIsItsFile()
{
    ThreadItem mail = message(QStringLiteral("see"), QStringLiteral("<p>see <img src='cid:x@y' alt='the error'></p>"));
    ShownFile other;
    other.flat = {QString(64, u'a'), QStringLiteral("notes.txt"), QStringLiteral("text/plain"), 10};
    ShownFile picture;
    picture.flat = {QString(64, u'b'), QStringLiteral("screen.png"), QStringLiteral("image/png"), 10};
    mail.files = {other, picture};
    mail.contentIds = {QString(), QStringLiteral("x@y")};
    open({mail});
    QSignalSpy files(m_view.get(), &ThreadView::fileActivated);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, handles().first());
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.first().first().value<ShownFile>().flat.name, QStringLiteral("screen.png"));

    Message message;
    message.attachments = {other.flat, picture.flat};
    message.params = {{QStringLiteral("html"), mail.html}, {QStringLiteral("cid.x@y"), picture.flat.sha256}};
    QCOMPARE(htmlOf(message), mail.html);
    QCOMPARE(contentIdOf(message, picture.flat), QStringLiteral("x@y"));
    QVERIFY(contentIdOf(message, other.flat).isEmpty());
}

void TestThread::aPictureInSightIsAskedForOnceAndShown()
{
    ThreadItem mail = message(QStringLiteral("see ![the error](screen.png) here\n\n![it](screen.png) again"));
    ShownFile picture;
    picture.flat = {QString(64, u'b'), QStringLiteral("screen.png"), QStringLiteral("image/png"), 10};
    mail.files = {picture};
    QList<ThreadItem> items{mail};
    for (int i = 0; i < 60; ++i)
        items.append(message(QStringLiteral("later\n\n\n\nwords")));
    QSignalSpy wanted(m_view.get(), &ThreadView::pictureWanted);
    open(items);
    QCOMPARE(wanted.size(), 0); // out of sight
    m_view->setCurrent(0);
    QCOMPARE(wanted.size(), 1);
    const int before = m_view->verticalScrollBar()->maximum();
    QImage error(300, 100, QImage::Format_RGB32);
    error.fill(QColor(Qt::magenta));
    m_view->setPicture(picture.flat.sha256, error);
    QCOMPARE(m_view->verticalScrollBar()->maximum(), before + 2 * (100 + 5));
    const QImage seen = m_view->viewport()->grab().toImage();
    bool shown = false;
    for (int y = 0; y < seen.height() && !shown; ++y)
        shown = seen.pixelColor(150, y) == QColor(Qt::magenta);
    QVERIFY(shown);
    QCOMPARE(wanted.size(), 1);
}

void TestThread::aVeryLongMessageIsCutUntilTheRestIsWanted()
{
    QString log;
    for (int i = 0; i < 1500; ++i)
        log += QStringLiteral("line %1 of a log\n").arg(i);
    open({message(QStringLiteral("```\n") + log + QStringLiteral("```\n\nthe end"))});
    QVERIFY(!copied(0).contains(QStringLiteral("the end")));
    QVERIFY(copied(0).size() <= ThreadCard::kShownAtFirst + 10);
    triggerInMenu(0, QStringLiteral("Show the whole message"));
    QVERIFY(copied(0).endsWith(QStringLiteral("line 1499 of a log\n\nthe end")));
}

void TestThread::fiveHundredMailsAreLaidOutOnlyWhereTheyAreSeen()
{
    QList<ThreadItem> items;
    for (int i = 0; i < 500; ++i) {
        items.append(message(QStringLiteral("Message %1\n\n").arg(i) + kMail.repeated(1 + i % 5),
                             i % 2 ? QString() : QStringLiteral("<p>Message %1</p><ul><li>a<li>b</ul>").arg(i)));
    }
    open(items);
    QVERIFY2(m_view->laidOut() < 40, qPrintable(QString::number(m_view->laidOut())));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QVERIFY2(m_view->laidOut() < 80, qPrintable(QString::number(m_view->laidOut())));
    QCOMPARE(m_view->current(), 499);
    QVERIFY(copied(498).startsWith(QStringLiteral("Message 498\n\n• a\n• b")));
}

void TestThread::anyTextIsLaidOutAtAnyWidth()
{
    const char *const pieces[] = {"word ", "\n", "\n\n", "> ", "- ", "1. ", "# ", "**b** ", "`c` ", "```\n",
                                  "| a | b |\n|---|---|\n| 1 | 2 |\n", "https://a.example/ ", "#12 ",
                                  "![p](x.png) ", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D ", "\xF0\x9F\x98\x80 ", "e\xCC\x81 ", "\t",
                                  "averyveryverylongwordthatfitsnowhereatallaveryveryverylongword ", "---\n"};
    SeededRng rng(42);
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::green);
    QImage canvas(400, 400, QImage::Format_ARGB32_Premultiplied);
    for (int round = 0; round < 150; ++round) {
        QString text;
        for (int i = int(rng.below(60)); i > 0; --i)
            text += QString::fromUtf8(pieces[rng.below(std::size(pieces))]);
        ProseLayout::Extent extent;
        if (rng.below(2))
            extent.open = {0, 1, 2};
        if (rng.below(4) == 0)
            extent.most = qsizetype(rng.below(200));
        RichDoc doc = fromMarkdown(text, true);
        for (int i = 0; i < int(doc.targets.size()); ++i) {
            if (doc.targets[i].kind == RichTarget::Kind::Picture)
                extent.pictures.insert(i, picture);
        }
        const ProseLayout prose(doc, int(rng.below(900)), m_view->font(), extent);
        QVERIFY(prose.height() >= 0);
        QVERIFY(extent.most > 1000 || prose.text().size() <= extent.most + 60);
        for (int i = 0; i < 40; ++i) {
            const ProseHit hit = prose.hit(QPointF(double(rng.below(900)), double(rng.below(600))));
            QVERIFY(hit.cursor >= -1 && hit.cursor <= prose.text().size());
            QVERIFY(hit.part != ProseHit::Part::Target
                    || (hit.target >= 0 && hit.target < prose.doc().targets.size()));
            QVERIFY(hit.part != ProseHit::Part::Fold
                    || (hit.fold >= 0 && hit.fold < prose.folds().size()));
        }
        QPainter painter(&canvas);
        prose.paint(painter, {tokensFor(Scheme::Dark), 1, 3, int(prose.text().size()) - 2,
                              QRectF(0, 0, 400, 400)});
    }
}

void TestThread::aRequestersViewHasTheSameLooks()
{
    ProseView view(nullptr);
    view.setDoc(*sanitizedHtml(QStringLiteral("<p>Hello <b>Ben</b> <a href='https://a.example/'>see</a> #1042</p>"
                                              "<blockquote>a<br>b<br>c</blockquote>"), false));
    view.resize(300, view.heightForWidth(300));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setFocus();
    QCOMPARE(view.shownText(), QStringLiteral("Hello Ben see #1042"));
    const int folded = view.heightForWidth(300);
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.shownText().endsWith(QStringLiteral("a\nb\nc")));
    QVERIFY(view.heightForWidth(300) > folded);
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), view.shownText());
    QVERIFY(view.accessibleName().contains(QStringLiteral("Hello Ben see")));
    QSignalSpy links(&view, &ProseView::linkActivated);
    for (int x = 4; x < 296 && links.isEmpty(); x += 4)
        QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(x, 8));
    QCOMPARE(links.size(), 1);
}

QTEST_MAIN(TestThread)
#include "tst_thread.moc"
