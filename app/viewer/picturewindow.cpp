// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewer/picturewindow.h"

#include "app/viewer/layercanvas.h"
#include "app/viewer/textcopier.h"
#include "app/widgets/button.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/label.h"

#include <QMenu>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {

/// Who drew something that can be switched off; redactions are part of the picture.
QList<AnnotationLayer> drawnLayers(const AnnotationDocument &document)
{
    QList<AnnotationLayer> drawn;
    for (const AnnotationLayer &layer : document.layers) {
        const bool draws = std::any_of(
            document.items.cbegin(), document.items.cend(), [&layer](const Annotation &item) {
                return item.layer == layer.id && !destroys(item.kind)
                    && item.kind != AnnotationKind::Unknown;
            });
        if (draws)
            drawn.append(layer);
    }
    return drawn;
}

} // namespace

PictureWindow::PictureWindow(const Picture &picture, QWidget *parent)
    : QDialog(parent), m_canvas(new LayerCanvas(picture.image, picture.document, this)),
      m_told(new Label(this, TextStyle::Small, LabelRole::Muted))
{
    setObjectName(QStringLiteral("pictureWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(picture.name);
    m_canvas->setAccessibleName(picture.document.alt.isEmpty() ? tr("Picture %1").arg(picture.name)
                                                               : picture.document.alt);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::s);
    column->addWidget(m_canvas, 1);
    addWords(column, picture);
    addLayers(column, picture);
    m_told->setObjectName(QStringLiteral("pictureToldLabel"));
    m_told->wrapped()->hide();
    column->addWidget(m_told);
    addButtons(column, picture);
    const QSize room = screen() ? screen()->availableSize() * 0.8 : QSize(1024, 700);
    const QSize wanted = m_canvas->sizeHint()
        + QSize(40, std::max(90, sizeHint().height() - m_canvas->sizeHint().height()));
    resize(wanted.expandedTo(QSize(460, 320)).boundedTo(room));
}

void PictureWindow::addWords(QVBoxLayout *column, const Picture &picture)
{
    const auto add = [&](const QString &text, const char *name, TextStyle style, LabelRole role) {
        if (text.isEmpty())
            return;
        auto *label = new Label(text, this, style, role);
        label->setObjectName(QLatin1String(name));
        label->wrapped()->selectable();
        column->addWidget(label);
    };
    add(picture.document.caption, "pictureCaptionLabel", TextStyle::Strong, LabelRole::Text);
    add(picture.document.alt, "pictureAltLabel", TextStyle::Small, LabelRole::Muted);
    if (picture.layersLost) {
        add(tr("The marks on this picture could not be read as layers; this is how it was sent."),
            "pictureLayersLostLabel", TextStyle::Small, LabelRole::Faint);
    }
}

void PictureWindow::addLayers(QVBoxLayout *column, const Picture &picture)
{
    const QList<AnnotationLayer> layers = drawnLayers(picture.document);
    if (layers.isEmpty())
        return;
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(row, space::s);
    for (const AnnotationLayer &layer : layers) {
        const QString words = layer.name.isEmpty() ? tr("Marks")
                                                   : tr("Marks by %1", "a person")
                                                         .arg(layer.name.simplified());
        QString shown = fontMetrics().elidedText(words, Qt::ElideRight, 260);
        // The button would take it for a shortcut.
        auto *toggle =
            new Button(shown.replace(u'&', QStringLiteral("&&")), row, ButtonKind::Chip);
        toggle->setObjectName(QStringLiteral("pictureLayerButton"));
        toggle->setCheckable(true);
        toggle->setChecked(true);
        toggle->setAccessibleName(words);
        toggle->setToolTip(words);
        flow->addWidget(toggle);
        connect(toggle, &QPushButton::toggled, this,
                [this, id = layer.id](bool on) { showLayer(id, on); });
    }
    auto *compare = new Button(Icon::EyeOff, tr("Hold to see it without marks"), row,
                               ButtonKind::Quiet);
    compare->setObjectName(QStringLiteral("pictureCompareButton"));
    flow->addWidget(compare);
    connect(compare, &QPushButton::pressed, this, [this] { m_canvas->setBare(true); });
    connect(compare, &QPushButton::released, this, [this] { m_canvas->setBare(false); });
    column->addWidget(row);
}

void PictureWindow::addButtons(QVBoxLayout *column, const Picture &picture)
{
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    if (picture.ocr)
        buttons->addWidget(makeTextButton(picture));
    if (picture.mayMarkUp) {
        auto *markUp = new Button(Icon::Edit, tr("Mark up…"), this);
        markUp->setObjectName(QStringLiteral("pictureMarkUpButton"));
        markUp->setToolTip(tr("Draw on it and attach the result to your answer"));
        connect(markUp, &QPushButton::clicked, this, &PictureWindow::markUpWanted);
        buttons->addWidget(markUp);
    }
    const bool marked = !drawnLayers(picture.document).isEmpty();
    if (marked || !picture.others.isEmpty()) {
        auto *compare = new Button(Icon::Swap, tr("Compare"), this);
        compare->setObjectName(QStringLiteral("pictureCompareWithButton"));
        auto *menu = new QMenu(compare);
        if (marked) {
            menu->addAction(tr("with itself without marks"), this,
                            &PictureWindow::compareBareWanted)
                ->setObjectName(QStringLiteral("pictureCompareBareAction"));
        }
        for (int i = 0; i < picture.others.size(); ++i) {
            QString name = picture.others[i];
            menu->addAction(tr("with %1").arg(name.replace(u'&', QStringLiteral("&&"))), this,
                            [this, i] { Q_EMIT compareWanted(i); });
        }
        compare->setMenu(menu);
        buttons->addWidget(compare);
    }
    auto *save = new Button(Icon::Download, tr("Save as…"), this);
    save->setObjectName(QStringLiteral("pictureSaveButton"));
    auto *close = new Button(tr("Close"), this, ButtonKind::Primary);
    close->setObjectName(QStringLiteral("pictureCloseButton"));
    connect(save, &QPushButton::clicked, this, &PictureWindow::saveWanted);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    buttons->addWidget(save);
    buttons->addWidget(close);
    column->addLayout(buttons);
}

QWidget *PictureWindow::makeTextButton(const Picture &picture)
{
    auto *button = new Button(Icon::Copy, tr("Copy the text"), this);
    button->setObjectName(QStringLiteral("pictureCopyTextButton"));
    button->setToolTip(tr("Reads the words in the picture into the clipboard"));
    auto *copier = new TextCopier(picture.ocr, this);
    connect(button, &QPushButton::clicked, this,
            [copier, image = picture.image] { copier->copyFrom(image); });
    connect(copier, &TextCopier::told, this, [this, copier, button](const QString &words) {
        button->setEnabled(!copier->isReading());
        m_told->setText(words);
        m_told->show();
    });
    return button;
}

void PictureWindow::showLayer(const QString &layer, bool on)
{
    QSet<QString> hidden = m_canvas->hiddenLayers();
    if (on)
        hidden.remove(layer);
    else
        hidden.insert(layer);
    m_canvas->setHiddenLayers(hidden);
}

} // namespace vigie
