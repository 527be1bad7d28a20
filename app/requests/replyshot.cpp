// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requests/replyshot.h"

#include "app/annotate/annotatewindow.h"
#include "core/base/async.h"
#include "core/service/shotservice.h"
#include "core/service/workspace.h"

namespace vigie {

ReplyShot::ReplyShot(Workspace &workspace, Prompt &prompt, QWidget *page)
    : QObject(page), m_workspace(workspace), m_prompt(prompt), m_page(page)
{
}

void ReplyShot::setReader(const std::shared_ptr<OcrEngine> &reader)
{
    m_reader = reader;
}

void ReplyShot::begin(const QImage &picture, qreal dpr, const TicketId &ticket)
{
    whenDone(m_workspace.shots().import(picture, dpr), this,
             [this, picture, ticket](const Result<AnnotationDocument> &document) {
                 if (document)
                     edit(picture, *document, ticket);
                 else
                     Q_EMIT failed(document.error());
             });
}

void ReplyShot::edit(const QImage &picture, const AnnotationDocument &document,
                     const TicketId &ticket)
{
    AnnotateWindow::Shot shot;
    shot.picture = picture;
    shot.document = document;
    shot.layer = {reporterLayer(), {}, {}};
    shot.name = tr("Picture for the answer");
    shot.ocr = m_reader;
    shot.habits = m_habits;
    shot.rules.names = {m_workspace.me().name};
    shot.rules.logins = {m_workspace.me().login};
    auto *window = new AnnotateWindow(shot, m_prompt, m_page);
    connect(window, &AnnotateWindow::exportWanted, this,
            [this, window, picture](const QString &path) {
                whenDone(m_workspace.shots().exportTo(picture, window->document(), path), this,
                         [this](const Result<bool> &done) {
                             if (!done)
                                 Q_EMIT failed(done.error());
                         });
            });
    connect(window, &AnnotateWindow::finished, this,
            [this, window, ticket] { publish(window->document(), ticket); });
    window->show();
    window->raise();
    window->activateWindow(); // the next keys are for the editor
}

void ReplyShot::publish(const AnnotationDocument &document, const TicketId &ticket)
{
    whenDone(m_workspace.shots().publish({document}, tr("Screenshot %1")), this,
             [this, ticket, original = document.sha256](const Result<PublishedShots> &made) {
                 if (made) {
                     for (const ShownFile &shot : foldShots(made->files))
                         Q_EMIT ready(shot, ticket);
                 } else {
                     Q_EMIT failed(made.error());
                 }
                 // What is not burned has no place left to be needed in.
                 m_workspace.shots().discard({original});
             });
}

} // namespace vigie
