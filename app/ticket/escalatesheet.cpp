// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/escalatesheet.h"

#include "app/text/enumtext.h"
#include "app/ticket/fieldpill.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/choicechips.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/label.h"
#include "app/widgets/shrinkarea.h"
#include "core/base/limits.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kNoteLines = 8;

bool isSendKey(const QKeyEvent &event)
{
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        && event.modifiers().testFlag(Qt::ControlModifier);
}

} // namespace

/// Made in the order in which Tab walks through them.
EscalateSheet::EscalateSheet(QWidget *parent)
    : QWidget(parent), m_area(new ShrinkArea(this)), m_page(new QWidget(m_area)),
      m_warning(new Banner(m_page)), m_levels(new ChoiceChips(tr("To which level"), m_page)),
      m_queue(new FieldPill(tr("Queue"), "escalateQueueField", m_page)),
      m_reasonArea(new QWidget(m_page)), m_reasonFlow(new FlowLayout(m_reasonArea, space::xs)),
      m_why(new QLineEdit(m_page)),
      m_noteLabel(new Label(m_page, TextStyle::Small, LabelRole::Internal)),
      m_renew(new Button(tr("Rebuild from the ticket"), m_page, ButtonKind::Link)),
      m_note(new QPlainTextEdit(m_page)),
      m_trouble(new Label(this, TextStyle::Small, LabelRole::Danger)),
      m_hint(new Label(this, TextStyle::Small, LabelRole::Faint)),
      m_send(new Button(Icon::Escalate, QString(), this, ButtonKind::Primary)),
      m_title(new Label(this, TextStyle::Strong, LabelRole::Internal)),
      m_from(new ElidedLabel(this, TextStyle::Small, LabelRole::Muted)),
      m_close(new IconButton(Icon::Close, tr("Close; your words are kept"), this))
{
    setObjectName(QStringLiteral("escalateSheet"));
    build();
    wire();
    showWords(); // what is hidden has a name too
}

void EscalateSheet::build()
{
    m_title->setObjectName(QStringLiteral("escalateTitle"));
    m_close->setObjectName(QStringLiteral("closeEscalateButton"));
    m_close->setIconSize({16, 16});
    m_warning->setObjectName(QStringLiteral("escalateWarning"));
    m_warning->setClosable(false);
    m_why->setObjectName(QStringLiteral("escalateReasonEdit"));
    m_why->setPlaceholderText(tr("Why? In your own words (may stay empty)"));
    m_why->setAccessibleName(tr("Reason"));
    m_why->setMaxLength(int(limits::kShortTextLength));
    m_renew->setObjectName(QStringLiteral("renewHandoverButton"));
    m_note->setObjectName(QStringLiteral("handoverEdit"));
    m_note->setAccessibleName(tr("Hand-over note, only colleagues read it"));
    m_note->setPlaceholderText(tr("What the next people need to know (may stay empty)"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(m_note->fontMetrics().lineSpacing() * kNoteLines + 2 * space::m);
    m_trouble->wrapped();
    m_trouble->hide();
    m_send->setObjectName(QStringLiteral("sendEscalationButton"));
    m_levels->setObjectName(QStringLiteral("escalateLevel"));
    for (const EnumName<Level> &level : enumNames<Level>())
        m_levels->addChoice(int(level.value), EnumText::of(level.value));

    buildPage();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::s, space::l, space::m);
    column->setSpacing(6);
    column->addLayout(buildTop());
    column->addWidget(m_area);
    column->addWidget(m_trouble);
    column->addLayout(buildBottom());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void EscalateSheet::buildPage()
{
    QSizePolicy flows(QSizePolicy::Preferred, QSizePolicy::Minimum);
    flows.setHeightForWidth(true);
    m_reasonArea->setSizePolicy(flows);
    auto *where = new QHBoxLayout;
    where->setSpacing(space::m);
    where->addWidget(m_levels, 1);
    where->addWidget(m_queue, 0, Qt::AlignTop);
    auto *noteHead = new QHBoxLayout;
    noteHead->addWidget(m_noteLabel);
    noteHead->addStretch(1);
    noteHead->addWidget(m_renew);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_warning);
    column->addLayout(where);
    column->addWidget(m_reasonArea);
    column->addWidget(m_why);
    column->addLayout(noteHead);
    column->addWidget(m_note);
    m_area->setWidget(m_page);
    m_page->setAutoFillBackground(false); // the internal ground shines through
    m_area->viewport()->setAutoFillBackground(false);
}

QHBoxLayout *EscalateSheet::buildTop()
{
    auto *top = new QHBoxLayout;
    top->setSpacing(space::s);
    top->addWidget(m_title);
    top->addWidget(m_from, 1);
    top->addWidget(m_close);
    return top;
}

QHBoxLayout *EscalateSheet::buildBottom()
{
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(space::m);
    m_hint->wrapped();
    bottom->addWidget(m_hint, 1);
    bottom->addWidget(m_send);
    return bottom;
}

void EscalateSheet::wire()
{
    connect(m_close, &QToolButton::clicked, this, &EscalateSheet::closeWanted);
    connect(m_send, &QPushButton::clicked, this, &EscalateSheet::sendWanted);
    connect(m_renew, &QPushButton::clicked, this, &EscalateSheet::renewWanted);
    connect(m_levels, &ChoiceChips::choiceChanged, this, [this](int level) {
        m_draft.level = Level(level);
        edited();
    });
    m_queue->setFill([this](QMenu &menu) { fillQueues(menu); });
    connect(m_why, &QLineEdit::textChanged, this, [this](const QString &why) {
        m_draft.why = why;
        edited();
    });
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        if (m_showing)
            return;
        m_draft.note = m_note->toPlainText();
        m_draft.noteIsOwn = true;
        edited();
    });
}

