// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/messageedit.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QImage>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QUrl>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kFewestLines = 3;
constexpr int kMostLines = 12;

QStringList localFiles(const QMimeData &source)
{
    QStringList paths;
    for (const QUrl &url : source.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

MessageEdit::MessageEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setFrameShape(NoFrame);
    setProperty("flat", true);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    viewport()->setAutoFillBackground(false);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this] { updateGeometry(); });
}

int MessageEdit::heightFor(int lines) const
{
    const int margins = int(2 * document()->documentMargin()) + 2 * frameWidth();
    return lines * fontMetrics().lineSpacing() + margins + 2;
}

QSize MessageEdit::sizeHint() const
{
    // A QPlainTextEdit's document is as high as it has lines.
    const int lines = int(document()->documentLayout()->documentSize().height());
    return {320, heightFor(std::clamp(lines, kFewestLines, kMostLines))};
}

QSize MessageEdit::minimumSizeHint() const
{
    return {160, heightFor(kFewestLines)};
}

bool MessageEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || !localFiles(*source).isEmpty()
        || QPlainTextEdit::canInsertFromMimeData(source);
}

bool MessageEdit::give(const QMimeData &source)
{
    if (const QStringList paths = localFiles(source); !paths.isEmpty()) {
        Q_EMIT filesGiven(paths);
        return true;
    }
    // A copied table carries a picture of itself as well: words win.
    if (!source.hasImage() || source.hasText())
        return false;
    const QImage picture = source.imageData().value<QImage>();
    if (!picture.isNull())
        Q_EMIT pictureGiven(picture);
    return true;
}

void MessageEdit::insertFromMimeData(const QMimeData *source)
{
    if (!give(*source))
        QPlainTextEdit::insertFromMimeData(source);
}

/// What a key or an input method does; tells when that changed the text.
template<class Fn>
void MessageEdit::write(Fn fn)
{
    const int before = document()->revision();
    {
        const QScopedValueRollback<bool> typing(m_typing, true);
        fn();
    }
    if (document()->revision() != before)
        Q_EMIT typed();
}

Span MessageEdit::selection() const
{
    return {textCursor().selectionStart(), textCursor().selectionEnd()};
}

Span MessageEdit::visibleText() const
{
    const QRect seen = viewport()->rect();
    const QTextBlock last = cursorForPosition(seen.bottomRight()).block();
    return {cursorForPosition(seen.topLeft()).block().position(), last.position() + last.length()};
}

void MessageEdit::change(const markdown::Change &change)
{
    QTextCursor cursor(document());
    cursor.setPosition(int(change.replace.begin));
    cursor.setPosition(int(change.replace.end), QTextCursor::KeepAnchor);
    cursor.insertText(change.with);
    cursor.setPosition(int(change.select.begin));
    cursor.setPosition(int(change.select.end), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

/// The next item of a list.
bool MessageEdit::goOn(const QKeyEvent &event)
{
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (!enter || event.modifiers() & ~Qt::KeypadModifier || isReadOnly()
        || textCursor().hasSelection())
        return false;
    const auto next = markdown::continued(toPlainText(), textCursor().position());
    if (next)
        change(*next);
    return next.has_value();
}

void MessageEdit::setWaiting(bool waiting)
{
    m_waiting = waiting;
    setReadOnly(waiting);
    if (waiting)
        return;
    for (const auto &event : std::exchange(m_ahead, {}))
        keyPressEvent(event.get());
}

QString MessageEdit::takeTypedAhead()
{
    QString words;
    for (const auto &event : std::exchange(m_ahead, {})) {
        if (event->key() == Qt::Key_Backspace)
            words.chop(1);
        else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            words += QLatin1Char('\n');
        else
            words += event->text();
    }
    return words;
}

bool MessageEdit::isKept(const QKeyEvent &event) const
{
    const bool edits = event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Return
        || event.key() == Qt::Key_Enter;
    const bool writes = !event.text().isEmpty() && event.text().front().isPrint();
    const bool plain = !(event.modifiers() & (Qt::ControlModifier | Qt::MetaModifier))
        || event.modifiers().testFlag(Qt::GroupSwitchModifier);
    return m_waiting && plain && (edits || writes);
}

/// A letter that is meant for the text is no command, although nothing can be written yet.
bool MessageEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isKept(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void MessageEdit::keyPressEvent(QKeyEvent *event)
{
    if (isKept(*event)) {
        m_ahead.emplace_back(event->clone());
        return event->accept();
    }
    // What is read-only hears of no paste, but files and pictures go beside the words.
    if (isReadOnly() && event->matches(QKeySequence::Paste)) {
        const QMimeData *clip = QGuiApplication::clipboard()->mimeData();
        if (clip && give(*clip))
            return event->accept();
    }
    // What is taken back was typed once already.
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo))
        return QPlainTextEdit::keyPressEvent(event);
    write([this, event] {
        if (goOn(*event))
            event->accept();
        else
            QPlainTextEdit::keyPressEvent(event);
    });
}

void MessageEdit::inputMethodEvent(QInputMethodEvent *event)
{
    write([this, event] { QPlainTextEdit::inputMethodEvent(event); });
}

void MessageEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu(event->pos());
    menu->setObjectName(QStringLiteral("messageMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // The keyboard's menu key means the cursor, wherever it is.
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuOpening(menu, byKey ? textCursor().position()
                                   : cursorForPosition(event->pos()).position());
    menu->popup(byKey ? viewport()->mapToGlobal(cursorRect().bottomLeft()) : event->globalPos());
}

} // namespace vigie
