// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/shotstrip.h"

#include "app/annotate/annotatewindow.h"
#include "app/prompt/prompt.h"
#include "app/report/capturemenu.h"
#include "app/report/shotcard.h"
#include "app/text/errortext.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/label.h"
#include "app/widgets/tabstops.h"
#include "core/base/async.h"
#include "core/base/limits.h"
#include "core/service/shotservice.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

/// One shot and what is shown of it.
struct ShotStrip::Entry {
    quint64 id = 0;
    AnnotationDocument document;
    ShotCard *card = nullptr;
    QPointer<AnnotateWindow> editor;
    bool painting = false; ///< a small picture is being made
    bool stale = false;    ///< … of marks that have changed meanwhile
    std::optional<CaptureWish> again; ///< for what was taken from the screen in this session
    QStringList replaced;  ///< originals that an undo step of the editor may bring back
};

ShotStrip::ShotStrip(ShotService &service, Prompt &prompt, QWidget *parent)
    : QWidget(parent), m_service(service), m_prompt(prompt), m_most(limits::kShotsPerReport)
{
    setObjectName(QStringLiteral("shotStrip"));
    build();
}

ShotStrip::~ShotStrip()
{
    setShots({});
}

QString ShotStrip::namePattern()
{
    return tr("Screenshot %1", "its number; also the name of the file");
}

// ---- building --------------------------------------------------------------------------------

void ShotStrip::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(space::s);
    column->addLayout(m_cards);
    m_busy = new Label(tr("The picture is being taken in…"), this, TextStyle::Small,
                       LabelRole::Muted);
    m_busy->hide();
    column->addWidget(m_busy);
    m_undo = new Banner(this);
    m_undo->setObjectName(QStringLiteral("shotUndoBanner"));
    column->addWidget(m_undo);
    m_note = new Label(this, TextStyle::Small, LabelRole::Danger);
    m_note->setObjectName(QStringLiteral("shotNote"));
    m_note->wrapped();
    m_note->hide();
    column->addWidget(m_note);

    auto *actions = new QWidget(this);
    auto *flow = new FlowLayout(actions, space::s);
    auto *capture = new Button(Icon::Camera, tr("Screenshot"), actions);
    capture->setObjectName(QStringLiteral("addShotButton"));
    setFocusProxy(capture);
    m_capture = new CaptureMenu(this);
    capture->setMenu(m_capture);
    connect(m_capture, &CaptureMenu::wanted, this, [this](const CaptureWish &wish) {
        if (hasRoom())
            Q_EMIT captureWanted(wish);
    });
    auto *clipboard = new Button(Icon::Copy, tr("From the clipboard"), actions, ButtonKind::Quiet);
    clipboard->setObjectName(QStringLiteral("shotFromClipboardButton"));
    auto *file = new Button(Icon::Image, tr("From a file…"), actions, ButtonKind::Quiet);
    file->setObjectName(QStringLiteral("shotFromFileButton"));
    auto *record = new Button(Icon::StepMark, tr("Record steps…"), actions);
    record->setObjectName(QStringLiteral("recordStepsButton"));
    record->setToolTip(tr("A picture at each click, to show how the trouble comes about"));
    record->hide();
    m_record = record;
    for (Button *button : {capture, record, clipboard, file})
        flow->addWidget(button);
    column->addWidget(actions);

    connect(record, &QPushButton::clicked, this, &ShotStrip::recordWanted);
    connect(clipboard, &QPushButton::clicked, this, &ShotStrip::addFromClipboard);
    connect(file, &QPushButton::clicked, this, &ShotStrip::chooseFiles);
    connect(m_undo, &Banner::actionTriggered, this, &ShotStrip::undoRemoval);
    m_undo->setClosable(true);
    connect(m_undo, &Banner::closed, this, &ShotStrip::endRemoval);
}

void ShotStrip::offerPointer()
{
    if (m_habits)
        m_capture->offerPointer(*m_habits);
}

// ---- what is here ----------------------------------------------------------------------------

QList<AnnotationDocument> ShotStrip::shots() const
{
    QList<AnnotationDocument> all;
    for (const Entry &one : m_entries)
        all.append(one.document);
    return all;
}

void ShotStrip::putInFront(const QList<AnnotationDocument> &shots)
{
    qsizetype at = 0;
    for (const AnnotationDocument &document : shots)
        insert(document, at++);
}

QStringList ShotStrip::originals() const
{
    QStringList all;
    for (const Entry &one : m_entries) {
        all.append(one.document.sha256);
        all.append(one.replaced);
    }
    if (m_removed) {
        all.append(m_removed->document.sha256);
    }
    return all;
}

