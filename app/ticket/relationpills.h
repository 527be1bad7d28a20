// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QMenu;

namespace vigie {

class Button;
class FieldPill;
class FlowLayout;

/// What hangs on a ticket: who watches it, where it leads, and the fields this organisation added.
/// What is empty stays out of the way until it is asked for. Knows no service: it says what the
/// person wants.
class RelationPills final : public QWidget
{
    Q_OBJECT

public:
    /// More would push the conversation off the page; the rest is in the last pill's menu.
    static constexpr int kMostFields = 12;

    explicit RelationPills(QWidget *parent);

    void showRelations(const TicketView &view);
    /// Whether empty ones are shown too.
    void setAll(bool all);
    /// The pill named "watchers" or "links"; null for another name.
    [[nodiscard]] FieldPill *pill(const QString &field) const;

    /// "Is a duplicate of #1041 Printer prints empty pages".
    [[nodiscard]] static QString sentence(const Link &link, const QList<TicketRow> &known);
    /// "Is a duplicate of".
    [[nodiscard]] static QString kindWords(LinkKind kind);
    /// An entry for each kind that can be added; `chosen` is called while `context` lives.
    static void addKinds(QMenu &menu, QObject *context, const std::function<void(LinkKind)> &chosen);

Q_SIGNALS:
    void watcherWanted();
    void watcherDropped(const vigie::PersonId &id);
    void linkWanted(vigie::LinkKind kind);
    void linkDropped(const vigie::Link &link);
    void linkOpened(const vigie::TicketId &id);
    /// A merged ticket, this one or one of those in it, is to be on its own again.
    void apartWanted(const vigie::TicketId &id);
    void fieldWanted();
    void fieldEdited(const QString &key);
    void fieldDropped(const QString &key);

private:
    void fillWatchers(QMenu &menu);
    void fillLinks(QMenu &menu);
    void fillMerged(QMenu &menu);
    [[nodiscard]] QString mergedWords() const;
    void fillField(QMenu &menu, const QString &key);
    void showFields();
    void showVisibility();
    [[nodiscard]] QString watcherNames() const;
    [[nodiscard]] QString linkWords() const;

    TicketView m_view;
    FlowLayout *m_flow;
    FieldPill *m_watchers;
    FieldPill *m_links;
    FieldPill *m_merged;
    FieldPill *m_rest;  ///< custom fields beyond kMostFields
    Button *m_addField;
    QHash<QString, FieldPill *> m_fields;
    bool m_all = false;
};

} // namespace vigie
