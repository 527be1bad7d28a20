// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/steprecording.h"
#include "core/text/sensitivetext.h"

#include <QDialog>
#include <QPointer>

#include <memory>

class QCheckBox;

namespace vigie {

class AnnotateWindow;
class Banner;
class EditorHabits;
class Button;
class Label;
class OcrEngine;
class PageColumn;
class Prompt;
class ShotService;
class StepCard;

/// The review of a recording before anything of it is attached: steps are captioned, dropped,
/// reordered, drawn on; what is hidden in one can be hidden in all that look alike. Every edit is
/// told at once, so that the owner can journal it; closing keeps everything for later. At most one
/// picture is decoded at a time for the list. `service` and `prompt` must outlive it. Deletes
/// itself when closed. GUI thread.
class StepReview final : public QDialog
{
    Q_OBJECT

public:
    StepReview(const StepRecording &recording, ShotService &service, Prompt &prompt,
               QWidget *parent);
    ~StepReview() override;

    [[nodiscard]] const StepRecording &recording() const { return m_recording; }
    /// Reads pictures in the editor to find private places; null = not looked for.
    void setHabits(EditorHabits *habits) { m_habits = habits; }
    void setReader(const std::shared_ptr<OcrEngine> &reader, const SensitiveRules &rules);
    /// Something the person should know, above the list.
    void tell(const QString &words);
    void askToDiscard();

Q_SIGNALS:
    void changed();
    /// The steps that are kept belong into the report. The window stays until it is closed.
    void attachWanted();
    /// The person confirmed: all of it goes.
    void discardWanted();

private:
    struct Row;

    [[nodiscard]] QWidget *buildTop();
    [[nodiscard]] QWidget *buildBar();
    void addRow(qsizetype at);
    [[nodiscard]] qsizetype indexOf(quint64 id) const;
    void move(quint64 id, int by);
    void keep(quint64 id, bool kept);
    void edit(quint64 id);
    void openEditor(quint64 id, const QImage &original);
    void takeEdit(quint64 id, const AnnotationDocument &document);
    void hideInSimilar(quint64 id);
    void undoHiding();
    void edited();
    void showRow(qsizetype row);
    void showAll();
    void wantPicture(quint64 id);
    void paintNext();
    void closeEditors();

    StepRecording m_recording;
    ShotService &m_service;
    Prompt &m_prompt;
    std::shared_ptr<OcrEngine> m_reader;
    SensitiveRules m_rules;
    EditorHabits *m_habits = nullptr;
    QList<Row> m_rows; ///< one for each step, in the same order
    std::optional<StepRecording> m_beforeHiding;
    QList<quint64> m_unpainted; ///< rows whose picture is not up to date
    bool m_painting = false;
    quint64 m_lastId = 0;
    Banner *m_banner = nullptr;
    QCheckBox *m_titles = nullptr;
    PageColumn *m_area = nullptr;
    Label *m_count = nullptr;
    Button *m_discard = nullptr;
    Button *m_attach = nullptr;
};

} // namespace vigie
