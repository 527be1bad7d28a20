// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/shotcard.h"

#include "app/widgets/button.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/label.h"
#include "core/base/limits.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace vigie {

namespace {

QLineEdit *makeWordsEdit(QWidget *parent, const char *name, const QString &what, qsizetype most)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(QLatin1String(name));
    edit->setPlaceholderText(what);
    edit->setAccessibleName(what);
    edit->setMaxLength(int(most));
    return edit;
}

/// The field is the person's while they are in it.
void fillUnlessTyping(QLineEdit *edit, const QString &text)
{
    if (!edit->hasFocus() && edit->text() != text)
        edit->setText(text);
}

} // namespace

ShotCard::ShotCard(const AnnotationDocument &document, QWidget *parent)
    : QFrame(parent), m_picture(new Label(this, TextStyle::Small, LabelRole::Muted)),
      m_caption(makeWordsEdit(this, "shotCaptionEdit", tr("What is to be seen here? (optional)"),
                              limits::kTitleLength)),
      m_alt(makeWordsEdit(this, "shotAltEdit", tr("Describe the picture for those who cannot see it"),
                          limits::kShortTextLength)),
      m_trouble(new Label(this, TextStyle::Small, LabelRole::Danger)),
      m_unchecked(new Label(this,
                            TextStyle::Small, LabelRole::Warning))
{
    setObjectName(QStringLiteral("shotCard"));
    m_unchecked->wrapped()->setObjectName(QStringLiteral("shotUncheckedLabel"));
    setProperty("card", QStringLiteral("sunken"));
    m_picture->setObjectName(QStringLiteral("shotPictureLabel"));
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setWordWrap(true);
    m_picture->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_picture->setFixedSize(kPictureRoom);
    m_trouble->setObjectName(QStringLiteral("shotTroubleLabel"));
    m_trouble->wrapped();
    m_trouble->hide();

    auto *words = new QVBoxLayout;
    words->setSpacing(space::s);
    words->addWidget(buildHead());
    words->addWidget(m_trouble);
    words->addWidget(m_caption);
    words->addWidget(m_alt);
    words->addWidget(m_unchecked);
    words->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::s, space::s, space::s, space::s);
    row->setSpacing(space::m);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addLayout(words, 1);

    // Made before the buttons, shown below them.
    setTabOrder(m_remove, m_caption);
    setTabOrder(m_caption, m_alt);
    connect(m_caption, &QLineEdit::textEdited, this, &ShotCard::captionEdited);
    connect(m_alt, &QLineEdit::textEdited, this, &ShotCard::altEdited);
    setDocument(document);
    showLoading();
}

QWidget *ShotCard::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    m_title = new Label(head, TextStyle::Strong);
    m_title->setObjectName(QStringLiteral("shotTitleLabel"));
    m_edit = new Button(Icon::Edit, tr("Edit…"), head);
    m_edit->setObjectName(QStringLiteral("shotEditButton"));
    m_edit->setToolTip(tr("Draw on it, cut it, hide what nobody should see"));
    m_up = new IconButton(Icon::ChevronUp, QString(), head);
    m_up->setObjectName(QStringLiteral("shotUpButton"));
    m_down = new IconButton(Icon::ChevronDown, QString(), head);
    m_down->setObjectName(QStringLiteral("shotDownButton"));
    m_remove = new IconButton(Icon::Trash, QString(), head);
    m_remove->setObjectName(QStringLiteral("shotRemoveButton"));
    row->addWidget(m_title);
    row->addStretch(1);
    row->addWidget(m_edit);
    row->addWidget(m_up);
    row->addWidget(m_down);
    row->addWidget(m_remove);
    connect(m_edit, &QPushButton::clicked, this, &ShotCard::editWanted);
    connect(m_up, &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(1); });
    connect(m_remove, &QToolButton::clicked, this, &ShotCard::removeWanted);
    return head;
}

void ShotCard::setPlace(const QString &name, bool first, bool last)
{
    m_name = name;
    m_title->setText(name);
    m_edit->setAccessibleName(tr("Edit %1").arg(name));
    m_up->setWords(tr("Move %1 up").arg(name));
    m_down->setWords(tr("Move %1 down").arg(name));
    m_remove->setWords(tr("Remove %1").arg(name));
    m_caption->setAccessibleName(tr("Caption of %1").arg(name));
    m_alt->setAccessibleName(tr("%1 in words, for those who cannot see it").arg(name));
    m_up->setVisible(!first || !last);
    m_down->setVisible(!first || !last);
    m_up->setEnabled(!first);
    m_down->setEnabled(!last);
    pictureWords();
}

void ShotCard::setDocument(const AnnotationDocument &document)
{
    fillUnlessTyping(m_caption, document.caption);
    fillUnlessTyping(m_alt, document.alt);
    m_unchecked->setText(document.searched == PrivateSearch::Partly
                             ? tr("Not all of it could be searched for private places: please "
                                  "look yourself.")
                             : tr("Not checked for private places yet: open it with “Edit…”."));
    m_unchecked->setVisible(document.searched != PrivateSearch::Whole);
    pictureWords();
}

void ShotCard::setEditing(bool editing)
{
    m_caption->setEnabled(!editing);
    m_alt->setEnabled(!editing);
}

void ShotCard::pictureWords()
{
    m_picture->setAccessibleName(m_alt->text().isEmpty() ? m_name
                                                         : m_name + QStringLiteral(": ")
                                         + m_alt->text());
}

void ShotCard::showLoading()
{
    m_picture->setText(tr("Loading…"));
}

void ShotCard::showPicture(const QImage &picture)
{
    QPixmap shown = QPixmap::fromImage(picture);
    shown.setDevicePixelRatio(devicePixelRatioF());
    m_picture->setPixmap(shown);
    m_trouble->hide();
    m_edit->show();
}

void ShotCard::showTrouble(const QString &words)
{
    m_picture->setPixmap(IconSet::pixmap(Icon::Image, 32, devicePixelRatioF(),
                                         IconSet::color(IconColor::Muted, tokensFor(this))));
    m_trouble->setText(words);
    m_trouble->show();
    m_unchecked->hide(); // it cannot be opened
    m_edit->hide();
}

} // namespace vigie
