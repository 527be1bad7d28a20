// SPDX-License-Identifier: GPL-3.0-or-later
// What everybody must be able to read: names for screen readers, room for long words and large
// letters, contrast in both schemes.
#include "app/account/preferencesdialog.h"
#include "app/account/signinpage.h"
#include "app/outbox/outboxpage.h"
#include "app/prompt/questiondialog.h"
#include "app/queue/queuepage.h"
#include "app/report/reportpage.h"
#include "app/requests/requestspage.h"
#include "app/requests/ratingcard.h"
#include "app/shell/agentscreen.h"
#include "app/shell/commandpalette.h"
#include "app/shell/mainwindow.h"
#include "app/shell/shortcutsheet.h"
#include "app/ticket/personpicker.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/theme.h"
#include "core/net/memorysecretstore.h"
#include "tests/ui/facedwindow.h"
#include "tests/ui/lookcheck.h"

#include <QAbstractButton>
#include <QApplication>
#include <QPainter>

using namespace vigie;

class TestReadability final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { applyTheme(*qApp, Scheme::Light); }
    void cleanup();

    void everyControlHasANameForScreenReaders_data() { faces(); }
    void everyControlHasANameForScreenReaders();
    void longWordsFitIntoTheSmallestWindow_data() { faces(); }
    void longWordsFitIntoTheSmallestWindow();
    void largeLettersFitIntoTheSmallestWindow_data() { faces(); }
    void largeLettersFitIntoTheSmallestWindow();
    void frenchFitsIntoTheSmallestWindow_data() { faces(); }
    void frenchFitsIntoTheSmallestWindow();
    void theColoursThatStandOnEachOtherCanBeTold_data();
    void theColoursThatStandOnEachOtherCanBeTold();
    void aSwitchOfTheSchemeRepaintsEveryPage_data() { faces(); }
    void aSwitchOfTheSchemeRepaintsEveryPage();

private:
    static void faces() { FacedWindow::faces(); }
    [[nodiscard]] bool open(bool agent);
    /// Calls `look` with every page of the window in front, then with every dialog.
    void everywhere(bool agent, const std::function<void(QWidget &, const QString &)> &look);
    void verifyFits(bool agent);

    FacedWindow m_faced;
    QFont m_font;
};

void TestReadability::initTestCase()
{
    applyTheme(*qApp, Scheme::Light);
    m_font = QApplication::font();
}

void TestReadability::cleanup()
{
    m_faced.close();
    QApplication::setFont(m_font);
}

bool TestReadability::open(bool agent)
{
    if (!m_faced.open(agent))
        return false;
    // Something in the outbox, so that its cards are looked at too.
    CreateTicket create;
    create.title = QStringLiteral("The scanner beeps");
    create.kit.what = QStringLiteral("All day");
    if (!UiWorld::await(m_faced.world->workspace->tickets().report(create, QString())))
        return false;
    if (!QTest::qWaitFor([this] { return m_faced.world->workspace->status().waiting == 1; }))
        return false;
    if (!agent) {
        return QTest::qWaitFor([this] {
            return m_faced.window->findChild<QWidget *>(QStringLiteral("messageBodyView")) != nullptr;
        });
    }
    const auto *title = m_faced.window->findChild<QWidget *>(QStringLiteral("ticketTitleLabel"));
    return QTest::qWaitFor([title] { return title->isVisible(); });
}

