// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/desksplit.h"

namespace vigie {

namespace {

// What each gets of the room, as long as nobody chose otherwise.
constexpr int kListBeside = 400;
constexpr int kPageBeside = 640;
constexpr int kAboveParts = 2;
constexpr int kBelowParts = 3;

} // namespace

DeskSplit::DeskSplit(QWidget *parent) : QSplitter(Qt::Horizontal, parent)
{
    setObjectName(QStringLiteral("agentSplitter"));
    setChildrenCollapsible(false);
    setHandleWidth(1);
    connect(this, &QSplitter::splitterMoved, this, [this] {
        (isAbove() ? m_above : m_beside) = saveState();
        Q_EMIT sizesChosen();
    });
}

void DeskSplit::setAbove(bool above)
{
    if (above == isAbove())
        return;
    setOrientation(above ? Qt::Vertical : Qt::Horizontal);
    arrange();
}

void DeskSplit::setKept(const QByteArray &beside, const QByteArray &above)
{
    m_beside = beside;
    m_above = above;
    arrange();
}

void DeskSplit::arrange()
{
    const bool above = isAbove();
    const QByteArray &state = above ? m_above : m_beside;
    if (!state.isEmpty() && restoreState(state) && isAbove() == above)
        return;
    setOrientation(above ? Qt::Vertical : Qt::Horizontal); // a damaged state may have turned it
    if (above)
        setSizes({kAboveParts * 200, kBelowParts * 200});
    else
        setSizes({kListBeside, kPageBeside});
}

} // namespace vigie
