// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/synctext.h"

#include "app/text/errortext.h"
#include "app/text/timetext.h"

#include <QStringList>

namespace vigie {

using Phase = SyncStatus::Phase;

QString SyncText::phase(const SyncStatus &status)
{
    switch (status.phase) {
    case Phase::Starting: return tr("Connecting…");
    case Phase::Online: return tr("Up to date");
    case Phase::Working: return tr("Exchanging…");
    case Phase::Offline: return tr("Offline");
    case Phase::SignInNeeded: return tr("Signed out");
    case Phase::Stopped: return ErrorText::of(status.error).title;
    case Phase::Reconciling: return tr("Comparing with the server…");
    }
    return {};
}

QString SyncText::counts(const SyncStatus &status)
{
    QStringList parts;
    if (const int waiting = status.waiting - status.checking; waiting > 0)
        parts.append(tr("%Ln waiting", "operations", waiting));
    if (status.checking > 0)
        parts.append(tr("%Ln being checked", "operations", status.checking));
    if (status.needsYou > 0)
        parts.append(tr("%Ln need(s) you", "operations", status.needsYou));
    return parts.join(QStringLiteral(", "));
}

QString SyncText::line(const SyncStatus &status, qint64 now)
{
    QStringList parts{phase(status)};
    const QString waiting = counts(status);
    if (!waiting.isEmpty())
        parts.append(waiting);
    if (status.phase == Phase::Offline && status.lastContact > 0)
        parts.append(tr("as of %1", "a time").arg(TimeText::relative(status.lastContact, now)));
    return parts.join(QStringLiteral(" · "));
}

QString SyncText::details(const SyncStatus &status, qint64 now)
{
    QStringList sentences;
    switch (status.phase) {
    case Phase::Starting: sentences.append(tr("Vigie is looking for the server.")); break;
    case Phase::Online:
    case Phase::Working: sentences.append(tr("Connected to the server.")); break;
    case Phase::Offline: {
        const ErrorWords words = ErrorText::of(
            status.error.code == ErrorCode::Bug ? Error{ErrorCode::Offline, {}, {}} : status.error);
        sentences.append(words.what);
        sentences.append(words.kept);
        if (status.nextTryAt > now)
            sentences.append(tr("Next try %1.").arg(TimeText::until(status.nextTryAt, now)));
        else
            sentences.append(words.next);
        break;
    }
    case Phase::SignInNeeded:
        sentences.append(ErrorText::of(ErrorCode::SignInNeeded).paragraph());
        break;
    case Phase::Stopped: sentences.append(ErrorText::of(status.error).paragraph()); break;
    case Phase::Reconciling:
        sentences.append(ErrorText::of(ErrorCode::TimeTravel).paragraph());
        break;
    }
    if (status.lastContact > 0) {
        sentences.append(tr("Last contact: %1.").arg(TimeText::relative(status.lastContact, now)));
    }
    return sentences.join(QLatin1Char(' '));
}

Icon SyncText::icon(const SyncStatus &status)
{
    if (status.needsYou > 0)
        return Icon::Alert;
    switch (status.phase) {
    case Phase::Online: return Icon::CloudCheck;
    case Phase::Offline:
    case Phase::SignInNeeded: return Icon::CloudOff;
    case Phase::Stopped: return Icon::ShieldAlert;
    case Phase::Starting:
    case Phase::Working:
    case Phase::Reconciling: return Icon::Sync;
    }
    return Icon::Cloud;
}

IconColor SyncText::color(const SyncStatus &status)
{
    if (status.needsYou > 0 || status.phase == Phase::Stopped)
        return IconColor::Danger;
    return status.phase == Phase::SignInNeeded ? IconColor::Warning : IconColor::Muted;
}

} // namespace vigie
