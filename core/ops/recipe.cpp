// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/recipe.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/model/codec.h"
#include "core/model/ticketfields.h"

#include <algorithm>

namespace vigie {

namespace {

QString ownerField()
{
    return QStringLiteral("owner");
}

bool isCustom(const QString &field)
{
    return field.startsWith(QLatin1String("cf."));
}

/// Whether the value can stand in the field, as far as that shows without a server.
Done fieldFits(const QString &field, const QString &value)
{
    if (!isCustom(field) && !recipeFields().contains(field))
        return fail(ErrorCode::Invalid, QStringLiteral("no field for a recipe"));
    if (field == ownerField() && value == recipeMe())
        return {};
    Ticket blank;
    return setFieldValue(blank, field, value);
}

QStringList readTags(json::Reader &reader, const char *key)
{
    const QStringList tags = reader.optTexts(key, limits::kRecipeTags, limits::kTagLength);
    const bool fine = std::all_of(tags.cbegin(), tags.cend(), [](const QString &tag) {
        return !tag.trimmed().isEmpty();
    });
    if (!fine)
        reader.reject(key, QStringLiteral("has an empty tag"));
    return tags;
}

void readFields(json::Reader &reader, Recipe &recipe)
{
    const QJsonObject fields = reader.optObject("fields");
    if (fields.size() > limits::kRecipeFields)
        return reader.reject("fields", QStringLiteral("are too many"));
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        if (!it->isString())
            return reader.reject("fields", QStringLiteral("have a value that is no text"));
        if (const Done fits = fieldFits(it.key(), it->toString()); !fits)
            return reader.reject("fields", fits.error().detail);
        recipe.fields.insert(it.key(), it->toString());
    }
}

template<class E>
void readEnumInto(json::Reader &reader, const char *key, std::optional<E> &into)
{
    const QString name = reader.optText(key, 40);
    if (name.isEmpty())
        return;
    const Result<E> value = enumFrom<E>(name);
    if (value)
        into = *value;
    else
        reader.reject(key, value.error().detail);
}

Result<Recipe::Words> wordsFrom(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("recipe.words"));
    Recipe::Words words;
    const Result<MessageKind> kind = enumFrom<MessageKind>(reader.text("kind", 40));
    if (kind && (*kind == MessageKind::Reply || *kind == MessageKind::Note))
        words.kind = *kind;
    else
        reader.reject("kind", QStringLiteral("is neither reply nor note"));
    words.body = reader.text("body", limits::kRecipeBody);
    if (words.body.trimmed().isEmpty())
        reader.reject("body", QStringLiteral("is empty"));
    VIGIE_TRY(reader.done());
    return words;
}

Result<WakeAfter> wakeFrom(const QJsonObject &object)
{
    for (const QString &key : object.keys()) {
        if (key != QLatin1String("kind") && key != QLatin1String("count"))
            return fail(ErrorCode::Invalid, QStringLiteral("recipe.wake: unknown key '%1'").arg(key.left(40)));
    }
    json::Reader reader(object, QStringLiteral("recipe.wake"));
    WakeAfter wake;
    const Result<WakeAfter::Kind> kind = enumFrom<WakeAfter::Kind>(reader.text("kind", 40));
    if (kind)
        wake.kind = *kind;
    else
        reader.reject("kind", kind.error().detail);
    wake.count = int(reader.optInteger("count", 1, limits::kWakeCount, 1));
    if (kind && !isCounted(*kind) && wake.count != 1)
        reader.reject("count", QStringLiteral("counts nothing"));
    VIGIE_TRY(reader.done());
    return wake;
}

} // namespace

bool Recipe::isEmpty() const
{
    return fields.isEmpty() && !level && !state && !wake && addTags.isEmpty() && removeTags.isEmpty() && !words;
}

QString recipeMe()
{
    return QStringLiteral("me");
}

const QStringList &recipeFields()
{
    // Impact and urgency work the priority out, so one that is chosen comes after them; what may
    // take the ticket out of sight comes last.
    static const QStringList fields{
        QStringLiteral("kind"), QStringLiteral("category"), QStringLiteral("impact"),
        QStringLiteral("urgency"), QStringLiteral("priority"), QStringLiteral("owner"),
        QStringLiteral("queue")};
    return fields;
}

