// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/person.h"

#include <QStringList>

namespace vigie::query {

/// Whom and what the names in a query stand for. A name means those who are called exactly so
/// (name, login, address), and if nobody is, everybody with a word of the name, the login or the
/// address that begins so; without regard to case and accents.
class Directory
{
public:
    virtual ~Directory() = default;
    /// At most limits::kQueryPeople.
    [[nodiscard]] virtual QList<PersonId> people(const QString &name) const = 0;
    [[nodiscard]] virtual QList<QueueId> queues(const QString &name) const = 0;
    /// The tags as they are stored that are spelled so, whatever the case and accents.
    [[nodiscard]] virtual QStringList tags(const QString &name) const = 0;
};

/// A directory of lists in memory.
class ListDirectory final : public Directory
{
public:
    ListDirectory(QList<Person> people, QList<Queue> queues, QStringList tags)
        : m_people(std::move(people)), m_queues(std::move(queues)), m_tags(std::move(tags))
    {
    }

    [[nodiscard]] QList<PersonId> people(const QString &name) const override;
    [[nodiscard]] QList<QueueId> queues(const QString &name) const override;
    [[nodiscard]] QStringList tags(const QString &name) const override;

private:
    QList<Person> m_people;
    QList<Queue> m_queues;
    QStringList m_tags;
};

/// The beginnings by which a person is found, as searchtext::nameKey() makes them.
[[nodiscard]] QStringList keysOf(const Person &person);
[[nodiscard]] QStringList keysOf(const Queue &queue);

/// Whether it is exactly the name; `key` as searchtext::nameKey() makes it.
[[nodiscard]] bool isCalled(const Person &person, const QString &key);
[[nodiscard]] bool isCalled(const Queue &queue, const QString &key);

/// Of those found by beginning with `key`, the ones who are called exactly so, or else all.
template<class T>
[[nodiscard]] QList<decltype(T::id)> meant(const QString &key, const QList<T> &found)
{
    QList<decltype(T::id)> exact;
    QList<decltype(T::id)> all;
    for (const T &one : found) {
        all.append(one.id);
        if (isCalled(one, key))
            exact.append(one.id);
    }
    return exact.isEmpty() ? all : exact;
}

} // namespace vigie::query
