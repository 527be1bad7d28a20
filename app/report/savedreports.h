// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/reportdraft.h"
#include "core/base/result.h"

#include <QObject>

namespace vigie {

class DraftService;

/// A report kept under a name, to be used again.
struct SavedReport {
    QString place; ///< in the draft journal: "report/saved/<id>"
    QString name;
    ReportDraft draft;
};

/// The reports somebody keeps as templates, in the draft journal. Everything is on the disk when
/// `changed` tells of it. `drafts` must outlive it. GUI thread.
class SavedReports final : public QObject
{
    Q_OBJECT

public:
    SavedReports(DraftService &drafts, QObject *parent);

    /// By name, in the order of the person's language.
    [[nodiscard]] const QList<SavedReport> &all() const { return m_all; }
    [[nodiscard]] bool isFull() const;
    /// Reads what is kept.
    void read();
    /// Keeps a report; a name that is there already gets the new content.
    void keep(const QString &name, const ReportDraft &draft);
    void remove(const QString &place);
    /// Brings back what was removed, in its old place.
    void bringBack(const SavedReport &report);

    /// What of a report is worth using again: not its time, its files, its deadline.
    [[nodiscard]] static ReportDraft reusable(const ReportDraft &draft);

Q_SIGNALS:
    void changed();
    void failed(const vigie::Error &error);

private:
    void readEach(const QStringList &places);
    void write(const SavedReport &report);
    void put(const SavedReport &report);

    DraftService &m_drafts;
    QList<SavedReport> m_all;
};

} // namespace vigie
