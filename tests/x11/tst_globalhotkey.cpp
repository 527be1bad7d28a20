// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/globalhotkey.h"
#include "app/platform/hotkeytext.h"
#include "tests/x11/otherprogram.h"
#include "tests/x11/xserver.h"

#include <QAbstractNativeEventFilter>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace vigie;

namespace {

constexpr quint32 kControl = 0xffe3;
constexpr quint32 kShift = 0xffe1;
constexpr quint32 kAlt = 0xffe9;
constexpr quint32 kCapsLock = 0xffe5;
constexpr quint32 kNumLock = 0xff7f;
constexpr quint32 kF9 = 0xffc6;

const QKeySequence kChosen(Qt::CTRL | Qt::ALT | Qt::Key_R);

/// Counts key presses that reach this program at all.
class PressCounter final : public QAbstractNativeEventFilter
{
public:
    int presses = 0;
    PressCounter() { qApp->installNativeEventFilter(this); }
    bool nativeEventFilter(const QByteArray &, void *message, qintptr *) override
    {
        const auto *event = static_cast<const xcb_generic_event_t *>(message);
        presses += (event->response_type & 0x7f) == XCB_KEY_PRESS ? 1 : 0;
        return false;
    }
};

} // namespace

class GlobalHotkeyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_hotkey.reset(GlobalHotkey::create(nullptr));
        m_pressed = std::make_unique<QSignalSpy>(m_hotkey.get(), &GlobalHotkey::pressed);
    }
    void cleanup()
    {
        m_pressed.reset();
        m_hotkey.reset();
    }

    void aKeyReachesUsWithoutAnyWindow()
    {
        QVERIFY(QGuiApplication::topLevelWindows().isEmpty());
        QVERIFY(m_hotkey->isSupported());
        QVERIFY(!m_hotkey->setKey(kChosen));
        QCOMPARE(m_hotkey->key(), kChosen);
        chord({kControl, kAlt, 'r'});
        QTRY_COMPARE(m_pressed->size(), 1);
        chord({kControl, kAlt, 'r'});
        QTRY_COMPARE(m_pressed->size(), 2);
    }

    void lockKeysDoNotMatter()
    {
        QVERIFY(!m_hotkey->setKey(kChosen));
        int expected = 0;
        for (const quint32 lock : {kCapsLock, kNumLock, kCapsLock, kNumLock}) {
            chord({lock}); // on, both on, one off, both off
            chord({kControl, kAlt, 'r'});
            ++expected;
            QTRY_COMPARE(m_pressed->size(), expected);
        }
    }

    void otherChordsAreLeftAlone()
    {
        QVERIFY(!m_hotkey->setKey(kChosen));
        chord({kControl, 'r'});
        chord({kControl, kAlt, kShift, 'r'});
        chord({kControl, kAlt, 't'});
        chord({'r'});
        chord({kControl, kAlt, 'r'}); // comes last, so everything else has been heard by then
        QTRY_COMPARE(m_pressed->size(), 1);
    }

    void heldDownItIsPressedOnce()
    {
        QVERIFY(!m_hotkey->setKey(QKeySequence(Qt::Key_F9)));
        PressCounter counter;
        m_person.key(m_person.codeOf(kF9), true);
        QTRY_VERIFY(m_pressed->size() == 1);
        // The counter stands in front of the hotkey and sees the repeated presses.
        QTRY_VERIFY(counter.presses >= 4);
        m_person.key(m_person.codeOf(kF9), false);
        QCOMPARE(m_pressed->size(), 1);
        chord({kF9});
        QTRY_COMPARE(m_pressed->size(), 2);
    }

    void aHotkeyThatIsTakenIsTold()
    {
        OtherProgram rival;
        QVERIFY(grabs(rival, XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1));
        QCOMPARE(m_hotkey->setKey(kChosen), HotkeyTrouble::Taken);
        QVERIFY(m_hotkey->key().isEmpty());
        QVERIFY(HotkeyText::of(HotkeyTrouble::Taken, kChosen).contains(QLatin1String("Ctrl+Alt+R")));
    }

    void aKeyHalfTakenIsGivenBackWhole()
    {
        OtherProgram rival;
        QVERIFY(grabs(rival, XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1 | XCB_MOD_MASK_LOCK));
        QCOMPARE(m_hotkey->setKey(kChosen), HotkeyTrouble::Taken);
        QVERIFY(grabs(rival, XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1));
    }

    void whatWeHaveNobodyElseGets()
    {
        QVERIFY(!m_hotkey->setKey(kChosen));
        OtherProgram rival;
        QVERIFY(!grabs(rival, XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1));
        std::unique_ptr<GlobalHotkey> second(GlobalHotkey::create(nullptr));
        QVERIFY(!m_hotkey->setKey({}));
        QVERIFY(m_hotkey->key().isEmpty());
        QVERIFY(grabs(rival, XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1));
    }

    void anotherKeyReplacesTheOld()
    {
        QVERIFY(!m_hotkey->setKey(kChosen));
        QVERIFY(!m_hotkey->setKey(QKeySequence(Qt::Key_F9)));
        chord({kControl, kAlt, 'r'});
        chord({kF9});
        QTRY_COMPARE(m_pressed->size(), 1);
        OtherProgram rival;
        QVERIFY(grabs(rival, XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1));
    }

    void keysThatPeopleTypeWithAreRefused_data()
    {
        QTest::addColumn<QKeySequence>("key");
        QTest::addColumn<bool>("good");
        QTest::newRow("letter") << QKeySequence(Qt::Key_R) << false;
        QTest::newRow("capital") << QKeySequence(Qt::SHIFT | Qt::Key_R) << false;
        QTest::newRow("enter") << QKeySequence(Qt::Key_Return) << false;
        QTest::newRow("two chords") << QKeySequence(Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::Key_R)
                                    << false;
        QTest::newRow("modifier") << QKeySequence(Qt::CTRL | Qt::Key_Shift) << false;
        QTest::newRow("not on the keyboard")
            << QKeySequence(Qt::CTRL | Qt::Key_LaunchMail) << false;
        QTest::newRow("function") << QKeySequence(Qt::Key_F9) << true;
        QTest::newRow("print") << QKeySequence(Qt::SHIFT | Qt::Key_Print) << true;
        QTest::newRow("chord") << QKeySequence(Qt::META | Qt::Key_F1) << true;
    }
    void keysThatPeopleTypeWithAreRefused()
    {
        QFETCH(QKeySequence, key);
        QFETCH(bool, good);
        const auto trouble = m_hotkey->setKey(key);
        QCOMPARE(trouble, good ? std::nullopt : std::optional(HotkeyTrouble::Unsuitable));
    }

    void underWaylandTheDesktopsSettingsAreNamed()
    {
        qputenv("WAYLAND_DISPLAY", "wayland-0");
        const std::unique_ptr<GlobalHotkey> none(GlobalHotkey::create(nullptr));
        qunsetenv("WAYLAND_DISPLAY");
        QVERIFY(!none->isSupported());
        QCOMPARE(none->setKey(kChosen), HotkeyTrouble::NotSupported);
        QVERIFY(HotkeyText::of(HotkeyTrouble::NotSupported, kChosen)
                    .contains(QLatin1String("vigie --report")));
    }

private:
    /// Presses keys one after the other and lets go of them.
    void chord(const QList<quint32> &syms)
    {
        for (const quint32 sym : syms)
            m_person.key(m_person.codeOf(sym), true);
        for (auto sym = syms.crbegin(); sym != syms.crend(); ++sym)
            m_person.key(m_person.codeOf(*sym), false);
    }
    [[nodiscard]] static bool grabs(OtherProgram &program, int modifiers)
    {
        const std::unique_ptr<xcb_generic_error_t, decltype(&std::free)> error(
            xcb_request_check(program.connection(),
                              xcb_grab_key_checked(program.connection(), 0, program.root(),
                                                   quint16(modifiers), program.codeOf('r'),
                                                   XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC)),
            &std::free);
        return !error;
    }

    OtherProgram m_person;
    std::unique_ptr<GlobalHotkey> m_hotkey;
    std::unique_ptr<QSignalSpy> m_pressed;
};

int main(int argc, char **argv)
{
    XServer server;
    if (!server.start(QStringLiteral("640x480")))
        return 1;
    QApplication application(argc, argv);
    GlobalHotkeyTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_globalhotkey.moc"
