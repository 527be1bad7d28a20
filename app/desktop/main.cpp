// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/application.h"
#include "app/desktop/crashmarker.h"
#include "app/desktop/options.h"
#include "app/desktop/tour.h"
#include "app/desktop/translations.h"
#include "app/platform/singleinstance.h"
#include "app/platform/sitepolicy.h"
#include "app/prompt/widgetprompt.h"
#include "app/text/errortext.h"
#include "app/widgets/theme.h"
#include "core/net/keychain/keychainsecretstore.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

#include <cstdio>

namespace {

using namespace vigie;

/// The exit codes of the command line.
enum ExitCode { Fine = 0, TourFailed = 1, BadUsage = 2, CannotStart = 3 };

void say(const QString &text)
{
    std::fprintf(stderr, "vigie: %s\n", qPrintable(text));
}

QString rootOf(const Options &options)
{
    if (!options.profile.isEmpty())
        return QDir(options.profile).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
}

/// Tells in a window why Vigie cannot start; nobody reads a terminal on a desktop.
int tellAndEnd(QApplication &qt, const Error &error)
{
    say(toLog(error));
    applyTheme(qt, Scheme::Light);
    const ErrorWords words = ErrorText::of(error);
    QWidget anchor;
    WidgetPrompt prompt;
    prompt.tell(&anchor, words.title, words.paragraph());
    QApplication::setQuitOnLastWindowClosed(true);
    QApplication::exec();
    return CannotStart;
}

int playTour(QApplication &qt, const Options &options)
{
    installTranslations(qt, chooseLanguage(options.language, QLocale::system().uiLanguages()));
    applyTheme(qt, options.theme == QLatin1String("dark") ? Scheme::Dark : Scheme::Light);
    QApplication::setQuitOnLastWindowClosed(false);
    Tour tour(QDir(options.tour).absolutePath(), options.sample, nullptr);
    QObject::connect(&tour, &Tour::finished, &qt,
                     [](bool worked) { QApplication::exit(worked ? Fine : TourFailed); });
    QMetaObject::invokeMethod(&tour, &Tour::start, Qt::QueuedConnection);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication qt(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("vigie"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VIGIE_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Vigie"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.vigie.Vigie"));

    const Result<Options> options = parseOptions(QCoreApplication::arguments());
    if (!options) {
        say(options.error().detail);
        return BadUsage;
    }
    if (options->help || options->version) {
        const QString text = options->help
            ? options->helpText
            : QStringLiteral("vigie %1\n").arg(QCoreApplication::applicationVersion());
        std::fputs(qPrintable(text), stdout);
        return Fine;
    }

    if (!options->tour.isEmpty())
        return playTour(qt, *options);

    const QString root = rootOf(*options);
    QString language = options->language;
    if (!QDir().mkpath(root)) {
        installTranslations(qt, chooseLanguage(language, QLocale::system().uiLanguages()));
        return tellAndEnd(qt, {ErrorCode::StoreReadOnly, root, {}});
    }
    if (language.isEmpty())
        language = Settings(root, openSitePolicy(), nullptr).text(SettingKey::Language);
    installTranslations(qt, chooseLanguage(language, QLocale::system().uiLanguages()));

    SingleInstance instance(root, nullptr);
    if (const Done first = instance.becomeFirst(); !first) {
        if (first.error().code == ErrorCode::ProfileInUse && instance.forward(options->start))
            return Fine;
        return tellAndEnd(qt, first.error());
    }
    const CrashMarker marker(root);
    net::KeychainSecretStore secrets(QStringLiteral("vigie"));
    WidgetPrompt prompt;
    Application application(qt, root, *options, secrets, prompt);
    application.setLastRunCrashed(marker.lastRunCrashed());
    QObject::connect(&instance, &SingleInstance::requested, &application, &Application::serve);
    application.start();
    return QApplication::exec();
}