QString ShotStrip::trouble() const
{
    return m_note->text();
}

void ShotStrip::setShots(const QList<AnnotationDocument> &shots)
{
    ++m_round;
    m_arriving = 0;
    m_removed.reset();
    m_undo->hide();
    m_busy->hide();
    tell({});
    for (Entry &old : m_entries) {
        if (old.editor) {
            old.editor->disconnect(this);
            old.editor->close(); // its undo steps hold what was hidden
        }
        forgetReplaced(old);
        old.card->hide();
        old.card->deleteLater();
    }
    m_entries.clear();
    for (const AnnotationDocument &document : shots)
        insert(document, m_entries.size());
}

qsizetype ShotStrip::indexOf(quint64 id) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [id](const Entry &one) { return one.id == id; });
    return found == m_entries.cend() ? -1 : found - m_entries.cbegin();
}

ShotStrip::Entry *ShotStrip::entry(quint64 id)
{
    const qsizetype at = indexOf(id);
    return at < 0 ? nullptr : &m_entries[at];
}

quint64 ShotStrip::insert(const AnnotationDocument &document, qsizetype at)
{
    const quint64 id = ++m_lastId;
    auto *card = new ShotCard(document, this);
    m_cards->insertWidget(int(at), card);
    m_entries.insert(at, Entry{id, document, card, nullptr, false, false, std::nullopt, {}});
    connect(card, &ShotCard::captionEdited, this, [this, id](const QString &caption) {
        entry(id)->document.caption = caption;
        Q_EMIT changed();
    });
    connect(card, &ShotCard::altEdited, this, [this, id](const QString &alt) {
        entry(id)->document.alt = alt;
        Q_EMIT changed();
    });
    connect(card, &ShotCard::editWanted, this, [this, id] { edit(id); });
    connect(card, &ShotCard::moveWanted, this, [this, id](int by) { move(id, by); });
    connect(card, &ShotCard::removeWanted, this, [this, id] { remove(id); });
    card->show();
    renumber();
    showPicture(id);
    return id;
}

void ShotStrip::renumber()
{
    QWidget *stop = tabstops::before(this);
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        m_entries[i].card->setPlace(namePattern().arg(i + 1), i == 0,
                                    i == m_entries.size() - 1);
        stop = tabstops::putBehind(stop, m_entries[i].card);
    }
    updateGeometry();
}

void ShotStrip::tell(const QString &words)
{
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
}

// ---- adding ----------------------------------------------------------------------------------

bool ShotStrip::looksLikePicture(const QString &path)
{
    static const QStringList endings{QStringLiteral("png"), QStringLiteral("jpg"),
                                     QStringLiteral("jpeg"), QStringLiteral("gif"),
                                     QStringLiteral("bmp"), QStringLiteral("webp")};
    return endings.contains(QFileInfo(path).suffix().toLower());
}

int ShotStrip::room() const
{
    const int most = std::min(m_most, limits::kShotsPerReport);
    return std::max(0, most - int(m_entries.size()) - m_arriving);
}

bool ShotStrip::hasRoom()
{
    if (room() > 0)
        return true;
    const int most = std::min(m_most, limits::kShotsPerReport);
    tell(tr("A report carries at most %Ln screenshot(s). Those that are here are kept; send the "
            "others with another message.",
            nullptr, std::max(0, most)));
    return false;
}

void ShotStrip::addPicture(const QImage &picture, qreal dpr, bool drawOnIt,
                           const std::optional<CaptureWish> &again)
{
    tell({});
    if (hasRoom())
        follow(m_service.import(picture, dpr), tr("The picture"), drawOnIt, again);
}

void ShotStrip::replacePicture(quint64 id, const QImage &picture, qreal dpr)
{
    whenDone(m_service.import(picture, dpr), this,
             [this, id, picture, round = m_round](const Result<AnnotationDocument> &taken) {
                 Entry *one = round == m_round ? entry(id) : nullptr;
                 const bool waited = one && one->editor;
                 const bool same = taken && one && taken->sha256 == one->document.sha256;
                 if (taken && (!waited || same))
                     m_service.discard({taken->sha256});
                 if (!waited)
                     return;
                 if (!taken)
                     keepPicture(id, ErrorText::ofPicture(taken.error(), tr("The picture")).paragraph());
                 else if (same)
                     keepPicture(id, tr("Taken again: it looks exactly the same."));
                 else
                     one->editor->replacePicture(picture, *taken);
                 one->editor->raise();
                 one->editor->activateWindow();
             });
}

