// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/annotationeditor.h"

#include "core/base/limits.h"
#include "core/image/annotationchange.h"

#include <QUuid>

namespace vigie {

namespace {

constexpr int kUndoSteps = 500;

} // namespace

AnnotationEditor::AnnotationEditor(QObject *parent) : QObject(parent)
{
    m_stack.setUndoLimit(kUndoSteps);
}

QString AnnotationEditor::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void AnnotationEditor::setDocument(const AnnotationDocument &document)
{
    m_stack.clear();
    show(document);
}

void AnnotationEditor::show(const AnnotationDocument &document)
{
    m_document = document;
    Q_EMIT changed();
}

void AnnotationEditor::setLayer(const AnnotationLayer &layer)
{
    m_layer = layer;
}

void AnnotationEditor::change(const QString &text,
                              const std::function<void(AnnotationDocument &)> &edit,
                              const QString &mergeKey)
{
    AnnotationDocument after = m_document;
    edit(after);
    after.renumberSteps();
    if (after == m_document)
        return;
    m_stack.push(new AnnotationChange(*this, text, m_document, after, mergeKey));
}

void AnnotationEditor::endMerging()
{
    // An index that was clean is no longer merged into: the stack's own way to end a series.
    m_stack.setClean();
}

QString AnnotationEditor::add(const QString &text, Annotation item)
{
    if (m_document.items.size() >= limits::kAnnotations)
        return {};
    if (item.id.isEmpty())
        item.id = newId();
    if (item.layer.isEmpty())
        item.layer = m_layer.id;
    change(text, [&](AnnotationDocument &document) {
        document.ensureLayer(m_layer);
        document.items.append(item);
    });
    return item.id;
}

QList<Annotation> AnnotationEditor::mine(const QStringList &ids) const
{
    QList<Annotation> found;
    for (const Annotation &item : m_document.items) {
        if (ids.contains(item.id) && isMine(item))
            found.append(item);
    }
    return found;
}

void AnnotationEditor::remove(const QString &text, const QStringList &ids)
{
    change(text, [&](AnnotationDocument &document) {
        document.items.removeIf([&](const Annotation &item) {
            return ids.contains(item.id) && isMine(item);
        });
    });
}

} // namespace vigie
