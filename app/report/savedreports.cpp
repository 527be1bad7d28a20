// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/savedreports.h"

#include "core/base/async.h"
#include "core/base/limits.h"
#include "core/service/draftservice.h"

#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

namespace vigie {

namespace {

const QString kSavedPlace = QStringLiteral("report/saved/");
const QString kNameKey = QStringLiteral("name");
const QString kDraftKey = QStringLiteral("draft");

} // namespace

SavedReports::SavedReports(DraftService &drafts, QObject *parent) :
    QObject(parent), m_drafts(drafts)
{
}

bool SavedReports::isFull() const
{
    return m_all.size() >= limits::kSavedReports;
}

ReportDraft SavedReports::reusable(const ReportDraft &draft)
{
    ReportDraft kept = draft;
    kept.when = StartedWhen::NotSaid;
    kept.pickedAt = 0;
    kept.attachments.clear();
    kept.shots.clear();
    kept.liveMinutes = 0;
    kept.factsLeftOut.reset();
    return kept;
}

void SavedReports::read()
{
    whenDone(m_drafts.places(), this, [this](const Result<QStringList> &places) {
        if (places)
            readEach(places->filter(QRegularExpression(QStringLiteral("^") + kSavedPlace)));
        else if (places.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(places.error());
    });
}

void SavedReports::readEach(const QStringList &places)
{
    for (const QString &place : places) {
        whenDone(m_drafts.load(place), this, [this, place](const Result<QJsonObject> &stored) {
            if (!stored)
                return; // one that cannot be read hides no other
            const QString name = stored->value(kNameKey).toString().simplified();
            if (!name.isEmpty())
                put({place, name, reportDraftFrom(stored->value(kDraftKey).toObject())});
        });
    }
}

void SavedReports::put(const SavedReport &report)
{
    const auto same = [&report](const SavedReport &one) { return one.place == report.place; };
    m_all.erase(std::remove_if(m_all.begin(), m_all.end(), same), m_all.end());
    m_all.append(report);
    std::sort(m_all.begin(), m_all.end(), [](const SavedReport &a, const SavedReport &b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.place < b.place;
    });
    Q_EMIT changed();
}

void SavedReports::keep(const QString &name, const ReportDraft &draft)
{
    SavedReport report;
    report.name = name.simplified().left(limits::kNameLength);
    report.draft = reusable(draft);
    report.place = kSavedPlace + QUuid::createUuid().toString(QUuid::WithoutBraces);
    for (const SavedReport &one : std::as_const(m_all)) {
        if (one.name.compare(report.name, Qt::CaseInsensitive) == 0)
            report.place = one.place;
    }
    write(report);
}

void SavedReports::bringBack(const SavedReport &report)
{
    write(report);
}

void SavedReports::write(const SavedReport &report)
{
    const QJsonObject content{{kNameKey, report.name}, {kDraftKey, toJson(report.draft)}};
    whenDone(m_drafts.save(report.place, content), this, [this, report](const Result<bool> &saved) {
        if (saved)
            put(report);
        else if (saved.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(saved.error());
    });
}

void SavedReports::remove(const QString &place)
{
    whenDone(m_drafts.drop(place), this, [this, place](const Result<bool> &dropped) {
        if (!dropped) {
            if (dropped.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(dropped.error());
            return;
        }
        const auto same = [&place](const SavedReport &one) { return one.place == place; };
        m_all.erase(std::remove_if(m_all.begin(), m_all.end(), same), m_all.end());
        Q_EMIT changed();
    });
}

} // namespace vigie
