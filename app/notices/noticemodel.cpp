// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notices/noticemodel.h"

#include "app/text/noticetext.h"
#include "app/text/timetext.h"
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/service/noticeservice.h"

#include <QSet>

#include <algorithm>

namespace vigie {

NoticeModel::NoticeModel(NoticeService &service, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_service(service), m_clock(clock)
{
    connect(&service, &NoticeService::changed, this, &NoticeModel::reload);
}

int NoticeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_notices.size());
}

QVariant NoticeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Notice &notice = m_notices.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case HappenedRole: return NoticeText::happened(notice);
    case Qt::AccessibleTextRole: {
        const QString line = tr("%1. %2. %3", "what happened, of which ticket, when")
                                 .arg(NoticeText::happened(notice), NoticeText::about(notice),
                                      TimeText::relative(notice.at, m_clock.nowMs()));
        return notice.read ? line : tr("New: %1", "an unread notification").arg(line);
    }
    case AboutRole: return NoticeText::about(notice);
    case WordsRole: return notice.words;
    case WhenRole: return TimeText::brief(notice.at, m_clock.nowMs());
    case IconRole: return int(NoticeText::icon(notice));
    case ToneRole: return int(NoticeText::tone(notice));
    case ReadRole: return notice.read;
    default: return {};
    }
}

void NoticeModel::reload()
{
    const int question = ++m_question;
    whenDone(m_service.list(), this, [this, question](const Result<QList<Notice>> &notices) {
        if (question != m_question)
            return;
        if (notices)
            take(*notices);
        else if (notices.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(notices.error());
    });
}

/// Notices only come at the top, go at the bottom and become read, so that a choice survives.
void NoticeModel::take(const QList<Notice> &notices)
{
    const auto known = [this](const Notice &notice) {
        return !m_notices.isEmpty() && m_notices.constFirst().message == notice.message;
    };
    const qsizetype fresh =
        std::find_if(notices.cbegin(), notices.cend(), known) - notices.cbegin();
    if (!m_notices.isEmpty() && fresh == notices.size()) {
        beginResetModel();
        m_notices = notices;
        endResetModel();
        Q_EMIT loaded();
        return;
    }
    if (fresh > 0) {
        beginInsertRows({}, 0, int(fresh) - 1);
        m_notices = notices.first(fresh) + m_notices;
        endInsertRows();
    }
    // Old ones give way, but for mentions that nobody has read: those stay below them.
    QSet<MessageId> kept;
    for (const Notice &notice : notices)
        kept.insert(notice.message);
    for (qsizetype row = m_notices.size() - 1; row >= 0; --row) {
        if (kept.contains(m_notices[row].message))
            continue;
        beginRemoveRows({}, int(row), int(row));
        m_notices.removeAt(row);
        endRemoveRows();
    }
    const bool sameOrder = std::equal(m_notices.cbegin(), m_notices.cend(), notices.cbegin(),
                                      notices.cend(), [](const Notice &a, const Notice &b) {
                                          return a.message == b.message;
                                      });
    if (!sameOrder) {
        beginResetModel();
        m_notices = notices;
        endResetModel();
    }
    m_notices = notices;
    if (!m_notices.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_notices.size()) - 1));
    Q_EMIT loaded();
}

void NoticeModel::refreshTimes()
{
    if (!m_notices.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_notices.size()) - 1), {WhenRole});
}

} // namespace vigie