qint64 wakesAt(const Recipe &recipe, const Ticket &ticket, const ServiceBook &book, qint64 now)
{
    if (!recipe.wake)
        return 0;
    return wakeMoment(*recipe.wake, reminderHours(book, ticket.queue, ticket.priority), now);
}

QList<Payload> stepsOf(const Recipe &recipe, const PersonId &me, const MessageId &message,
                       qint64 wakeAt)
{
    QList<Payload> steps;
    if (recipe.words)
        steps.append(AddMessage{message, recipe.words->kind, recipe.words->body, {}});
    if (!recipe.addTags.isEmpty() || !recipe.removeTags.isEmpty())
        steps.append(EditTags{recipe.addTags, recipe.removeTags});
    for (auto it = recipe.fields.cbegin(); it != recipe.fields.cend(); ++it) {
        if (isCustom(it.key()))
            steps.append(SetField{it.key(), it.value()});
    }
    const auto set = [&](const QString &field) {
        const auto value = recipe.fields.constFind(field);
        if (value == recipe.fields.cend())
            return;
        const bool mine = field == ownerField() && *value == recipeMe();
        steps.append(SetField{field, mine ? me.text() : *value});
    };
    const QStringList plain = recipeFields();
    for (const QString &field : plain.first(plain.size() - 2))
        set(field);
    if (recipe.level)
        steps.append(Escalate{*recipe.level, {}, {}}); // takes the owner away
    set(ownerField());
    if (recipe.state)
        steps.append(SetState{*recipe.state, {}});
    if (recipe.wake) { // a state may take the reminder away
        steps.append(SetField{QStringLiteral("pending-until"),
                              wakeAt > 0 ? QString::number(wakeAt) : QString()});
    }
    set(plain.last());
    return steps;
}

namespace codec {

QJsonObject toJson(const Recipe &recipe)
{
    QJsonObject object;
    QJsonObject fields;
    for (auto it = recipe.fields.cbegin(); it != recipe.fields.cend(); ++it)
        fields.insert(it.key(), it.value());
    put(object, "fields", fields);
    if (recipe.level)
        put(object, "level", nameOf(*recipe.level));
    if (recipe.state)
        put(object, "state", nameOf(*recipe.state));
    if (recipe.wake) {
        QJsonObject wake{{QStringLiteral("kind"), nameOf(recipe.wake->kind)}};
        if (isCounted(recipe.wake->kind))
            wake.insert(QStringLiteral("count"), recipe.wake->count);
        put(object, "wake", wake);
    }
    put(object, "add-tags", QJsonArray::fromStringList(recipe.addTags));
    put(object, "remove-tags", QJsonArray::fromStringList(recipe.removeTags));
    if (recipe.words) {
        put(object, "words",
            QJsonObject{{QStringLiteral("kind"), nameOf(recipe.words->kind)},
                        {QStringLiteral("body"), recipe.words->body}});
    }
    return object;
}

Result<Recipe> recipeFrom(const QJsonObject &object)
{
    static const QStringList known{QStringLiteral("fields"), QStringLiteral("level"),
                                   QStringLiteral("state"), QStringLiteral("wake"),
                                   QStringLiteral("add-tags"), QStringLiteral("remove-tags"),
                                   QStringLiteral("words")};
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            return fail(ErrorCode::Invalid, QStringLiteral("recipe: unknown key '%1'").arg(key.left(40)));
    }
    json::Reader reader(object, QStringLiteral("recipe"));
    Recipe recipe;
    readFields(reader, recipe);
    readEnumInto(reader, "level", recipe.level);
    readEnumInto(reader, "state", recipe.state);
    if (recipe.state == State::New)
        reader.reject("state", QStringLiteral("nothing becomes new again"));
    recipe.addTags = readTags(reader, "add-tags");
    recipe.removeTags = readTags(reader, "remove-tags");
    if (const QJsonObject words = reader.optObject("words"); !words.isEmpty()) {
        VIGIE_TRY_ASSIGN(read, wordsFrom(words));
        recipe.words = read;
    }
    if (const QJsonObject wake = reader.optObject("wake"); !wake.isEmpty()) {
        VIGIE_TRY_ASSIGN(read, wakeFrom(wake));
        recipe.wake = read;
    }
    VIGIE_TRY(reader.done());
    if (recipe.isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("recipe: does nothing"));
    return recipe;
}

} // namespace codec

} // namespace vigie
