// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationdocument.h"

#include <QFrame>
#include <QImage>

class QLineEdit;

namespace vigie {

class Button;
class IconButton;
class Label;

/// One screenshot of a report: a small picture of it as it will leave, its words, and what can be
/// done with it. Knows nothing of other shots.
class ShotCard final : public QFrame
{
    Q_OBJECT

public:
    /// Of the small picture, device-independent pixels.
    static constexpr QSize kPictureRoom{184, 124};

    ShotCard(const AnnotationDocument &document, QWidget *parent);

    /// "Screenshot 2"; whether there is one before and after it.
    void setPlace(const QString &name, bool first, bool last);
    /// What is shown of it; words that the person is typing here are not replaced.
    void setDocument(const AnnotationDocument &document);
    /// Its words are edited elsewhere as long as its editor is open.
    void setEditing(bool editing);
    void showLoading();
    void showPicture(const QImage &picture);
    /// The picture cannot be shown; only words and Remove are left.
    void showTrouble(const QString &words);

Q_SIGNALS:
    void captionEdited(const QString &caption);
    void altEdited(const QString &alt);
    void editWanted();
    /// -1 = before the one before, +1 = after the next.
    void moveWanted(int by);
    void removeWanted();

private:
    [[nodiscard]] QWidget *buildHead();
    void pictureWords();

    QString m_name;
    Label *m_picture;
    Label *m_title = nullptr;
    Button *m_edit = nullptr;
    IconButton *m_up = nullptr;
    IconButton *m_down = nullptr;
    IconButton *m_remove = nullptr;
    QLineEdit *m_caption;
    QLineEdit *m_alt;
    Label *m_trouble;
    Label *m_unchecked; ///< a word of care, never a gate
};

} // namespace vigie