void ShotStrip::keepPicture(quint64 id, const QString &why)
{
    if (Entry *one = entry(id); one && one->editor)
        one->editor->tell(why);
}

/// Nothing can bring them back any more.
void ShotStrip::forgetReplaced(Entry &one)
{
    if (!one.replaced.isEmpty())
        m_service.discard(std::exchange(one.replaced, {}));
}

void ShotStrip::addShots(const QList<AnnotationDocument> &shots)
{
    tell({});
    for (const AnnotationDocument &document : shots) {
        if (!hasRoom())
            break;
        insert(document, m_entries.size());
    }
    Q_EMIT changed();
}

void ShotStrip::offerRecording()
{
    m_record->show();
}

void ShotStrip::setReader(const std::shared_ptr<OcrEngine> &reader, const SensitiveRules &rules)
{
    m_reader = reader;
    m_rules = rules;
}

void ShotStrip::addFiles(const QStringList &paths)
{
    tell({});
    for (const QString &path : paths) {
        if (!hasRoom())
            return;
        follow(m_service.importFile(path), QFileInfo(path).fileName());
    }
}

void ShotStrip::addFromClipboard()
{
    const QMimeData *clip = QGuiApplication::clipboard()->mimeData();
    QStringList paths;
    if (clip) {
        const QList<QUrl> urls = clip->urls();
        for (const QUrl &url : urls) {
            if (url.isLocalFile() && looksLikePicture(url.toLocalFile()))
                paths.append(url.toLocalFile());
        }
    }
    if (!paths.isEmpty())
        return addFiles(paths);
    const QImage picture = clip ? qvariant_cast<QImage>(clip->imageData()) : QImage();
    if (!picture.isNull())
        return addPicture(picture, devicePixelRatioF());
    tell(tr("There is no picture in the clipboard. Copy one, then try again."));
}

void ShotStrip::chooseFiles()
{
    m_prompt.openFiles(this, tr("Add pictures"),
                       [this](const QStringList &paths) { addFiles(paths); });
}

void ShotStrip::follow(const QFuture<Result<AnnotationDocument>> &importing, const QString &name,
                       bool drawOnIt, const std::optional<CaptureWish> &again)
{
    ++m_arriving;
    m_busy->show();
    whenDone(importing, this,
             [this, name, drawOnIt, again,
              round = m_round](const Result<AnnotationDocument> &document) {
                 if (round != m_round) {
                     if (document)
                         m_service.discard({document->sha256});
                     return;
                 }
                 --m_arriving;
                 m_busy->setVisible(m_arriving > 0);
                 if (document) {
                     const quint64 id = insert(*document, m_entries.size());
                     entry(id)->again = again;
                     if (drawOnIt)
                         edit(id);
                 } else {
                     const QString words = ErrorText::ofPicture(document.error(), name).paragraph();
                     tell(trouble().isEmpty() ? words : trouble() + u'\n' + words);
                 }
                 Q_EMIT changed();
             });
    Q_EMIT changed();
}

// ---- changing --------------------------------------------------------------------------------

void ShotStrip::move(quint64 id, int by)
{
    const qsizetype from = indexOf(id);
    const qsizetype to = from + by;
    if (from < 0 || to < 0 || to >= m_entries.size())
        return;
    m_entries.move(from, to);
    m_cards->removeWidget(m_entries[to].card);
    m_cards->insertWidget(int(to), m_entries[to].card);
    renumber();
    Q_EMIT changed();
}

void ShotStrip::remove(quint64 id)
{
    const qsizetype at = indexOf(id);
    if (at < 0)
        return;
    endRemoval();
    if (m_entries[at].editor)
        m_entries[at].editor->close();
    const Entry gone = m_entries.takeAt(at);
    gone.card->hide();
    gone.card->deleteLater();
    m_removed = Removed{gone.document, at};
    tell({});
    m_undo->tell(Tone::Neutral, Icon::Trash,
                 tr("%1 was removed.").arg(namePattern().arg(at + 1)), tr("Undo"));
    renumber();
    Q_EMIT changed();
}

void ShotStrip::undoRemoval()
{
    if (!m_removed)
        return;
    const Removed back = *std::exchange(m_removed, std::nullopt);
    m_undo->hide();
    insert(back.document, std::min(back.at, m_entries.size()));
    Q_EMIT changed();
}

/// Nobody wants it back.
void ShotStrip::endRemoval()
{
    m_undo->hide();
    if (!m_removed)
        return;
    m_service.discard({m_removed->document.sha256});
    m_removed.reset();
}

