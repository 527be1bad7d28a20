// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationeditor.h"
#include "core/image/ocr/sensitivefinder.h"

#include <QDialog>
#include <QHash>
#include <QImage>

class QMenu;

namespace vigie {

class AnnotationCanvas;
class AnnotationList;
class EditorHabits;
class Label;
class PrivacyBar;
class Prompt;
class StyleBar;
class ToolBox;

/// The editor of one shot, in a window of its own that does not block the others. Every edit is
/// told at once, so that the owner can journal it; closing loses nothing and needs no question.
/// `prompt` must outlive it. Deletes itself when closed. GUI thread.
class AnnotateWindow final : public QDialog
{
    Q_OBJECT

public:
    struct Shot {
        QImage picture; ///< native pixels, not burned unless it came from somebody else
        AnnotationDocument document;
        AnnotationLayer layer; ///< where the person's own annotations go
        /// The picture came from somebody else: burned, not to be cropped or redacted any more.
        bool burned = false;
        QString name; ///< for the title and for saving
        /// Reads the picture to find private places; null = not looked for.
        std::shared_ptr<OcrEngine> ocr;
        SensitiveRules rules;
        EditorHabits *habits = nullptr; ///< must outlive the window; null = the usual ones
        bool canTakeAgain = false; ///< the picture was taken from the screen just now
    };

    AnnotateWindow(const Shot &shot, Prompt &prompt, QWidget *parent);
    ~AnnotateWindow() override;

    [[nodiscard]] const AnnotationDocument &document() const { return m_editor->document(); }
    [[nodiscard]] AnnotationEditor &editor() { return *m_editor; }
    /// What the annotations lie on now.
    [[nodiscard]] const QImage &picture() const { return m_picture; }
    /// The same thing, taken again: the annotations stay; one step of the undo stack. `taken` names
    /// the picture that was kept for it.
    void replacePicture(const QImage &picture, const AnnotationDocument &taken);
    /// Words in the line at the bottom, until another tool is taken.
    void tell(const QString &words);

Q_SIGNALS:
    /// After every edit, undo and redo.
    void documentChanged();
    /// Save what would be sent to this file: PDF by its name, PNG otherwise.
    void exportWanted(const QString &path);
    /// A recognised error message, for the report.
    void errorTextWanted(const QString &text);
    /// One was recognised; it may help to find what is known about it.
    void errorTextRead(const QString &text);
    /// Private places were looked for, and the answer was in front of the person.
    void searched(vigie::PrivateSearch result);
    void takeAgainWanted();
    /// The person is done with it (Done, Ctrl+Enter, or the window was closed).
    void finished();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const Shot &shot);
    [[nodiscard]] QWidget *buildTop(const Shot &shot);
    [[nodiscard]] QWidget *buildSide();
    [[nodiscard]] QMenu *buildMore();
    [[nodiscard]] QLayout *buildDesk();
    void wire();
    void addShortcuts();
    void copyOut();
    void saveOut();
    void showState();
    void showPicture();
    void lookForPlaces();
    void noteSearch(PrivateSearch result);
    void copyText();

    Prompt &m_prompt;
    AnnotationEditor *m_editor;
    QImage m_picture;
    /// Every picture that an undo step may bring back, by its hash.
    QHash<QString, QImage> m_pictures;
    QString m_name;
    bool m_burned;
    bool m_canTakeAgain;
    std::shared_ptr<OcrEngine> m_ocr;
    SensitiveRules m_rules;
    EditorHabits *m_habits;
    PrivateSearch m_unseen = PrivateSearch::NotYet; ///< came while another window was in front
    AnnotationCanvas *m_canvas = nullptr;
    AnnotationList *m_list = nullptr;
    PrivacyBar *m_privacy = nullptr;
    ToolBox *m_tools = nullptr;
    StyleBar *m_style = nullptr;
    Label *m_hint = nullptr;
};

} // namespace vigie
