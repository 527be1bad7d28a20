// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationdocument.h"

#include <QHash>
#include <QUndoCommand>

#include <optional>

namespace vigie {

class AnnotationEditor;

/// The difference between two documents, both ways: only what changed is kept, so that hundreds of
/// steps on a full picture stay small.
class AnnotationDifference
{
public:
    AnnotationDifference(const AnnotationDocument &before, const AnnotationDocument &after);

    [[nodiscard]] bool isEmpty() const;
    /// The document of the other side.
    [[nodiscard]] AnnotationDocument applied(const AnnotationDocument &document, bool forward) const;
    /// Takes over what a later difference leads to.
    void extend(const AnnotationDocument &before, const AnnotationDocument &after);

private:
    struct Side {
        QHash<QString, Annotation> items; ///< what was changed, added or removed, as it is here
        QStringList order;                ///< all ids; empty when both sides have the same
        AnnotationDocument rest;          ///< everything but the items
    };
    Side m_before;
    Side m_after;
};

/// One step of the undo stack.
class AnnotationChange final : public QUndoCommand
{
public:
    AnnotationChange(AnnotationEditor &editor, const QString &text,
                     const AnnotationDocument &before, const AnnotationDocument &after,
                     const QString &mergeKey);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand *later) override;

private:
    AnnotationEditor &m_editor;
    AnnotationDifference m_difference;
    QString m_mergeKey;
};

} // namespace vigie
