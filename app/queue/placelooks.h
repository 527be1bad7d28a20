// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/scopemodel.h"

#include <QFuture>
#include <QObject>

namespace vigie {

class Workspace;

/// How the person wants to see the lists that are always there, and how loud they may be; saved
/// views say it themselves. What is chosen is on the disk at once. GUI thread; `workspace` must outlive it.
class PlaceLooks final : public QObject
{
    Q_OBJECT

public:
    PlaceLooks(Workspace &workspace, QObject *parent);

    /// Never of a saved view.
    [[nodiscard]] ViewLook of(const ScopeModel::Entry &place) const;
    void choose(const ScopeModel::Entry &place, const ViewLook &look);
    [[nodiscard]] std::optional<NoticeClass> newsOf(const ScopeModel::Entry &place) const;
    void chooseNews(const ScopeModel::Entry &place, std::optional<NoticeClass> news);
    /// How the house shows a place to somebody who chose nothing.
    [[nodiscard]] static ViewLook usual(const ScopeModel::Entry &place);

Q_SIGNALS:
    /// Looks may be others now.
    void changed();
    /// In a sentence, for the status bar.
    void statusText(const QString &text);

private:
    void read();
    [[nodiscard]] static QString nameOf(const ScopeModel::Entry &place);
    [[nodiscard]] PlaceLook chosen(const ScopeModel::Entry &place) const;
    /// Tells when the write fails.
    void watch(const QFuture<Result<bool>> &write);

    Workspace &m_workspace;
    QHash<QString, PlaceLook> m_looks;
};

} // namespace vigie
