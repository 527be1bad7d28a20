// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/templatebutton.h"

#include "app/widgets/button.h"

#include <QHBoxLayout>
#include <QMenu>

namespace vigie {

namespace {

/// A name as it may stand in a menu: an ampersand there would underline a letter.
QString menuText(const QString &name)
{
    QString text = name.size() > 60 ? name.left(59) + QStringLiteral("…") : name;
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

TemplateButton::TemplateButton(SavedReports &saved, QWidget *parent) :
    QWidget(parent), m_saved(saved),
    m_button(new Button(Icon::Note, tr("Templates"), this, ButtonKind::Quiet)),
    m_menu(new QMenu(this))
{
    m_button->setObjectName(QStringLiteral("reportTemplatesButton"));
    m_button->setToolTip(tr("Reports you keep to use again"));
    m_menu->setObjectName(QStringLiteral("reportTemplatesMenu"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        m_menu->popup(m_button->mapToGlobal(m_button->rect().bottomLeft()));
    });
    connect(&saved, &SavedReports::changed, this, &TemplateButton::fill);
    fill();
}

void TemplateButton::fill()
{
    const QList<QMenu *> old = m_menu->findChildren<QMenu *>();
    m_menu->clear();
    for (QMenu *menu : old)
        menu->deleteLater();
    int at = 0;
    for (const SavedReport &report : m_saved.all()) {
        QAction *use = m_menu->addAction(menuText(report.name));
        use->setObjectName(QStringLiteral("templateUse.%1").arg(at++));
        connect(use, &QAction::triggered, this, [this, report] { Q_EMIT useWanted(report); });
    }
    if (m_saved.all().isEmpty())
        m_menu->addAction(tr("No templates yet"))->setEnabled(false);
    m_menu->addSeparator();
    QAction *keep = m_menu->addAction(tr("Save this report as a template…"));
    keep->setObjectName(QStringLiteral("templateKeep"));
    connect(keep, &QAction::triggered, this, &TemplateButton::keepWanted);
    if (m_saved.all().isEmpty())
        return;
    auto *remove = new QMenu(tr("Delete a template"), m_menu);
    m_menu->addMenu(remove);
    at = 0;
    for (const SavedReport &report : m_saved.all()) {
        QAction *one = remove->addAction(menuText(report.name));
        one->setObjectName(QStringLiteral("templateRemove.%1").arg(at++));
        connect(one, &QAction::triggered, this, [this, report] { Q_EMIT removeWanted(report); });
    }
}

} // namespace vigie
