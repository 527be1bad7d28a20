// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QCryptographicHash>
#include <QFile>

#include <memory>

namespace vigie::remote {

/// A file on its way down, beside the place where it will live: continues what an earlier attempt
/// left, hashes what it writes, and says whether the whole is what its name promises.
class PartFile
{
public:
    /// Opens or begins `path`; bytes beyond `most` are dropped. StoreFull, StoreReadOnly or
    /// StoreFault.
    [[nodiscard]] static Result<std::unique_ptr<PartFile>> open(const QString &path, qint64 most);

    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] Done append(const QByteArray &bytes);
    [[nodiscard]] bool matches(const QString &sha256) const;
    void close() { m_file.close(); }
    void discard();

private:
    explicit PartFile(const QString &path) : m_path(path), m_file(path) {}
    [[nodiscard]] Done readBack(qint64 most);
    [[nodiscard]] tl::unexpected<Error> fileError(qint64 wanted) const;

    QString m_path;
    QFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_size = 0;
};

} // namespace vigie::remote