void ShotStrip::edit(quint64 id)
{
    Entry *one = entry(id);
    if (!one)
        return;
    if (one->editor) {
        one->editor->raise();
        one->editor->activateWindow();
        return;
    }
    whenDone(m_service.original(one->document.sha256), this,
             [this, id](const Result<QImage> &original) {
                 if (original)
                     openEditor(id, *original);
                 else if (Entry *kept = entry(id))
                     kept->card->showTrouble(ErrorText::ofLostPicture(original.error()));
             });
}

bool ShotStrip::openUnsearched()
{
    const auto found =
        std::find_if(m_entries.cbegin(), m_entries.cend(), [](const Entry &one) {
            return one.document.searched == PrivateSearch::NotYet;
        });
    if (found == m_entries.cend())
        return false;
    edit(found->id);
    return true;
}

void ShotStrip::openEditor(quint64 id, const QImage &original)
{
    Entry *one = entry(id);
    if (!one || one->editor)
        return;
    AnnotateWindow::Shot shot;
    shot.picture = original;
    shot.document = one->document;
    shot.layer = one->document.layers.value(0, {reporterLayer(), {}, {}});
    shot.name = namePattern().arg(indexOf(id) + 1);
    shot.ocr = m_reader;
    shot.rules = m_rules;
    shot.habits = m_habits;
    shot.canTakeAgain = one->again.has_value();
    auto *window = new AnnotateWindow(shot, m_prompt, this);
    connect(window, &AnnotateWindow::errorTextWanted, this, &ShotStrip::errorTextWanted);
    connect(window, &AnnotateWindow::errorTextRead, this, &ShotStrip::errorTextRead);
    one->editor = window;
    connect(window, &AnnotateWindow::documentChanged, this,
            [this, id, window] { takeEdit(id, window->document()); });
    connect(window, &AnnotateWindow::exportWanted, this,
            [this, window](const QString &path) {
                whenDone(m_service.exportTo(window->picture(), window->document(), path), this,
                         [this](const Result<bool> &saved) {
                             if (!saved)
                                 tell(ErrorText::of(saved.error()).paragraph());
                         });
            });
    connect(window, &AnnotateWindow::searched, this, [this, id](PrivateSearch result) {
        if (Entry *kept = entry(id); kept && kept->document.searched < result) {
            kept->document.searched = result;
            kept->card->setDocument(kept->document);
            Q_EMIT changed();
        }
    });
    connect(window, &AnnotateWindow::takeAgainWanted, this, [this, id] {
        if (Entry *kept = entry(id); kept && kept->again)
            Q_EMIT retakeWanted(id, *kept->again);
    });
    connect(window, &AnnotateWindow::finished, this, [this, id] {
        if (Entry *kept = entry(id)) {
            kept->card->setEditing(false);
            forgetReplaced(*kept);
        }
    });
    one->card->setEditing(true);
    window->show();
    window->raise();
    window->activateWindow(); // the next keys are for the editor
}

void ShotStrip::takeEdit(quint64 id, const AnnotationDocument &document)
{
    Entry *one = entry(id);
    if (!one)
        return;
    const bool looksOther =
        one->document.items != document.items || one->document.crop != document.crop
        || one->document.sha256 != document.sha256;
    const PrivateSearch searched = one->document.sha256 == document.sha256
        ? one->document.searched
        : PrivateSearch::NotYet;
    if (one->document.sha256 != document.sha256) {
        one->replaced.removeOne(document.sha256);
        one->replaced.append(one->document.sha256);
    }
    one->document = document;
    one->document.searched = searched;
    one->card->setDocument(one->document);
    if (looksOther)
        showPicture(id);
    Q_EMIT changed();
}

/// Makes the small picture; while one is being made, changes only ask for the next.
void ShotStrip::showPicture(quint64 id)
{
    Entry *one = entry(id);
    if (!one)
        return;
    if (one->painting) {
        one->stale = true;
        return;
    }
    one->painting = true;
    one->stale = false;
    const QSize room = (QSizeF(ShotCard::kPictureRoom) * devicePixelRatioF()).toSize();
    whenDone(m_service.thumbnail(one->document, room), this,
             [this, id](const Result<QImage> &picture) {
                 Entry *kept = entry(id);
                 if (!kept)
                     return;
                 kept->painting = false;
                 if (picture)
                     kept->card->showPicture(*picture);
                 else
                     kept->card->showTrouble(ErrorText::ofLostPicture(picture.error()));
                 if (kept->stale)
                     showPicture(id);
             });
}

} // namespace vigie
