// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composer/writingoffers.h"

#include <QObject>
#include <QTextCursor>

#include <optional>

class QCompleter;
class QKeyEvent;
class QStandardItemModel;

namespace vigie {

class MessageEdit;

/// Completes what is written in one editor: a list that follows the words and never takes the
/// keyboard away from them. Escape closes it for the word it stands at; Enter and Tab take a row, in
/// one step of undo. After a canned text Tab walks through the placeholders nobody filled in. GUI
/// thread; `edit` is the parent.
class MessageOffers final : public QObject
{
    Q_OBJECT

public:
    MessageOffers(MessageEdit *edit, WritingOffers &offers);

    /// Puts a canned text where the cursor is.
    void insertCanned(const QString &body);

Q_SIGNALS:
    /// Somebody without canned texts wants one.
    void cannedTextsWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void showOffers(const QList<WritingOffer> &offers);
    void close();
    void closeFor(const WordTrigger &trigger);
    [[nodiscard]] bool isClosedFor(const WordTrigger &trigger, const QString &text);
    void take(int row);
    void put(QTextCursor place, const QString &body);
    [[nodiscard]] bool takeKey(QKeyEvent *key);
    [[nodiscard]] bool toNextGap();

    MessageEdit *m_edit;
    WritingOffers &m_source;
    QCompleter *m_completer;
    QStandardItemModel *m_model;
    std::optional<WordTrigger> m_trigger; ///< what is completed; empty = nothing
    QList<WritingOffer> m_offers;
    QTextCursor m_closed; ///< behind the sign whose word is left alone; null = none
    QChar m_closedSign;
    QList<QTextCursor> m_gaps; ///< placeholders of the last canned text
};

} // namespace vigie
