// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace vigie::net {

/// A request body that can be read once and never rewound. Qt sends a request again by itself when
/// the connection ends before an answer; a body that refuses reset() turns that into
/// ContentReSendError, so that one call puts at most one complete request on the wire.
class OneShotBody final : public QIODevice
{
public:
    explicit OneShotBody(QByteArray bytes, QObject *parent = nullptr);

    /// True once any byte was handed out, i.e. may be on the wire.
    [[nodiscard]] bool touched() const { return m_touched; }

    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    [[nodiscard]] bool reset() override { return false; }
    [[nodiscard]] bool seek(qint64 position) override;

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    bool m_touched = false;
};

} // namespace vigie::net
