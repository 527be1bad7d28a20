// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/annotate/annotatetools.h"

#include <QHash>
#include <QWidget>

class QButtonGroup;

namespace vigie {

class IconButton;

/// One button per tool, in a column.
class ToolBox final : public QWidget
{
    Q_OBJECT

public:
    /// `without`: tools that make no sense here (no redaction on a burned picture).
    ToolBox(const QList<ToolId> &without, QWidget *parent);

    void setTool(ToolId tool);

Q_SIGNALS:
    void toolWanted(vigie::ToolId tool);

private:
    QButtonGroup *m_group;
};

} // namespace vigie
