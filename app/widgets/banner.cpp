// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/banner.h"

#include "app/widgets/button.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/iconview.h"
#include "app/widgets/label.h"

#include <QHBoxLayout>
#include <QStyle>

namespace vigie {

Banner::Banner(QWidget *parent) :
    QFrame(parent), m_icon(new IconView(Icon::Info, 20, this)), m_text(new Label(this)),
    m_action(new Button(QString(), this)), m_close(new IconButton(Icon::Close, tr("Dismiss"), this))
{
    m_text->wrapped();
    m_action->setObjectName(QStringLiteral("bannerActionButton"));
    m_close->setObjectName(QStringLiteral("bannerCloseButton"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::m, space::s, space::s, space::s);
    layout->setSpacing(space::m);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    m_action->hide(); // no words, no button
    hide();
}

void Banner::tell(Tone tone, Icon icon, const QString &text, const QString &action)
{
    static const char *const cards[] = {"sunken",  "accent", "info",   "success",
                                        "warning", "danger", "sunken", "internal"};
    static constexpr LabelRole roles[] = {LabelRole::Text,    LabelRole::Accent,
                                          LabelRole::Info,    LabelRole::Success,
                                          LabelRole::Warning, LabelRole::Danger,
                                          LabelRole::Text,    LabelRole::Internal};
    static constexpr IconColor colors[] = {IconColor::Muted,   IconColor::Accent,
                                           IconColor::Accent,  IconColor::Success,
                                           IconColor::Warning, IconColor::Danger,
                                           IconColor::Muted,   IconColor::Internal};
    setProperty("card", QLatin1String(cards[int(tone)]));
    style()->unpolish(this);
    style()->polish(this);
    m_icon->setVigieIcon(icon);
    m_icon->setColor(colors[int(tone)]);
    m_text->setRole(roles[int(tone)]);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    show();
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QString Banner::text() const
{
    return m_text->text();
}

} // namespace vigie
