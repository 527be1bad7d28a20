// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/messageedit.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QKeyEvent>
#include <QMimeData>
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

void MessageEdit::keyPressEvent(QKeyEvent *event)
{
    // What is read-only hears of no paste, but files and pictures go beside the words.
    if (isReadOnly() && event->matches(QKeySequence::Paste)) {
        const QMimeData *clip = QGuiApplication::clipboard()->mimeData();
        if (clip && give(*clip))
            return event->accept();
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace vigie
