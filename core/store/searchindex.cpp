// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/searchindex.h"

#include "core/text/searchtext.h"

#include <algorithm>

namespace vigie::store {

namespace {

/// FTS5 also writes out what it holds when row numbers go back; entries of one row keep their
/// order.
template<class Entry>
void sortByRow(QList<Entry> &entries)
{
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry &a, const Entry &b) { return a.n < b.n; });
}

std::array<QString, 3> wordsOf(const IndexedSubject &subject)
{
    return {searchtext::fold(subject.title), searchtext::fold(subject.requester),
            subject.number > 0 ? QString::number(subject.number) + QLatin1Char(' ') + subject.tag
                               : subject.tag};
}

} // namespace

void SearchIndex::addSubject(qint64 n, const IndexedSubject &subject)
{
    m_subjects.append({n, false, wordsOf(subject)});
}

void SearchIndex::removeSubject(qint64 n, const IndexedSubject &subject)
{
    m_subjects.append({n, true, wordsOf(subject)});
}

void SearchIndex::addBody(qint64 n, const QString &text)
{
    if (!text.isEmpty())
        m_bodies.append({n, false, {text}});
}

void SearchIndex::removeBody(qint64 n, const QString &text)
{
    if (!text.isEmpty())
        m_bodies.append({n, true, {text}});
}

Done SearchIndex::write()
{
    VIGIE_TRY(writeSubjects());
    return writeBodies();
}

Done SearchIndex::writeSubjects()
{
    sortByRow(m_subjects);
    for (const Entry &entry : std::as_const(m_subjects)) {
        VIGIE_TRY_ASSIGN(
            write,
            m_database.prepare(
                entry.removes
                    ? QStringLiteral("INSERT INTO subject_fts (subject_fts, rowid, title, "
                                     "requester, number) VALUES ('delete', ?, ?, ?, ?)")
                    : QStringLiteral("INSERT INTO subject_fts (rowid, title, requester, number) "
                                     "VALUES (?, ?, ?, ?)")));
        write.bind(entry.n);
        for (const QString &words : entry.words)
            write.bind(words);
        VIGIE_TRY(write.exec());
    }
    m_subjects.clear();
    return {};
}

Done SearchIndex::writeBodies()
{
    sortByRow(m_bodies);
    for (const Entry &entry : std::as_const(m_bodies)) {
        VIGIE_TRY_ASSIGN(
            write,
            m_database.prepare(
                entry.removes
                    ? QStringLiteral("INSERT INTO message_fts (message_fts, rowid, body) "
                                     "VALUES ('delete', ?, ?)")
                    : QStringLiteral("INSERT INTO message_fts (rowid, body) VALUES (?, ?)")));
        VIGIE_TRY(write.bind(entry.n).bind(entry.words[0]).exec());
    }
    m_bodies.clear();
    return {};
}

} // namespace vigie::store
