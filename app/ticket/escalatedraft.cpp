// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/escalatedraft.h"

#include <QJsonArray>

namespace vigie {

namespace {

struct ReasonWord {
    const char *key;
    const char *words;
    bool back;
};

const ReasonWord kReasons[] = {
    {"rights", QT_TRANSLATE_NOOP("EscalateReasons", "rights or access are missing"), false},
    {"knowledge", QT_TRANSLATE_NOOP("EscalateReasons", "needs a specialist"), false},
    {"stuck", QT_TRANSLATE_NOOP("EscalateReasons", "everything known was tried"), false},
    {"onsite", QT_TRANSLATE_NOOP("EscalateReasons", "somebody must go there"), false},
    {"urgent", QT_TRANSLATE_NOOP("EscalateReasons", "time is running out"), false},
    {"facts", QT_TRANSLATE_NOOP("EscalateReasons", "facts are missing"), true},
    {"elsewhere", QT_TRANSLATE_NOOP("EscalateReasons", "it is not ours"), true},
    {"untried", QT_TRANSLATE_NOOP("EscalateReasons", "a first step was left out"), true},
    {"done", QT_TRANSLATE_NOOP("EscalateReasons", "our part is done"), true},
};

} // namespace

QStringList EscalateReasons::keys(bool back)
{
    QStringList keys;
    for (const ReasonWord &reason : kReasons) {
        if (reason.back == back)
            keys.append(QLatin1String(reason.key));
    }
    return keys;
}

QString EscalateReasons::words(const QString &key)
{
    for (const ReasonWord &reason : kReasons) {
        if (key == QLatin1String(reason.key))
            return tr(reason.words);
    }
    return {};
}

QString EscalateDraft::reason() const
{
    QStringList said;
    for (const QString &key : reasons)
        said.append(EscalateReasons::words(key));
    said.append(why.simplified());
    said.removeAll(QString());
    return said.join(QStringLiteral(", "));
}

QJsonObject toJson(const EscalateDraft &draft)
{
    QJsonObject object{{QStringLiteral("level"), nameOf(draft.level)},
                       {QStringLiteral("queue"), draft.queue.text()},
                       {QStringLiteral("reasons"), QJsonArray::fromStringList(draft.reasons)},
                       {QStringLiteral("why"), draft.why}};
    if (draft.noteIsOwn)
        object.insert(QStringLiteral("body"), draft.note);
    return object;
}

EscalateDraft escalateDraftFrom(const QJsonObject &object, const EscalateDraft &otherwise)
{
    EscalateDraft draft = otherwise;
    draft.level = enumStored(object.value(QLatin1String("level")).toString(), otherwise.level);
    if (object.contains(QLatin1String("queue")))
        draft.queue = QueueId::fromStored(object.value(QLatin1String("queue")).toString());
    if (object.contains(QLatin1String("reasons"))) {
        draft.reasons.clear();
        for (const QJsonValue &key : object.value(QLatin1String("reasons")).toArray()) {
            if (!EscalateReasons::words(key.toString()).isEmpty())
                draft.reasons.append(key.toString());
        }
    }
    draft.why = object.value(QLatin1String("why")).toString(otherwise.why);
    if (const QJsonValue note = object.value(QLatin1String("body")); note.isString()) {
        draft.note = note.toString();
        draft.noteIsOwn = true;
    }
    return draft;
}

QString escalateDraftPlace(const TicketId &ticket, bool back)
{
    return (back ? QStringLiteral("handback/") : QStringLiteral("escalate/")) + ticket.text();
}

} // namespace vigie