void TestReadability::everywhere(bool agent,
                                 const std::function<void(QWidget &, const QString &)> &look)
{
    QStringList pages{QStringLiteral("requests"), QStringLiteral("report"),
                      QStringLiteral("outbox"), QStringLiteral("notices")};
    if (agent) {
        pages.prepend(QStringLiteral("queue"));
        m_faced.window->findChild<QAbstractButton *>(QStringLiteral("moreFieldsButton"))->click();
    }
    for (const QString &page : std::as_const(pages)) {
        m_faced.window->showPage(page);
        if (page == QLatin1String("outbox"))
            QTRY_VERIFY(m_faced.window->findChild<QWidget *>(QStringLiteral("outboxCard")));
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        look(*m_faced.window, page);
    }
    Ticket ended;
    ended.title = QStringLiteral("The scanner beeps all day long, also when nobody scans anything");
    ended.publicState = PublicState::Closed;
    m_faced.window->findChild<RatingCard *>(QStringLiteral("ratingCard"))->ask(ended);
    look(*m_faced.window, QStringLiteral("rating"));
    const auto dialog = [&look](QWidget &widget, const QString &name) {
        widget.setAttribute(Qt::WA_DeleteOnClose, false);
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        look(widget, name);
        widget.close();
    };
    net::MemorySecretStore secrets;
    AccountService accounts(m_faced.world->folder.path(), secrets, nullptr);
    SignInPage signIn(accounts, nullptr);
    signIn.prefill(QStringLiteral("https://helpdesk.example"), QStringLiteral("anna"),
                   QStringLiteral("Please sign in again."));
    signIn.resize(560, 680);
    dialog(signIn, QStringLiteral("sign-in"));
    PreferencesDialog preferences(Preferences(), m_faced.window.get());
    dialog(preferences, QStringLiteral("preferences"));
    preferences.offerLists(*m_faced.world->workspace);
    preferences.findChild<QAbstractButton *>(QStringLiteral("preferencesPagesChip1"))->click();
    dialog(preferences, QStringLiteral("notifications"));
    ShortcutSheet sheet(m_faced.window->commands(), m_faced.world->prompt, m_faced.window.get());
    dialog(sheet, QStringLiteral("shortcuts"));
    auto *palette = m_faced.window->findChild<CommandPalette *>(QStringLiteral("commandPalette"));
    palette->summon();
    look(*palette, QStringLiteral("palette"));
    palette->reject();
    QuestionDialog question(TextQuestion{QStringLiteral("Title"), QStringLiteral("Label"), {}, {},
                                         QStringLiteral("Go"), true, true},
                            m_faced.window.get());
    dialog(question, QStringLiteral("question"));
    PersonPicker picker(m_faced.world->workspace->tickets(), QStringLiteral("Who?"),
                        QStringLiteral("Add"), {}, m_faced.window.get());
    dialog(picker, QStringLiteral("person picker"));
}

void TestReadability::everyControlHasANameForScreenReaders()
{
    QFETCH(bool, agent);
    QVERIFY(open(agent));
    everywhere(agent, [](QWidget &page, const QString &name) {
        const QStringList wrong = looks::unnamed(page);
        QVERIFY2(wrong.isEmpty(), qPrintable(name + QStringLiteral(":\n") + wrong.join(u'\n')));
    });
}

/// The smallest window must also fit onto a small laptop's screen.
void TestReadability::verifyFits(bool agent)
{
    m_faced.window->resize(m_faced.window->minimumSizeHint());
    everywhere(agent, [this](QWidget &page, const QString &name) {
        if (&page == m_faced.window.get()) {
            page.resize(page.minimumSizeHint().expandedTo({960, 600}));
            QVERIFY2(page.width() <= 1366 && page.height() <= 720,
                     qPrintable(QStringLiteral("%1 needs %2×%3")
                                    .arg(name).arg(page.width()).arg(page.height())));
        }
        // What has just arrived is laid out in a turn of the event loop.
        const bool fits =
            QTest::qWaitFor([&page] { return looks::clipped(page).isEmpty(); }, 1500);
        const QStringList wrong = looks::clipped(page);
        QVERIFY2(fits, qPrintable(name + QStringLiteral(":\n") + wrong.join(u'\n')));
    });
}

void TestReadability::longWordsFitIntoTheSmallestWindow()
{
    QFETCH(bool, agent);
    looks::LongWords words;
    QVERIFY(QCoreApplication::installTranslator(&words));
    const bool opened = open(agent);
    if (opened)
        verifyFits(agent);
    QCoreApplication::removeTranslator(&words);
    QVERIFY(opened);
}

void TestReadability::largeLettersFitIntoTheSmallestWindow()
{
    QFETCH(bool, agent);
    QFont large = m_font;
    large.setPointSizeF(m_font.pointSizeF() * 1.25);
    QApplication::setFont(large);
    QVERIFY(open(agent));
    verifyFits(agent);
}

