// SPDX-License-Identifier: GPL-3.0-or-later
// The tour's screenshot: drawn on, hidden in part, and looked at by the agent.
#include "app/desktop/tour.h"

#include "app/annotate/annotatewindow.h"
#include "app/desktop/tourdesk.h"
#include "app/report/reportpage.h"
#include "app/report/shotstrip.h"
#include "app/shell/agentscreen.h"
#include "app/shell/mainwindow.h"
#include "app/ticket/threadview.h"
#include "app/ticket/ticketpage.h"
#include "app/viewer/picturewindow.h"

#include <QImage>
#include <QPainter>

namespace vigie {

namespace {

const QRectF kSecret(560, 250, 250, 34);

void paintLines(QPainter &painter, int top, const QStringList &lines)
{
    for (const QString &line : lines) {
        painter.drawText(QRect(72, top, 800, 34), Qt::AlignVCenter, line.section(u'|', 0, 0));
        painter.drawText(QRect(330, top, 230, 34), Qt::AlignVCenter, line.section(u'|', 1, 1));
        painter.drawText(QRect(564, top, 330, 34), Qt::AlignVCenter, line.section(u'|', 2, 2));
        top += 40;
    }
}

Annotation mark(AnnotationKind kind, const QColor &color)
{
    Annotation item;
    item.kind = kind;
    item.color = color;
    return item;
}

} // namespace

/// A program in trouble, with something on its screen that is nobody's business.
QImage Tour::troubledScreen()
{
    QImage image(960, 560, QImage::Format_RGB32);
    image.fill(QColor(0xf4, 0xf5, 0xf7));
    QPainter painter(&image);
    QFont font = painter.font();
    font.setPixelSize(17);
    painter.setFont(font);
    painter.fillRect(0, 0, 960, 48, QColor(0x2f, 0x3b, 0x52));
    painter.setPen(Qt::white);
    painter.drawText(QRect(20, 0, 600, 48), Qt::AlignVCenter, QStringLiteral("Invoices 2026"));
    painter.fillRect(40, 84, 880, 440, Qt::white);
    painter.setPen(QColor(0x55, 0x5f, 0x6e));
    paintLines(painter, 110, {QStringLiteral("No.|Customer|Account")});
    painter.setPen(QColor(0x1c, 0x23, 0x2e));
    paintLines(painter, 170, {QStringLiteral("2026-118|Northwind Ltd|GB29 NWBK 6016 1331 9268 19"),
                              QStringLiteral("2026-119|Atelier Roux|pending"),
                              QStringLiteral("2026-120|M. Dupont|FR76 3000 6000 0112 3456 789")});
    painter.setPen(QColor(0xb0, 0x20, 0x20));
    painter.drawText(QRect(40, 380, 880, 90), Qt::AlignCenter,
                     QStringLiteral("Error 0x80070035: the network path was not found"));
    return image;
}

void Tour::addShot()
{
    step("a picture of the trouble",
         [this]() -> Done {
             m_anna->window()->report()->shots()->addPicture(troubledScreen(), 1, true);
             return {};
         },
         [this] { return editor() != nullptr; });
    step("marked up",
         [this]() -> Done {
             drawMarks(editor()->editor());
             return {};
         },
         [this] { return editor()->document().items.size() == 5; });
    addPictureOf("the screenshot editor", [this] { return editor(); });
    step("done with the picture",
         [this]() -> Done {
             editor()->close();
             return {};
         },
         [this] {
             return !editor() && m_anna->window()->report()->draft().shots.size() == 1;
         },
         m_anna.get());
}

AnnotateWindow *Tour::editor() const
{
    return m_anna->window()->findChild<AnnotateWindow *>();
}

void Tour::drawMarks(AnnotationEditor &editor)
{
    const QColor red(0xd3, 0x2f, 0x2f);
    Annotation arrow = mark(AnnotationKind::Arrow, red);
    arrow.points = {QPointF(150, 486), QPointF(254, 440)};
    Annotation box = mark(AnnotationKind::Box, red);
    box.rect = QRectF(262, 398, 436, 54);
    Annotation first = mark(AnnotationKind::Step, red);
    first.points = {QPointF(52, 187)};
    Annotation hidden = mark(AnnotationKind::Redaction, QColor(Qt::black));
    for (const QRectF &place : {QRectF(560, 172, 290, 32), kSecret}) {
        hidden.rect = place;
        editor.add(QStringLiteral("Redact"), hidden);
    }
    for (const Annotation &item : {arrow, box, first})
        editor.add(QStringLiteral("Draw"), item);
}

/// Ben opens the picture from the conversation: his window shows whose marks are whose.
void Tour::addPictureAtBens()
{
    step("the picture at Ben's",
         [this]() -> Done {
             auto *thread = m_ben->window()->agent()->ticket()->findChild<ThreadView *>();
             for (int i = 0; thread && i < thread->count(); ++i) {
                 for (const ShownFile &file : thread->item(i).files) {
                     Q_EMIT thread->fileActivated(file);
                     return {};
                 }
             }
             return fail(ErrorCode::NotFound, QStringLiteral("no picture in the conversation"));
         },
         [this] { return m_ben->window()->findChild<PictureWindow *>() != nullptr; });
    addPictureOf("the agent's view of the screenshot",
                 [this] { return m_ben->window()->findChild<PictureWindow *>(); });
    step("Ben closes it",
         [this]() -> Done {
             m_ben->window()->findChild<PictureWindow *>()->close();
             return {};
         },
         [this] { return m_ben->window()->findChild<PictureWindow *>() == nullptr; });
}

void Tour::addPictureOf(const char *title, std::function<QWidget *()> window)
{
    TourStep made;
    made.title = QLatin1String(title);
    made.picture = std::move(window);
    m_runner.add(std::move(made));
}

} // namespace vigie
