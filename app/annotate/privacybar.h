// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationdocument.h"
#include "core/image/ocr/sensitivefinder.h"

#include <QFrame>

#include <memory>

namespace vigie {

class AnnotationCanvas;
class Button;
class IconView;
class Label;

/// Places of the picture that may be private, found by reading it: told above the canvas, outlined
/// on it, redacted all at once or one by one. Help and no guarantee, and it says so. `canvas` must
/// outlive it. GUI thread.
class PrivacyBar final : public QFrame
{
    Q_OBJECT

public:
    PrivacyBar(AnnotationCanvas &canvas, QWidget *parent);
    ~PrivacyBar() override;

    /// Starts reading; the person goes on meanwhile.
    void look(const QImage &picture, const std::shared_ptr<OcrEngine> &engine,
              const FindOptions &options);
    /// What is found is shown; for look() and for tests.
    void showFindings(const Findings &findings);
    /// Still reading.
    [[nodiscard]] bool isLooking() const { return m_state == State::Looking; }
    /// What reads like an error message, while it was not used; may be empty.
    [[nodiscard]] const QString &errorText() const { return m_errorText; }
    /// What was read, in pixels of the picture.
    [[nodiscard]] const QList<TextRow> &rows() const { return m_rows; }

Q_SIGNALS:
    /// The person wants the recognised error message in the report.
    void errorTextWanted(const QString &text);
    /// The search ended, and what came of it is shown.
    void answered(vigie::PrivateSearch result);

private:
    enum class State { Looking, Found, Reviewing, Quiet };

    void enter(State state);
    void redact(const QList<Suggestion> &suggestions);
    void redactAll();
    void beginReview();
    void decide(bool redactIt);
    void showOne();
    void forget();
    [[nodiscard]] QList<Suggestion> open() const;
    void outline();
    [[nodiscard]] QString quietWords() const;

    AnnotationCanvas &m_canvas;
    std::unique_ptr<SensitiveFinder> m_finder;
    QList<Suggestion> m_suggestions;
    QString m_errorText;
    QList<TextRow> m_rows;
    bool m_complete = true;
    qsizetype m_at = 0;
    qsizetype m_total = 0;
    IconView *m_icon;
    Label *m_words;
    Button *m_first;  ///< Redact all, Redact
    Button *m_second; ///< Review, Leave
    Button *m_third;  ///< Ignore, Stop
    Button *m_error;
    State m_state = State::Quiet;
    bool m_foundAny = false;
};

} // namespace vigie
