// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/outbox/outboxgroups.h"
#include "app/text/eventtext.h"

#include <QFrame>

class QVBoxLayout;

namespace vigie {

class Button;
class ElidedLabel;
class IconView;
class Label;

/// One intention in the outbox: what it does, on which request, why it is still here, and what a
/// person can do about it.
class OutboxCard final : public QFrame
{
    Q_OBJECT

public:
    explicit OutboxCard(QWidget *parent);

    void setEntry(const OutboxEntry &entry, const NamesById &names, qint64 now);
    [[nodiscard]] const OutboxEntry &entry() const { return m_entry; }

Q_SIGNALS:
    void editWanted();
    void retryWanted();
    void useMineWanted();
    void discardWanted();
    void keepWanted();
    void openWanted();

private:
    void buildActions(QVBoxLayout *column);
    void showConflict(const NamesById &names);

    OutboxEntry m_entry;
    IconView *m_icon;
    Label *m_title;
    ElidedLabel *m_ticket;
    Label *m_when;
    Label *m_words;
    Label *m_why;
    QFrame *m_values;
    Label *m_beforeName;
    Label *m_before;
    Label *m_mine;
    Label *m_theirs;
    Button *m_open;
    Button *m_edit;
    Button *m_retry;
    Button *m_useMine;
    Button *m_keepTheirs;
    Button *m_discard;
    Button *m_keep;
};

} // namespace vigie
