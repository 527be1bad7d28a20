// SPDX-License-Identifier: GPL-3.0-or-later
#include "meter.h"

#include "app/annotate/annotatewindow.h"
#include "app/annotate/annotationcanvas.h"
#include "app/widgets/theme.h"
#include "core/image/barepng.h"
#include "core/image/imagegate.h"
#include "core/image/publishedshot.h"
#include "tests/image/shotmaker.h"
#include "tests/support/fakeprompt.h"

#include <QApplication>
#include <QBuffer>
#include <QCommandLineParser>
#include <QMouseEvent>

#include <cstdio>
#include <cstring>
#include <memory>

using namespace vigie;
using namespace vigie::bench;

namespace {

const QSize k4K(3840, 2160);

/// Neither flat nor noise: what a screen full of windows is to an encoder.
QImage desktop()
{
    QImage picture(k4K, QImage::Format_RGB32);
    QPainter painter(&picture);
    painter.fillRect(picture.rect(), QColor(40, 70, 100));
    test::ShotMaker maker(1);
    QFont font = QApplication::font();
    font.setPixelSize(24);
    painter.setFont(font);
    for (int window = 0; window < 9; ++window) {
        const QRect place(maker.between(0, 2600), maker.between(0, 1400), 1200, 700);
        painter.fillRect(place, QColor(245, 246, 248));
        painter.setPen(QColor(30, 30, 30));
        for (int line = 0; line < 20; ++line) {
            painter.drawText(place.topLeft() + QPoint(20, 40 + 32 * line),
                             QStringLiteral("%1 The quick brown fox jumps over the lazy dog %2")
                                 .arg(maker.between(0, 99'999))
                                 .arg(maker.between(0, 99'999)));
        }
    }
    return picture;
}

AnnotationDocument annotated(int items)
{
    test::ShotMaker maker(2);
    AnnotationDocument document;
    document.size = k4K;
    document.layers = {{reporterLayer(), {}, {}}};
    for (int i = 0; i < items; ++i) {
        Annotation item =
            maker.annotation(AnnotationKind(i % int(AnnotationKind::Redaction)), k4K);
        // As large as a person draws them on such a screen.
        if (!item.rect.isNull())
            item.rect.setSize(QSizeF(200, 120));
        // A call-out points at something beside it, not across the screen.
        if (!item.rect.isNull() && !item.points.isEmpty())
            item.points[0] = item.rect.center();
        for (QPointF &point : item.points) {
            point = item.points.first()
                + QPointF(maker.real(-200, 200), maker.real(-150, 150));
        }
        document.items.append(item);
    }
    document.items.append(maker.annotation(AnnotationKind::Redaction, k4K));
    document.renumberSteps();
    return document;
}

/// The editor on the 4K picture, as large as a usual window.
class Scene
{
public:
    Scene(const QImage &picture, const AnnotationDocument &document)
    {
        AnnotateWindow::Shot shot;
        shot.picture = picture;
        shot.document = document;
        shot.layer = {reporterLayer(), {}, {}};
        m_window = std::make_unique<AnnotateWindow>(shot, m_prompt, nullptr);
        m_window->setAttribute(Qt::WA_DeleteOnClose, false);
        m_window->resize(1400, 900);
        m_window->show();
        QApplication::processEvents();
        m_canvas = m_window->findChild<AnnotationCanvas *>();
    }

    void beginDrag()
    {
        m_canvas->setTool(ToolId::Select);
        m_at = m_canvas->toView().map(m_canvas->editor().document().items[2].rect.topLeft());
        send(QEvent::MouseButtonPress);
    }
    /// One step of the pointer, painted.
    void dragOn(int round)
    {
        m_at += QPointF(round % 2 ? 3 : -2, round % 3 ? 2 : -3);
        send(QEvent::MouseMove);
        m_canvas->viewport()->repaint();
    }
    [[nodiscard]] QWidget *viewport() const { return m_canvas->viewport(); }

private:
    void send(QEvent::Type type)
    {
        QMouseEvent event(type, m_at, m_canvas->viewport()->mapToGlobal(m_at), Qt::LeftButton,
                          Qt::LeftButton, Qt::AltModifier);
        QApplication::sendEvent(m_canvas->viewport(), &event);
    }

    FakePrompt m_prompt;
    std::unique_ptr<AnnotateWindow> m_window;
    AnnotationCanvas *m_canvas = nullptr;
    QPointF m_at;
};

Result<bool> run(int rounds)
{
    const QImage picture = desktop();
    const AnnotationDocument document = annotated(200);
    QImage copy(k4K, QImage::Format_RGB32);
    const auto copyPixels = [&](int) {
        std::memcpy(copy.bits(), picture.constBits(), size_t(picture.sizeInBytes()));
        return Done();
    };
    const auto encodeAlone = [&](int) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        return buffer.open(QIODevice::WriteOnly) && picture.save(&buffer, "PNG")
            ? Done()
            : Done(fail(ErrorCode::Bug));
    };
    Scene scene(picture, document);
    scene.beginDrag();
    QImage frame(scene.viewport()->size(), QImage::Format_RGB32);
    QImage blitted(frame.size(), QImage::Format_RGB32);
    const QList<Metric> metrics{
        {QStringLiteral("a 4K picture in hand to the editor painted, against memcpy of it"),
         copyPixels,
         [&](int) {
             const Scene opened(picture, annotated(0));
             return Done();
         },
         {}, 2, {0, 0, 400}},
        {QStringLiteral("one step of a drag among 200 annotations, painted, against a blit"),
         [&](int) {
             std::memcpy(blitted.bits(), frame.constBits(), size_t(frame.sizeInBytes()));
             return Done();
         },
         [&](int round) {
             scene.dragOn(round);
             return Done();
         },
         {}, 30, {0, 16, 16}},
        {QStringLiteral("burning a 4K picture, against memcpy of it"), copyPixels,
         [&](int) {
             return burn(picture, document).image().isNull() ? Done(fail(ErrorCode::Bug)) : Done();
         },
         {}, 3, {}},
        {QStringLiteral("publishing a 4K shot (two files, read back), against encoding one"),
         encodeAlone,
         [&](int) {
             const Result<PublishedShot> shot = publish(picture, document);
             return shot ? Done() : Done(fail(shot.error()));
         },
         {}, 1, {}},
    };
    bool missed = false;
    for (const Metric &metric : metrics) {
        VIGIE_TRY_ASSIGN(verdict, measure(metric, QStringLiteral("3840x2160"), rounds));
        missed = missed || (verdict.missed && !verdict.noisy);
    }
    return missed;
}

} // namespace

/// Prints one JSON line for each metric. Exit code 1 on errors, 2 with --check on missed goals.
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures the editor of screenshots at 4K."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("rounds"), QStringLiteral("Alternations."),
                      QStringLiteral("N"), QStringLiteral("7")});
    parser.addOption({QStringLiteral("check"), QStringLiteral("Fail on missed goals.")});
    parser.process(application);
    applyTheme(application, Scheme::Light);
    const Result<bool> missed = run(std::max(1, parser.value(QStringLiteral("rounds")).toInt()));
    if (!missed) {
        std::fprintf(stderr, "bench_shots: %s\n", qPrintable(toLog(missed.error())));
        return 1;
    }
    return *missed && parser.isSet(QStringLiteral("check")) ? 2 : 0;
}
