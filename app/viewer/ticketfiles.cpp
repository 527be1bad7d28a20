// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewer/ticketfiles.h"

#include "app/annotate/annotatewindow.h"
#include "app/prompt/prompt.h"
#include "app/viewer/comparewindow.h"
#include "app/viewer/picturewindow.h"
#include "core/base/async.h"
#include "core/image/annotationpainter.h"
#include "core/image/burn.h"
#include "core/image/imagegate.h"
#include "core/service/shotservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <QPainter>

#include <algorithm>

namespace vigie {

namespace {

bool drewOn(const AnnotationDocument &document, const QString &layer)
{
    return std::any_of(document.items.cbegin(), document.items.cend(),
                       [&layer](const Annotation &item) { return item.layer == layer; });
}

} // namespace

TicketFiles::TicketFiles(Workspace &workspace, Prompt &prompt, QWidget *page)
    : QObject(page), m_workspace(workspace), m_prompt(prompt), m_page(page)
{
}

void TicketFiles::setReader(const std::shared_ptr<OcrEngine> &reader)
{
    m_reader = reader;
}

void TicketFiles::open(const ShownFile &file, const TicketId &ticket, bool mayWrite)
{
    if (!file.flat.mediaType.startsWith(QLatin1String("image/")))
        return save(file.flat, ticket);
    Q_EMIT statusText(tr("Fetching %1…").arg(cleanFileName(file.flat.name)));
    whenDone(m_workspace.shots().open(file, ticket), this,
             [this, file, ticket, mayWrite](const Result<OpenedShot> &shot) {
                 Q_EMIT statusText(QString());
                 if (shot) {
                     findOthers(file, ticket, [=, this, shot = *shot](const auto &others) {
                         show(file, ticket, shot, mayWrite, others);
                     });
                     return;
                 }
                 if (shot.error().code != ErrorCode::Invalid
                     && shot.error().code != ErrorCode::TooLarge) {
                     Q_EMIT failed(shot.error());
                     return;
                 }
                 m_prompt.tell(m_page, tr("This picture cannot be shown"),
                               tr("Its bytes are not a picture that Vigie opens. You can "
                                  "still save it as a file."));
             });
}

void TicketFiles::findOthers(const ShownFile &file, const TicketId &ticket,
                             const std::function<void(const QList<ShownFile> &)> &then)
{
    if (ticket.isNull())
        return then({});
    whenDone(m_workspace.tickets().open(ticket), this,
             [file, then](const Result<TicketView> &view) {
                 QList<ShownFile> others;
                 for (const MessageView &entry : view ? view->thread : QList<MessageView>()) {
                     const QList<ShownFile> files = foldShots(entry.message.attachments);
                     for (const ShownFile &one : files) {
                         if (one.flat.mediaType.startsWith(QLatin1String("image/"))
                             && one.flat.sha256 != file.flat.sha256)
                             others.append(one);
                     }
                 }
                 then(others);
             });
}

/// Both as they were sent to everybody, with their marks.
void TicketFiles::compare(const ShownFile &file, const ShownFile &other, const TicketId &ticket)
{
    Q_EMIT statusText(tr("Fetching %1…").arg(cleanFileName(other.flat.name)));
    const auto bytesOf = [this, ticket](const ShownFile &one) {
        return m_workspace.tickets().attachmentBytes(one.flat, ticket);
    };
    whenDone(bytesOf(file), this, [=, this](const Result<QByteArray> &first) {
        if (!first) {
            Q_EMIT statusText(QString());
            return Q_EMIT failed(first.error());
        }
        whenDone(bytesOf(other), this, [=, this](const Result<QByteArray> &second) {
            Q_EMIT statusText(QString());
            if (!second)
                return Q_EMIT failed(second.error());
            const Result<QImage> left = readPicture(*first);
            const Result<QImage> right = readPicture(*second);
            if (!left || !right)
                return Q_EMIT failed((left ? right : left).error());
            (new CompareWindow({*left, shotStem(cleanFileName(file.flat.name))},
                               {*right, shotStem(cleanFileName(other.flat.name))}, m_page))
                ->show();
        });
    });
}

void TicketFiles::show(const ShownFile &file, const TicketId &ticket, const OpenedShot &shot,
                       bool mayWrite, const QList<ShownFile> &others)
{
    PictureWindow::Picture picture;
    picture.image = shot.picture;
    picture.document = shot.document;
    picture.name = cleanFileName(file.flat.name);
    picture.layersLost = file.isShot() && !shot.layersRead;
    picture.mayMarkUp = mayWrite;
    picture.ocr = m_reader;
    for (const ShownFile &other : others)
        picture.others.append(cleanFileName(other.flat.name));
    auto *window = new PictureWindow(picture, m_page);
    connect(window, &PictureWindow::saveWanted, this,
            [this, file, ticket] { save(file.flat, ticket); });
    connect(window, &PictureWindow::markUpWanted, this, [this, window, file, ticket, shot] {
        window->close();
        markUp(file, ticket, shot);
    });
    connect(window, &PictureWindow::compareWanted, this,
            [this, file, others, ticket](int at) { compare(file, others.at(at), ticket); });
    connect(window, &PictureWindow::compareBareWanted, this,
            [this, name = shotStem(picture.name), shot] { compareBare(name, shot); });
    window->open();
}

void TicketFiles::compareBare(const QString &name, const OpenedShot &shot)
{
    QImage marked = shot.picture.convertToFormat(QImage::Format_RGB32);
    {
        QPainter painter(&marked);
        ShotPaint how;
        how.burned = true; // what came over the network is
        how.ground = false;
        paintShot(painter, shot.picture, shot.document, how);
    }
    (new CompareWindow({shot.picture, tr("Without marks")}, {marked, name}, m_page))->show();
}

void TicketFiles::markUp(const ShownFile &file, const TicketId &ticket, const OpenedShot &shot)
{
    const Person &me = m_workspace.me();
    AnnotateWindow::Shot marked;
    marked.picture = shot.picture;
    marked.document = shot.document;
    if (!shot.layersRead) {
        marked.document = AnnotationDocument();
        marked.document.size = shot.picture.size();
    }
    marked.layer = {me.id.text(), me.id.text(), me.name};
    marked.document.ensureLayer(marked.layer);
    marked.burned = true;
    marked.name = shotStem(cleanFileName(file.flat.name));
    marked.habits = m_habits;
    auto *window = new AnnotateWindow(marked, m_prompt, m_page);
    connect(window, &AnnotateWindow::exportWanted, this,
            [this, window, picture = shot.picture](const QString &path) {
                const AnnotationDocument shown = withoutRedactions(window->document());
                whenDone(m_workspace.shots().exportTo(picture, shown, path), this,
                         [this](const Result<bool> &done) {
                             if (!done)
                                 Q_EMIT failed(done.error());
                         });
            });
    connect(window, &AnnotateWindow::finished, this, [this, window, file, ticket, shot] {
        attachMarks(file, ticket, shot, window->document());
    });
    window->show();
}

void TicketFiles::attachMarks(const ShownFile &file, const TicketId &ticket,
                              const OpenedShot &shot, const AnnotationDocument &document)
{
    if (!drewOn(document, m_workspace.me().id.text()) || document == shot.document)
        return; // looked, but drew nothing
    Q_EMIT statusText(tr("The picture is being prepared…"));
    const QString stem = shotStem(cleanFileName(file.flat.name));
    whenDone(m_workspace.shots().publishOver(shot.png, document, stem), this,
             [this, ticket](const Result<ShownFile> &made) {
                 Q_EMIT statusText(QString());
                 if (made)
                     Q_EMIT markedUp(*made, ticket);
                 else
                     Q_EMIT failed(made.error());
             });
}

void TicketFiles::save(const Attachment &file, const TicketId &ticket)
{
    const QString name = cleanFileName(file.name);
    m_prompt.saveFile(m_page, tr("Save the file"), name,
                      [this, file, ticket, name](const QString &target) {
                          if (target.isEmpty())
                              return;
                          whenDone(m_workspace.tickets().saveAttachment(file, ticket, target), this,
                                   [this, target, name](const Result<bool> &done) {
                                       if (!done) {
                                           Q_EMIT failed(done.error());
                                           return;
                                       }
                                       Q_EMIT statusText(tr("Saved as %1").arg(target));
                                       Q_EMIT saved(name);
                                   });
                      });
}

} // namespace vigie
