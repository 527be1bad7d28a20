// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ticket.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace vigie {

class CalmWatch;
class Clock;
class Workspace;

/// Asks once, at a calm moment, whether a request was solved (W25): never twice about the same and
/// never twice within limits::kRatingEveryMs; see NoticeService::nextToRate(). `calm` and `clock`
/// must outlive it. GUI thread.
class RatingAsker final : public QObject
{
    Q_OBJECT

public:
    /// Shows the question somewhere; false when there is no place for it now.
    using Ask = std::function<bool(const Ticket &)>;

    RatingAsker(const CalmWatch &calm, const Clock &clock, Ask ask, QObject *parent);

    void setWorkspace(Workspace *workspace) { m_workspace = workspace; }
    /// Looks whether to ask. By itself every minute.
    void tick();

private:
    void ask(const Ticket &ticket);

    const CalmWatch &m_calm;
    const Clock &m_clock;
    Ask m_ask;
    QPointer<Workspace> m_workspace;
    bool m_looking = false;
};

} // namespace vigie
