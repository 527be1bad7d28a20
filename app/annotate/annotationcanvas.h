// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/annotate/annotatetools.h"
#include "core/image/annotationeditor.h"

#include <QAbstractScrollArea>
#include <QImage>
#include <QLineF>
#include <QPixmap>
#include <QSet>

#include <memory>

class QPlainTextEdit;

namespace vigie {

class CanvasTool;
struct CanvasPoint;

/// The picture with its annotations, to be edited with pointer and keyboard. Everything is painted
/// by core/image's one painter; tools change the document through the editor. A screen reader
/// reads AnnotationList instead. GUI thread; `editor` must outlive it.
class AnnotationCanvas final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// How the next annotation will look.
    struct Style {
        QColor color;
        qreal width = 5;
        bool filled = false;
    };

    AnnotationCanvas(AnnotationEditor &editor, const QImage &picture, QWidget *parent);
    ~AnnotationCanvas() override;

    [[nodiscard]] AnnotationEditor &editor() { return m_editor; }
    [[nodiscard]] const AnnotationEditor &editor() const { return m_editor; }

    void setTool(ToolId tool);
    [[nodiscard]] ToolId tool() const { return m_toolId; }
    [[nodiscard]] const Style &style() const { return m_style; }
    void setStyle(const Style &style) { m_style = style; }
    /// Tools that make no sense here; their keys do nothing.
    void setWithout(const QList<ToolId> &tools) { m_without = tools; }
    /// Another picture below the annotations.
    void setPicture(const QImage &picture);
    void setReturnsToSelect(bool returns) { m_returnsToSelect = returns; }

    [[nodiscard]] const QStringList &selection() const { return m_selection; }
    void setSelection(const QStringList &ids);
    /// The next or previous of the person's own annotations.
    void cycleSelection(bool forward);
    void removeSelected();
    void duplicateSelected();
    void raiseSelected(bool up);
    void copySelected();
    void pasteItems();
    /// Puts one of the current tool's kind into the middle of what is seen, for the keyboard.
    void insertAtCentre();
    /// Opens the words of the one selected annotation for typing.
    void editWords();
    void closeWords();
    [[nodiscard]] bool isTyping() const { return m_words != nullptr; }

    [[nodiscard]] qreal zoom() const { return m_zoom; }
    /// Device-independent screen pixels per picture pixel; bounded to 5 %…3200 %.
    void setZoom(qreal zoom, const QPointF &anchor);
    void zoomBy(qreal factor);
    void zoomToPixels();
    void fit();
    /// Without annotations, as it was (redactions and crop are always shown).
    void setBare(bool bare);
    /// Places that are suggested for redaction: outlined, nothing more.
    void setSuggestions(const QList<QRectF> &places);
    /// Scrolls there; zooms in when it would be too small to be read.
    void showPlace(const QRectF &place);
    void setHiddenLayers(const QSet<QString> &layers);

    // For the tools
    [[nodiscard]] QTransform toView() const;
    [[nodiscard]] QPointF toPicture(const QPointF &inViewport) const;
    [[nodiscard]] QRectF pictureRect() const;
    [[nodiscard]] const Annotation *itemAt(const QPointF &at, qreal reach) const;
    /// Until endDrag() only these items change: what lies around them is painted once.
    void beginDrag(const QStringList &ids);
    void endDrag();
    void setGuides(const QList<QLineF> &guides);
    void setBand(const QRectF &band);
    /// A tool has placed something: select it and, if wished, go back to selecting.
    void placed(const QString &id);

Q_SIGNALS:
    void selectionChanged();
    void toolChanged();
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void documentChanged();
    void updateScrollBars();
    void placeWords();
    void paintHandles(QPainter &painter);
    void paintCrop(QPainter &painter);
    void makeGround();
    void makeStill();
    void paintItems(QPainter &painter, const QRectF &part, const QSet<QString> &without);
    [[nodiscard]] CanvasPoint pointOf(const QMouseEvent *event) const;
    bool arrowKey(const QKeyEvent *event);
    void nudge(const QPointF &by, bool resize);

    AnnotationEditor &m_editor;
    QImage m_picture;
    QPixmap m_ground; ///< the picture as the viewport shows it now, scaled once
    QPixmap m_still; ///< `m_ground` with everything that is not dragged
    QStringList m_dragged;
    std::unique_ptr<CanvasTool> m_tool;
    ToolId m_toolId = ToolId::Select;
    Style m_style;
    QStringList m_selection;
    QList<ToolId> m_without;
    QSet<QString> m_hiddenLayers;
    QList<QLineF> m_guides;
    QRectF m_band;
    QList<QRectF> m_suggestions;
    QPlainTextEdit *m_words = nullptr;
    QString m_wordsOf;
    qreal m_zoom = 1;
    bool m_fitted = true; ///< follows the window's size until the person zooms
    bool m_bare = false;
    bool m_returnsToSelect = false;
    bool m_spaceHeld = false;
    bool m_panning = false;
    QPoint m_panFrom;
};

} // namespace vigie
