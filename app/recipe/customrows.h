// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace vigie {

class Button;

/// The custom fields that a recipe sets: a name and a value each; an empty value takes the field
/// away. GUI thread.
class CustomRows final : public QWidget
{
    Q_OBJECT

public:
    explicit CustomRows(QWidget *parent);

    /// By name of ticketfields.h ("cf.Room"). Tells nobody.
    void setFields(const QMap<QString, QString> &fields);
    /// Rows without a name are not there.
    [[nodiscard]] QMap<QString, QString> fields() const;
    /// What is wrong in words; empty when nothing is.
    [[nodiscard]] QString complaint() const;
    /// Adds an empty row; for whoever lays it out.
    [[nodiscard]] Button *addButton() const { return m_add; }

Q_SIGNALS:
    void changed();
    /// The person wants to write in a new row.
    void added(QWidget *row);

private:
    struct Row {
        QWidget *whole = nullptr;
        QLineEdit *name = nullptr;
        QLineEdit *value = nullptr;
    };

    void add(const QString &name, const QString &value);
    void remove(const QWidget *whole);

    QList<Row> m_rows;
    QVBoxLayout *m_column;
    Button *m_add;
};

} // namespace vigie
