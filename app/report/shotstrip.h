// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturecoordinator.h"
#include "core/base/result.h"
#include "core/image/annotationdocument.h"
#include "core/text/sensitivetext.h"

#include <QFuture>
#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>

class QVBoxLayout;

namespace vigie {

class AnnotateWindow;
class Banner;
class CaptureMenu;
class EditorHabits;
class Label;
class OcrEngine;
class Prompt;
class ShotCard;
class ShotService;

/// The screenshots of a report: cards in the order in which they are sent, and the ways to add
/// one. Originals are kept by `service`; the documents are what the page journals. Removing can be
/// taken back instead of being asked about. `service` and `prompt` must outlive it. GUI thread.
class ShotStrip final : public QWidget
{
    Q_OBJECT

public:
    ShotStrip(ShotService &service, Prompt &prompt, QWidget *parent);
    ~ShotStrip() override;

    [[nodiscard]] QList<AnnotationDocument> shots() const;
    /// Another report's shots; editors of the old ones are closed. Originals stay as they are.
    void setShots(const QList<AnnotationDocument> &shots);
    /// Shots that were kept earlier, before those that are here; nothing of the latter changes.
    void putInFront(const QList<AnnotationDocument> &shots);
    /// The originals of everything here, also of what was removed and may come back: what to
    /// discard when the report is gone.
    [[nodiscard]] QStringList originals() const;
    /// No more than this, at most limits::kShotsPerReport.
    void setMost(int most) { m_most = most; }

    /// `dpr` as in AnnotationDocument. `drawOnIt` opens the editor as soon as it is kept.
    /// `again`: takes the same place of the screen once more.
    void addPicture(const QImage &picture, qreal dpr, bool drawOnIt = false,
                    const std::optional<CaptureWish> &again = {});
    /// What retakeWanted() asked for. The annotations stay; the old picture is kept as long as it
    /// can be brought back: until the editor is closed.
    void replacePicture(quint64 id, const QImage &picture, qreal dpr);
    /// There is none for retakeWanted(); `why` is told in the editor and may be empty.
    void keepPicture(quint64 id, const QString &why);
    /// How the editors behave; must outlive the strip.
    void setHabits(EditorHabits *habits) { m_habits = habits; }
    /// Reads pictures in the editor to find private places; null = not looked for.
    void setReader(const std::shared_ptr<OcrEngine> &reader, const SensitiveRules &rules);
    /// How many more there may be.
    [[nodiscard]] int room() const;
    /// Shots whose originals are kept already (a recording's); the strip discards them when they
    /// go. As many as there is room for.
    void addShots(const QList<AnnotationDocument> &shots);
    /// Offers to take the mouse pointer as well, for back ends that can. After setHabits().
    void offerPointer();
    /// Offers to record steps; see recordWanted().
    void offerRecording();
    /// Files that are pictures by their names.
    void addFiles(const QStringList &paths);
    [[nodiscard]] static bool looksLikePicture(const QString &path);

    /// Opens the editor of the first picture that was not looked at for private places yet; false
    /// when there is none.
    [[nodiscard]] bool openUnsearched();

    /// Pictures are on their way; sending waits for them.
    [[nodiscard]] bool isBusy() const { return m_arriving > 0; }
    /// Why a picture was not taken; empty when all were.
    [[nodiscard]] QString trouble() const;
    /// "Screenshot %1": names the cards and, the same, the files.
    [[nodiscard]] static QString namePattern();

public Q_SLOTS:
    void addFromClipboard();
    void chooseFiles();

Q_SIGNALS:
    /// Other shots, other marks or words, or others on their way.
    void changed();
    /// A recognised error message, for the report.
    void errorTextWanted(const QString &text);
    /// One was recognised, and what is known about it may help.
    void errorTextRead(const QString &text);
    /// Somebody takes the picture and calls addPicture().
    void captureWanted(const vigie::CaptureWish &wish);
    /// Somebody takes the picture and calls replacePicture() or keepPicture() with the same `id`.
    void retakeWanted(quint64 id, const vigie::CaptureWish &wish);
    /// Somebody records steps and calls addShots().
    void recordWanted();

private:
    struct Entry;

    void build();
    [[nodiscard]] bool hasRoom();
    void follow(const QFuture<Result<AnnotationDocument>> &importing, const QString &name,
                bool drawOnIt = false, const std::optional<CaptureWish> &again = {});
    void forgetReplaced(Entry &one);
    quint64 insert(const AnnotationDocument &document, qsizetype at);
    [[nodiscard]] qsizetype indexOf(quint64 id) const;
    [[nodiscard]] Entry *entry(quint64 id);
    void remove(quint64 id);
    void undoRemoval();
    void endRemoval();
    void move(quint64 id, int by);
    void edit(quint64 id);
    void openEditor(quint64 id, const QImage &original);
    void takeEdit(quint64 id, const AnnotationDocument &document);
    void showPicture(quint64 id);
    void renumber();
    void tell(const QString &words);

    struct Removed {
        AnnotationDocument document;
        qsizetype at = 0;
    };

    ShotService &m_service;
    Prompt &m_prompt;
    std::shared_ptr<OcrEngine> m_reader;
    SensitiveRules m_rules;
    QList<Entry> m_entries;
    std::optional<Removed> m_removed;
    int m_most;
    int m_arriving = 0;
    quint64 m_lastId = 0;
    EditorHabits *m_habits = nullptr;
    quint64 m_round = 0; ///< setShots() counts it on: late pictures of another report are dropped
    QVBoxLayout *m_cards = nullptr;
    CaptureMenu *m_capture = nullptr;
    QWidget *m_record = nullptr; ///< hidden unless offered
    Banner *m_undo = nullptr;
    Label *m_note = nullptr;
    Label *m_busy = nullptr;
};

} // namespace vigie
