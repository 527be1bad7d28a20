// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/savedreports.h"

#include <QWidget>

class QMenu;

namespace vigie {

class Button;

/// The menu of kept reports: use one, keep this one, delete one.
class TemplateButton final : public QWidget
{
    Q_OBJECT

public:
    /// `saved` must outlive it.
    TemplateButton(SavedReports &saved, QWidget *parent);

Q_SIGNALS:
    void useWanted(const vigie::SavedReport &report);
    void keepWanted();
    void removeWanted(const vigie::SavedReport &report);

private:
    void fill();

    SavedReports &m_saved;
    Button *m_button;
    QMenu *m_menu;
};

} // namespace vigie
