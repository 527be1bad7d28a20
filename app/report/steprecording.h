// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationdocument.h"

#include <QJsonObject>
#include <QPoint>
#include <QStringList>

#include <optional>

namespace vigie {

/// One step of a recording: a screenshot in a draft, and what is known about the click.
struct StepShot {
    AnnotationDocument document;
    QString windowTitle; ///< private until the person says otherwise
    bool kept = true;    ///< false: will not be attached
    qint64 atMs = 0;     ///< since the recording began

    bool operator==(const StepShot &) const = default;
};

/// A recording that waits for its person's judgement. A value; what a kill leaves of it is in the
/// draft journal.
struct StepRecording {
    QList<StepShot> steps; ///< in the order in which they will be attached
    bool useTitles = false; ///< the person wants window titles as captions

    bool operator==(const StepRecording &) const = default;

    /// The place in the draft journal.
    [[nodiscard]] static QString draftPlace() { return QStringLiteral("report/steps"); }

    /// What would be attached, in order.
    [[nodiscard]] QList<AnnotationDocument> kept() const;
    /// The originals of all steps, or of those that are (not) kept.
    [[nodiscard]] QStringList originals() const;
    [[nodiscard]] QStringList droppedOriginals() const;
    [[nodiscard]] bool hasTitles() const;

    /// Marks in kept pictures count 1, 2, 3… through the recording; dropped ones count for nothing.
    void renumber();
    /// Fills empty captions with window titles, or takes back those that are nothing else.
    void setUseTitles(bool use);
    /// Other steps of the same picture size that lack some of this one's redactions.
    [[nodiscard]] QList<qsizetype> similarTo(qsizetype step) const;
    /// Gives them those redactions. Answers how many steps were changed.
    int hideInSimilar(qsizetype step);
};

[[nodiscard]] QJsonObject toJson(const StepRecording &recording);
/// Tolerant: a step that cannot be read is left out.
[[nodiscard]] StepRecording stepRecordingFrom(const QJsonObject &object);

/// A numbered mark that points at the clicked pixel, and a ring around it; without a place the mark
/// alone, in the corner where reading begins. In the reporter's layer, so that both can be moved
/// and deleted. The number stays with the step: the list in the details is the person's own text
/// once it is there, so moving a picture within the report renumbers nothing.
[[nodiscard]] QList<Annotation> clickMarks(const QSize &picture, qreal dpr,
                                           const std::optional<QPoint> &at);

/// The captions as numbered lines, "2. …"; empty without any.
[[nodiscard]] QString stepList(const QList<AnnotationDocument> &shots);
/// The details with the list below them, unless it is there already or would make them too long.
[[nodiscard]] QString withStepList(const QString &details, const QString &list);
/// `words` (see PublishedShots) without those of shots that `details` already lists.
[[nodiscard]] QStringList withoutListed(const QStringList &words,
                                        const QList<AnnotationDocument> &shots,
                                        const QString &details);
/// Whether a shot is one of these already: the same picture with the same marks on it.
[[nodiscard]] bool isAmong(const QList<AnnotationDocument> &shots,
                           const AnnotationDocument &shot);

} // namespace vigie
