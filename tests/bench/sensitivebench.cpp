// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensitivebench.h"

#include "core/base/json.h"
#include "core/image/ocr/readablepicture.h"
#include "core/image/ocr/sensitivefinder.h"
#include "meter.h"
#include "tests/support/sampledialogs.h"

#include <QElapsedTimer>
#include <QMap>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace vigie::bench {

namespace {

using namespace vigie::tests;

/// How much of a secret's letters must be under suggestions to be hidden.
constexpr double kHidden = 0.97;

struct Tally {
    int planted = 0;
    int hidden = 0;
    int told = 0;   ///< suggestions
    int right = 0;  ///< suggestions on a secret
    int exact = 0;  ///< … and under its name
};

double share(int part, int whole)
{
    return whole == 0 ? 1 : double(part) / whole;
}

void print(const QString &what, const QString &which, const Tally &tally)
{
    const QJsonObject line{{what, which},
                           {QStringLiteral("planted"), tally.planted},
                           {QStringLiteral("recall"), share(tally.hidden, tally.planted)},
                           {QStringLiteral("suggested"), tally.told},
                           {QStringLiteral("precision"), share(tally.right, tally.told)},
                           {QStringLiteral("named"), share(tally.exact, tally.right)}};
    std::fprintf(stdout, "%s\n", json::compact(line).constData());
}

/// The share of the letters' width under suggestions that cover their height.
double covered(const QRectF &letters, const QList<Suggestion> &suggestions)
{
    constexpr int kSteps = 200;
    int under = 0;
    for (int i = 0; i < kSteps; ++i) {
        const double x = letters.left() + letters.width() * (i + 0.5) / kSteps;
        under += std::any_of(suggestions.begin(), suggestions.end(), [&](const Suggestion &s) {
            return s.rect.left() <= x && x <= s.rect.right() && s.rect.top() <= letters.top() + 1
                && s.rect.bottom() >= letters.bottom() - 1;
        });
    }
    return double(under) / kSteps;
}

struct Tallies {
    QMap<QString, Tally> kinds;
    QMap<QString, Tally> looks;
    QMap<QString, Tally> fonts;
    QMap<QString, Tally> sizes;
    Tally all;

    template<class Change>
    void each(const QString &kind, const QStringList &groups, Change change)
    {
        change(kinds[kind]);
        change(looks[groups[0]]);
        change(fonts[groups[1]]);
        change(sizes[groups[2]]);
        change(all);
    }
};

/// What each reading has in the rows of a secret that was missed.
void showRead(OcrEngine &engine, const QImage &picture, const QStringList &languages,
              const QRectF &letters)
{
    const std::atomic_bool cancelled = false;
    for (const double scale : readingScales(picture.size())) {
        const auto lines = engine.recognise(readablePicture(picture, scale), languages, cancelled);
        const QList<TextRow> rows = lines ? textRows(*lines) : QList<TextRow>();
        for (const TextRow &row : rows) {
            const double middle = letters.center().y() * scale;
            const QRect box = row.boxOf({0, row.text.size()});
            if (box.top() < middle && middle < box.bottom())
                std::fprintf(stderr, "    read at %.1f: %s\n", scale, qPrintable(row.text));
        }
    }
}

void count(const SampleDialog &dialog, const Findings &findings, const QStringList &groups,
           const QStringList &languages, OcrEngine *shown, Tallies &tallies)
{
    const auto show = [&](const char *what, const QString &kind, const QString &text) {
        if (shown)
            std::fprintf(stderr, "%s %s: %s (%s)\n", what, qPrintable(kind), qPrintable(text),
                         qPrintable(groups.join(QStringLiteral(", "))));
    };
    for (const PlantedText &secret : dialog.secrets) {
        const bool hidden = covered(secret.rect, findings.suggestions) >= kHidden;
        if (!hidden) {
            show("missed", secret.kind, secret.text);
            if (shown)
                showRead(*shown, dialog.picture, languages, secret.rect);
        }
        tallies.each(secret.kind, groups, [hidden](Tally &tally) {
            ++tally.planted;
            tally.hidden += hidden;
        });
    }
    for (const Suggestion &suggestion : findings.suggestions) {
        bool right = false;
        bool exact = false;
        for (const PlantedText &secret : dialog.secrets) {
            const QRectF shared = secret.rect.intersected(suggestion.rect);
            const bool on = shared.height() > secret.rect.height() / 2;
            right = right || on;
            exact = exact || (on && secret.kind == suggestion.reason);
        }
        if (!right)
            show("in error", suggestion.reason, suggestion.text);
        tallies.each(suggestion.reason, groups, [right, exact](Tally &tally) {
            ++tally.told;
            tally.right += right;
            tally.exact += exact;
        });
    }
}

double usedCpuMs()
{
    return double(std::clock()) * 1000.0 / CLOCKS_PER_SEC;
}

} // namespace

Done SensitiveBench::run(int dialogs, bool shown)
{
    const QStringList languages{QStringLiteral("fra"), QStringLiteral("eng")};
    const FindOptions options{languages, sampleRules()};
    const QList<DialogLook> looks = dialogLooks();
    const QStringList fonts = dialogFonts();
    if (fonts.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("none of the fonts is installed"));
    std::atomic_bool cancelled = false;
    SeededRng rng(m_seed);
    Tallies tallies;
    Series series;
    series.clock = "cpu";
    for (int i = 0; i < dialogs; ++i) {
        const DialogLook &look = looks[i % looks.size()];
        const QString &font = fonts[(i / looks.size()) % fonts.size()];
        const int points = 9 + int(rng.below(6));
        const int scale = 1 + int(rng.below(2));
        const SampleDialog dialog = sampleDialog(look, font, points, scale, rng);
        double before = usedCpuMs();
        VIGIE_TRY(m_engine.recognise(dialog.picture, languages, cancelled));
        series.floors.append(usedCpuMs() - before);
        QElapsedTimer wall;
        wall.start();
        before = usedCpuMs();
        VIGIE_TRY_ASSIGN(findings,
                         findSensitivePlaces(m_engine, dialog.picture, options, cancelled));
        series.values.append(usedCpuMs() - before);
        series.calls.append(series.values.last());
        series.wallCalls.append(double(wall.elapsed()));
        series.ratios.append(series.values.last() / std::max(series.floors.last(), 1e-6));
        count(dialog, findings,
              {look.name, font, QStringLiteral("%1 pt at %2x").arg(points).arg(scale)}, languages,
              shown ? &m_engine : nullptr, tallies);
    }
    for (auto it = tallies.kinds.cbegin(); it != tallies.kinds.cend(); ++it)
        print(QStringLiteral("kind"), it.key(), it.value());
    for (auto it = tallies.looks.cbegin(); it != tallies.looks.cend(); ++it)
        print(QStringLiteral("look"), it.key(), it.value());
    for (auto it = tallies.fonts.cbegin(); it != tallies.fonts.cend(); ++it)
        print(QStringLiteral("font"), it.key(), it.value());
    for (auto it = tallies.sizes.cbegin(); it != tallies.sizes.cend(); ++it)
        print(QStringLiteral("size"), it.key(), it.value());
    print(QStringLiteral("all"), QStringLiteral("kinds"), tallies.all);
    (void)judge(QStringLiteral("find sensitive places, against one bare reading"),
                QStringLiteral("%1 dialogs").arg(dialogs), {}, series);
    return {};
}

} // namespace vigie::bench
