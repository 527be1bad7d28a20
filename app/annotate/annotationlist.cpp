// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/annotationlist.h"

#include "app/annotate/annotatetools.h"
#include "core/image/annotationgeometry.h"

#include <QKeyEvent>
#include <QScopedValueRollback>

#include <cmath>

namespace vigie {

namespace {

Icon iconOf(AnnotationKind kind)
{
    for (const ToolFacts &facts : annotateTools()) {
        if (facts.kind == kind && kind != AnnotationKind::Unknown)
            return facts.icon;
    }
    return Icon::Help;
}

} // namespace

AnnotationList::AnnotationList(AnnotationEditor &editor, QWidget *parent)
    : QListWidget(parent), m_editor(editor)
{
    setObjectName(QStringLiteral("annotationList"));
    setAccessibleName(tr("Annotations"));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&m_editor, &AnnotationEditor::changed, this, &AnnotationList::rebuild);
    connect(this, &QListWidget::itemSelectionChanged, this, [this] {
        if (m_filling)
            return;
        QStringList ids;
        const QList<QListWidgetItem *> rows = selectedItems();
        for (const QListWidgetItem *row : rows)
            ids.append(row->data(Qt::UserRole).toString());
        Q_EMIT selected(ids);
    });
    connect(this, &QListWidget::itemDoubleClicked, this, &AnnotationList::editWanted);
    rebuild();
}

void AnnotationList::rebuild()
{
    const QScopedValueRollback filling(m_filling, true);
    QStringList chosen;
    const QList<QListWidgetItem *> rows = selectedItems();
    for (const QListWidgetItem *row : rows)
        chosen.append(row->data(Qt::UserRole).toString());
    const QList<Annotation> &items = m_editor.document().items;
    // Rows are reused, so that typing and dragging neither scroll the list nor lose the focus.
    while (count() > items.size())
        delete takeItem(count() - 1);
    while (count() < items.size())
        addItem(new QListWidgetItem);
    for (int i = 0; i < items.size(); ++i) {
        const Annotation &item = items[items.size() - 1 - i];
        QListWidgetItem *row = this->item(i);
        const QString words = AnnotateText::item(item);
        row->setData(Qt::UserRole, item.id);
        row->setText(words);
        row->setIcon(IconSet::icon(iconOf(item.kind), IconColor::Muted));
        const QPointF at = placeOf(item).center();
        row->setData(Qt::AccessibleTextRole,
                     tr("%1, at %L2 across and %L3 down")
                         .arg(words)
                         .arg(int(std::lround(at.x())))
                         .arg(int(std::lround(at.y()))));
        row->setFlags(m_editor.isMine(item) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                            : Qt::ItemIsEnabled);
        row->setSelected(chosen.contains(item.id));
    }
}

void AnnotationList::select(const QStringList &ids)
{
    const QScopedValueRollback filling(m_filling, true);
    for (int i = 0; i < count(); ++i) {
        QListWidgetItem *row = item(i);
        const bool chosen = ids.contains(row->data(Qt::UserRole).toString());
        row->setSelected(chosen);
        if (chosen)
            scrollToItem(row);
    }
}

void AnnotationList::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        Q_EMIT removeWanted();
    else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT editWanted();
    else
        QListWidget::keyPressEvent(event);
}

} // namespace vigie
