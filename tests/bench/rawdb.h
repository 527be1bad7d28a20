// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace vigie::bench {

/// SQLite without anything of Qt or of ours around it: the floor.
class RawDb
{
public:
    using Value = std::variant<qint64, std::string>;
    using Row = std::vector<Value>;

    [[nodiscard]] static Result<std::unique_ptr<RawDb>> open(const QString &path);
    ~RawDb();
    RawDb(const RawDb &) = delete;
    RawDb &operator=(const RawDb &) = delete;

    /// Runs a prepared statement and takes every row out of it.
    [[nodiscard]] Result<std::vector<Row>> rows(const QString &text,
                                                const std::vector<Value> &values);
    [[nodiscard]] Done run(const QString &text, const std::vector<Value> &values = {});
    [[nodiscard]] static QByteArray sourceId();

private:
    explicit RawDb(sqlite3 *handle) : m_handle(handle) {}
    [[nodiscard]] Result<sqlite3_stmt *> prepare(const QString &text);
    [[nodiscard]] tl::unexpected<Error> failNow() const;

    sqlite3 *m_handle;
    std::map<QString, sqlite3_stmt *> m_statements;
};

} // namespace vigie::bench
