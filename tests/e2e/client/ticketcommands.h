// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/op.h"
#include "core/service/views.h"
#include "tests/e2e/client/session.h"

namespace vigie::e2e {

/// What people do with tickets, through the services the desktop client uses. A command that
/// writes is answered with "ok" when the operation is on the disk, never earlier.
class TicketCommands final : public QObject
{
    Q_OBJECT

public:
    explicit TicketCommands(Session &session, QObject *parent = nullptr);
    void registerIn(CommandTable &table);

private:
    void report(const QJsonObject &arguments, const Reply &reply);
    void send(const TicketId &ticket, MessageKind kind, const QJsonObject &arguments,
              const QList<Attachment> &files, const Reply &reply);
    void message(MessageKind kind, const QJsonObject &arguments, const Reply &reply);
    void change(const QJsonObject &arguments, const Payload &payload, const Reply &reply);
    void saveFile(const QJsonObject &arguments, const Reply &reply);
    void list(const Reply &reply);
    void thread(const QJsonObject &arguments, const Reply &reply);
    void outbox(const Reply &reply);
    void draft(const QJsonObject &arguments, const Reply &reply);
    void importFiles(const QStringList &paths, QList<Attachment> done,
                     const std::function<void(Result<QList<Attachment>>)> &then);

    Session &m_session;
};

/// The list that this person looks at: everything for staff, their own requests for others.
[[nodiscard]] ListQuery ownList(const Workspace &workspace);
[[nodiscard]] QJsonObject toJson(const TicketRow &row);
[[nodiscard]] QJsonObject toJson(const MessageView &view);

} // namespace vigie::e2e
