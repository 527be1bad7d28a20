// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/client/shotcommands.h"

#include "core/base/async.h"
#include "core/image/annotationcodec.h"
#include "core/service/draftservice.h"
#include "core/service/shotservice.h"
#include "core/service/ticketservice.h"
#include "tests/e2e/client/arguments.h"

#include <QJsonArray>

namespace vigie::e2e {

namespace {

const QString kPlace = QStringLiteral("report");

} // namespace

ShotCommands::ShotCommands(Session &session, QObject *parent)
    : QObject(parent), m_session(session)
{
}

void ShotCommands::registerIn(CommandTable &table)
{
    table.add("shot", m_session.whenOpen([this](const auto &a, const auto &r) { add(a, r); }));
    table.add("shots", m_session.whenOpen([this](const auto &, const auto &r) { count(r); }));
    table.add("report-shots",
              m_session.whenOpen([this](const auto &a, const auto &r) { report(a, r); }));
}

void ShotCommands::load(const Shots &then)
{
    whenDone(m_session.workspace()->drafts().load(kPlace), this,
             [then](const Result<QJsonObject> &draft) {
                 if (!draft && draft.error().code != ErrorCode::NotFound)
                     return then(fail(draft.error()));
                 QList<AnnotationDocument> shots;
                 const QJsonArray kept =
                     draft ? draft->value(QLatin1String("shots")).toArray() : QJsonArray();
                 for (const QJsonValue &one : kept) {
                     const auto document = annotationDocumentFrom(one.toObject());
                     if (!document)
                         return then(fail(document.error()));
                     shots.append(*document);
                 }
                 then(shots);
             });
}

void ShotCommands::add(const QJsonObject &arguments, const Reply &reply)
{
    whenDone(m_session.workspace()->shots().importFile(text(arguments, "file")), this,
             [this, reply](const Result<AnnotationDocument> &document) {
                 if (!document)
                     return reply(bad(document.error()));
                 keep(*document, reply);
             });
}

void ShotCommands::keep(const AnnotationDocument &document, const Reply &reply)
{
    load([this, document, reply](const Result<QList<AnnotationDocument>> &shots) {
        if (!shots)
            return reply(bad(shots.error()));
        QJsonArray all;
        for (const AnnotationDocument &shot : *shots)
            all.append(annotationJson(shot));
        all.append(annotationJson(document));
        whenDone(m_session.workspace()->drafts().save(kPlace, {{QStringLiteral("shots"), all}}),
                 this, [reply](const Result<bool> &saved) {
                     reply(saved ? good() : bad(saved.error()));
                 });
    });
}

void ShotCommands::count(const Reply &reply)
{
    load([this, reply](const Result<QList<AnnotationDocument>> &shots) {
        if (!shots)
            return reply(bad(shots.error()));
        countFrom(*shots, 0, 0, reply);
    });
}

void ShotCommands::countFrom(const QList<AnnotationDocument> &shots, qsizetype at, int readable,
                             const Reply &reply)
{
    if (at == shots.size()) {
        return reply(good({{QStringLiteral("count"), shots.size()},
                           {QStringLiteral("readable"), readable}}));
    }
    whenDone(m_session.workspace()->shots().original(shots[at].sha256), this,
             [=, this](const Result<QImage> &picture) {
                 countFrom(shots, at + 1, readable + (picture ? 1 : 0), reply);
             });
}

void ShotCommands::report(const QJsonObject &arguments, const Reply &reply)
{
    load([=, this](const Result<QList<AnnotationDocument>> &shots) {
        if (!shots)
            return reply(bad(shots.error()));
        const auto publishing =
            m_session.workspace()->shots().publish(*shots, QStringLiteral("Screenshot %1"));
        whenDone(publishing, this, [=, this](const Result<PublishedShots> &made) {
            if (!made)
                return reply(bad(made.error()));
            CreateTicket create;
            create.title = text(arguments, "title");
            create.kit.what = create.title;
            create.attachments = made->files;
            whenDone(m_session.workspace()->tickets().report(create, kPlace), this,
                     [reply](const Result<TicketId> &ticket) {
                         reply(ticket ? good({{QStringLiteral("ticket"), ticket->text()}})
                                      : bad(ticket.error()));
                     });
        });
    });
}

} // namespace vigie::e2e
