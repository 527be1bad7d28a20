// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

#include <QAbstractListModel>

namespace vigie {

class Clock;
class TicketService;
class Workspace;

/// My requests, newest change first, fed by TicketService and kept up to date by
/// Workspace::changed. Changes arrive as exact insertions, removals, moves and updates, so a
/// selection survives.
class RequestModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< the ticket's id as text
        TitleRole,
        DetailRole,            ///< number, contact
        WhenRole,
        StateRole,             ///< the state in words
        ToneRole,              ///< int of Tone
        PendingRole,
    };

    RequestModel(Workspace &workspace, const Clock &clock, QObject *parent);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Full-text filter; reads again when it changes.
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] TicketId idAt(int row) const;
    [[nodiscard]] int rowOf(const TicketId &id) const;
    [[nodiscard]] bool hasLoaded() const { return m_loaded; }
    /// Reads everything that is shown again.
    void reload();

Q_SIGNALS:
    /// After every answer of the store.
    void loaded();
    void failed(const vigie::Error &error);

private:
    void read(int limit);
    void take(const QList<TicketRow> &rows, int limit);

    Workspace &m_workspace;
    const Clock &m_clock;
    QList<TicketRow> m_rows;
    QString m_text;
    int m_question = 0; ///< only the newest answer counts
    bool m_more = false;
    bool m_loaded = false;
};

} // namespace vigie
