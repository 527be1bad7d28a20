// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/notice.h"

#include <QAbstractListModel>

namespace vigie {

class Clock;
class NoticeService;

/// What the person was told, newest first, read again when it changes. `service` and `clock` must
/// outlive it.
class NoticeModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        HappenedRole = Qt::UserRole, ///< what happened, in words
        AboutRole,                   ///< of which ticket
        WordsRole,                   ///< the beginning of what was written; may be empty
        WhenRole,
        IconRole,                    ///< int of Icon
        ToneRole,                    ///< int of Tone
        ReadRole,
    };

    NoticeModel(NoticeService &service, const Clock &clock, QObject *parent);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] const Notice &at(int row) const { return m_notices.at(row); }
    void reload();
    /// The times grow older.
    void refreshTimes();

Q_SIGNALS:
    /// After every answer of the store.
    void loaded();
    void failed(const vigie::Error &error);

private:
    void take(const QList<Notice> &notices);

    NoticeService &m_service;
    const Clock &m_clock;
    QList<Notice> m_notices;
    int m_question = 0; ///< only the newest answer counts
};

} // namespace vigie
