// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/lookpanel.h"

#include "app/queue/columntext.h"
#include "app/queue/grouptext.h"
#include "app/queue/sorttext.h"
#include "app/widgets/button.h"
#include "app/widgets/choicechips.h"
#include "app/widgets/label.h"
#include "app/widgets/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QScopedValueRollback>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {

enum Shape { Cards, Table };

void addNamed(QVBoxLayout *column, const QString &name, QWidget *field, QWidget *parent)
{
    auto *label = new Label(name, parent, TextStyle::Small, LabelRole::Muted);
    label->setBuddy(field);
    column->addWidget(label);
    column->addWidget(field);
    column->addSpacing(space::xs);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(name);
}

/// All choices in one row: a second one would jump into sight.
void keepInOneRow(ChoiceChips *chips)
{
    int width = 0;
    const QList<QAbstractButton *> buttons = chips->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons)
        width += button->sizeHint().width() + space::s;
    chips->setMinimumWidth(width);
}

} // namespace

LookPanel::LookPanel(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_title(new Label(QString(), this, TextStyle::Heading)),
      m_shape(new ChoiceChips(tr("Shown as"), this)),
      m_density(new ChoiceChips(tr("Lines"), this)), m_grouping(new QComboBox(this)),
      m_sort(new QComboBox(this)), m_reversed(new QCheckBox(tr("The other way round"), this)),
      m_columns(new QListWidget(this))
{
    setObjectName(QStringLiteral("lookPanel"));
    setAccessibleName(tr("Look of the list"));
    setProperty("raised", true);
    setAttribute(Qt::WA_StyledBackground);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(space::xl);
    sides->addLayout(buildChoices());
    sides->addLayout(buildColumns(), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::m);
    column->addWidget(m_title);
    column->addLayout(sides, 1);
    auto *reset = new Button(tr("As it was at first"), this);
    reset->setObjectName(QStringLiteral("lookResetButton"));
    auto *close = new Button(tr("Done"), this, ButtonKind::Primary);
    close->setObjectName(QStringLiteral("lookDoneButton"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(reset);
    buttons->addStretch(1);
    buttons->addWidget(close);
    column->addLayout(buttons);
    connect(reset, &QPushButton::clicked, this, [this] {
        show(m_usual);
        Q_EMIT chosen(m_look);
    });
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    for (ChoiceChips *chips : {m_shape, m_density})
        connect(chips, &ChoiceChips::choiceChanged, this, &LookPanel::takeChoices);
    for (QComboBox *box : {m_grouping, m_sort})
        connect(box, &QComboBox::currentIndexChanged, this, &LookPanel::takeChoices);
    connect(m_reversed, &QCheckBox::toggled, this, &LookPanel::takeChoices);
    connect(m_columns, &QListWidget::itemChanged, this, &LookPanel::takeChoices);
    connect(m_columns->model(), &QAbstractItemModel::rowsMoved, this, &LookPanel::takeChoices);
}

QVBoxLayout *LookPanel::buildChoices()
{
    m_shape->setObjectName(QStringLiteral("lookShape"));
    m_shape->addChoice(Cards, tr("Cards"), tr("Two lines for each ticket"));
    m_shape->addChoice(Table, tr("Table"), tr("One line for each ticket, in columns"));
    m_density->setObjectName(QStringLiteral("lookDensity"));
    m_density->addChoice(int(ViewDensity::Comfortable), tr("Comfortable"));
    m_density->addChoice(int(ViewDensity::Compact), tr("Compact"));
    keepInOneRow(m_shape);
    keepInOneRow(m_density);
    m_grouping->setObjectName(QStringLiteral("lookGroupingCombo"));
    for (const EnumName<ViewGrouping> &grouping : enumNames<ViewGrouping>())
        m_grouping->addItem(GroupText::of(grouping.value), int(grouping.value));
    m_sort->setObjectName(QStringLiteral("lookSortCombo"));
    for (const EnumName<ListSort> &sort : enumNames<ListSort>())
        m_sort->addItem(SortText::of(sort.value), int(sort.value));
    m_reversed->setObjectName(QStringLiteral("lookReversedCheckBox"));
    auto *column = new QVBoxLayout;
    column->setSpacing(space::xs);
    addNamed(column, tr("Shown as"), m_shape, this);
    addNamed(column, tr("Lines"), m_density, this);
    addNamed(column, tr("Grouped by"), m_grouping, this);
    addNamed(column, tr("Sorted by"), m_sort, this);
    column->addWidget(m_reversed);
    column->addStretch(1);
    return column;
}

QVBoxLayout *LookPanel::buildColumns()
{
    m_columns->setObjectName(QStringLiteral("lookColumnsList"));
    m_columns->setDragDropMode(QAbstractItemView::InternalMove);
    m_columns->setDefaultDropAction(Qt::MoveAction);
    m_columns->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_columns->setMinimumWidth(fontMetrics().averageCharWidth() * 26);
    m_columns->installEventFilter(this);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::xs);
    addNamed(column, tr("Columns"), m_columns, this);
    column->setStretchFactor(m_columns, 1);
    auto *hint = new Label(tr("Space shows or hides, Ctrl and an arrow moves."), this,
                           TextStyle::Caption, LabelRole::Faint);
    column->addWidget(hint);
    return column;
}

void LookPanel::open(QWidget *anchor, const QString &name, const ViewLook &look,
                     const ViewLook &usual)
{
    m_usual = usual;
    m_title->setText(tr("Look of “%1”").arg(name));
    show(look);
    adjustSize();
    QPoint at = anchor->mapToGlobal(QPoint(anchor->width() - width(), anchor->height() + space::xs));
    if (const QScreen *screen = anchor->screen()) {
        const QRect room = screen->availableGeometry();
        at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
        at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    }
    move(at);
    QFrame::show();
    if (auto *chip = m_shape->findChild<QWidget *>(QStringLiteral("lookShapeChip%1").arg(m_shape->choice())))
        chip->setFocus(Qt::PopupFocusReason);
}

void LookPanel::show(const ViewLook &look)
{
    const QScopedValueRollback<bool> showing(m_showing, true);
    m_look = look;
    m_table = look.columns.isEmpty() ? ColumnText::usual() : look.columns;
    m_shape->setChoice(look.columns.isEmpty() ? Cards : Table);
    m_density->setChoice(int(look.density));
    m_grouping->setCurrentIndex(m_grouping->findData(int(look.grouping)));
    m_sort->setCurrentIndex(m_sort->findData(int(look.sort)));
    m_reversed->setChecked(look.reversed);
    showColumns(m_table);
}

/// Those that are shown, in their order, then the others.
void LookPanel::showColumns(const QList<ViewLook::Column> &columns)
{
    m_columns->clear();
    const auto add = [this](ViewColumn column, bool on) {
        auto *item = new QListWidgetItem(ColumnText::name(column), m_columns);
        item->setData(Qt::UserRole, int(column));
        Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
        // A list without subjects says nothing.
        if (column != ViewColumn::Title)
            flags |= Qt::ItemIsUserCheckable;
        item->setFlags(flags);
        item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    };
    for (const ViewLook::Column &column : columns)
        add(column.column, true);
    for (const EnumName<ViewColumn> &column : enumNames<ViewColumn>()) {
        const bool there = std::any_of(columns.cbegin(), columns.cend(), [&](const auto &one) {
            return one.column == column.value;
        });
        if (!there)
            add(column.value, column.value == ViewColumn::Title);
    }
    m_columns->setCurrentRow(0);
    m_columns->setEnabled(m_shape->choice() == Table);
}

void LookPanel::takeChoices()
{
    if (m_showing)
        return;
    QList<ViewLook::Column> columns;
    for (int row = 0; row < m_columns->count(); ++row) {
        const QListWidgetItem *item = m_columns->item(row);
        if (item->checkState() != Qt::Checked)
            continue;
        ViewLook::Column column{ViewColumn(item->data(Qt::UserRole).toInt()), 0};
        for (const ViewLook::Column &known : std::as_const(m_table)) {
            if (known.column == column.column)
                column.width = known.width;
        }
        columns.append(column);
    }
    m_table = columns;
    m_columns->setEnabled(m_shape->choice() == Table);
    ViewLook look = m_look;
    look.columns = m_shape->choice() == Table ? m_table : QList<ViewLook::Column>();
    look.density = ViewDensity(m_density->choice());
    look.grouping = ViewGrouping(m_grouping->currentData().toInt());
    look.sort = ListSort(m_sort->currentData().toInt());
    look.reversed = m_reversed->isChecked();
    if (look == m_look)
        return;
    m_look = look;
    Q_EMIT chosen(look);
}

void LookPanel::moveColumn(int by)
{
    const int from = m_columns->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_columns->count())
        return;
    {
        const QScopedValueRollback<bool> showing(m_showing, true);
        m_columns->insertItem(to, m_columns->takeItem(from));
        m_columns->setCurrentRow(to);
    }
    takeChoices();
}

bool LookPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_columns && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int by = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (by != 0 && key->modifiers() & Qt::ControlModifier) {
            moveColumn(by);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void LookPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace vigie
