// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewer/foreignlink.h"

#include "app/prompt/prompt.h"
#include "core/text/links.h"

#include <QCoreApplication>
#include <QDesktopServices>

namespace vigie {

namespace {

struct LinkWords {
    Q_DECLARE_TR_FUNCTIONS(ForeignLink)
};

} // namespace

void openForeignLink(Prompt &prompt, QWidget *asker, const QUrl &url,
                     const std::function<void(const QString &)> &tell)
{
    Question question;
    question.title = LinkWords::tr("Open this address?");
    question.text = LinkWords::tr("Somebody else wrote it. It leads to:\n\n%1").arg(realTarget(url));
    question.accept = LinkWords::tr("Open");
    prompt.ask(asker, question, [url, tell](bool accepted) {
        if (accepted && !QDesktopServices::openUrl(url))
            tell(LinkWords::tr("No program on this computer opens that address."));
    });
}

} // namespace vigie
