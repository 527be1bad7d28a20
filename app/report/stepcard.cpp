// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/stepcard.h"

#include "app/widgets/button.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/label.h"
#include "core/base/limits.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {

/// "1:05" after the recording began.
QString timeInto(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

void paintNumbers(QPixmap &picture, const AnnotationDocument &document)
{
    constexpr qreal radius = 10;
    const QSizeF room = picture.deviceIndependentSize();
    const QRectF frame = document.frame();
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = textFont(TextStyle::Caption);
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    for (const Annotation &step : document.steps(reporterLayer())) {
        const QPointF at = step.points.value(0) - frame.topLeft();
        const auto inside = [](qreal value, qreal most) {
            return std::clamp(value, radius + 1, std::max(radius + 1, most - radius - 1));
        };
        const QPointF place(inside(at.x() / frame.width() * room.width(), room.width()),
                            inside(at.y() / frame.height() * room.height(), room.height()));
        const QRectF dot(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius);
        painter.setPen(QPen(Qt::white, 1.5));
        painter.setBrush(step.color);
        painter.drawEllipse(dot);
        painter.setPen(contrast(step.color, Qt::white) >= 3 ? Qt::white : Qt::black);
        painter.drawText(dot, Qt::AlignCenter, QString::number(step.number));
    }
}

} // namespace

StepCard::StepCard(QWidget *parent)
    : QFrame(parent), m_picture(new Label(this, TextStyle::Small, LabelRole::Muted)),
      m_caption(new QLineEdit(this)),
      m_similar(new Button(Icon::Redact, QString(), this, ButtonKind::Quiet)),
      m_trouble(new Label(this, TextStyle::Small, LabelRole::Danger))
{
    setObjectName(QStringLiteral("stepCard"));
    setProperty("card", QStringLiteral("plain"));
    m_picture->setObjectName(QStringLiteral("stepPictureLabel"));
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setFixedSize(kPictureRoom);
    m_picture->setText(tr("Loading…"));
    m_caption->setObjectName(QStringLiteral("stepCaptionEdit"));
    m_caption->setPlaceholderText(tr("What did you do here? (optional)"));
    m_caption->setMaxLength(int(limits::kTitleLength));
    m_similar->setObjectName(QStringLiteral("hideInSimilarButton"));
    m_similar->hide();
    m_trouble->setObjectName(QStringLiteral("stepTroubleLabel"));
    m_trouble->wrapped();
    m_trouble->hide();

    auto *words = new QVBoxLayout;
    words->setSpacing(space::s);
    words->addWidget(buildHead());
    words->addWidget(m_trouble);
    words->addWidget(m_caption);
    words->addWidget(m_similar, 0, Qt::AlignLeading);
    words->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::m, space::m, space::m);
    row->setSpacing(space::l);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addLayout(words, 1);

    connect(m_caption, &QLineEdit::textEdited, this, &StepCard::captionEdited);
    connect(m_similar, &QPushButton::clicked, this, &StepCard::hideInSimilarWanted);
}

QWidget *StepCard::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    m_title = new Label(head, TextStyle::Strong);
    m_title->setObjectName(QStringLiteral("stepTitleLabel"));
    m_time = new Label(head, TextStyle::Small, LabelRole::Faint);
    m_edit = new Button(Icon::Edit, tr("Edit…"), head);
    m_edit->setObjectName(QStringLiteral("editStepButton"));
    m_edit->setToolTip(tr("Move the mark, draw on it, cut it, hide what nobody should see"));
    m_keep = new Button(QString(), head, ButtonKind::Quiet);
    m_keep->setObjectName(QStringLiteral("keepStepButton"));
    m_up = new IconButton(Icon::ChevronUp, QString(), head);
    m_up->setObjectName(QStringLiteral("stepUpButton"));
    m_down = new IconButton(Icon::ChevronDown, QString(), head);
    m_down->setObjectName(QStringLiteral("stepDownButton"));
    row->addWidget(m_title);
    row->addSpacing(space::xs);
    row->addWidget(m_time);
    row->addStretch(1);
    row->addWidget(m_edit);
    row->addWidget(m_keep);
    row->addWidget(m_up);
    row->addWidget(m_down);
    connect(m_edit, &QPushButton::clicked, this, &StepCard::editWanted);
    connect(m_keep, &QPushButton::clicked, this, [this] { Q_EMIT keepWanted(!m_kept); });
    connect(m_up, &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(1); });
    return head;
}

void StepCard::setStep(const StepShot &step, qsizetype place, qsizetype count)
{
    m_kept = step.kept;
    const QString name = step.kept ? tr("Step %L1").arg(step.document.firstStep)
                                   : tr("Dropped", "a step that will not be attached");
    m_title->setText(name);
    m_title->setRole(step.kept ? LabelRole::Text : LabelRole::Muted);
    m_time->setText(timeInto(step.atMs));
    m_time->setToolTip(tr("Minutes and seconds after the recording began"));
    m_keep->setText(step.kept ? tr("Drop") : tr("Keep"));
    m_keep->setVigieIcon(step.kept ? Icon::Trash : Icon::Undo);
    // The field is the person's while they are in it.
    if (!m_caption->hasFocus() && m_caption->text() != step.document.caption)
        m_caption->setText(step.document.caption);
    const QString which = tr("picture %L1", "place in the list").arg(place + 1);
    m_picture->setAccessibleName(name + QStringLiteral(", ") + which);
    m_caption->setAccessibleName(tr("Caption of %1").arg(which));
    m_edit->setAccessibleName(tr("Edit %1").arg(which));
    m_keep->setAccessibleName(step.kept ? tr("Drop %1").arg(which) : tr("Keep %1").arg(which));
    m_up->setWords(tr("Move %1 up").arg(which));
    m_down->setWords(tr("Move %1 down").arg(which));
    m_up->setEnabled(place > 0);
    m_down->setEnabled(place + 1 < count);
    setProperty("card", step.kept ? QStringLiteral("plain") : QStringLiteral("sunken"));
    style()->unpolish(this);
    style()->polish(this);
    showEnabled();
}

QWidget *StepCard::tabAfter(QWidget *before)
{
    for (QWidget *next : {static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_keep),
                          static_cast<QWidget *>(m_up), static_cast<QWidget *>(m_down),
                          static_cast<QWidget *>(m_caption), static_cast<QWidget *>(m_similar)}) {
        setTabOrder(before, next);
        before = next;
    }
    return before;
}

void StepCard::showEnabled()
{
    m_picture->setEnabled(m_kept);
    m_edit->setEnabled(m_kept);
    m_caption->setEnabled(m_kept && !m_editing);
}

void StepCard::setSimilar(int steps)
{
    m_similar->setText(tr("Hide the same places in %Ln similar step(s)", nullptr, steps));
    m_similar->setVisible(steps > 0);
}

void StepCard::setEditing(bool editing)
{
    m_editing = editing;
    showEnabled();
}

void StepCard::showPicture(const QImage &picture, const AnnotationDocument &document)
{
    QPixmap shown = QPixmap::fromImage(picture);
    shown.setDevicePixelRatio(devicePixelRatioF());
    if (m_kept)
        paintNumbers(shown, document);
    m_picture->setPixmap(shown);
    m_trouble->hide();
}

void StepCard::showTrouble(const QString &words)
{
    m_picture->setPixmap(IconSet::pixmap(Icon::Image, 32, devicePixelRatioF(),
                                         IconSet::color(IconColor::Muted, tokensFor(this))));
    m_trouble->setText(words);
    m_trouble->show();
}

} // namespace vigie
