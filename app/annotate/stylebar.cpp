// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/stylebar.h"

#include "app/annotate/annotatetools.h"
#include "app/annotate/swatchbutton.h"
#include "app/widgets/tokens.h"
#include "core/image/annotationdocument.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <cmath>

namespace vigie {

StyleBar::StyleBar(qreal dpr, QWidget *parent)
    : QWidget(parent), m_colors(new QButtonGroup(this)), m_widths(new QButtonGroup(this)),
      m_filled(new QCheckBox(tr("Tinted"), this)), m_sizes(strokeWidths(dpr))
{
    setObjectName(QStringLiteral("annotateStyleBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs / 2);
    const QList<QColor> &colors = annotationColors();
    for (int i = 0; i < colors.size(); ++i) {
        auto *button = new SwatchButton(AnnotateText::color(i), this);
        button->setObjectName(QStringLiteral("annotateColor%1Button").arg(i));
        button->setSwatch(colors[i], 16);
        m_colors->addButton(button, i);
        row->addWidget(button);
    }
    row->addSpacing(space::s);
    const QStringList names{tr("Thin"), tr("Medium"), tr("Thick")};
    for (int i = 0; i < names.size(); ++i) {
        auto *button = new SwatchButton(names[i], this);
        button->setObjectName(QStringLiteral("annotateWidth%1Button").arg(i));
        button->setDot(5 + 4 * i);
        m_widths->addButton(button, i);
        row->addWidget(button);
    }
    row->addSpacing(space::s);
    m_filled->setObjectName(QStringLiteral("annotateFilledCheck"));
    m_filled->setToolTip(tr("Boxes and ellipses are tinted inside"));
    row->addWidget(m_filled);
    connect(m_colors, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT colorChosen(annotationColors().at(id)); });
    connect(m_widths, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT widthChosen(m_sizes.at(id)); });
    connect(m_filled, &QCheckBox::toggled, this, &StyleBar::filledChosen);
}

void StyleBar::show(const QColor &color, qreal width, bool filled)
{
    const qsizetype index = annotationColors().indexOf(color);
    if (QAbstractButton *button = m_colors->button(int(index)))
        button->setChecked(true);
    int nearest = 0;
    for (int i = 1; i < m_sizes.size(); ++i) {
        if (std::abs(m_sizes[i] - width) < std::abs(m_sizes[nearest] - width))
            nearest = i;
    }
    m_widths->button(nearest)->setChecked(true);
    const QSignalBlocker quiet(m_filled);
    m_filled->setChecked(filled);
}

} // namespace vigie
