// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/editorhabits.h"
#include "app/report/capturemenu.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace vigie;

class TestCaptureMenu final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePointerIsAHabit();
};

void TestCaptureMenu::thePointerIsAHabit()
{
    EditorHabits habits;
    CaptureMenu menu(nullptr);
    QVERIFY(!menu.findChild<QAction *>(QStringLiteral("shot.pointer")));
    menu.offerPointer(habits);
    QSignalSpy wanted(&menu, &CaptureMenu::wanted);
    auto *pointer = menu.findChild<QAction *>(QStringLiteral("shot.pointer"));
    auto *region = menu.findChild<QAction *>(QStringLiteral("shot.region"));
    region->trigger();
    pointer->trigger();
    QVERIFY(habits.takesPointer());
    region->trigger();
    QVERIFY(!wanted.at(0).at(0).value<CaptureWish>().withPointer);
    QVERIFY(wanted.at(1).at(0).value<CaptureWish>().withPointer);
    habits.setTakesPointer(false);
    QVERIFY(!pointer->isChecked());
}

QTEST_MAIN(TestCaptureMenu)
#include "tst_capturemenu.moc"
