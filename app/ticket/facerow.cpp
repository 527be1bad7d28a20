// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/facerow.h"

#include "app/widgets/avatar.h"
#include "app/widgets/tokens.h"

#include <QPainter>

namespace vigie {

namespace {
constexpr int kFace = 20;
constexpr int kFaceStep = 22;
constexpr int kFaces = 3;
constexpr qreal kPale = 0.45;
} // namespace

FaceRow::FaceRow(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void FaceRow::setFaces(const QStringList &names, bool pale)
{
    if (names == m_names && pale == m_pale)
        return;
    m_names = names.mid(0, kFaces);
    m_pale = pale;
    updateGeometry();
    update();
}

QSize FaceRow::sizeHint() const
{
    return {m_names.isEmpty() ? 0 : kFace + kFaceStep * (int(m_names.size()) - 1), kFace};
}

void FaceRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensFor(this);
    if (m_pale)
        painter.setOpacity(kPale);
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        const int left = kFaceStep * int(i);
        const int x = layoutDirection() == Qt::RightToLeft ? width() - left - kFace : left;
        Avatar::paint(painter, QRectF(x, 0, kFace, kFace), m_names[i], tokens.dark, font());
    }
}

} // namespace vigie
