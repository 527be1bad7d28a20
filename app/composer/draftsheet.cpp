// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/draftsheet.h"

#include "app/composer/attachmentstrip.h"
#include "app/composer/messageedit.h"
#include "app/text/errortext.h"
#include "app/widgets/label.h"
#include "core/base/async.h"
#include "core/base/limits.h"
#include "core/model/codec.h"
#include "core/service/draftservice.h"
#include "core/service/workspace.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {

/// A cursor that walks is not worth a write for each step.
constexpr int kCursorRestMs = 400;

/// Newer words behind older ones.
QString joinedWords(const QString &before, const QString &since)
{
    if (since.trimmed().isEmpty())
        return before;
    return before.isEmpty() ? since : before + QStringLiteral("\n\n") + since;
}

} // namespace

DraftSheet::DraftSheet(Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_edit(new MessageEdit(this)),
      m_strip(new AttachmentStrip(workspace.tickets(), this)),
      m_trouble(new Label(this, TextStyle::Small, LabelRole::Danger)), m_rest(new QTimer(this))
{
    m_rest->setSingleShot(true);
    m_rest->setInterval(kCursorRestMs);
    connect(m_rest, &QTimer::timeout, this, &DraftSheet::keepCursor);
    m_trouble->wrapped();
    m_trouble->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_edit, 1);
    column->addWidget(m_trouble);
    column->addWidget(m_strip);
    const auto touched = [this] {
        if (m_showing || !m_loaded)
            return;
        journal();
        Q_EMIT changed();
        Q_EMIT edited();
    };
    connect(&workspace.drafts(), &DraftService::changedElsewhere, this, [this](const QString &place) {
        if (place == m_place)
            open(place);
    });
    connect(m_edit, &QPlainTextEdit::textChanged, this, touched);
    const auto moved = [this] {
        if (m_loaded && !m_showing && !body().isEmpty())
            m_rest->start();
    };
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, moved);
    connect(m_edit, &QPlainTextEdit::selectionChanged, this, moved);
    connect(m_strip, &AttachmentStrip::changed, this, touched);
    connect(m_edit, &MessageEdit::filesGiven, m_strip, &AttachmentStrip::addFiles);
    connect(m_edit, &MessageEdit::pictureGiven, m_strip, &AttachmentStrip::addPicture);
    connect(m_strip, &AttachmentStrip::cameLate, this,
            [this](const Attachment &file, const QString &place) {
                if (place == m_place)
                    m_strip->addStored(file);
                else
                    addElsewhere(place, {ShownFile{file, std::nullopt, std::nullopt}});
            });
}

void DraftSheet::open(const QString &place)
{
    if (m_rest->isActive())
        keepCursor();
    const quint64 round = ++m_round;
    // Given before the draft of that place was here, so not in the journal yet.
    if (const QString words = body() + m_edit->takeTypedAhead();
        !m_loaded && (!words.trimmed().isEmpty() || !files().isEmpty()))
        addElsewhere(m_place, foldShots(files()), words);
    m_place = place;
    m_loaded = false;
    fill({}, {});
    m_edit->setWaiting(true);
    whenDone(m_workspace.drafts().load(place), this,
             [this, round](const Result<QJsonObject> &content) {
                 if (round != m_round)
                     return;
                 m_loaded = true;
                 // NotFound and an empty object both mean that nothing was kept.
                 if (content && !content->isEmpty()) {
                     const Result<QList<Attachment>> files = codec::attachmentsFrom(
                         content->value(QLatin1String("files")).toArray());
                     join(content->value(QLatin1String("body")).toString(),
                          files.value_or(QList<Attachment>()));
                     putCursor(*content);
                 } else if (!isEmpty()) {
                     journal();
                 }
                 m_edit->setWaiting(false);
                 Q_EMIT loaded();
                 Q_EMIT changed();
             });
}

/// What came while the old draft was read (a quotation, a pasted picture) stays behind it.
void DraftSheet::join(const QString &body, const QList<Attachment> &files)
{
    const QString since = m_edit->toPlainText();
    const bool more = !isEmpty();
    m_showing = true;
    m_edit->setPlainText(joinedWords(body, since));
    m_edit->moveCursor(QTextCursor::End);
    m_strip->putInFront(files);
    m_showing = false;
    if (more)
        journal();
}

/// Words that are being handed over are not journaled again behind their message.
void DraftSheet::keepCursor()
{
    m_rest->stop();
    const QTextCursor cursor = m_edit->textCursor();
    const bool moved = cursor.anchor() != m_keptAnchor || cursor.position() != m_keptCursor;
    if (moved && m_loaded && !m_edit->isReadOnly() && !body().isEmpty())
        journal();
}

