// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recipe/recipenames.h"

#include "core/base/async.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

namespace vigie {

namespace {

constexpr int kMostStaff = 1'000;

RecipeNames namesFrom(const QList<Queue> &queues, const QList<Person> &people)
{
    RecipeNames names;
    for (const Queue &queue : queues) {
        names.byId.insert(queue.id.text(), queue.name);
        if (queue.active)
            names.queues.append(queue);
    }
    for (const Person &person : people) {
        names.byId.insert(person.id.text(), person.name);
        if (person.active && actorOf(person).isStaff())
            names.people.append(person);
    }
    return names;
}

} // namespace

void readRecipeNames(Workspace &workspace, QObject *context,
                     const std::function<void(const RecipeNames &)> &then)
{
    whenDone(workspace.tickets().queues(), context,
             [&workspace, context, then](const Result<QList<Queue>> &queues) {
                 whenDone(workspace.tickets().people(QString(), kMostStaff), context,
                          [queues, then](const Result<QList<Person>> &people) {
                              then(namesFrom(queues.value_or(QList<Queue>()),
                                             people.value_or(QList<Person>())));
                          });
             });
}

} // namespace vigie
