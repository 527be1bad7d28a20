// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/options.h"

#include <QCommandLineParser>

namespace vigie {

namespace {

Done oneOf(const QString &option, const QString &value, const QStringList &allowed)
{
    if (value.isEmpty() || allowed.contains(value))
        return {};
    return fail(ErrorCode::Invalid, QStringLiteral("--%1 is one of %2, not '%3'")
                                        .arg(option, allowed.join(QStringLiteral(", ")), value));
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    // English on purpose: the terminal speaks before the language is known.
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Vigie, the helpdesk that keeps working when the network does not."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Show this help."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     QStringLiteral("Show the version."));
    const QCommandLineOption profile(QStringLiteral("profile"),
                                     QStringLiteral("Keep everything in this folder."),
                                     QStringLiteral("folder"));
    const QCommandLineOption server(QStringLiteral("server"),
                                    QStringLiteral("Offer this server at sign-in."),
                                    QStringLiteral("address"));
    const QCommandLineOption report(QStringLiteral("report"),
                                    QStringLiteral("Open the report page."));
    const QCommandLineOption step(
        QStringLiteral("step"),
        QStringLiteral("Add a step to the recording that is on, e.g. from a key of the desktop's."));
    const QCommandLineOption background(QStringLiteral("background"),
                                        QStringLiteral("Start in the tray, without a window."));
    const QCommandLineOption language(QStringLiteral("language"),
                                      QStringLiteral("Speak this language (en, fr)."),
                                      QStringLiteral("code"));
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   QStringLiteral("Look like this (light, dark, auto)."),
                                   QStringLiteral("name"));
    const QCommandLineOption tour(
        QStringLiteral("tour"),
        QStringLiteral("Play the main job and write pictures of it into this folder."),
        QStringLiteral("folder"));
    const QCommandLineOption sample(QStringLiteral("sample"),
                                    QStringLiteral("Fill the tour's server with this file."),
                                    QStringLiteral("file"));
    const QCommandLineOption signIn(
        QStringLiteral("sign-in"),
        QStringLiteral("Sign in with this login at once (with --server and --password-file)."),
        QStringLiteral("login"));
    const QCommandLineOption passwordFile(
        QStringLiteral("password-file"),
        QStringLiteral("Read the password from the first line of this file."),
        QStringLiteral("file"));
    const QCommandLineOption pin(
        QStringLiteral("pin"),
        QStringLiteral("Trust the server with this fingerprint, as vigie-server printed it."),
        QStringLiteral("fingerprint"));
    parser.addOptions({help, version, profile, server, report, step, background, language, theme, tour,
                       sample, signIn, passwordFile, pin});
    parser.addPositionalArgument(QStringLiteral("link"),
                                 QStringLiteral("vigie://ticket/<number> or vigie://report"),
                                 QStringLiteral("[link]"));
    if (!parser.parse(arguments))
        return fail(ErrorCode::Invalid, parser.errorText());
    Options options;
    options.help = parser.isSet(help);
    options.helpText = parser.helpText();
    options.version = parser.isSet(version);
    options.profile = parser.value(profile);
    options.server = parser.value(server);
    options.language = parser.value(language);
    options.theme = parser.value(theme);
    options.tour = parser.value(tour);
    options.sample = parser.value(sample);
    options.signIn = parser.value(signIn);
    options.passwordFile = parser.value(passwordFile);
    options.pin = parser.value(pin);
    if (!options.signIn.isEmpty() && (options.server.isEmpty() || options.passwordFile.isEmpty()))
        return fail(ErrorCode::Invalid,
                    QStringLiteral("--sign-in needs --server and --password-file"));
    VIGIE_TRY(oneOf(QStringLiteral("language"), options.language,
                    {QStringLiteral("en"), QStringLiteral("fr")}));
    VIGIE_TRY(oneOf(QStringLiteral("theme"), options.theme,
                    {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("auto")}));
    const QStringList links = parser.positionalArguments();
    if (links.size() > 1)
        return fail(ErrorCode::Invalid, QStringLiteral("only one link at a time"));
    if (!links.isEmpty()) {
        VIGIE_TRY_ASSIGN(request, parseLink(links.first()));
        options.start = request;
    }
    options.start.report = options.start.report || parser.isSet(report);
    options.start.step = parser.isSet(step);
    options.start.background = parser.isSet(background);
    return options;
}

} // namespace vigie