void EscalateSheet::fillQueues(QMenu &menu)
{
    for (const Queue &queue : std::as_const(m_offer.queues)) {
        const QueueId id = queue.id == m_offer.queue ? QueueId() : queue.id;
        if (!queue.active && queue.id != m_offer.queue)
            continue;
        // Foreign words: an ampersand is a letter, not a mnemonic.
        QAction *action = menu.addAction(QString(queue.name).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(id == m_draft.queue);
        connect(action, &QAction::triggered, this, [this, id] {
            m_draft.queue = id;
            edited();
        });
    }
}

void EscalateSheet::edited()
{
    if (m_showing)
        return;
    showWords();
    Q_EMIT changed();
}

// ---- showing ---------------------------------------------------------------------------------

void EscalateSheet::setOffer(const EscalateOffer &offer)
{
    m_offer = offer;
    showReasons();
    showWords();
}

void EscalateSheet::setDraft(const EscalateDraft &draft)
{
    m_showing = true;
    m_draft = draft;
    m_levels->setChoice(int(draft.level));
    m_why->setText(draft.why);
    if (m_note->toPlainText() != draft.note)
        m_note->setPlainText(draft.note);
    for (Button *reason : std::as_const(m_reasons))
        reason->setChecked(draft.reasons.contains(reason->property("reason").toString()));
    m_showing = false;
    showWords();
}

/// Several may be true at once, and a click takes one back.
void EscalateSheet::showReasons()
{
    for (Button *old : std::as_const(m_reasons))
        delete old;
    m_reasons.clear();
    const QStringList keys = EscalateReasons::keys(m_offer.back);
    for (const QString &key : keys) {
        auto *chip = new Button(EscalateReasons::words(key), m_reasonArea, ButtonKind::Chip);
        chip->setObjectName(QStringLiteral("escalateReason-") + key);
        chip->setProperty("reason", key);
        chip->setCheckable(true);
        connect(chip, &QPushButton::toggled, this, [this, key](bool on) {
            if (m_showing)
                return;
            m_draft.reasons.removeAll(key);
            if (on)
                m_draft.reasons.append(key);
            edited();
        });
        m_reasonFlow->addWidget(chip);
        setTabOrder(m_reasons.isEmpty() ? static_cast<QWidget *>(m_queue) : m_reasons.constLast(),
                    chip);
        m_reasons.append(chip);
        chip->setVisible(true);
    }
    if (!m_reasons.isEmpty())
        setTabOrder(m_reasons.constLast(), m_why);
}

void EscalateSheet::showWords()
{
    const QString level = EnumText::of(m_draft.level);
    m_title->setText((m_offer.back ? tr("Hand %1 back") : tr("Escalate %1")).arg(m_offer.number));
    const QueueId target = m_draft.queue.isNull() ? m_offer.queue : m_draft.queue;
    QString name = tr("Unknown");
    QString here;
    for (const Queue &queue : std::as_const(m_offer.queues)) {
        if (queue.id == target)
            name = queue.name;
        if (queue.id == m_offer.queue)
            here = queue.name;
    }
    m_from->setText(here.isEmpty()
                        ? tr("from %1", "a level").arg(EnumText::of(m_offer.level))
                        : tr("from %1 · %2", "a level, a queue").arg(EnumText::of(m_offer.level), here));
    m_queue->setValue(name);
    m_send->setText(m_offer.back ? tr("Hand back to %1").arg(level)
                                 : tr("Escalate to %1").arg(level));
    m_noteLabel->setText(tr("Hand-over note · only colleagues read it"));
    m_renew->setVisible(m_draft.noteIsOwn);
    // Whoever is not there cannot follow it any more; better known before than after.
    m_hint->setText(m_offer.me.worksIn(target)
                        ? tr("The requester keeps the same contact and sees none of this.")
                        : tr("You do not work in this queue: the ticket leaves your lists. The "
                             "requester keeps the same contact."));
}

void EscalateSheet::setWarning(const QString &words)
{
    if (words.isEmpty())
        m_warning->hide();
    else
        m_warning->tell(Tone::Warning, Icon::Alert, words);
}

void EscalateSheet::setTrouble(const QString &words)
{
    m_trouble->setText(words);
    m_trouble->setVisible(!words.isEmpty());
}

void EscalateSheet::setBusy(bool busy)
{
    m_note->setReadOnly(busy);
    m_why->setReadOnly(busy);
}

void EscalateSheet::begin()
{
    if (auto *chip = m_levels->findChild<QAbstractButton *>(
            QStringLiteral("escalateLevelChip%1").arg(m_levels->choice())))
        chip->setFocus(Qt::ShortcutFocusReason);
}

void EscalateSheet::quote(const QString &text)
{
    QString quoted;
    for (const QString &line : text.trimmed().split(u'\n'))
        quoted += QStringLiteral("> ") + line + u'\n';
    m_note->moveCursor(QTextCursor::End);
    if (!m_note->toPlainText().isEmpty())
        m_note->insertPlainText(QStringLiteral("\n\n"));
    m_note->insertPlainText(quoted);
    m_note->setFocus(Qt::OtherFocusReason);
}

// ---- keys and looks --------------------------------------------------------------------------

bool EscalateSheet::event(QEvent *event)
{
    // Here they mean the sheet, whatever they mean elsewhere.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape || isSendKey(*key)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void EscalateSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeWanted();
    else if (isSendKey(*event))
        Q_EMIT sendWanted();
    else
        QWidget::keyPressEvent(event);
}

/// The look of internal words, as in the composer's note.
void EscalateSheet::paintEvent(QPaintEvent *)
{
    const ToneColors &tone = tokensFor(this).tone(Tone::Internal);
    QPainter painter(this);
    painter.fillRect(rect(), tone.fill);
    painter.setPen(QPen(tone.solid, 2, Qt::DashLine));
    painter.drawLine(rect().topLeft() + QPoint(0, 1), rect().topRight() + QPoint(0, 1));
}

} // namespace vigie