void TestReadability::frenchFitsIntoTheSmallestWindow()
{
    QFETCH(bool, agent);
    QTranslator french;
    QVERIFY(french.load(QStringLiteral(":/translations/vigie_fr.qm")));
    QVERIFY(QCoreApplication::installTranslator(&french));
    const bool opened = open(agent);
    if (opened)
        verifyFits(agent);
    QCoreApplication::removeTranslator(&french);
    QVERIFY(opened);
}

void TestReadability::theColoursThatStandOnEachOtherCanBeTold_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << int(Scheme::Light);
    QTest::newRow("dark") << int(Scheme::Dark);
}

void TestReadability::theColoursThatStandOnEachOtherCanBeTold()
{
    QFETCH(int, scheme);
    const Tokens &t = tokensFor(Scheme(scheme));
    struct Pair {
        const char *name;
        QColor words;
        QColor ground;
        double least;
    };
    QList<Pair> pairs{{"selected row", t.selectionText, t.selection, 4.5},
                      {"hint in a selected row", t.muted, t.selection, 4.5},
                      {"primary button", t.onAccent, t.accent, 4.5},
                      {"primary button, hovered", t.onAccent, t.accentHover, 4.5},
                      {"primary button, pressed", t.onAccent, t.accentPressed, 4.5},
                      {"focus on a page", t.focus, t.surface, 3.0},
                      {"focus on the window", t.focus, t.window, 3.0}};
    const QColor grounds[] = {t.window, t.surface, t.raised, t.sunken, t.hover};
    for (const QColor &ground : grounds) {
        pairs.append({"text", t.text, ground, 4.5});
        pairs.append({"muted", t.muted, ground, 4.5});
        pairs.append({"faint", t.faint, ground, 4.5});
    }
    for (int i = 0; i < kToneCount; ++i) {
        const ToneColors &tone = t.tones[i];
        pairs.append({"tone's text on its fill", tone.text, tone.fill, 4.5});
        for (const QColor &ground : {t.window, t.surface, t.raised, t.sunken})
            pairs.append({"tone's text on a page", tone.text, ground, 4.5});
        pairs.append({"tone's sign on a page", tone.solid, t.surface, 3.0});
        pairs.append({"hint on a tone's fill", t.muted, tone.fill, 4.5});
    }
    QStringList wrong;
    for (const Pair &pair : std::as_const(pairs)) {
        if (contrast(pair.words, pair.ground) < pair.least)
            wrong.append(QStringLiteral("%1: %2 on %3 is %4")
                             .arg(QLatin1String(pair.name), pair.words.name(), pair.ground.name())
                             .arg(contrast(pair.words, pair.ground), 0, 'f', 2));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestReadability::aSwitchOfTheSchemeRepaintsEveryPage()
{
    QFETCH(bool, agent);
    QVERIFY(open(agent));
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light, Scheme::Dark}) {
        applyTheme(*qApp, scheme);
        const bool dark = scheme == Scheme::Dark;
        everywhere(agent, [dark](QWidget &page, const QString &name) {
            const QImage picture = page.grab().toImage();
            // A page that was forgotten keeps large areas of the other scheme.
            int other = 0;
            int all = 0;
            for (int y = 0; y < picture.height(); y += 7) {
                for (int x = 0; x < picture.width(); x += 7) {
                    const int light = picture.pixelColor(x, y).lightness();
                    other += dark ? light > 200 : light < 60;
                    ++all;
                }
            }
            QVERIFY2(other * 12 < all, qPrintable(QStringLiteral("%1: %2 of %3 points")
                                                      .arg(name).arg(other).arg(all)));
            // Thin letters are never painted in their full colour; the exact numbers are the
            // tokens' test.
            const QStringList wrong = looks::unreadable(page, 3.6);
            QVERIFY2(wrong.isEmpty(), qPrintable(name + QStringLiteral(":\n") + wrong.join(u'\n')));
        });
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_MAIN(TestReadability)
#include "tst_readability.moc"
