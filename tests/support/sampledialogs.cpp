// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampledialogs.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>

#include <array>

namespace vigie::tests {

namespace {

constexpr std::array kKinds{SensitiveKind::Email,    SensitiveKind::Phone, SensitiveKind::Iban,
                            SensitiveKind::Card,     SensitiveKind::Ip,    SensitiveKind::Host,
                            SensitiveKind::Token,    SensitiveKind::Password,
                            SensitiveKind::Name,     SensitiveKind::Site};
constexpr int kSecrets = 6;
constexpr int kDecoys = 6;

const QStringList &decoyTexts()
{
    static const QStringList texts{
        QStringLiteral("Error 0x80070005: Access is denied."),
        QStringLiteral("HTTP 503 Service Unavailable"),
        QStringLiteral("Version 10.0.19045.3693"),
        QStringLiteral("Vigie 2.4.1 (build 20261125)"),
        QStringLiteral("25.11.2026 22:01:48"),
        QStringLiteral("Le 25/11/2026 à 14:30"),
        QStringLiteral("Ticket 0012345678"),
        QStringLiteral("{3F2504E0-4F89-11D3-9A0C-0305E82C3301}"),
        QStringLiteral("System.IO.FileNotFoundException"),
        QStringLiteral("Le fichier rapport.pdf est introuvable."),
        QStringLiteral("C:\\Windows\\System32\\drivers"),
        QStringLiteral("Mot de passe oublié ?"),
        QStringLiteral("Password must contain 8 characters"),
        QStringLiteral("Montant : 1 234 567,89 EUR"),
        QStringLiteral("Page 12 of 340, 100 000 lines"),
        QStringLiteral("Réf. 1234 5678 9012 3456"),
        QStringLiteral("The printer on the second floor does not answer."),
        QStringLiteral("Enregistrer les modifications avant de fermer ?"),
        QStringLiteral("std::out_of_range in vector.at"),
        QStringLiteral("12:34:56  INFO  started in 250 ms"),
        QStringLiteral("127.0.0.1 / 255.255.255.0"),
        QStringLiteral("my-service-name-2026-production"),
    };
    return texts;
}

struct Row {
    QString label;
    PlantedText planted;
    bool field = false; ///< in a framed field beside its label, as forms have it
};

QList<Row> rows(Rng &rng)
{
    QList<Row> result;
    for (int i = 0; i < kSecrets; ++i) {
        const SampleSecret secret = sampleSecret(kKinds[rng.below(kKinds.size())], rng);
        const auto label = qsizetype(rng.below(quint64(secret.labels.size())));
        result.append({secret.labels[label], {secret.kind, secret.text, {}}, rng.below(3) == 0});
    }
    QStringList texts = decoyTexts();
    for (int i = 0; i < kDecoys; ++i) {
        const QString text = texts.takeAt(qsizetype(rng.below(quint64(texts.size()))));
        result.insert(qsizetype(rng.below(quint64(result.size() + 1))), {{}, {{}, text, {}}});
    }
    return result;
}

/// Paints a dialog row by row and remembers where what was written is.
class Painting
{
public:
    Painting(const DialogLook &look, const QFont &font, int scale, QSize size)
        : m_look(look), m_metrics(font), m_scale(scale), m_picture(size, QImage::Format_RGB32)
    {
        m_picture.fill(look.ground);
        m_painter.begin(&m_picture);
        m_painter.setFont(font);
        const double bar = 1.8 * m_metrics.height();
        m_painter.fillRect(QRectF(0, 0, size.width(), bar), QColor(look.bar));
        m_painter.setPen(Qt::white);
        m_painter.drawText(QPointF(12 * scale, bar / 2 + m_metrics.ascent() / 2),
                           QStringLiteral("Paramètres du compte"));
        m_y = bar + m_metrics.height();
    }

    void write(Row &row)
    {
        double x = 14 * m_scale;
        if (!row.label.isEmpty()) {
            text(row.label, x);
            x += m_metrics.horizontalAdvance(row.label + QLatin1Char(' '));
        }
        if (row.field)
            x = frame(x, row.planted.text);
        row.planted.rect = text(row.planted.text, x);
        m_y += m_metrics.height() * 1.7;
    }

    [[nodiscard]] QImage picture()
    {
        m_painter.end();
        return m_picture;
    }

private:
    QRectF text(const QString &words, double x)
    {
        m_painter.setPen(QColor(m_look.letters));
        const QPointF baseline(x, m_y + m_metrics.ascent());
        m_painter.drawText(baseline, words);
        return m_metrics.tightBoundingRect(words).translated(baseline);
    }

    double frame(double x, const QString &words)
    {
        x = std::max(x, 170.0 * m_scale) + 8 * m_scale;
        const QRectF box(x - 6 * m_scale, m_y - 4 * m_scale,
                         m_metrics.horizontalAdvance(words) + 30 * m_scale,
                         m_metrics.height() + 8 * m_scale);
        m_painter.fillRect(box, QColor(m_look.field));
        m_painter.setPen(QPen(QColor(0x80, 0x80, 0x80), m_scale));
        m_painter.drawRect(box);
        return x;
    }

    DialogLook m_look;
    QFontMetricsF m_metrics;
    int m_scale;
    QImage m_picture;
    QPainter m_painter;
    double m_y = 0;
};

} // namespace

QList<DialogLook> dialogLooks()
{
    return {{QStringLiteral("light"), 0xfff0f0f0, 0xff000000, 0xffffffff, 0xff30507a},
            {QStringLiteral("paper"), 0xffffffff, 0xff404040, 0xfff7f7f7, 0xff5a5a5a},
            {QStringLiteral("dark"), 0xff2b2b2b, 0xffe0e0e0, 0xff1e1e1e, 0xff3c3f41},
            {QStringLiteral("night"), 0xff1a1b26, 0xffa9b1d6, 0xff24283b, 0xff16161e}};
}

QStringList dialogFonts()
{
    const QStringList wanted{QStringLiteral("DejaVu Sans"),     QStringLiteral("DejaVu Sans Mono"),
                             QStringLiteral("DejaVu Serif"),    QStringLiteral("Liberation Sans"),
                             QStringLiteral("Noto Sans"),       QStringLiteral("Liberation Mono")};
    QStringList found;
    const QStringList installed = QFontDatabase::families();
    for (const QString &family : wanted) {
        if (installed.contains(family))
            found.append(family);
    }
    return found;
}

SampleDialog sampleDialog(const DialogLook &look, const QString &family, int points, int scale,
                          Rng &rng)
{
    constexpr double kPixelsPerPoint = 96.0 / 72.0;
    QFont font(family);
    font.setPixelSize(int(points * kPixelsPerPoint * scale + 0.5));
    QList<Row> content = rows(rng);
    const QSize size(scale * (360 + points * 34),
                     int(QFontMetricsF(font).height() * 1.7 * (kSecrets + kDecoys + 2.5)));
    Painting painting(look, font, scale, size);
    SampleDialog dialog;
    for (Row &row : content) {
        painting.write(row);
        (row.planted.kind.isEmpty() ? dialog.decoys : dialog.secrets).append(row.planted);
    }
    dialog.picture = painting.picture();
    return dialog;
}

} // namespace vigie::tests
