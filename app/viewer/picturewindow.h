// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationdocument.h"

#include <QDialog>
#include <QImage>

#include <memory>

class QVBoxLayout;

namespace vigie {

class Label;
class LayerCanvas;
class OcrEngine;

/// A picture in a window of its own that does not block the others. A screenshot's layers can be
/// switched off one by one, and all of them for as long as a button is held. Deletes itself when
/// closed.
class PictureWindow final : public QDialog
{
    Q_OBJECT

public:
    struct Picture {
        QImage image;                ///< without annotations when there are layers
        AnnotationDocument document; ///< no items: nothing to switch
        QString name;
        bool layersLost = false; ///< there were layers, but they could not be read
        bool mayMarkUp = false;  ///< the person may draw on it
        QStringList others; ///< names of other pictures it can be compared with
        /// Reads its text for copying; null = not offered.
        std::shared_ptr<OcrEngine> ocr = {};
    };

    PictureWindow(const Picture &picture, QWidget *parent);

Q_SIGNALS:
    void saveWanted();
    void markUpWanted();
    /// With one of Picture::others, by its place.
    void compareWanted(int other);
    /// With itself without marks.
    void compareBareWanted();

private:
    void addWords(QVBoxLayout *column, const Picture &picture);
    void addLayers(QVBoxLayout *column, const Picture &picture);
    void addButtons(QVBoxLayout *column, const Picture &picture);
    [[nodiscard]] QWidget *makeTextButton(const Picture &picture);
    void showLayer(const QString &layer, bool on);

    LayerCanvas *m_canvas;
    Label *m_told;
};

} // namespace vigie
