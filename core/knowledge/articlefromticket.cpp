// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/articlefromticket.h"

#include "core/knowledge/knowledgelimits.h"
#include "core/text/codespans.h"

#include <algorithm>
#include <utility>

namespace vigie::knowledge {

namespace {

constexpr int kSmallestOwnHeading = 3;

/// How many '#' begin a heading in a line, 0 = it is none.
int headingLevel(const QString &line)
{
    constexpr int kMostHashes = 6;
    int hashes = 0;
    while (hashes < line.size() && line.at(hashes) == QLatin1Char('#'))
        ++hashes;
    const bool heading = hashes > 0 && hashes <= kMostHashes
        && (hashes == line.size() || line.at(hashes).isSpace());
    return heading ? hashes : 0;
}

/// The text as a part of a larger one: its headings below ours, its code closed.
QString asPart(const QString &text)
{
    QString source = text.trimmed();
    source.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    const QList<Span> code = codeSpans(source);
    QString part;
    qsizetype start = 0;
    const QStringList lines = source.split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        const int level = isWithin(code, start) ? 0 : headingLevel(line);
        if (level > 0 && level < kSmallestOwnHeading)
            part += QString(kSmallestOwnHeading - level, QLatin1Char('#'));
        part += line + QLatin1Char('\n');
        start += line.size() + 1;
    }
    part.chop(1);
    // A word that is put behind shows whether a fence is still open there.
    const QString probe = part + QStringLiteral("\n\nx");
    const QList<Span> probed = codeSpans(probe);
    if (isWithin(probed, probe.size() - 1)) {
        qsizetype at = probed.last().begin;
        while (at < part.size() && part.at(at).isSpace())
            ++at;
        const QChar fence = part.at(at);
        qsizetype end = at;
        while (end < part.size() && part.at(end) == fence)
            ++end;
        part += QLatin1Char('\n') + QString(end - at, fence);
    }
    return part;
}

/// Without what would end a picture's description or begin another line.
QString asDescription(const QString &text)
{
    QString plain = text.simplified();
    plain.replace(QLatin1Char('['), QLatin1Char('(')).replace(QLatin1Char(']'), QLatin1Char(')'));
    return plain;
}

QString asTarget(const QString &name)
{
    QString plain = name.simplified();
    plain.remove(QLatin1Char('<')).remove(QLatin1Char('>'));
    const bool simple = std::all_of(plain.begin(), plain.end(), [](QChar c) {
        return c.isLetterOrNumber() || QStringView(u"._-/:").contains(c);
    });
    return simple ? plain : QLatin1Char('<') + plain + QLatin1Char('>');
}

} // namespace

ArticleDraft articleFromTicket(const DraftRequest &request)
{
    Redactor redactor(request.people, request.placeholders, request.sitePatterns);
    ArticleDraft draft;
    draft.title = redactor.redact(request.title.simplified());
    const auto plain = [&draft](const QString &text) { draft.body.text += text; };
    draft.cut = request.messages.size() > knowledgelimits::kDraftMessages;
    const QList<ChosenMessage> messages = request.messages.mid(0, knowledgelimits::kDraftMessages);
    const std::pair<DraftPart, QString> parts[]{{DraftPart::Problem, request.problem},
                                                {DraftPart::Cause, request.cause},
                                                {DraftPart::Fix, request.fix}};
    qsizetype read = 0;
    for (const auto &[part, heading] : parts) {
        plain(QStringLiteral("## %1\n\n").arg(heading.simplified()));
        bool empty = true;
        for (const ChosenMessage &message : messages) {
            if (message.part != part)
                continue;
            read += message.text.size();
            if (read > knowledgelimits::kDraftText) {
                draft.cut = true;
                break;
            }
            if (!message.text.trimmed().isEmpty()) {
                append(draft.body, redactor.redact(asPart(message.text)));
                plain(QStringLiteral("\n\n"));
                empty = false;
            }
            for (const ChosenPicture &picture : message.pictures) {
                plain(QStringLiteral("!["));
                append(draft.body, redactor.redact(asDescription(picture.description)));
                plain(QStringLiteral("](%1)\n\n").arg(asTarget(picture.name)));
                empty = false;
            }
        }
        if (empty && !request.nothingYet.isEmpty())
            plain(request.nothingYet + QStringLiteral("\n\n"));
    }
    draft.body.text = draft.body.text.trimmed() + QLatin1Char('\n');
    return draft;
}

} // namespace vigie::knowledge
