// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawdb.h"

#include <QFile>

#include <sqlite3.h>

namespace vigie::bench {

Result<std::unique_ptr<RawDb>> RawDb::open(const QString &path)
{
    sqlite3 *handle = nullptr;
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &handle, SQLITE_OPEN_READWRITE,
                                       nullptr);
    std::unique_ptr<RawDb> raw(new RawDb(handle));
    if (opened != SQLITE_OK)
        return raw->failNow();
    // The same conditions as the store's own connection.
    for (const char *pragma : {"PRAGMA synchronous=NORMAL", "PRAGMA mmap_size=268435456",
                               "PRAGMA cache_size=-16384", "PRAGMA secure_delete=ON",
                               "PRAGMA wal_autocheckpoint=4000"})
        VIGIE_TRY(raw->run(QLatin1String(pragma)));
    sqlite3_busy_timeout(handle, 5000);
    return raw;
}

RawDb::~RawDb()
{
    for (const auto &[text, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close(m_handle);
}

QByteArray RawDb::sourceId()
{
    return sqlite3_sourceid();
}

tl::unexpected<Error> RawDb::failNow() const
{
    return fail(ErrorCode::StoreFault, QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

Result<sqlite3_stmt *> RawDb::prepare(const QString &text)
{
    if (const auto found = m_statements.find(text); found != m_statements.end()) {
        sqlite3_reset(found->second);
        return found->second;
    }
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_handle, text.toUtf8().constData(), -1, &statement, nullptr)
        != SQLITE_OK)
        return failNow();
    m_statements.emplace(text, statement);
    return statement;
}

Result<std::vector<RawDb::Row>> RawDb::rows(const QString &text, const std::vector<Value> &values)
{
    VIGIE_TRY_ASSIGN(statement, prepare(text));
    int at = 0;
    for (const Value &value : values) {
        ++at;
        if (const auto *number = std::get_if<qint64>(&value)) {
            sqlite3_bind_int64(statement, at, *number);
        } else {
            const auto &bytes = std::get<std::string>(value);
            sqlite3_bind_text(statement, at, bytes.data(), int(bytes.size()), SQLITE_STATIC);
        }
    }
    std::vector<Row> result;
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
        Row row;
        const int columns = sqlite3_column_count(statement);
        row.reserve(size_t(columns));
        for (int i = 0; i < columns; ++i) {
            if (sqlite3_column_type(statement, i) == SQLITE_INTEGER) {
                row.emplace_back(sqlite3_column_int64(statement, i));
            } else {
                const auto *bytes =
                    static_cast<const char *>(sqlite3_column_blob(statement, i));
                row.emplace_back(
                    std::string(bytes ? bytes : "", size_t(sqlite3_column_bytes(statement, i))));
            }
        }
        result.push_back(std::move(row));
    }
    const bool done = step == SQLITE_DONE;
    tl::unexpected<Error> error = failNow();
    sqlite3_reset(statement);
    if (!done)
        return error;
    return result;
}

Done RawDb::run(const QString &text, const std::vector<Value> &values)
{
    const auto ran = rows(text, values);
    return ran ? Done() : Done(fail(ran.error()));
}

} // namespace vigie::bench
