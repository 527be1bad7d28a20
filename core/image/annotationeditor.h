// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationdocument.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace vigie {

/// A document while it is edited: every change goes through change() and can be undone. Commands
/// hold values and ids, never pointers to what is shown. GUI thread.
class AnnotationEditor final : public QObject
{
    Q_OBJECT

public:
    explicit AnnotationEditor(QObject *parent);

    [[nodiscard]] const AnnotationDocument &document() const { return m_document; }
    /// Another shot: nothing of the old one can be undone any more.
    void setDocument(const AnnotationDocument &document);
    [[nodiscard]] QUndoStack &undoStack() { return m_stack; }
    /// The person's own items among these ids, lowest first.
    [[nodiscard]] QList<Annotation> mine(const QStringList &ids) const;

    /// Runs `edit` on a copy and records the difference, if there is one. Changes in a row with
    /// the same `mergeKey` (not empty) become one step: a drag, a slider, a word being typed.
    /// `text` is the step's name in menus. Steps are renumbered by itself.
    void change(const QString &text, const std::function<void(AnnotationDocument &)> &edit,
                const QString &mergeKey = {});
    /// The next change with the same key starts a step of its own.
    void endMerging();
    /// Adds on top; gives it an id and a layer if it has none. Answers the id; empty when the
    /// document is full (limits::kAnnotations).
    QString add(const QString &text, Annotation item);
    void remove(const QString &text, const QStringList &ids);

    /// The layer that new annotations go to; the others cannot be changed by the person.
    void setLayer(const AnnotationLayer &layer);
    [[nodiscard]] const AnnotationLayer &layer() const { return m_layer; }
    [[nodiscard]] bool isMine(const Annotation &item) const { return item.layer == m_layer.id; }

    [[nodiscard]] static QString newId();

Q_SIGNALS:
    /// After every change, undo and redo.
    void changed();

private:
    friend class AnnotationChange;
    void show(const AnnotationDocument &document);

    AnnotationDocument m_document;
    QUndoStack m_stack;
    AnnotationLayer m_layer{reporterLayer(), {}, {}};
};

} // namespace vigie
