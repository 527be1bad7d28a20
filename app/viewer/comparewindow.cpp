// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewer/comparewindow.h"

#include "app/viewer/comparecanvas.h"
#include "app/widgets/button.h"
#include "app/widgets/choicechips.h"
#include "app/widgets/label.h"

#include <QScreen>
#include <QVBoxLayout>

namespace vigie {

CompareWindow::CompareWindow(const Side &first, const Side &second, QWidget *parent)
    : QDialog(parent), m_canvas(new CompareCanvas(first.image, second.image, this))
{
    setObjectName(QStringLiteral("compareWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("%1 and %2", "two pictures that are compared").arg(first.name, second.name));
    m_canvas->setAccessibleName(windowTitle());
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::s);
    column->addWidget(m_canvas, 1);
    auto *looks = new ChoiceChips(tr("How to compare"), this);
    looks->setObjectName(QStringLiteral("compareLook"));
    looks->addChoice(int(CompareCanvas::Look::Edge), tr("Side by side"));
    looks->addChoice(int(CompareCanvas::Look::Second), tr("Only %1").arg(second.name));
    looks->addChoice(int(CompareCanvas::Look::Difference), tr("What differs"));
    looks->setChoice(int(CompareCanvas::Look::Edge));
    column->addWidget(looks);
    auto *hint = new Label(this, TextStyle::Small, LabelRole::Muted);
    column->addWidget(hint->wrapped());
    const auto say = [hint, first, second](CompareCanvas::Look look) {
        if (look == CompareCanvas::Look::Edge) {
            hint->setText(tr("%1 is on the left of the line, %2 on the right. Drag the line, or "
                             "move it with the arrow keys.")
                              .arg(first.name, second.name));
        } else if (look == CompareCanvas::Look::Second) {
            hint->setText(second.name);
        } else {
            hint->setText(tr("What is the same is grey, what differs is red."));
        }
    };
    say(CompareCanvas::Look::Edge);
    connect(looks, &ChoiceChips::choiceChanged, this, [this, say](int choice) {
        m_canvas->setLook(CompareCanvas::Look(choice));
        say(m_canvas->look());
    });
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto *close = new Button(tr("Close"), this, ButtonKind::Primary);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    buttons->addWidget(close);
    column->addLayout(buttons);
    const QSize room = screen() ? screen()->availableSize() * 0.85 : QSize(1024, 700);
    resize((m_canvas->sizeHint() + QSize(40, 150)).expandedTo(QSize(560, 420)).boundedTo(room));
    m_canvas->setFocus();
}

} // namespace vigie
