// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/shotfiles.h"

#include <QWidget>

class QJsonObject;
class QTimer;

namespace vigie {

class AttachmentStrip;
class Label;
class MessageEdit;
class Workspace;

/// One message in the making: text, files and its place in the draft journal. Every change goes to
/// the journal at once, so nothing written is lost by a crash, a power cut or another ticket being
/// opened. Cursor and selection follow once they rest, so that one goes on where one was. GUI
/// thread.
class DraftSheet final : public QWidget
{
    Q_OBJECT

public:
    DraftSheet(Workspace &workspace, QWidget *parent);

    /// Shows what the journal has for this place; the text can be edited once it is there.
    void open(const QString &place);
    [[nodiscard]] const QString &place() const { return m_place; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] QString body() const;
    [[nodiscard]] const QList<Attachment> &files() const;
    [[nodiscard]] bool isEmpty() const;
    /// Files are still being copied.
    [[nodiscard]] bool isBusy() const;
    /// Replaces everything and journals it.
    void setContent(const QString &body, const QList<Attachment> &files);
    /// Puts files, and words behind its own, into the draft of another place, which nobody is looking
    /// at.
    void addElsewhere(const QString &place, const QList<ShownFile> &files,
                      const QString &words = {});
    /// After these words and files were sent, and the journal was cleared with them. What was given
    /// since then stays.
    void forget(const QString &body, const QList<Attachment> &files);
    [[nodiscard]] MessageEdit *edit() const { return m_edit; }
    [[nodiscard]] AttachmentStrip *strip() const { return m_strip; }

Q_SIGNALS:
    void changed();
    /// By the person, not by a draft that was opened or cleared.
    void edited();
    void loaded();
    /// Something that was for another message could not be put into its draft, in words.
    void refused(const QString &words);

private:
    void fill(const QString &body, const QList<Attachment> &files);
    void join(const QString &body, const QList<Attachment> &files);
    void putCursor(const QJsonObject &content);
    void keepCursor();
    void journal();

    Workspace &m_workspace;
    MessageEdit *m_edit;
    AttachmentStrip *m_strip;
    Label *m_trouble;
    QTimer *m_rest; ///< of the cursor
    QString m_place;
    quint64 m_round = 0;
    int m_keptAnchor = 0; ///< as they are in the journal
    int m_keptCursor = 0;
    bool m_loaded = false;
    bool m_showing = false; ///< the change is ours, not the person's
};

} // namespace vigie
