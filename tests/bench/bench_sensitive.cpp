// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/ocr/tesseractengine.h"
#include "sensitivebench.h"
#include "tests/support/sampledialogs.h"

#include <QCommandLineParser>
#include <QGuiApplication>

#include <cstdio>

using namespace vigie;

namespace {

struct Options {
    int dialogs = 0;
    quint64 seed = 0;
    bool shown = false;
    QString picture; ///< a file to paint the first dialog into; empty = none
};

Options parsed(const QGuiApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures what is found of the secrets in made-up dialogs."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("dialogs"), QStringLiteral("How many dialogs to read."),
                      QStringLiteral("N"), QStringLiteral("96")});
    parser.addOption({QStringLiteral("seed"), QStringLiteral("Makes other dialogs."),
                      QStringLiteral("N"), QStringLiteral("1")});
    parser.addOption({QStringLiteral("show"), QStringLiteral("Name what was missed.")});
    parser.addOption({QStringLiteral("picture"),
                      QStringLiteral("Paint one dialog of each look into files of this name."),
                      QStringLiteral("file")});
    parser.process(application);
    return {parser.value(QStringLiteral("dialogs")).toInt(),
            parser.value(QStringLiteral("seed")).toULongLong(),
            parser.isSet(QStringLiteral("show")), parser.value(QStringLiteral("picture"))};
}

bool painted(const Options &options)
{
    SeededRng rng(options.seed);
    const QList<tests::DialogLook> looks = tests::dialogLooks();
    for (const tests::DialogLook &look : looks) {
        const auto dialog =
            tests::sampleDialog(look, tests::dialogFonts().value(0), 10, 1, rng);
        if (!dialog.picture.save(options.picture + QLatin1Char('.') + look.name
                                 + QStringLiteral(".png")))
            return false;
    }
    return true;
}

} // namespace

/// Prints one JSON line for each kind, look, font and size, and one for the time. Exit code 1 on
/// errors; 0 with a word on stderr when no engine is installed.
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const Options options = parsed(application);
    if (!options.picture.isEmpty())
        return painted(options) ? 0 : 1;
    TesseractEngine engine;
    if (!engine.available({QStringLiteral("fra"), QStringLiteral("eng")})) {
        std::fputs("bench_sensitive: Tesseract is not installed, nothing was measured\n", stderr);
        return 0;
    }
    const Done done =
        bench::SensitiveBench(engine, options.seed).run(options.dialogs, options.shown);
    if (!done) {
        std::fprintf(stderr, "bench_sensitive: %s\n", qPrintable(toLog(done.error())));
        return 1;
    }
    return 0;
}