/// Where the person was, unless they went on writing before this was read.
void DraftSheet::putCursor(const QJsonObject &content)
{
    const int end = int(content.value(QLatin1String("body")).toString().size());
    if (body().size() != end || !content.contains(QLatin1String("cursor")))
        return;
    m_keptCursor = std::clamp(content.value(QLatin1String("cursor")).toInt(), 0, end);
    m_keptAnchor = std::clamp(content.value(QLatin1String("anchor")).toInt(m_keptCursor), 0, end);
    m_showing = true;
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(m_keptAnchor);
    cursor.setPosition(m_keptCursor, QTextCursor::KeepAnchor);
    m_edit->setTextCursor(cursor);
    m_edit->ensureCursorVisible();
    m_showing = false;
}

void DraftSheet::addElsewhere(const QString &place, const QList<ShownFile> &files,
                              const QString &words)
{
    if (place.isEmpty())
        return;
    const auto add = [files, words](QJsonObject content) -> Result<QJsonObject> {
        const QString key = QStringLiteral("files");
        VIGIE_TRY_ASSIGN(all, codec::attachmentsFrom(content.value(key).toArray()));
        for (const ShownFile &file : files) {
            if (file.isShot())
                all = withShot(all, file);
            else if (!all.contains(file.flat))
                all.append(file.flat);
        }
        // More than can be read again would take all of them away.
        if (all.size() > limits::kAttachmentsPerMessage)
            return fail(ErrorCode::TooLarge, QStringLiteral("too many files"));
        content.insert(key, codec::toJson(all));
        if (!words.isEmpty()) {
            const QString before = content.value(QLatin1String("body")).toString();
            content.insert(QStringLiteral("body"), joinedWords(before, words));
        }
        return content;
    };
    const QString name = files.isEmpty() ? QString() : files.constFirst().flat.name;
    whenDone(m_workspace.drafts().change(place, add), this, [this, name](const Result<bool> &kept) {
        if (kept)
            return;
        const ErrorWords why = kept.error().code == ErrorCode::TooLarge
            ? ErrorText::tooManyFiles(name)
            : ErrorText::of(kept.error());
        Q_EMIT refused(why.paragraph());
    });
}

void DraftSheet::fill(const QString &body, const QList<Attachment> &files)
{
    m_showing = true;
    m_edit->setPlainText(body);
    m_edit->moveCursor(QTextCursor::End);
    m_strip->setFiles(files, m_place);
    m_trouble->hide();
    m_showing = false;
}

QString DraftSheet::body() const
{
    return m_edit->toPlainText();
}

const QList<Attachment> &DraftSheet::files() const
{
    return m_strip->files();
}

bool DraftSheet::isEmpty() const
{
    return m_strip->files().isEmpty() && body().trimmed().isEmpty();
}

bool DraftSheet::isBusy() const
{
    return m_strip->isBusy();
}

void DraftSheet::setContent(const QString &body, const QList<Attachment> &files)
{
    fill(body, files);
    journal();
    Q_EMIT changed();
}

void DraftSheet::forget(const QString &body, const QList<Attachment> &files)
{
    QString words = this->body();
    if (words.startsWith(body))
        words = words.mid(body.size());
    QList<Attachment> since = this->files();
    since.removeIf([&files](const Attachment &file) { return files.contains(file); });
    fill(words.trimmed(), since);
    if (!isEmpty())
        journal();
    Q_EMIT changed();
}

void DraftSheet::journal()
{
    if (m_place.isEmpty())
        return;
    if (isEmpty() && body().isEmpty()) {
        m_workspace.drafts().drop(m_place);
        return;
    }
    m_keptAnchor = m_edit->textCursor().anchor();
    m_keptCursor = m_edit->textCursor().position();
    QJsonObject content{{QStringLiteral("body"), body()},
                        {QStringLiteral("cursor"), m_keptCursor}};
    if (m_keptAnchor != m_keptCursor)
        content.insert(QStringLiteral("anchor"), m_keptAnchor);
    codec::put(content, "files", codec::toJson(files()));
    const quint64 round = m_round;
    whenDone(m_workspace.drafts().save(m_place, content), this,
             [this, round](const Result<bool> &saved) {
                 if (round != m_round)
                     return;
                 m_trouble->setVisible(!saved);
                 if (!saved) {
                     const ErrorWords words = ErrorText::of(saved.error());
                     m_trouble->setText(
                         tr("These words are kept in this window only. %1 %2",
                            "what happened, what to do")
                             .arg(words.what, words.next));
                 }
             });
}

} // namespace vigie
