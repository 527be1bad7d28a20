// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/writingoffers.h"

#include "app/text/enumtext.h"
#include "core/base/async.h"
#include "core/service/snippetservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"
#include "core/text/searchtext.h"

#include <algorithm>

namespace vigie {

namespace {

constexpr int kMostOffers = 10;
constexpr int kHits = 40; ///< of which those with the words in their titles come first
constexpr qsizetype kSecondLine = 120;
/// Beginnings kept before all are forgotten.
constexpr qsizetype kRemembered = 100;

/// Whether every word begins a word of the title.
bool titleHas(const QString &title, const QStringList &words)
{
    const QStringList have = searchtext::indexWords(title);
    return std::all_of(words.cbegin(), words.cend(), [&have](const QString &word) {
        return std::any_of(have.cbegin(), have.cend(),
                           [&word](const QString &one) { return one.startsWith(word); });
    });
}

/// What somebody writes to mean this ticket; before it has a number, the end of its id.
QString reference(const TicketRow &row)
{
    return QLatin1Char('#') + (row.number > 0 ? QString::number(row.number) : row.id.shortTag());
}

} // namespace

WritingOffers::WritingOffers(Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace)
{
    connect(&m_workspace, &Workspace::changed, this, &WritingOffers::forget);
    connect(&m_workspace.snippets(), &SnippetService::changed, this, [this] {
        if (m_snippetsAsked)
            readSnippets();
    });
}

QList<WritingOffer> WritingOffers::offersFor(const WordTrigger &trigger)
{
    switch (trigger.kind) {
    case WordTrigger::Kind::Canned:
        return m_asStaff ? cannedFor(trigger.word) : QList<WritingOffer>();
    case WordTrigger::Kind::Person:
        return m_asStaff ? peopleFor(trigger.word) : QList<WritingOffer>();
    case WordTrigger::Kind::Ticket: return ticketsFor(trigger.word);
    }
    return {};
}

void WritingOffers::forget()
{
    m_people.clear();
    m_tickets.clear();
}

// ---- canned texts ----------------------------------------------------------------------------

QList<WritingOffer> WritingOffers::cannedFor(const QString &word)
{
    if (!m_snippetsAsked)
        readSnippets();
    QList<WritingOffer> offers;
    if (m_snippetsRead && m_snippets.isEmpty() && word.isEmpty()) {
        offers.append({tr("Write your first canned text…"),
                       tr("Words you need again and again, by a keyword of your own."), {}, {}, true});
    }
    const QList<Snippet> found = matchingSnippets(m_snippets, word);
    for (const Snippet &snippet : found.mid(0, kMostOffers)) {
        offers.append({snippet.title, snippet.body.left(kSecondLine).simplified(),
                       QStringLiteral("::") + snippet.keyword, snippet.body, true});
    }
    return offers;
}

void WritingOffers::readSnippets()
{
    m_snippetsAsked = true;
    whenDone(m_workspace.snippets().list(), this, [this](const Result<QList<Snippet>> &snippets) {
        if (!snippets)
            return;
        m_snippets = *snippets;
        m_snippetsRead = true;
        Q_EMIT arrived();
    });
}

// ---- people ----------------------------------------------------------------------------------

QList<WritingOffer> WritingOffers::peopleFor(const QString &word)
{
    const QString key = searchtext::nameKey(word);
    if (!m_people.contains(key))
        askPeople(key);
    QList<WritingOffer> offers;
    for (const Person &person : m_people.value(key)) {
        QStringList known{person.login, person.team, person.site};
        known.removeAll(QString());
        offers.append({person.name, known.join(QStringLiteral(" · ")), {},
                       QLatin1Char('@') + person.name});
    }
    return offers;
}

void WritingOffers::askPeople(const QString &key)
{
    if (m_people.size() >= kRemembered)
        m_people.clear();
    m_people.insert(key, {});
    whenDone(m_workspace.tickets().people(key, kMostOffers), this,
             [this, key](const Result<QList<Person>> &people) {
                 QList<Person> active = people.value_or(QList<Person>());
                 active.removeIf([](const Person &one) { return !one.active; });
                 if (active.isEmpty())
                     return;
                 m_people.insert(key, active);
                 Q_EMIT arrived();
             });
}

// ---- tickets ---------------------------------------------------------------------------------

QList<WritingOffer> WritingOffers::ticketsFor(const QString &word)
{
    const QString key = searchtext::nameKey(word);
    if (key.isEmpty())
        return {};
    if (!m_tickets.contains(key)) {
        if (m_tickets.size() >= kRemembered)
            m_tickets.clear();
        m_tickets.insert(key, {});
        askNumber(key);
        askTickets(key);
    }
    QList<WritingOffer> offers;
    const QList<TicketRow> rows = m_tickets.value(key);
    for (const TicketRow &row : rows.mid(0, kMostOffers)) {
        const QString state = m_asStaff ? EnumText::of(row.state)
                                        : EnumText::requestState(row.number, row.publicState);
        offers.append({row.title,
                       row.requesterName.isEmpty()
                           ? state
                           : tr("%1 · %2", "a ticket's requester and state")
                                 .arg(row.requesterName, state),
                       EnumText::ticketNumber(row.number, row.id), reference(row)});
    }
    return offers;
}

/// The ticket with this very number goes first.
void WritingOffers::askNumber(const QString &key)
{
    whenDone(m_workspace.tickets().findByNumber(key), this,
             [this, key](const Result<std::optional<TicketId>> &found) {
                 if (!found || !*found)
                     return;
                 whenDone(m_workspace.tickets().rows({**found}), this,
                          [this, key](const Result<QList<TicketRow>> &rows) {
                              const auto known = m_tickets.find(key);
                              if (!rows || rows->isEmpty() || known == m_tickets.end())
                                  return;
                              known->removeIf([&rows](const TicketRow &row) {
                                  return row.id == rows->first().id;
                              });
                              known->prepend(rows->first());
                              Q_EMIT arrived();
                          });
             });
}

void WritingOffers::askTickets(const QString &key)
{
    whenDone(m_workspace.tickets().search(key, kHits), this,
             [this, key](const Result<QList<SearchHit>> &hits) {
                 const auto known = m_tickets.find(key);
                 if (!hits || hits->isEmpty() || known == m_tickets.end())
                     return;
                 const QStringList words = searchtext::indexWords(key);
                 QList<TicketRow> rows;
                 for (const SearchHit &hit : *hits)
                     rows.append(hit.row);
                 std::stable_partition(rows.begin(), rows.end(), [&words](const TicketRow &row) {
                     return titleHas(row.title, words);
                 });
                 for (const TicketRow &row : std::as_const(rows)) {
                     if (!known->contains(row))
                         known->append(row);
                 }
                 Q_EMIT arrived();
             });
}

} // namespace vigie
