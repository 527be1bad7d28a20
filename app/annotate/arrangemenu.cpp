// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/arrangemenu.h"

#include "app/annotate/annotationcanvas.h"

namespace vigie {

ArrangeMenu::ArrangeMenu(AnnotationCanvas &canvas, QWidget *parent)
    : QMenu(tr("Arrange"), parent), m_canvas(canvas)
{
    setObjectName(QStringLiteral("arrangeMenu"));
    const auto key = [](Qt::Key letter) {
        return QKeySequence(Qt::CTRL | Qt::SHIFT | letter);
    };
    add("arrangeLeft", tr("Left edges in line"), Arrange::Left, key(Qt::Key_L));
    add("arrangeCentre", tr("Centres in one column"), Arrange::Centre, key(Qt::Key_E));
    add("arrangeRight", tr("Right edges in line"), Arrange::Right, key(Qt::Key_R));
    addSeparator();
    add("arrangeTop", tr("Upper edges in line"), Arrange::Top, key(Qt::Key_T));
    add("arrangeMiddle", tr("Middles in one row"), Arrange::Middle, key(Qt::Key_M));
    add("arrangeBottom", tr("Lower edges in line"), Arrange::Bottom, key(Qt::Key_B));
    addSeparator();
    add("arrangeAcross", tr("Equal gaps across"), Arrange::SpreadAcross, key(Qt::Key_A));
    add("arrangeDown", tr("Equal gaps downwards"), Arrange::SpreadDown, key(Qt::Key_D));
    connect(&m_canvas, &AnnotationCanvas::selectionChanged, this, &ArrangeMenu::showWhatWorks);
    showWhatWorks();
}

void ArrangeMenu::add(const char *name, const QString &words, Arrange how,
                      const QKeySequence &keys)
{
    QAction *action = addAction(words, this, [this, how, words] { apply(how, words); });
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    action->setData(leastFor(how));
    parentWidget()->addAction(action);
}

void ArrangeMenu::showWhatWorks()
{
    const qsizetype chosen = m_canvas.editor().mine(m_canvas.selection()).size();
    const QList<QAction *> all = actions();
    for (QAction *action : all) {
        if (!action->isSeparator())
            action->setEnabled(chosen >= action->data().toInt());
    }
}

void ArrangeMenu::apply(Arrange how, const QString &words)
{
    QList<Annotation> items = m_canvas.editor().mine(m_canvas.selection());
    arrange(items, how);
    m_canvas.editor().change(words, [&items](AnnotationDocument &document) {
        for (const Annotation &item : std::as_const(items)) {
            if (const qsizetype at = document.indexOf(item.id); at >= 0)
                document.items[at] = item;
        }
    });
}

} // namespace vigie
