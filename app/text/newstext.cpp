// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/newstext.h"

namespace vigie {

QString NewsText::of(const std::optional<NoticeClass> &news)
{
    if (!news)
        return tr("As usual");
    switch (*news) {
    case NoticeClass::Interrupt: return tr("May interrupt");
    case NoticeClass::Badge: return tr("Only counted");
    case NoticeClass::Digest: return tr("In the digest");
    case NoticeClass::Silent: break;
    }
    return tr("Silent");
}

QString NewsText::meaning(const std::optional<NoticeClass> &news)
{
    if (!news)
        return tr("As if this list did not exist");
    switch (*news) {
    case NoticeClass::Interrupt: return tr("A notification on the desktop, at once");
    case NoticeClass::Badge: return tr("Counted as unread, without a notification on the desktop");
    case NoticeClass::Digest:
        return tr("Told together with others, at the hours that the preferences say");
    case NoticeClass::Silent: break;
    }
    return tr("In the list of notifications as read");
}

QList<std::optional<NoticeClass>> NewsText::choices()
{
    QList<std::optional<NoticeClass>> all{std::nullopt};
    for (const EnumName<NoticeClass> &name : enumNames<NoticeClass>())
        all.append(name.value);
    return all;
}

} // namespace vigie
