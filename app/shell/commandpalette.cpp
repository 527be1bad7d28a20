// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/commandpalette.h"

#include "app/shell/commandregistry.h"
#include "app/widgets/searchfield.h"

#include <QAction>
#include <QKeyEvent>
#include <QHeaderView>
#include <QRegularExpression>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kTicketRole = Qt::UserRole + 1;

} // namespace

CommandPalette::CommandPalette(CommandRegistry &registry, QWidget *parent) :
    QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint), m_registry(registry),
    m_field(new SearchField(tr("Type a command, or a number to open a request"), this)),
    m_list(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Commands"));
    setWindowModality(Qt::WindowModal);
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setDelay(0);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setProperty("flat", true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformRowHeights(true);
    m_list->setRootIsDecorated(false);
    m_list->setIconSize({18, 18});
    m_list->setColumnCount(3);
    m_list->header()->hide();
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->setSpacing(space::s);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::choose);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandPalette::choose);
}

void CommandPalette::summon()
{
    m_field->clear();
    fill();
    const QWidget *window = parentWidget()->window();
    const int width = std::min(window->width() - 2 * space::xxl,
                               fontMetrics().averageCharWidth() * 84);
    resize(width, std::min(window->height() * 3 / 5, 460));
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, window->height() / 8)));
    open();
    m_field->setFocus();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int by = key == Qt::Key_Down ? 1
            : key == Qt::Key_Up            ? -1
            : key == Qt::Key_PageDown      ? 8
            : key == Qt::Key_PageUp        ? -8
                                           : 0;
        if (by != 0) {
            step(by);
            return true;
        }
        if (key == Qt::Key_Escape) {
            reject();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::fill()
{
    const QString query = m_field->text().trimmed();
    m_list->clear();
    static const QRegularExpression number(QStringLiteral("^#?([0-9]{1,15})$"));
    const QRegularExpressionMatch match = number.match(query);
    if (match.hasMatch()) {
        addRow(IconSet::icon(Icon::Open, IconColor::Muted),
               tr("Open request #%1").arg(match.captured(1)), QString(), QString(), kTicketRole,
               match.captured(1), true);
    }
    struct Hit {
        int score;
        const Command *command;
    };
    QList<Hit> hits;
    for (const Command &command : m_registry.commands()) {
        const int score = std::max(matchScore(query, command.action->text()),
                                   matchScore(query, command.group) / 4);
        if (score > 0)
            hits.append({score, &command});
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit &a, const Hit &b) { return a.score > b.score; });
    for (const Hit &hit : std::as_const(hits)) {
        QString text = hit.command->action->text();
        text.remove(QLatin1Char('&'));
        addRow(hit.command->action->icon(), text, hit.command->group,
               CommandRegistry::keysText(*hit.command->action), kIdRole, hit.command->id,
               hit.command->action->isEnabled());
    }
    step(0);
}

void CommandPalette::addRow(const QIcon &icon, const QString &text, const QString &group,
                            const QString &keys, int role, const QString &value, bool enabled)
{
    auto *item = new QTreeWidgetItem(m_list, {text, group, keys});
    item->setIcon(0, icon);
    item->setData(0, role, value);
    item->setDisabled(!enabled);
    const QColor quiet = tokensFor(this).faint;
    item->setForeground(1, quiet);
    item->setForeground(2, quiet);
}

/// Moves the choice; 0 chooses the first row.
void CommandPalette::step(int by)
{
    const int count = m_list->topLevelItemCount();
    if (count == 0)
        return;
    const int now = m_list->indexOfTopLevelItem(m_list->currentItem());
    const int next = by == 0 ? 0 : std::clamp(now + by, 0, count - 1);
    m_list->setCurrentItem(m_list->topLevelItem(next));
}

void CommandPalette::choose()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QString ticket = item->data(0, kTicketRole).toString();
    const QString id = item->data(0, kIdRole).toString();
    accept();
    if (!ticket.isEmpty())
        return Q_EMIT ticketWanted(ticket);
    if (!m_registry.runWithin(id, *parentWidget()->window())) {
        m_registry.run(id);
        Q_EMIT ranElsewhere();
    }
}

} // namespace vigie
