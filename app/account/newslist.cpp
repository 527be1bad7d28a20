// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/newslist.h"

#include "app/text/errortext.h"
#include "app/text/newstext.h"
#include "app/text/placetext.h"
#include "app/widgets/label.h"
#include "core/base/async.h"
#include "core/service/listplaces.h"
#include "core/service/savedviewservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <QComboBox>
#include <QGridLayout>

#include <algorithm>
#include <utility>

namespace vigie {

NewsList::NewsList(Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(&workspace), m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("newsList"));
    m_grid->setContentsMargins(0, 0, space::s, 0);
    m_grid->setHorizontalSpacing(space::m);
    m_grid->setVerticalSpacing(space::xs);
    m_grid->setColumnStretch(0, 1);
    connect(&workspace.savedViews(), &SavedViewService::changed, this, &NewsList::read);
    read();
}

void NewsList::read()
{
    if (!m_workspace)
        return;
    const int question = ++m_question;
    whenDone(m_workspace->tickets().queues(), this,
             [this, question](const Result<QList<Queue>> &queues) {
                 if (question != m_question)
                     return;
                 if (!queues)
                     Q_EMIT failed(ErrorText::of(queues.error()).paragraph());
                 takeQueues(question, queues.value_or(QList<Queue>()));
             });
}

void NewsList::takeQueues(int question, const QList<Queue> &queues)
{
    if (!m_workspace)
        return;
    whenDone(m_workspace->savedViews().looks(), this,
             [this, question, queues](const Result<QList<PlaceLook>> &looks) {
                 if (question != m_question)
                     return;
                 if (!looks) {
                     Q_EMIT failed(ErrorText::of(looks.error()).paragraph());
                     return;
                 }
                 QList<Line> lines;
                 const auto add = [&](const QString &place, const QString &name) {
                     Line line{place, {}, name, std::nullopt};
                     for (const PlaceLook &look : *looks) {
                         if (look.place == place)
                             line.news = look.news;
                     }
                     lines.append(line);
                 };
                 add(listplaces::nameOf(ListScope::Mine, {}, {}), PlaceText::mine());
                 add(listplaces::nameOf(ListScope::Unassigned, {}, {}), PlaceText::unassigned());
                 add(listplaces::nameOf(ListScope::Waiting, {}, {}), PlaceText::waiting());
                 add(listplaces::nameOf(ListScope::All, {}, listplaces::kOverdue), PlaceText::overdue());
                 add(listplaces::nameOf(ListScope::All, {}, {}), PlaceText::all());
                 QList<Queue> sorted = queues;
                 std::sort(sorted.begin(), sorted.end(), [](const Queue &a, const Queue &b) {
                     return a.name.localeAwareCompare(b.name) < 0;
                 });
                 for (const Queue &queue : std::as_const(sorted)) {
                     if (queue.active)
                         add(listplaces::nameOf(ListScope::Queue, queue.id, {}), queue.name);
                 }
                 takeViews(question, lines);
             });
}

/// The person's own stand between those that are always there and the queues.
void NewsList::takeViews(int question, const QList<Line> &lines)
{
    if (!m_workspace)
        return;
    whenDone(m_workspace->savedViews().list(), this,
             [this, question, lines](const Result<QList<SavedView>> &views) {
                 if (question != m_question)
                     return;
                 if (!views) {
                     Q_EMIT failed(ErrorText::of(views.error()).paragraph());
                     return;
                 }
                 QList<Line> all = lines;
                 auto at = std::find_if(all.begin(), all.end(), [](const Line &line) {
                     return !listplaces::queueOf(line.place).isNull();
                 }) - all.begin();
                 for (const SavedView &view : *views)
                     all.insert(at++, Line{QString(), view, view.name, view.news});
                 tell(all);
             });
}

void NewsList::tell(const QList<Line> &lines)
{
    const bool same = lines.size() == m_lines.size()
        && std::equal(lines.cbegin(), lines.cend(), m_lines.cbegin(), [](const Line &a, const Line &b) {
               return a.key() == b.key() && a.name == b.name;
           });
    m_showing = true;
    if (!same)
        build(lines); // else a box may hold the keyboard
    m_lines = lines;
    const QList<std::optional<NoticeClass>> choices = NewsText::choices();
    for (const Line &line : lines)
        m_boxes.value(line.key())->setCurrentIndex(int(choices.indexOf(line.news)));
    m_showing = false;
}

void NewsList::build(const QList<Line> &lines)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_boxes.clear();
    int row = 0;
    QString heading;
    for (const Line &line : lines) {
        const QString group = line.place.isEmpty() ? tr("My views")
            : listplaces::queueOf(line.place).isNull() ? QString()
                                                       : tr("Queues");
        if (group != heading) {
            heading = group;
            m_grid->addWidget(new Label(group, this, TextStyle::Small, LabelRole::Muted), row++, 0, 1, 2);
        }
        addLine(line, row++);
    }
}

void NewsList::addLine(const Line &line, int row)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QStringLiteral("news_") + line.key());
    box->setAccessibleName(tr("How loud: %1", "the name of a list").arg(line.name));
    for (const std::optional<NoticeClass> &choice : NewsText::choices()) {
        box->addItem(NewsText::of(choice));
        box->setItemData(box->count() - 1, NewsText::meaning(choice), Qt::ToolTipRole);
    }
    auto *label = new Label(line.name, this);
    label->setBuddy(box);
    m_grid->addWidget(label->wrapped(), row, 0);
    m_grid->addWidget(box, row, 1);
    m_boxes.insert(line.key(), box);
    connect(box, &QComboBox::currentIndexChanged, this, [this, key = line.key(), box] {
        if (!m_showing)
            choose(key, box);
    });
}

void NewsList::choose(const QString &key, QComboBox *box)
{
    const auto line = std::find_if(m_lines.begin(), m_lines.end(),
                                   [&key](const Line &one) { return one.key() == key; });
    if (!m_workspace || line == m_lines.end())
        return;
    line->news = NewsText::choices().value(box->currentIndex());
    const auto watch = [this](const auto &done) {
        whenDone(done, this, [this](const auto &result) {
            if (result)
                return;
            Q_EMIT failed(tr("The choice is not kept. %1").arg(ErrorText::of(result.error()).what));
            read(); // what is shown is what is so
        });
    };
    if (!line->place.isEmpty())
        return watch(m_workspace->savedViews().saveNews(line->place, line->news));
    line->view.news = line->news;
    watch(m_workspace->savedViews().save(line->view));
}

} // namespace vigie
