// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ticket/escalatedraft.h"
#include "core/model/person.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QPlainTextEdit;

namespace vigie {

class Banner;
class Button;
class ChoiceChips;
class ElidedLabel;
class FieldPill;
class FlowLayout;
class IconButton;
class Label;
class ShrinkArea;

/// What the sheet must know about the ticket.
struct EscalateOffer {
    QString number; ///< "#1042"
    bool back = false;
    Level level = Level::L1; ///< where it is
    QueueId queue;
    QList<Queue> queues;
    Actor me;
};

/// Asks where to, why, and what the next ones must know, below the conversation, which stays in
/// sight. Nothing in it must be filled in, and its button is never disabled. Knows no service: it
/// says what the person wants.
class EscalateSheet final : public QWidget
{
    Q_OBJECT

public:
    explicit EscalateSheet(QWidget *parent);

    void setOffer(const EscalateOffer &offer);
    /// Shows it without saying that it changed.
    void setDraft(const EscalateDraft &draft);
    [[nodiscard]] const EscalateDraft &draft() const { return m_draft; }
    /// A hint, not a gate; empty = none.
    void setWarning(const QString &words);
    /// Why words are not on the disk; empty = they are.
    void setTrouble(const QString &words);
    /// While it is handed over, or its draft is read, nothing can be typed.
    void setBusy(bool busy);
    /// Puts the keyboard where the same key sends.
    void begin();
    /// Puts quoted lines into the note.
    void quote(const QString &text);

Q_SIGNALS:
    void changed();
    void sendWanted();
    void closeWanted();
    /// The note is to be made anew from the ticket.
    void renewWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void build();
    void buildPage();
    [[nodiscard]] QHBoxLayout *buildTop();
    [[nodiscard]] QHBoxLayout *buildBottom();
    void wire();
    void fillQueues(QMenu &menu);
    void showReasons();
    void showWords();
    void edited();

    EscalateOffer m_offer;
    EscalateDraft m_draft;
    ShrinkArea *m_area; ///< gives way where the window is small
    QWidget *m_page;
    Banner *m_warning;
    ChoiceChips *m_levels;
    FieldPill *m_queue;
    QWidget *m_reasonArea;
    FlowLayout *m_reasonFlow;
    QList<Button *> m_reasons;
    QLineEdit *m_why;
    Label *m_noteLabel;
    Button *m_renew;
    QPlainTextEdit *m_note;
    Label *m_trouble;
    Label *m_hint;
    Button *m_send;
    Label *m_title;
    ElidedLabel *m_from;
    IconButton *m_close;
    bool m_showing = false; ///< the change is ours, not the person's
};

} // namespace vigie
