// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recipe/customrows.h"

#include "app/widgets/button.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/tokens.h"
#include "core/base/limits.h"
#include "core/ops/recipe.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {

const QLatin1String kCustom("cf.");

} // namespace

CustomRows::CustomRows(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)),
      m_add(new Button(Icon::Plus, tr("Custom field"), this, ButtonKind::Quiet))
{
    setObjectName(QStringLiteral("recipeCustomRows"));
    m_add->setObjectName(QStringLiteral("recipeCustomAddButton"));
    m_add->setAccessibleName(tr("Set another custom field"));
    m_add->setToolTip(m_add->accessibleName());
    m_add->setAutoDefault(false);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::s);
    connect(m_add, &QPushButton::clicked, this, [this] {
        add({}, {});
        m_rows.constLast().name->setFocus();
        Q_EMIT added(m_rows.constLast().whole);
    });
}

void CustomRows::add(const QString &name, const QString &value)
{
    Row row;
    row.whole = new QWidget(this);
    row.name = new QLineEdit(name, row.whole);
    row.name->setObjectName(QStringLiteral("recipeCustomName"));
    row.name->setAccessibleName(tr("Name of the custom field"));
    row.name->setPlaceholderText(tr("Name, like Room"));
    row.name->setMaxLength(int(limits::kTagLength));
    row.value = new QLineEdit(value, row.whole);
    row.value->setObjectName(QStringLiteral("recipeCustomValue"));
    row.value->setAccessibleName(tr("Value of the custom field"));
    row.value->setPlaceholderText(tr("Value; empty takes it away"));
    row.value->setMaxLength(int(limits::kShortTextLength));
    auto *drop = new IconButton(Icon::Close, tr("Do not set this custom field"), row.whole);
    drop->setObjectName(QStringLiteral("recipeCustomRemoveButton"));
    auto *line = new QHBoxLayout(row.whole);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    line->addWidget(row.name, 2);
    line->addWidget(row.value, 3);
    line->addWidget(drop);
    m_column->addWidget(row.whole);
    connect(row.name, &QLineEdit::textEdited, this, &CustomRows::changed);
    connect(row.value, &QLineEdit::textEdited, this, &CustomRows::changed);
    connect(drop, &QAbstractButton::clicked, this, [this, whole = row.whole] {
        remove(whole);
        Q_EMIT changed();
    });
    m_rows.append(row);
    row.whole->show();
    m_add->setEnabled(m_rows.size() < limits::kRecipeFields);
}

void CustomRows::remove(const QWidget *whole)
{
    m_rows.removeIf([whole](const Row &row) {
        if (row.whole != whole)
            return false;
        row.whole->hide(); // it is being clicked
        row.whole->deleteLater();
        return true;
    });
    m_add->setEnabled(true);
}

void CustomRows::setFields(const QMap<QString, QString> &fields)
{
    if (this->fields() == fields)
        return; // somebody may be writing in one
    const QList<Row> before = m_rows;
    for (const Row &row : before)
        remove(row.whole);
    for (auto it = fields.cbegin(); it != fields.cend(); ++it)
        add(it.key().mid(kCustom.size()), it.value());
}

QMap<QString, QString> CustomRows::fields() const
{
    QMap<QString, QString> found;
    for (const Row &row : m_rows) {
        const QString name = row.name->text().simplified();
        const QString value = row.value->text().trimmed();
        if (!name.isEmpty())
            found.insert(kCustom + name, value);
    }
    return found;
}

QString CustomRows::complaint() const
{
    QStringList names;
    for (const Row &row : m_rows) {
        const QString name = row.name->text().simplified();
        if (name.isEmpty() && !row.value->text().trimmed().isEmpty())
            return tr("A custom field has a value and no name. Give it one, or take it out.");
        if (!name.isEmpty() && names.contains(name))
            return tr("The custom field “%1” is set twice. Choose one.").arg(name);
        names.append(name);
    }
    return {};
}

} // namespace vigie
