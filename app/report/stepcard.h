// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/steprecording.h"

#include <QFrame>
#include <QImage>

class QLineEdit;

namespace vigie {

class Button;
class IconButton;
class Label;

/// One step of a recording in its review: a small picture as it would leave, its caption, and
/// whether it stays. Knows nothing of other steps.
class StepCard final : public QFrame
{
    Q_OBJECT

public:
    /// Of the small picture, device-independent pixels.
    static constexpr QSize kPictureRoom{232, 145};

    explicit StepCard(QWidget *parent);

    /// `place` counts all steps from 0; `number` is what a kept one has on its mark.
    void setStep(const StepShot &step, qsizetype place, qsizetype count);
    /// Puts its controls behind `before` in the order of the Tab key; answers the last of them.
    [[nodiscard]] QWidget *tabAfter(QWidget *before);
    /// How many other steps would get this one's redactions; 0 = nothing to offer.
    void setSimilar(int steps);
    /// Its caption is edited elsewhere as long as its editor is open.
    void setEditing(bool editing);
    /// `picture` is the whole shot of `document`, made small; its marks would be hard to see in
    /// it and are drawn larger.
    void showPicture(const QImage &picture, const AnnotationDocument &document);
    /// The picture cannot be shown.
    void showTrouble(const QString &words);

Q_SIGNALS:
    void captionEdited(const QString &caption);
    void editWanted();
    /// -1 = before the one before, +1 = after the next.
    void moveWanted(int by);
    void keepWanted(bool kept);
    void hideInSimilarWanted();

private:
    [[nodiscard]] QWidget *buildHead();
    void showEnabled();

    bool m_kept = true;
    bool m_editing = false;
    Label *m_picture;
    Label *m_title = nullptr;
    Label *m_time = nullptr;
    Button *m_edit = nullptr;
    IconButton *m_up = nullptr;
    IconButton *m_down = nullptr;
    Button *m_keep = nullptr;
    QLineEdit *m_caption;
    Button *m_similar;
    Label *m_trouble;
};

} // namespace vigie
