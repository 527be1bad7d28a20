// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ownthing.h"

#include "core/model/snippet.h"

namespace vigie {

template<>
const QList<EnumName<OwnKind>> &enumNames<OwnKind>()
{
    static const QList<EnumName<OwnKind>> names{
        {OwnKind::View, "view"}, {OwnKind::Snippet, "snippet"}, {OwnKind::Look, "look"},
        {OwnKind::Macro, "macro"}, {OwnKind::Rule, "rule"}, {OwnKind::MentionRead, "mention-read"}};
    return names;
}

namespace {

/// The keys that hold words; how something looks is nobody's work of an hour.
QStringList wordsOf(OwnKind kind)
{
    switch (kind) {
    case OwnKind::View: return {QStringLiteral("query")};
    case OwnKind::Snippet: return {QStringLiteral("title"), QStringLiteral("body")};
    case OwnKind::Rule: return {QStringLiteral("name"), QStringLiteral("query"), QStringLiteral("recipe")};
    case OwnKind::Macro: return {QStringLiteral("name"), QStringLiteral("recipe")};
    case OwnKind::Look:
    case OwnKind::MentionRead: break;
    }
    return {};
}

const QLatin1String kThrough("through");

/// Two canned texts cannot have one keyword.
QString otherKeyword(const QString &keyword)
{
    return keyword.left(limits::kSnippetKeyword - 2) + QStringLiteral("-2");
}

} // namespace

qint64 readThrough(const QJsonObject &data)
{
    return data.value(kThrough).toInteger();
}

QJsonObject mentionRead(qint64 through)
{
    return {{kThrough, through}};
}

OwnVerdict judgeOwn(const OwnThing &there, const OwnThing &later)
{
    if (there.gone)
        return {};
    if (later.gone)
        return {false, {}};
    if (there.kind == OwnKind::MentionRead) // nothing becomes unread again
        return {readThrough(later.data) > readThrough(there.data), {}};
    bool differs = false;
    const QStringList keys = wordsOf(there.kind);
    for (const QString &key : keys)
        differs = differs || there.data.value(key) != later.data.value(key);
    if (!differs)
        return {};
    static const QUuid kAsides(QStringLiteral("{9b1f7c0a-3c1d-5e42-8f36-27d0a1c95b64}"));
    OwnThing aside = there;
    aside.id = QUuid::createUuidV5(kAsides, QStringLiteral("%1/%2/%3").arg(nameOf(there.kind), there.id)
                                                .arg(there.revision))
                   .toString(QUuid::WithoutBraces);
    aside.revision = 0;
    const QString key = QStringLiteral("keyword");
    if (there.kind == OwnKind::Snippet)
        aside.data.insert(key, otherKeyword(there.data.value(key).toString()));
    else
        aside.data.insert(QStringLiteral("aside"), true);
    return {true, aside};
}

} // namespace vigie
