// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/capturemenu.h"

#include "app/annotate/editorhabits.h"

#include <QAction>

namespace vigie {

CaptureMenu::CaptureMenu(QWidget *parent) : QMenu(parent)
{
    setObjectName(QStringLiteral("captureMenu"));
    addKinds(this, 0);
    addSeparator();
    // Time to open a menu again, or to bring another program to the point.
    for (const int seconds : {3, 5, 10})
        addKinds(addMenu(tr("In %Ln second(s)", nullptr, seconds)), seconds);
}

void CaptureMenu::addKinds(QMenu *into, int seconds)
{
    const QString tail = seconds > 0 ? QString::number(seconds) : QString();
    const auto add = [&](const QString &text, const char *name, CaptureWish::Kind kind) {
        QAction *action = into->addAction(text, this, [this, kind, seconds] {
            CaptureWish wish;
            wish.kind = kind;
            wish.delaySeconds = seconds;
            wish.withPointer = m_habits && m_habits->takesPointer();
            Q_EMIT wanted(wish);
        });
        action->setObjectName(QLatin1String(name) + tail);
    };
    add(tr("Region…"), "shot.region", CaptureWish::Kind::Region);
    add(tr("Screen"), "shot.screen", CaptureWish::Kind::Screen);
    add(tr("Window in front"), "shot.window", CaptureWish::Kind::ActiveWindow);
}

void CaptureMenu::offerPointer(EditorHabits &habits)
{
    m_habits = &habits;
    addSeparator();
    QAction *pointer = addAction(tr("With the mouse pointer"));
    pointer->setObjectName(QStringLiteral("shot.pointer"));
    pointer->setCheckable(true);
    const auto follow = [this, pointer] { pointer->setChecked(m_habits->takesPointer()); };
    connect(pointer, &QAction::triggered, m_habits, &EditorHabits::setTakesPointer);
    connect(m_habits, &EditorHabits::changed, pointer, follow);
    follow();
}

} // namespace vigie
