// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/unsentdraft.h"

#include <QJsonArray>

namespace vigie {

namespace {

/// As many words as anybody reads in a list.
constexpr qsizetype kMostWords = 400;

QString beginning(const QString &text)
{
    return text.left(kMostWords).simplified();
}

int countOf(const QJsonObject &content, const char *key)
{
    return int(content.value(QLatin1String(key)).toArray().size());
}

std::optional<UnsentDraft> messageFrom(UnsentDraft draft, UnsentDraft::Kind kind)
{
    draft.kind = kind;
    draft.ticket = TicketId::fromStored(draft.place.section(QLatin1Char('/'), 1));
    draft.words = beginning(draft.content.value(QLatin1String("body")).toString());
    draft.files = countOf(draft.content, "files");
    if (draft.ticket.isNull() || (draft.words.isEmpty() && draft.files == 0))
        return std::nullopt;
    return draft;
}

std::optional<UnsentDraft> passingFrom(UnsentDraft draft, UnsentDraft::Kind kind)
{
    draft.kind = kind;
    draft.ticket = TicketId::fromStored(draft.place.section(QLatin1Char('/'), 1));
    const QString why = draft.content.value(QLatin1String("why")).toString();
    const QString note = draft.content.value(QLatin1String("body")).toString();
    draft.words = beginning(why.trimmed().isEmpty() ? note : why + QLatin1Char('\n') + note);
    if (draft.ticket.isNull() || draft.words.isEmpty())
        return std::nullopt;
    return draft;
}

std::optional<UnsentDraft> reportFrom(UnsentDraft draft)
{
    draft.title = beginning(draft.content.value(QLatin1String("title")).toString());
    draft.words = beginning(draft.content.value(QLatin1String("details")).toString());
    draft.files = countOf(draft.content, "files") + countOf(draft.content, "shots");
    if (draft.title.isEmpty() && draft.words.isEmpty() && draft.files == 0)
        return std::nullopt;
    return draft;
}

} // namespace

std::optional<UnsentDraft> unsentFrom(const QString &place, const QJsonObject &content)
{
    UnsentDraft draft;
    draft.place = place;
    draft.content = content;
    if (place.startsWith(QLatin1String("reply/")))
        return messageFrom(draft, UnsentDraft::Kind::Reply);
    if (place.startsWith(QLatin1String("note/")))
        return messageFrom(draft, UnsentDraft::Kind::Note);
    if (place.startsWith(QLatin1String("escalate/")))
        return passingFrom(draft, UnsentDraft::Kind::Escalation);
    if (place.startsWith(QLatin1String("handback/")))
        return passingFrom(draft, UnsentDraft::Kind::HandBack);
    if (place == QLatin1String("report/new"))
        return reportFrom(draft);
    return std::nullopt;
}

} // namespace vigie
