// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/ticketfiles.h"

#include "app/prompt/prompt.h"
#include "app/ticket/picturewindow.h"
#include "core/base/async.h"
#include "core/image/imagegate.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

namespace vigie {

TicketFiles::TicketFiles(Workspace &workspace, Prompt &prompt, QWidget *page)
    : QObject(page), m_workspace(workspace), m_prompt(prompt), m_page(page)
{
}

void TicketFiles::open(const Attachment &file, const TicketId &ticket)
{
    if (!file.mediaType.startsWith(QLatin1String("image/")))
        return save(file, ticket);
    Q_EMIT statusText(tr("Fetching %1…").arg(cleanFileName(file.name)));
    whenDone(m_workspace.tickets().attachmentBytes(file, ticket), this,
             [this, file, ticket](const Result<QByteArray> &bytes) {
                 Q_EMIT statusText(QString());
                 if (!bytes) {
                     Q_EMIT failed(bytes.error());
                     return;
                 }
                 const Result<QImage> picture = readPicture(*bytes);
                 if (!picture) {
                     m_prompt.tell(m_page, tr("This picture cannot be shown"),
                                   tr("Its bytes are not a picture that Vigie opens. You can "
                                      "still save it as a file."));
                     return;
                 }
                 auto *window = new PictureWindow(*picture, cleanFileName(file.name), m_page);
                 connect(window, &PictureWindow::saveWanted, this,
                         [this, file, ticket] { save(file, ticket); });
                 window->open();
             });
}

void TicketFiles::save(const Attachment &file, const TicketId &ticket)
{
    m_prompt.saveFile(m_page, tr("Save the file"), cleanFileName(file.name),
                      [this, file, ticket](const QString &target) {
                          if (target.isEmpty())
                              return;
                          whenDone(m_workspace.tickets().saveAttachment(file, ticket, target), this,
                                   [this, target](const Result<bool> &saved) {
                                       if (saved)
                                           Q_EMIT statusText(tr("Saved as %1").arg(target));
                                       else
                                           Q_EMIT failed(saved.error());
                                   });
                      });
}

} // namespace vigie
