// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reportdraft.h"

#include "core/base/limits.h"
#include "core/image/annotationcodec.h"
#include "core/model/codec.h"

#include <QDateTime>
#include <QJsonArray>

namespace vigie {

namespace {

struct WhenName {
    StartedWhen when;
    const char *name;
};
constexpr WhenName kWhens[] = {
    {StartedWhen::NotSaid, "not-said"},   {StartedWhen::JustNow, "just-now"},
    {StartedWhen::ThisMorning, "morning"}, {StartedWhen::Yesterday, "yesterday"},
    {StartedWhen::AtATime, "at"},         {StartedWhen::SinceAChange, "since"},
};

QString whenName(StartedWhen when)
{
    for (const WhenName &entry : kWhens) {
        if (entry.when == when)
            return QLatin1String(entry.name);
    }
    return {};
}

StartedWhen whenFrom(const QString &name)
{
    for (const WhenName &entry : kWhens) {
        if (name == QLatin1String(entry.name))
            return entry.when;
    }
    return StartedWhen::NotSaid;
}

QString firstLine(const QString &text)
{
    const QString line = text.trimmed().section(QLatin1Char('\n'), 0, 0).simplified();
    if (line.size() <= 120)
        return line;
    const qsizetype space = line.lastIndexOf(QLatin1Char(' '), 118);
    return line.left(space > 60 ? space : 118) + QStringLiteral("…");
}

QJsonArray shotsJson(const QList<AnnotationDocument> &shots)
{
    QJsonArray array;
    for (const AnnotationDocument &shot : shots)
        array.append(annotationJson(shot));
    return array;
}

QList<AnnotationDocument> shotsFrom(const QJsonArray &array)
{
    QList<AnnotationDocument> shots;
    for (const QJsonValue &value : array) {
        const Result<AnnotationDocument> shot = annotationDocumentFrom(value.toObject());
        // Without the name of its picture there is nothing to show or send.
        if (shot && isSha256(shot->sha256) && shots.size() < limits::kShotsPerReport)
            shots.append(*shot);
    }
    return shots;
}

} // namespace

ReportDraft joined(const ReportDraft &kept, const ReportDraft &written)
{
    const ReportDraft untouched;
    ReportDraft all = kept;
    const auto below = [](const QString &first, const QString &second) {
        return first.isEmpty() || second.isEmpty() ? first + second
                                                   : first + QStringLiteral("\n\n") + second;
    };
    // A title is one line: the newer one comes second, as words.
    all.title = kept.title.isEmpty() ? written.title : kept.title;
    all.details = below(kept.details,
                        below(kept.title.isEmpty() ? QString() : written.title, written.details));
    all.errorText = below(kept.errorText, written.errorText);
    const auto newer = [&](auto member) {
        if (written.*member != untouched.*member)
            all.*member = written.*member;
    };
    newer(&ReportDraft::effect);
    newer(&ReportDraft::when);
    newer(&ReportDraft::pickedAt);
    newer(&ReportDraft::change);
    newer(&ReportDraft::before);
    newer(&ReportDraft::affected);
    newer(&ReportDraft::who);
    newer(&ReportDraft::people);
    newer(&ReportDraft::urgency);
    newer(&ReportDraft::liveMinutes);
    newer(&ReportDraft::category);
    all.attachments += written.attachments;
    all.shots += written.shots;
    return all;
}

bool ReportDraft::isEmpty() const
{
    ReportDraft rest = *this;
    rest.factsLeftOut.reset(); // a habit, kept elsewhere
    return rest == ReportDraft();
}

bool ReportDraft::canSend() const
{
    return !title.trimmed().isEmpty() || !details.trimmed().isEmpty()
        || !errorText.trimmed().isEmpty() || !attachments.isEmpty()
        || !shots.isEmpty();
}

QJsonObject toJson(const ReportDraft &draft)
{
    QJsonObject object;
    codec::put(object, "effect", draft.effect);
    codec::put(object, "title", draft.title);
    codec::put(object, "details", draft.details);
    codec::put(object, "error", draft.errorText);
    codec::put(object, "when", whenName(draft.when));
    codec::put(object, "pickedAt", draft.pickedAt);
    codec::put(object, "change", draft.change);
    codec::put(object, "before", draft.before);
    codec::put(object, "affected", nameOf(draft.affected));
    codec::put(object, "who", draft.who);
    codec::put(object, "people", qint64(draft.people));
    codec::put(object, "urgency", nameOf(draft.urgency));
    codec::put(object, "liveMinutes", qint64(draft.liveMinutes));
    codec::put(object, "category", draft.category);
    codec::put(object, "files", codec::toJson(draft.attachments));
    codec::put(object, "shots", shotsJson(draft.shots));
    if (draft.factsLeftOut)
        object.insert(QStringLiteral("factsLeftOut"), QJsonArray::fromStringList(*draft.factsLeftOut));
    return object;
}

ReportDraft reportDraftFrom(const QJsonObject &object)
{
    const auto text = [&object](const char *key) {
        return object.value(QLatin1String(key)).toString();
    };
    ReportDraft draft;
    draft.effect = text("effect");
    draft.title = text("title");
    draft.details = text("details");
    draft.errorText = text("error");
    draft.when = whenFrom(text("when"));
    draft.pickedAt = object.value(QLatin1String("pickedAt")).toInteger();
    draft.change = text("change");
    draft.before = text("before");
    draft.affected = enumStored(text("affected"), Affected::Me);
    draft.who = text("who");
    draft.people = std::clamp(object.value(QLatin1String("people")).toInt(1), 1, 100'000);
    draft.urgency = enumStored(text("urgency"), Urgency::Hindered);
    draft.liveMinutes = std::clamp(object.value(QLatin1String("liveMinutes")).toInt(0), 0,
                                   int(limits::kLiveMostMs / 60'000));
    if (categoryKeys().contains(text("category")))
        draft.category = text("category");
    draft.attachments =
        codec::attachmentsFrom(object.value(QLatin1String("files")).toArray())
            .value_or(QList<Attachment>());
    draft.shots = shotsFrom(object.value(QLatin1String("shots")).toArray());
    if (const QJsonValue out = object.value(QLatin1String("factsLeftOut")); out.isArray()) {
        QStringList keys;
        for (const QJsonValue &key : out.toArray())
            keys.append(key.toString());
        keys.removeAll(QString());
        draft.factsLeftOut = keys.mid(0, limits::kFactsPerKit);
    }
    return draft;
}

QString withShotWords(const QString &details, const QStringList &words, const QString &name)
{
    QString all = details;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i].isEmpty())
            continue;
        const QString more =
            QStringLiteral("\n\n") + name.arg(i + 1) + QLatin1Char('\n') + words[i];
        if (all.size() + more.size() > limits::kBodyLength)
            break;
        all += more;
    }
    return all;
}

qint64 startedAt(const ReportDraft &draft, qint64 now)
{
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(now).toLocalTime();
    switch (draft.when) {
    case StartedWhen::JustNow: return now;
    case StartedWhen::ThisMorning: {
        const qint64 morning = QDateTime(today.date(), QTime(8, 0)).toMSecsSinceEpoch();
        return std::min(morning, now);
    }
    case StartedWhen::Yesterday:
        return QDateTime(today.date().addDays(-1), QTime(12, 0)).toMSecsSinceEpoch();
    case StartedWhen::AtATime: return std::min(draft.pickedAt, now);
    case StartedWhen::NotSaid:
    case StartedWhen::SinceAChange: break;
    }
    return 0;
}

CreateTicket toCreate(const ReportDraft &draft, const QString &whenWords,
                      const QString &titleOtherwise, qint64 now)
{
    CreateTicket create;
    create.title = draft.title.simplified();
    if (create.title.isEmpty())
        create.title = firstLine(draft.details);
    if (create.title.isEmpty())
        create.title = firstLine(draft.errorText);
    if (create.title.isEmpty())
        create.title = titleOtherwise;
    create.title = create.title.left(limits::kTitleLength);
    // The first message must say something even when the title says it all.
    create.kit.what = draft.details.trimmed().isEmpty() ? create.title : draft.details.trimmed();
    create.kit.errorText = draft.errorText.trimmed();
    create.kit.when = whenWords;
    create.kit.startedAt = startedAt(draft, now);
    create.kit.before = draft.before.trimmed();
    create.kit.affected = draft.affected;
    create.kit.who = draft.affected == Affected::Me ? QString() : draft.who.trimmed();
    create.kit.people = draft.affected == Affected::Me ? 1 : draft.people;
    create.kit.stated = draft.urgency;
    create.kit.liveUntil = draft.liveMinutes > 0 ? now + draft.liveMinutes * 60'000LL : 0;
    create.category = draft.category;
    create.urgency = draft.urgency;
    create.attachments = draft.attachments;
    return create;
}

} // namespace vigie
