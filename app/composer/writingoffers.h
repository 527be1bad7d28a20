// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/person.h"
#include "core/model/snippet.h"
#include "core/service/views.h"
#include "core/text/wordtrigger.h"

#include <QHash>
#include <QMap>
#include <QObject>

namespace vigie {

class Workspace;

/// One thing that may take the place of a sign and the word behind it.
struct WritingOffer {
    QString title;
    QString second; ///< a quieter line below
    QString aside;  ///< what is written to get it
    QString insert;
    bool canned = false; ///< `insert` may have placeholders

    /// Nothing to insert: the way to the canned texts, for somebody who has none.
    [[nodiscard]] bool isInvitation() const { return canned && insert.isEmpty(); }
};

/// What completion offers while a message is written: canned texts, people and tickets that this
/// computer knows. Answers come from memory; asking for something new brings arrived() later, so
/// that no key waits. GUI thread; `workspace` must outlive it.
class WritingOffers final : public QObject
{
    Q_OBJECT

public:
    WritingOffers(Workspace &workspace, QObject *parent);

    /// Requesters are offered their own requests and nothing else.
    void setAsStaff(bool on) { m_asStaff = on; }
    /// What placeholders of canned texts stand for, by name.
    void setValues(const QMap<QString, QString> &values) { m_values = values; }
    [[nodiscard]] const QMap<QString, QString> &values() const { return m_values; }
    /// What is known now, best first, at most ten.
    [[nodiscard]] QList<WritingOffer> offersFor(const WordTrigger &trigger);

Q_SIGNALS:
    /// Asking again may answer more.
    void arrived();

private:
    [[nodiscard]] QList<WritingOffer> cannedFor(const QString &word);
    [[nodiscard]] QList<WritingOffer> peopleFor(const QString &word);
    [[nodiscard]] QList<WritingOffer> ticketsFor(const QString &word);
    void readSnippets();
    void askPeople(const QString &key);
    void askTickets(const QString &key);
    void askNumber(const QString &key);
    void forget();

    Workspace &m_workspace;
    QMap<QString, QString> m_values;
    QList<Snippet> m_snippets;
    QHash<QString, QList<Person>> m_people;     ///< by beginning
    QHash<QString, QList<TicketRow>> m_tickets; ///< by words
    bool m_asStaff = false;
    bool m_snippetsAsked = false;
    bool m_snippetsRead = false;
};

} // namespace vigie
