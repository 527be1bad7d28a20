// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationdocument.h"
#include "tests/e2e/client/session.h"

namespace vigie::e2e {

/// Screenshots in the draft of a report, as the report page keeps them: an original apart from
/// what is sent, and a document in the journal. "ok" means that it is on the disk.
class ShotCommands final : public QObject
{
    Q_OBJECT

public:
    explicit ShotCommands(Session &session, QObject *parent = nullptr);
    void registerIn(CommandTable &table);

private:
    using Shots = std::function<void(const Result<QList<AnnotationDocument>> &)>;

    void load(const Shots &then);
    /// {"file"}: keeps the picture and its place in the draft.
    void add(const QJsonObject &arguments, const Reply &reply);
    void keep(const AnnotationDocument &document, const Reply &reply);
    /// Answers {"count", "readable"}: shots of the draft, and how many originals can be shown.
    void count(const Reply &reply);
    void countFrom(const QList<AnnotationDocument> &shots, qsizetype at, int readable,
                   const Reply &reply);
    /// {"title"}: publishes all shots and reports with them.
    void report(const QJsonObject &arguments, const Reply &reply);

    Session &m_session;
};

} // namespace vigie::e2e
