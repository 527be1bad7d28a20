// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturecoordinator.h"
#include "core/base/ids.h"

#include <QObject>

namespace vigie {

class RequestView;

/// From the wish for a picture of the screen to the picture in the answer to a request, opened for
/// drawing. `capture` and `view` must outlive it. GUI thread.
class ReplyShotFlow final : public QObject
{
    Q_OBJECT

public:
    ReplyShotFlow(CaptureCoordinator &capture, RequestView &view, QObject *parent);

Q_SIGNALS:
    /// However it ended: this request is wanted in front.
    void ended(const vigie::TicketId &ticket);
    void troubled(const QString &words);

private:
    void take(const TicketId &ticket);
    /// The request the running capture is for; null when it is not ours. Forgets it.
    [[nodiscard]] TicketId end();

    CaptureCoordinator &m_capture;
    RequestView &m_view;
    TicketId m_ticket;
};

} // namespace vigie
