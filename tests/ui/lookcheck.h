// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tokens.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTranslator>

namespace vigie {

/// Judges of what is seen; each answers sentences about what is wrong, for the failure's message.
namespace looks {

inline QString nameOf(const QWidget *widget)
{
    QString text;
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        text = label->text();
    else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        text = button->text();
    return QStringLiteral("%1 %2 “%3” in %4")
        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
             text.left(60),
             widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
}

/// Parts that Qt makes for itself inside its own controls.
inline bool isQtsOwn(const QWidget *widget)
{
    for (const QWidget *at = widget->parentWidget(); at; at = at->parentWidget()) {
        if (qobject_cast<const QLineEdit *>(at) || qobject_cast<const QComboBox *>(at)
            || qobject_cast<const QAbstractItemView *>(at))
            return true;
    }
    return widget->objectName().startsWith(QLatin1String("qt_"));
}

/// Controls that a screen reader could not name, also on pages that are not in front.
inline QStringList unnamed(const QWidget &root)
{
    QStringList wrong;
    for (const auto *button : root.findChildren<QAbstractButton *>()) {
        // A banner's or an empty page's button has no words while it is put away.
        if (!isQtsOwn(button) && !button->isHidden() && button->text().trimmed().isEmpty()
            && button->accessibleName().trimmed().isEmpty())
            wrong.append(nameOf(button));
    }
    const auto check = [&wrong, &root](const QWidget *field) {
        if (isQtsOwn(field) || !field->accessibleName().trimmed().isEmpty())
            return;
        for (const auto *label : root.findChildren<QLabel *>()) {
            if (label->buddy() == field && !label->text().isEmpty())
                return;
        }
        wrong.append(nameOf(field));
    };
    for (const auto *field : root.findChildren<QLineEdit *>())
        check(field);
    for (const auto *field : root.findChildren<QPlainTextEdit *>())
        check(field);
    for (const auto *field : root.findChildren<QComboBox *>())
        check(field);
    for (const auto *field : root.findChildren<QAbstractItemView *>())
        check(field);
    return wrong;
}

/// Visible words that do not fit into their place, and controls that stick out of theirs.
inline QStringList clipped(const QWidget &root)
{
    QStringList wrong;
    for (const auto *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible() || isQtsOwn(widget))
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if ((!label || label->text().isEmpty()) && (!button || button->text().isEmpty()))
            continue;
        const QSize room = widget->size();
        if (label && label->wordWrap()) {
            if (label->heightForWidth(room.width()) > room.height() + 1)
                wrong.append(QStringLiteral("%1: %2 px high, needs %3")
                                 .arg(nameOf(widget))
                                 .arg(room.height())
                                 .arg(label->heightForWidth(room.width())));
        } else if (room.width() + 1 < widget->minimumSizeHint().width()
                   || room.width() + 1 < widget->sizeHint().width()
                   || room.height() + 1 < widget->sizeHint().height()) {
            wrong.append(QStringLiteral("%1: %2×%3, needs %4×%5")
                             .arg(nameOf(widget))
                             .arg(room.width())
                             .arg(room.height())
                             .arg(widget->sizeHint().width())
                             .arg(widget->sizeHint().height()));
        }
        const QWidget *parent = widget->parentWidget();
        const bool sideways = widget->geometry().right() > parent->rect().right() + 1
            || widget->geometry().left() < parent->rect().left() - 1;
        if (sideways)
            wrong.append(nameOf(widget) + QStringLiteral(": sticks out of its parent"));
    }
    // A page may scroll downwards, never sideways.
    for (const auto *area : root.findChildren<QScrollArea *>()) {
        if (area->isVisible() && area->widget()
            && area->widget()->width() > area->viewport()->width() + 1)
            wrong.append(nameOf(area) + QStringLiteral(": wider than its window"));
    }
    return wrong;
}

/// Visible, enabled words whose painted pixels are too close to their ground. Looks at the picture,
/// because style sheets, palettes and painters all have a say.
inline QStringList unreadable(QWidget &root, double least)
{
    QStringList wrong;
    const QImage picture = root.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const qreal ratio = picture.devicePixelRatio();
    for (const auto *widget : root.findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool hasWords = (label && !label->text().isEmpty())
            || (button && !button->text().isEmpty());
        if (!hasWords || !widget->isVisible() || !widget->isEnabled() || isQtsOwn(widget)
            || widget->visibleRegion().boundingRect().size() != widget->size())
            continue;
        const QPoint at = widget->mapTo(&root, QPoint());
        const QRect box(QPoint(int(at.x() * ratio), int(at.y() * ratio)), widget->size() * ratio);
        QHash<QRgb, int> counts;
        for (int y = box.top(); y <= box.bottom(); ++y) {
            for (int x = box.left(); x <= box.right(); ++x) {
                if (picture.valid(x, y))
                    ++counts[picture.pixel(x, y)];
            }
        }
        QRgb ground = 0;
        int most = 0;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            if (it.value() > most) {
                most = it.value();
                ground = it.key();
            }
        }
        double best = 1;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            best = std::max(best, contrast(QColor(it.key()), QColor(ground)));
        if (best < least)
            wrong.append(nameOf(widget) + QStringLiteral(": contrast %1").arg(best, 0, 'f', 2));
    }
    return wrong;
}

/// A language that says everything in 40 % more letters: what German or Finnish do to a layout.
class LongWords final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *,
                                    int) const override
    {
        QString text = QString::fromUtf8(source);
        // Only what people read: single signs and patterns stay.
        if (text.size() < 2)
            return text;
        int wanted = int(text.size() * 4 / 10) + 1;
        const bool sentence = text.contains(QLatin1Char(' '));
        while (wanted > 0) {
            const int word = std::min(wanted, sentence ? 7 : wanted);
            text += (sentence ? QStringLiteral(" ") : QString()) + QStringLiteral("ö").repeated(word);
            wanted -= word + 1;
        }
        return text;
    }
};

} // namespace looks

} // namespace vigie
