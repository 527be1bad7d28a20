// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/viewshelf.h"

#include "app/prompt/prompt.h"
#include "app/text/errortext.h"
#include "app/text/placetext.h"
#include "app/text/queryerrortext.h"
#include "app/text/querytext.h"
#include "core/base/async.h"
#include "core/base/limits.h"
#include "core/query/printer.h"
#include "core/service/listplaces.h"
#include "core/service/savedviewservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <QTimer>
#include <QWidget>

#include <algorithm>

namespace vigie {

namespace {

/// Changes come in bursts; a count walks over a list.
constexpr int kCalmMs = 400;

query::Parsed read(const QString &text)
{
    const QueryWords words;
    return query::parse(text, {&words, false});
}

QueryView viewOf(const SavedView &saved)
{
    const query::Parsed parsed = read(saved.query);
    return {saved.id.text(), saved, parsed.expr, parsed.problem, -1};
}

/// What nobody has to write themselves.
QueryView overdue()
{
    SavedView view;
    view.name = PlaceText::overdue();
    view.query = listplaces::overdueQuery();
    view.sort = ListSort::DueFirst;
    QueryView made = viewOf(view);
    made.key = listplaces::kOverdue;
    return made;
}

} // namespace

QString QueryView::name() const
{
    return saved.aside ? ViewShelf::tr("%1 (from another computer)").arg(saved.name) : saved.name;
}

ViewShelf::ViewShelf(Workspace &workspace, Prompt &prompt, QWidget *parent)
    : QObject(parent), m_workspace(workspace), m_prompt(prompt), m_window(parent),
      m_calm(new QTimer(this)), m_views({overdue()})
{
    m_calm->setSingleShot(true);
    m_calm->setInterval(kCalmMs);
    connect(m_calm, &QTimer::timeout, this, [this] {
        m_toCount.clear();
        for (const QueryView &view : std::as_const(m_views))
            m_toCount.append(view.key);
        countNext();
    });
    connect(&m_workspace.savedViews(), &SavedViewService::changed, this, &ViewShelf::read);
    read();
    recount();
}

const QueryView *ViewShelf::view(const QString &key) const
{
    const auto found = std::find_if(m_views.cbegin(), m_views.cend(),
                                    [&key](const QueryView &one) { return one.key == key; });
    return found == m_views.cend() ? nullptr : &*found;
}

void ViewShelf::read()
{
    whenDone(m_workspace.savedViews().list(), this, [this](const Result<QList<SavedView>> &views) {
        if (views)
            take(*views);
        else
            Q_EMIT statusText(tr("Your views cannot be read: %1").arg(ErrorText::of(views.error()).paragraph()));
    });
}

void ViewShelf::take(const QList<SavedView> &views)
{
    QList<QueryView> next{m_views.first()};
    for (const SavedView &saved : views) {
        QueryView made = viewOf(saved);
        const QueryView *known = view(made.key);
        if (known && known->saved.query == saved.query)
            made.count = known->count;
        next.append(made);
    }
    m_views = next;
    Q_EMIT changed();
    recount();
}

// ---- counting --------------------------------------------------------------------------------

void ViewShelf::recount()
{
    if (!m_calm->isActive())
        m_calm->start();
}

void ViewShelf::countNext()
{
    if (m_counting || m_toCount.isEmpty())
        return;
    const QString key = m_toCount.takeFirst();
    const QueryView *asked = view(key);
    if (!asked || asked->problem)
        return countNext();
    m_counting = true;
    ListQuery query;
    query.openOnly = false;
    query.filter = asked->expr;
    query.me = m_workspace.me().id;
    whenDone(m_workspace.tickets().count(query, kMostCounted), this,
             [this, key, expr = asked->expr](const Result<int> &count) {
                 m_counting = false;
                 for (QueryView &one : m_views) {
                     // Asked for something else meanwhile: another count is on its way.
                     if (!count || one.key != key || one.expr != expr || one.count == *count)
                         continue;
                     one.count = *count;
                     Q_EMIT counted();
                 }
                 countNext();
             });
}

// ---- changing --------------------------------------------------------------------------------

void ViewShelf::write(const SavedView &view, bool isNew)
{
    whenDone(m_workspace.savedViews().save(view), this,
             [this, isNew](const Result<SavedView> &written) {
                 if (!written) {
                     return m_prompt.tell(m_window, tr("The view is not saved"),
                                          ErrorText::of(written.error()).paragraph());
                 }
                 if (!isNew)
                     return;
                 QList<SavedView> all;
                 for (const QueryView &one : std::as_const(m_views)) {
                     if (one.isOwn() && one.saved.id != written->id)
                         all.append(one.saved);
                 }
                 take(all << *written);
                 Q_EMIT saved(written->id.text());
                 Q_EMIT statusText(tr("“%1” is saved among your views.").arg(written->name));
             });
}

void ViewShelf::saveAs(const query::Expr &expr, const ViewLook &look, const QString &suggested)
{
    SavedView view;
    static_cast<ViewLook &>(view) = look;
    view.query = query::print(expr);
    m_prompt.askText(m_window,
                     {tr("Save as a view"), tr("What shall it be called?"),
                      suggested.left(limits::kSavedViewName), QString(), tr("Save view")},
                     [this, view](const std::optional<QString> &name) {
                         if (!name || name->trimmed().isEmpty())
                             return;
                         SavedView named = view;
                         named.name = name->simplified().left(limits::kSavedViewName);
                         write(named, true);
                     });
}

void ViewShelf::rename(const QString &key)
{
    const QueryView *found = view(key);
    if (!found || !found->isOwn())
        return;
    m_prompt.askText(m_window,
                     {tr("Rename the view"), tr("What shall it be called?"), found->name().left(limits::kSavedViewName),
                      QString(), tr("Rename")},
                     [this, saved = found->saved](const std::optional<QString> &name) {
                         if (!name || name->trimmed().isEmpty())
                             return;
                         SavedView named = saved;
                         named.name = name->simplified().left(limits::kSavedViewName);
                         named.aside = false;
                         write(named, false);
                     });
}

void ViewShelf::editQuery(const QString &key)
{
    if (const QueryView *found = view(key); found && found->isOwn())
        askQuery(found->saved, found->saved.query, {});
}

void ViewShelf::askQuery(const SavedView &view, const QString &text, const QString &complaint)
{
    const QString label = complaint.isEmpty()
        ? tr("What “%1” looks for:").arg(view.name)
        : complaint;
    m_prompt.askText(m_window, {tr("Change the view"), label, text, QString(), tr("Save view")},
                     [this, view](const std::optional<QString> &answer) {
                         if (!answer || answer->trimmed().isEmpty())
                             return;
                         const query::Parsed parsed = vigie::read(*answer);
                         if (parsed.problem)
                             return askQuery(view, *answer, QueryErrorText::of(*parsed.problem));
                         SavedView changed = view;
                         changed.query = query::print(parsed.expr);
                         write(changed, false);
                     });
}

void ViewShelf::remove(const QString &key)
{
    const QueryView *found = view(key);
    if (!found || !found->isOwn())
        return;
    m_prompt.ask(m_window,
                 {tr("Delete the view “%1”?").arg(found->name()),
                  tr("Only the view goes; the tickets in it stay what they are."),
                  tr("Delete view"), true},
                 [this, id = found->saved.id](bool accepted) {
                     if (!accepted)
                         return;
                     whenDone(m_workspace.savedViews().remove(id), this,
                              [this](const Result<bool> &removed) {
                                  if (!removed) {
                                      m_prompt.tell(m_window, tr("The view is still there"),
                                                    ErrorText::of(removed.error()).paragraph());
                                  }
                              });
                 });
}

void ViewShelf::move(const QString &key, int by)
{
    QList<SavedViewId> order;
    qsizetype at = -1;
    for (const QueryView &one : std::as_const(m_views)) {
        if (one.key == key)
            at = order.size();
        if (one.isOwn())
            order.append(one.saved.id);
    }
    const qsizetype to = at + by;
    if (at < 0 || at >= order.size() || to < 0 || to >= order.size())
        return;
    order.move(at, to);
    whenDone(m_workspace.savedViews().arrange(order), this, [this](const Result<bool> &arranged) {
        if (!arranged)
            Q_EMIT statusText(ErrorText::of(arranged.error()).paragraph());
    });
}

void ViewShelf::setLook(const QString &key, const ViewLook &look)
{
    for (QueryView &one : m_views) {
        ViewLook &known = one.saved;
        if (one.key != key || !one.isOwn() || known == look)
            continue;
        known = look;
        write(one.saved, false);
    }
}

void ViewShelf::setNews(const QString &key, std::optional<NoticeClass> news)
{
    for (QueryView &one : m_views) {
        if (one.key != key || !one.isOwn() || one.saved.news == news)
            continue;
        one.saved.news = news;
        write(one.saved, false);
    }
}

} // namespace vigie
