// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/machinestate.h"

#include <QFrame>
#include <QMap>
#include <QStringList>

class QCheckBox;
class QGridLayout;

namespace vigie {

class Button;
class Label;

/// What the computer tells about itself, closed to one line until somebody wants to see it: each
/// fact in full with a tick box, and only what is ticked is ever sent. Hidden until
/// beginLooking().
class FactsPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit FactsPanel(QWidget *parent);

    /// Says that the computer is being asked.
    void beginLooking();
    /// What is known now; ticks stay as they are.
    void setFacts(const QList<MachineFact> &facts);
    /// The keys that are not sent, also those that are not known at the moment.
    void setLeftOut(const QStringList &keys);
    [[nodiscard]] QStringList leftOut() const { return m_leftOut; }
    /// What is ticked, as it is sent.
    [[nodiscard]] QMap<QString, QString> chosen() const;

Q_SIGNALS:
    /// By the person.
    void leftOutChanged(const QStringList &keys);

private:
    void open(bool open);
    void tickAll(bool ticked);
    void take(const QString &key, bool ticked);
    void addRow(const MachineFact &fact);
    void showLine();

    QList<MachineFact> m_facts;
    QStringList m_leftOut; ///< sorted
    QMap<QString, QCheckBox *> m_boxes;
    Button *m_line;
    QWidget *m_body;
    QGridLayout *m_rows;
    bool m_looking = false;
    bool m_setting = false;
};

} // namespace vigie
