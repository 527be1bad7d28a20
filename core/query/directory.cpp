// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/directory.h"

#include "core/base/limits.h"
#include "core/text/searchtext.h"

#include <algorithm>

namespace vigie::query {

namespace {

using searchtext::nameKey;

/// A name from each of its words on.
QStringList fromEachWord(const QString &text)
{
    QStringList keys;
    const QString name = nameKey(text);
    for (qsizetype at = 0; at >= 0 && at < name.size();) {
        keys.append(name.mid(at));
        const qsizetype space = name.indexOf(QLatin1Char(' '), at);
        at = space < 0 ? -1 : space + 1;
    }
    return keys;
}

template<class T>
QList<T> beginningWith(const QString &key, const QList<T> &all)
{
    QList<T> found;
    if (key.isEmpty())
        return found;
    for (const T &one : all) {
        const QStringList keys = keysOf(one);
        if (std::any_of(keys.cbegin(), keys.cend(),
                        [&key](const QString &begins) { return begins.startsWith(key); }))
            found.append(one);
    }
    return found;
}

} // namespace

QStringList keysOf(const Person &person)
{
    QStringList keys{nameKey(person.login), nameKey(person.email)};
    keys.append(fromEachWord(person.name));
    keys.removeAll(QString());
    keys.removeDuplicates();
    return keys;
}

QStringList keysOf(const Queue &queue)
{
    return fromEachWord(queue.name);
}

bool isCalled(const Person &person, const QString &key)
{
    return nameKey(person.name) == key || nameKey(person.login) == key
        || nameKey(person.email) == key;
}

bool isCalled(const Queue &queue, const QString &key)
{
    return nameKey(queue.name) == key;
}

QList<PersonId> ListDirectory::people(const QString &name) const
{
    const QString key = nameKey(name);
    QList<Person> found = beginningWith(key, m_people);
    // As the store orders and cuts them.
    std::sort(found.begin(), found.end(), [](const Person &a, const Person &b) {
        const QString left = nameKey(a.name);
        const QString right = nameKey(b.name);
        return left != right ? left < right : a.id < b.id;
    });
    return meant(key, found.mid(0, limits::kQueryPeople));
}

QList<QueueId> ListDirectory::queues(const QString &name) const
{
    const QString key = nameKey(name);
    return meant(key, beginningWith(key, m_queues));
}

QStringList ListDirectory::tags(const QString &name) const
{
    QStringList found;
    for (const QString &tag : m_tags) {
        if (nameKey(tag) == nameKey(name))
            found.append(tag);
    }
    return found;
}

} // namespace vigie::query
