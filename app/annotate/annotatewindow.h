// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationeditor.h"

#include <QDialog>
#include <QImage>

namespace vigie {

class AnnotationCanvas;
class AnnotationList;
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
    };

    AnnotateWindow(const Shot &shot, Prompt &prompt, QWidget *parent);
    ~AnnotateWindow() override;

    [[nodiscard]] const AnnotationDocument &document() const { return m_editor->document(); }
    [[nodiscard]] AnnotationEditor &editor() { return *m_editor; }

Q_SIGNALS:
    /// After every edit, undo and redo.
    void documentChanged();
    /// Save what would be sent to this file: PDF by its name, PNG otherwise.
    void exportWanted(const QString &path);
    /// The person is done with it (Done, Ctrl+Enter, or the window was closed).
    void finished();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const Shot &shot);
    [[nodiscard]] QWidget *buildTop(const Shot &shot);
    [[nodiscard]] QWidget *buildSide();
    void wire();
    void addShortcuts();
    void copyOut();
    void saveOut();
    void showState();

    Prompt &m_prompt;
    AnnotationEditor *m_editor;
    QImage m_picture;
    QString m_name;
    bool m_burned;
    AnnotationCanvas *m_canvas = nullptr;
    AnnotationList *m_list = nullptr;
    ToolBox *m_tools = nullptr;
    StyleBar *m_style = nullptr;
};

} // namespace vigie
