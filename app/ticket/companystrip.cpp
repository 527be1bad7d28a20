// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/companystrip.h"

#include "app/ticket/facerow.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace vigie {

CompanyStrip::CompanyStrip(QWidget *parent)
    : QWidget(parent), m_quiet(new QWidget(this)), m_faces(new FaceRow(m_quiet)),
      m_line(new Label(m_quiet, TextStyle::Small, LabelRole::Muted)),
      m_warning(new Banner(this)), m_offer(new Banner(this))
{
    setObjectName(QStringLiteral("companyStrip"));
    m_line->wrapped()->setObjectName(QStringLiteral("companyLine"));
    m_warning->setObjectName(QStringLiteral("companyWarning"));
    m_warning->setClosable(false);
    m_offer->setObjectName(QStringLiteral("takeOffer"));
    m_offer->actionButton()->setObjectName(QStringLiteral("takeOfferButton"));
    // Somebody is in the middle of a sentence: a click must not take their cursor away.
    m_offer->actionButton()->setFocusPolicy(Qt::TabFocus);

    auto *row = new QHBoxLayout(m_quiet);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_faces, 0, Qt::AlignVCenter);
    row->addWidget(m_line, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, 0, space::l, space::s);
    column->setSpacing(space::xs);
    column->addWidget(m_quiet);
    column->addWidget(m_warning);
    column->addWidget(m_offer);
    connect(m_offer, &Banner::actionTriggered, this, [this] {
        withdrawOffer();
        Q_EMIT takeWanted();
    });
    connect(m_offer, &Banner::closed, this, [this] {
        showParts();
        Q_EMIT declined();
    });
    m_quiet->hide();
    hide();
}

void CompanyStrip::showCompany(const QList<Presence> &others, const CompanyText::Freshness &fresh,
                               bool iWrite, qint64 now)
{
    const QString line = CompanyText::line(others, fresh, now);
    const QString warning = iWrite ? CompanyText::warning(others, fresh, now) : QString();
    QStringList names;
    for (const Presence &one : others)
        names.append(one.name.simplified());
    m_faces->setFaces(names, !fresh.live);
    m_line->setText(line);
    m_line->setRole(fresh.live ? LabelRole::Muted : LabelRole::Faint);
    m_quiet->setVisible(!line.isEmpty() && warning.isEmpty());
    if (warning.isEmpty())
        m_warning->hide();
    else if (m_warning->isHidden() || m_warning->text() != warning)
        warn(fresh.live ? Tone::Warning : Tone::Neutral, warning);
    showParts();
}

/// Said aloud as well: whoever writes does not look here.
void CompanyStrip::warn(Tone tone, const QString &words)
{
    m_warning->tell(tone, Icon::Edit, words);
    m_warning->setAccessibleName(words);
    QAccessibleEvent event(m_warning, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void CompanyStrip::offerTake(const QString &key)
{
    const QString take = key.isEmpty() ? tr("Take it") : tr("Take it (%1)", "a key").arg(key);
    m_offer->tell(Tone::Neutral, Icon::Hand, tr("Nobody has taken this ticket yet."), take);
    showParts();
}

void CompanyStrip::withdrawOffer()
{
    m_offer->hide();
    showParts();
}

bool CompanyStrip::isOffering() const
{
    return !m_offer->isHidden();
}

void CompanyStrip::showParts()
{
    setVisible(!m_quiet->isHidden() || !m_warning->isHidden() || !m_offer->isHidden());
}

} // namespace vigie
