// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/person.h"
#include "core/sql/database.h"

#include <optional>

namespace vigie::server {

/// People, queues and passwords' hashes.
class DirectoryRows
{
public:
    explicit DirectoryRows(sql::Database &database) : m_database(database) {}

    [[nodiscard]] Result<std::optional<Person>> person(const PersonId &id);
    /// Logins differ by more than case and surrounding blanks.
    [[nodiscard]] Result<std::optional<Person>> personByLogin(const QString &login);
    [[nodiscard]] Result<QList<Person>> people();
    [[nodiscard]] Done put(const Person &person);

    [[nodiscard]] Result<std::optional<Queue>> queue(const QueueId &id);
    [[nodiscard]] Result<std::optional<Queue>> queueByName(const QString &name);
    [[nodiscard]] Result<QList<Queue>> queues();
    [[nodiscard]] Done put(const Queue &queue);

    /// The stored Argon2id string; empty when the person has no password.
    [[nodiscard]] Result<QByteArray> credential(const PersonId &person);
    [[nodiscard]] Done setCredential(const PersonId &person, const QByteArray &argon2, qint64 at);

private:
    sql::Database &m_database;
};

} // namespace vigie::server
