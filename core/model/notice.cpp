// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/notice.h"

namespace vigie {

template<>
const QList<EnumName<NoticeClass>> &enumNames<NoticeClass>()
{
    static const QList<EnumName<NoticeClass>> names{{NoticeClass::Interrupt, "interrupt"},
                                                    {NoticeClass::Badge, "badge"},
                                                    {NoticeClass::Digest, "digest"},
                                                    {NoticeClass::Silent, "silent"}};
    return names;
}

template<>
const QList<EnumName<NoticeKind>> &enumNames<NoticeKind>()
{
    static const QList<EnumName<NoticeKind>> names{
        {NoticeKind::Report, "report"},           {NoticeKind::Reply, "reply"},
        {NoticeKind::Note, "note"},               {NoticeKind::Call, "call"},
        {NoticeKind::State, "state"},             {NoticeKind::UpdateAsked, "ask-update"},
        {NoticeKind::Rating, "rating"},           {NoticeKind::Assigned, "assigned"},
        {NoticeKind::Due, "due"},                 {NoticeKind::Reminder, "reminder"},
    };
    return names;
}

} // namespace vigie
