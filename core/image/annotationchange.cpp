// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/annotationchange.h"

#include "core/image/annotationeditor.h"

namespace vigie {

namespace {

QStringList idsOf(const AnnotationDocument &document)
{
    QStringList ids;
    ids.reserve(document.items.size());
    for (const Annotation &item : document.items)
        ids.append(item.id);
    return ids;
}

AnnotationDocument withoutItems(const AnnotationDocument &document)
{
    AnnotationDocument rest = document;
    rest.items.clear();
    return rest;
}

} // namespace

AnnotationDifference::AnnotationDifference(const AnnotationDocument &before,
                                           const AnnotationDocument &after)
{
    extend(before, after);
}

void AnnotationDifference::extend(const AnnotationDocument &before,
                                  const AnnotationDocument &after)
{
    m_before = {};
    m_after = {};
    QHash<QString, const Annotation *> old;
    for (const Annotation &item : before.items)
        old.insert(item.id, &item);
    for (const Annotation &item : after.items) {
        const Annotation *was = old.take(item.id);
        if (was && *was == item)
            continue;
        m_after.items.insert(item.id, item);
        if (was)
            m_before.items.insert(item.id, *was);
    }
    for (const Annotation *gone : std::as_const(old))
        m_before.items.insert(gone->id, *gone);
    m_before.rest = withoutItems(before);
    m_after.rest = withoutItems(after);
    m_before.order = idsOf(before);
    m_after.order = idsOf(after);
    if (m_before.order == m_after.order) {
        m_before.order.clear();
        m_after.order.clear();
    }
}

bool AnnotationDifference::isEmpty() const
{
    return m_before.items.isEmpty() && m_after.items.isEmpty() && m_before.order.isEmpty()
        && m_after.order.isEmpty() && m_before.rest == m_after.rest;
}

AnnotationDocument AnnotationDifference::applied(const AnnotationDocument &document,
                                                 bool forward) const
{
    const Side &side = forward ? m_after : m_before;
    AnnotationDocument made = side.rest;
    if (side.order.isEmpty() && (forward ? m_before : m_after).order.isEmpty()) {
        made.items = document.items;
        for (Annotation &item : made.items) {
            const auto found = side.items.constFind(item.id);
            if (found != side.items.cend())
                item = *found;
        }
        return made;
    }
    QHash<QString, const Annotation *> here;
    for (const Annotation &item : document.items)
        here.insert(item.id, &item);
    for (const QString &id : side.order) {
        const auto found = side.items.constFind(id);
        if (found != side.items.cend())
            made.items.append(*found);
        else if (const Annotation *same = here.value(id))
            made.items.append(*same);
    }
    return made;
}

AnnotationChange::AnnotationChange(AnnotationEditor &editor, const QString &text,
                                   const AnnotationDocument &before,
                                   const AnnotationDocument &after, const QString &mergeKey)
    : QUndoCommand(text), m_editor(editor), m_difference(before, after), m_mergeKey(mergeKey)
{
}

void AnnotationChange::undo()
{
    m_editor.show(m_difference.applied(m_editor.document(), false));
}

void AnnotationChange::redo()
{
    m_editor.show(m_difference.applied(m_editor.document(), true));
}

int AnnotationChange::id() const
{
    return m_mergeKey.isEmpty() ? -1 : 1;
}

bool AnnotationChange::mergeWith(const QUndoCommand *later)
{
    const auto *next = static_cast<const AnnotationChange *>(later);
    if (next->m_mergeKey != m_mergeKey)
        return false;
    // The editor already shows what `next` led to.
    const AnnotationDocument after = m_editor.document();
    const AnnotationDocument middle = next->m_difference.applied(after, false);
    const AnnotationDocument before = m_difference.applied(middle, false);
    m_difference.extend(before, after);
    // Dragged back to where it began: nothing happened.
    setObsolete(m_difference.isEmpty());
    return true;
}

} // namespace vigie
