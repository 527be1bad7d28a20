// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/privacybar.h"

#include "app/annotate/annotationcanvas.h"
#include "app/text/ocrtext.h"
#include "app/widgets/button.h"
#include "app/widgets/iconview.h"
#include "app/widgets/label.h"
#include "core/base/async.h"
#include "core/image/burn.h"

#include <QHBoxLayout>

namespace vigie {

PrivacyBar::PrivacyBar(AnnotationCanvas &canvas, QWidget *parent)
    : QFrame(parent), m_canvas(canvas), m_icon(new IconView(Icon::Shield, 18, this)),
      m_words(new Label(this, TextStyle::Small)), m_first(new Button(QString(), this)),
      m_second(new Button(QString(), this, ButtonKind::Quiet)),
      m_third(new Button(QString(), this, ButtonKind::Quiet)),
      m_error(new Button(Icon::Report, tr("Use the error message"), this, ButtonKind::Quiet))
{
    setObjectName(QStringLiteral("privacyBar"));
    m_words->wrapped()->setObjectName(QStringLiteral("privacyLabel"));
    m_first->setObjectName(QStringLiteral("privacyFirstButton"));
    m_second->setObjectName(QStringLiteral("privacySecondButton"));
    m_third->setObjectName(QStringLiteral("privacyThirdButton"));
    m_error->setObjectName(QStringLiteral("privacyErrorTextButton"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::xs, space::m, space::xs);
    row->setSpacing(space::s);
    row->addWidget(m_icon);
    row->addWidget(m_words, 1);
    for (Button *button : {m_error, m_first, m_second, m_third})
        row->addWidget(button);
    connect(m_first, &QPushButton::clicked, this, [this] {
        if (m_state == State::Reviewing)
            decide(true);
        else
            redactAll();
    });
    connect(m_second, &QPushButton::clicked, this, [this] {
        if (m_state == State::Reviewing)
            decide(false);
        else
            beginReview();
    });
    connect(m_third, &QPushButton::clicked, this, &PrivacyBar::forget);
    connect(m_error, &QPushButton::clicked, this, [this] {
        Q_EMIT errorTextWanted(m_errorText);
        m_errorText.clear();
        enter(m_state);
    });
    // The same height with and without buttons: the picture must not move under a drawing hand.
    setMinimumHeight(m_third->sizeHint().height() + 2 * space::xs);
    // Redacted by hand is redacted too.
    connect(&m_canvas.editor(), &AnnotationEditor::changed, this, [this] {
        if (m_state == State::Found)
            enter(open().isEmpty() ? State::Quiet : State::Found);
    });
    hide();
}

PrivacyBar::~PrivacyBar() = default;

void PrivacyBar::look(const QImage &picture, const std::shared_ptr<OcrEngine> &engine,
                      const FindOptions &options)
{
    m_finder = std::make_unique<SensitiveFinder>(engine);
    m_rows.clear();
    enter(State::Looking);
    whenDone(m_finder->find(picture, options), this, [this](const Result<Findings> &findings) {
        if (findings) {
            showFindings(*findings);
        } else if (findings.error().code != ErrorCode::Cancelled) {
            enter(State::Quiet);
            m_words->setText(tr("This picture could not be searched for private places. Please "
                                "look yourself and redact what nobody may see."));
            Q_EMIT answered(PrivateSearch::Partly);
        }
    });
}

void PrivacyBar::showFindings(const Findings &findings)
{
    const QRectF picture = m_canvas.pictureRect();
    m_suggestions.clear();
    for (Suggestion suggestion : findings.suggestions) {
        suggestion.rect &= picture;
        if (!suggestion.rect.isEmpty())
            m_suggestions.append(suggestion);
    }
    m_foundAny = !m_suggestions.isEmpty();
    m_errorText = findings.errorText;
    m_complete = findings.complete;
    m_rows = findings.rows;
    enter(open().isEmpty() ? State::Quiet : State::Found);
    const bool read = findings.hint == OcrHint::None;
    if (!read)
        m_words->setText(OcrText::hint(findings.hint));
    Q_EMIT answered(read && m_complete ? PrivateSearch::Whole : PrivateSearch::Partly);
}

/// What lies below a redaction is done.
QList<Suggestion> PrivacyBar::open() const
{
    QList<Suggestion> left;
    const AnnotationDocument &document = m_canvas.editor().document();
    for (const Suggestion &suggestion : m_suggestions) {
        bool covered = !suggestion.rect.intersects(QRectF(document.frame()));
        for (const QRectF &area : document.redactions()) {
            covered = covered
                || QRectF(burnedArea(area, document.size)).contains(suggestion.rect);
        }
        if (!covered)
            left.append(suggestion);
    }
    return left;
}

void PrivacyBar::outline()
{
    QList<QRectF> rects;
    if (m_state == State::Found || m_state == State::Reviewing) {
        for (const Suggestion &suggestion : open())
            rects.append(suggestion.rect);
    }
    m_canvas.setSuggestions(rects);
}

QString PrivacyBar::quietWords() const
{
    QString words;
    if (!m_errorText.isEmpty())
        words = tr("An error message was recognised in the picture.");
    else if (m_foundAny)
        words = tr("Nothing is left of what was found. Please look yourself as well.");
    else
        words = tr("No private places were recognised. Please look yourself as well.");
    return m_complete ? words : words + u' ' + tr("Parts of the picture were not searched.");
}

void PrivacyBar::enter(State state)
{
    m_state = state;
    const qsizetype count = open().size();
    const bool found = state == State::Found;
    const bool reviewing = state == State::Reviewing;
    m_first->setVisible(found || reviewing);
    m_second->setVisible(found || reviewing);
    m_third->setVisible(found || reviewing);
    m_error->setVisible(!m_errorText.isEmpty());
    m_first->setText(reviewing ? tr("Redact") : tr("Redact all"));
    m_second->setText(reviewing ? tr("Leave") : tr("Review"));
    m_third->setText(reviewing ? tr("Stop") : tr("Ignore"));
    switch (state) {
    case State::Looking:
        m_words->setText(tr("The picture is being searched for private places…"));
        break;
    case State::Found: {
        QString words = tr("%Ln place(s) may be private. Nobody can promise that these are all.",
                           nullptr, int(count));
        if (!m_complete)
            words += u' ' + tr("Parts of the picture were not searched.");
        m_words->setText(words);
        break;
    }
    case State::Quiet:
        m_words->setText(quietWords());
        break;
    case State::Reviewing: break;
    }
    outline();
    setVisible(true);
}

void PrivacyBar::redact(const QList<Suggestion> &suggestions)
{
    AnnotationEditor &editor = m_canvas.editor();
    editor.change(tr("Redact %Ln place(s)", nullptr, int(suggestions.size())),
                  [&](AnnotationDocument &document) {
                      document.ensureLayer(editor.layer());
                      for (const Suggestion &suggestion : suggestions) {
                          Annotation item;
                          item.id = AnnotationEditor::newId();
                          item.kind = AnnotationKind::Redaction;
                          item.layer = editor.layer().id;
                          item.color = redactionColor();
                          item.rect = suggestion.rect;
                          item.reason = suggestion.reason;
                          document.items.append(item);
                      }
                  });
}

void PrivacyBar::redactAll()
{
    redact(open());
    m_canvas.setFocus();
}

void PrivacyBar::beginReview()
{
    m_suggestions = open();
    m_at = 0;
    m_total = m_suggestions.size();
    enter(State::Reviewing);
    showOne();
}

void PrivacyBar::showOne()
{
    if (m_at >= m_suggestions.size()) {
        // What was left is the person's decision: it is not asked again.
        m_suggestions.clear();
        enter(State::Quiet);
        m_canvas.setFocus();
        return;
    }
    const Suggestion &one = m_suggestions[m_at];
    m_words->setText(tr("%L1 of %L2: %3, read as “%4”", "a place that may be private")
                         .arg(m_at + 1)
                         .arg(m_total)
                         .arg(OcrText::reason(one.reason), one.text.left(60)));
    m_canvas.showPlace(one.rect);
    m_canvas.setSuggestions({one.rect});
    m_first->setFocus();
}

void PrivacyBar::decide(bool redactIt)
{
    if (m_at >= m_suggestions.size())
        return;
    if (redactIt)
        redact({m_suggestions[m_at]});
    ++m_at;
    showOne();
}

void PrivacyBar::forget()
{
    m_suggestions.clear();
    enter(State::Quiet);
    m_canvas.setFocus();
}

} // namespace vigie
