// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/effectpicker.h"

#include "app/text/enumtext.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kIdRole = Qt::UserRole + 1;
constexpr int kFoundByRole = Qt::UserRole + 2;

} // namespace

EffectPicker::EffectPicker(const QList<Effect> &effects, QWidget *parent) :
    QLineEdit(parent), m_effects(effects), m_model(new QStandardItemModel(this)),
    m_completer(new QCompleter(m_model, this))
{
    setObjectName(QStringLiteral("reportEffectEdit"));
    setPlaceholderText(tr("e.g. print, sign in, invoice: type or choose"));
    setAccessibleName(tr("What can you not do any more? (optional)"));
    setClearButtonEnabled(true);
    for (const Effect &effect : std::as_const(m_effects)) {
        auto *item = new QStandardItem(IconSet::icon(EnumText::categoryIcon(effect.category),
                                                     IconColor::Muted),
                                       effect.words);
        item->setData(effect.id, kIdRole);
        item->setData(QString(effect.words + QLatin1Char(' ') + effect.also), kFoundByRole);
        item->setToolTip(EnumText::category(effect.category));
        m_model->appendRow(item);
    }
    // Not the line's own completer: that would write the words it was found by into the line.
    m_completer->setWidget(this);
    m_completer->setCompletionRole(kFoundByRole);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(8);
    m_completer->popup()->setObjectName(QStringLiteral("reportEffectList"));
    m_completer->popup()->setAccessibleName(accessibleName());
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { take(index.data(kIdRole).toString()); });
    auto *all = addAction(IconSet::icon(Icon::ChevronDown, IconColor::Muted),
                          QLineEdit::TrailingPosition);
    all->setText(tr("Show all"));
    connect(all, &QAction::triggered, this, [this] { offer(QString()); });
    connect(this, &QLineEdit::textEdited, this, [this](const QString &typed) {
        if (!m_id.isEmpty()) {
            m_id.clear();
            Q_EMIT picked();
        }
        offer(typed);
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        // The clear button is no typing.
        if (text.isEmpty() && !m_id.isEmpty()) {
            m_id.clear();
            Q_EMIT picked();
        }
    });
}

const Effect *EffectPicker::effect() const
{
    for (const Effect &effect : m_effects) {
        if (effect.id == m_id)
            return &effect;
    }
    return nullptr;
}

void EffectPicker::setEffect(const QString &id)
{
    m_id = id;
    const Effect *known = effect();
    if (!known)
        m_id.clear();
    setText(known ? known->words : QString());
    setCursorPosition(0);
}

void EffectPicker::take(const QString &id)
{
    setEffect(id);
    Q_EMIT picked();
}

void EffectPicker::offer(const QString &typed)
{
    m_completer->setCompletionPrefix(typed.trimmed());
    if (m_completer->completionCount() > 0)
        m_completer->complete();
    else
        m_completer->popup()->hide();
}

void EffectPicker::keyPressEvent(QKeyEvent *event)
{
    QAbstractItemView *list = m_completer->popup();
    if (event->key() == Qt::Key_Down && !list->isVisible()) {
        offer(m_id.isEmpty() ? text() : QString());
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && m_id.isEmpty() && !text().isEmpty()
        && m_completer->completionCount() > 0) {
        // Typed enough to be found: the first one is what is meant.
        take(m_completer->completionModel()->index(0, 0).data(kIdRole).toString());
        list->hide();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void EffectPicker::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    // The words of a search that led nowhere would look like an answer.
    if (event->reason() != Qt::PopupFocusReason && m_id.isEmpty() && !text().isEmpty())
        clear();
}

} // namespace vigie
