// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/scopepanel.h"

#include "app/queue/scopedelegate.h"
#include "app/text/enumtext.h"
#include "app/widgets/label.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QListView>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

ScopePanel::ScopePanel(QWidget *parent)
    : QWidget(parent), m_model(new ScopeModel(this)), m_list(new QListView(this)),
      m_levels(new QButtonGroup(this))
{
    m_list->setObjectName(QStringLiteral("scopeList"));
    m_list->setAccessibleName(tr("Where to look"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ScopeDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setProperty("flat", true);

    auto *levelRow = new QHBoxLayout;
    levelRow->setSpacing(2);
    m_levels->setExclusive(false);
    for (const Level level : {Level::L1, Level::L2, Level::L3, Level::L4}) {
        auto *button = new QToolButton(this);
        button->setText(shortLevel(level));
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setObjectName(QStringLiteral("levelFilter%1").arg(int(level)));
        button->setAccessibleName(tr("Only: %1").arg(EnumText::of(level)));
        button->setToolTip(button->accessibleName());
        m_levels->addButton(button, int(level));
        levelRow->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::m, space::s, space::m);
    column->setSpacing(space::xs);
    column->addWidget(m_list, 1);
    auto *levelTitle = new Label(tr("Level"), this, TextStyle::Caption, LabelRole::Faint);
    levelTitle->setContentsMargins(space::m, 0, 0, 0);
    column->addWidget(levelTitle);
    column->addLayout(levelRow);

    m_current = *m_model->entryAt(0);
    m_list->setCurrentIndex(m_model->index(0));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { takeRow(index.row()); });
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        // From the keyboard it comes without a place of its own.
        const QModelIndex index = m_list->indexAt(at).isValid() ? m_list->indexAt(at)
                                                                : m_list->currentIndex();
        if (const auto place = m_model->entryAt(index.row()); place && !place->heading)
            Q_EMIT menuWanted(*place, m_list->viewport()->mapToGlobal(at));
    });
    connect(m_levels, &QButtonGroup::buttonToggled, this,
            [this](QAbstractButton *toggled, bool on) {
                // One level or none: a second one takes the place of the first.
                if (on) {
                    const QSignalBlocker quiet(m_levels);
                    for (QAbstractButton *button : m_levels->buttons())
                        button->setChecked(button == toggled);
                }
                Q_EMIT chosen();
            });
}

QSize ScopePanel::minimumSizeHint() const
{
    QSize hint = QWidget::minimumSizeHint();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const std::optional<ScopeModel::Entry> entry = m_model->entryAt(row);
        if (entry && entry->queue.isNull() && entry->view.isEmpty()) {
            const QString name = m_model->index(row).data().toString();
            hint.setWidth(std::max(hint.width(), 2 * space::s + ScopeDelegate::widthOf(name, m_list->font())));
        }
    }
    return hint;
}

void ScopePanel::takeRow(int row)
{
    const std::optional<ScopeModel::Entry> entry = m_model->entryAt(row);
    if (!entry || entry->samePlace(m_current))
        return;
    m_current = *entry;
    Q_EMIT chosen();
}

template<class Change>
void ScopePanel::keepingChoice(Change change)
{
    const ScopeModel::Entry wanted = m_current;
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        change();
    }
    const int row = m_model->rowOf(wanted);
    m_list->setCurrentIndex(m_model->index(std::max(0, row)));
    if (row < 0)
        takeRow(0); // it is gone
    else
        m_current = *m_model->entryAt(row); // it may be called something else
    m_list->viewport()->update();
}

void ScopePanel::setQueues(const QList<Queue> &queues)
{
    keepingChoice([&] { m_model->setQueues(queues); });
}

void ScopePanel::setViews(const QList<QueryView> &views)
{
    keepingChoice([&] { m_model->setViews(views); });
}

void ScopePanel::setCounts(const ListCounts &counts)
{
    m_model->setCounts(counts);
}

void ScopePanel::setViewCounts(const QList<QueryView> &views)
{
    m_model->setViewCounts(views);
}

void ScopePanel::choose(ListScope scope, const QueueId &queue)
{
    ScopeModel::Entry wanted;
    wanted.scope = scope;
    wanted.queue = queue;
    if (const int row = m_model->rowOf(wanted); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void ScopePanel::chooseView(const QString &key)
{
    ScopeModel::Entry wanted;
    wanted.view = key;
    if (const int row = m_model->rowOf(wanted); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

QString ScopePanel::shortLevel(Level level)
{
    return tr("L%1", "a support level, as short as possible").arg(int(level));
}

std::optional<Level> ScopePanel::level() const
{
    for (const QAbstractButton *button : m_levels->buttons()) {
        if (button->isChecked())
            return Level(m_levels->id(const_cast<QAbstractButton *>(button)));
    }
    return std::nullopt;
}

} // namespace vigie
