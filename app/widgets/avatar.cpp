// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/avatar.h"

#include "app/widgets/tokens.h"

#include <QCryptographicHash>
#include <QPainter>

namespace vigie {

Avatar::Avatar(QWidget *parent, int size) : QWidget(parent), m_size(size)
{
    setFixedSize(size, size);
}

void Avatar::setName(const QString &name)
{
    m_name = name;
    setToolTip(name.isEmpty() ? QString()
                              : QStringLiteral("<p>%1</p>").arg(name.toHtmlEscaped()));
    update();
}

QString Avatar::initials(const QString &name)
{
    const QStringList words = name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return QStringLiteral("?");
    QString letters = words.first().left(words.first().at(0).isHighSurrogate() ? 2 : 1);
    if (words.size() > 1)
        letters += words.last().left(words.last().at(0).isHighSurrogate() ? 2 : 1);
    return letters.toUpper();
}

void Avatar::paint(QPainter &painter, const QRectF &box, const QString &name, bool dark,
                   const QFont &base)
{
    static constexpr Tone tones[] = {Tone::Accent, Tone::Info,    Tone::Success,
                                     Tone::Purple, Tone::Warning, Tone::Danger};
    // A hash that every platform computes alike; qHash is seeded per process.
    const QByteArray digest = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1);
    const Tone tone = name.isEmpty() ? Tone::Neutral : tones[quint8(digest.at(0)) % 6];
    const ToneColors &colors = tokensFor(dark ? Scheme::Dark : Scheme::Light).tone(tone);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.fill);
    painter.drawEllipse(box);
    QFont font = base;
    font.setPixelSize(std::max(8, int(box.height() * 0.38)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colors.text);
    painter.drawText(box, Qt::AlignCenter, initials(name));
    painter.restore();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, QRectF(rect()), m_name, tokensFor(this).dark, font());
}

} // namespace vigie
