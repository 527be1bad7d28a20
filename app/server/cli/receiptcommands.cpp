// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/receiptkeyfile.h"
#include "app/server/cli/arguments.h"
#include "app/server/cli/commands.h"
#include "core/base/limits.h"
#include "core/model/receiptfile.h"

#include <QFile>

namespace vigie::server {

namespace {

/// What the file is worth, in words; the exit code says the same.
struct ReceiptVerdict {
    Exit exit = Exit::Ok;
    QString words;
};

Result<QByteArray> readWhole(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? ErrorCode::StoreFault : ErrorCode::NotFound,
                    QStringLiteral("%1: %2").arg(path, file.errorString()));
    if (file.size() > most)
        return fail(ErrorCode::TooLarge, QStringLiteral("%1 is too large (%2 bytes)")
                                             .arg(path).arg(file.size()));
    return file.read(most + 1);
}

/// The server's own key, or the one that --key names.
Result<QByteArray> trustedKey(const Arguments &arguments, const Settings &settings)
{
    if (!arguments.has(QStringLiteral("key"))) {
        VIGIE_TRY_ASSIGN(own, openReceiptKey(settings.data));
        return own.publicKey();
    }
    const QString path = arguments.value(QStringLiteral("key"));
    VIGIE_TRY_ASSIGN(pem, readWhole(path, limits::kReceiptFileBytes));
    const Result<QByteArray> key = publicKeyFromPem(pem);
    if (!key)
        return fail(ErrorCode::Invalid, QStringLiteral("%1: %2").arg(path, key.error().detail));
    return *key;
}

QString factsOf(const ReceiptFile &file)
{
    const QStringList values = receiptValues(file.statement, file.seal);
    constexpr const char *kNames[] = {"title",    "number", "requested by", "written", "received",
                                      "id",       "sha256", "signed by",    "key"};
    QString text;
    for (qsizetype i = 0; i < values.size(); ++i)
        text += QStringLiteral("  %1 %2\n").arg(QLatin1String(kNames[i]) + QLatin1Char(':'), -13)
                    .arg(values.at(i));
    return text;
}

ReceiptVerdict verdictOn(const ReceiptFile &file, const QByteArray &trusted)
{
    const QString changed = QStringLiteral("changed: ");
    if (!isSound(file.seal)) {
        return {Exit::Damaged, changed + QStringLiteral("the signature does not belong to what the "
                                                        "receipt says")};
    }
    if (file.wrongRow > 0) {
        return {Exit::Damaged, changed + QStringLiteral("value %1 of the table is not the one that "
                                                        "was signed").arg(file.wrongRow)};
    }
    if (file.foreignParts) {
        return {Exit::Damaged, changed + QStringLiteral("the page holds other parts than a receipt "
                                                        "has")};
    }
    if (file.seal.key != QString::fromLatin1(trusted.toBase64())) {
        return {Exit::Failure,
                QStringLiteral("signed by another key: %1\nexpected: %2\nNobody here can say whose "
                               "it is: compare it with the one of the server that the receipt "
                               "names, or give that server's key with --key")
                    .arg(receiptKeyFingerprint(QByteArray::fromBase64(file.seal.key.toLatin1())),
                         receiptKeyFingerprint(trusted))};
    }
    return {Exit::Ok, QStringLiteral("valid")};
}

} // namespace

Exit runReceiptKey(const QStringList &words, Console &console)
{
    Arguments arguments(QStringLiteral("receipt-key [flags]"),
                        QStringLiteral("Prints the public key that receipts are signed with, in "
                                       "PEM, and its SHA-256 fingerprint, which stands in every "
                                       "receipt. Publish both where people trust them: with the "
                                       "key anybody can check a receipt."));
    if (const auto over = arguments.parse(words, console))
        return *over;
    const auto settings = arguments.settings(console);
    if (!settings)
        return console.misused(settings.error().detail);
    const auto key = openReceiptKey(settings->data);
    if (!key)
        return console.failed(key.error());
    console.out << "fingerprint: " << receiptKeyFingerprint(key->publicKey()) << '\n'
                << QString::fromLatin1(publicPem(key->publicKey())) << Qt::flush;
    return Exit::Ok;
}

Exit runCheckReceipt(const QStringList &words, Console &console)
{
    Arguments arguments(
        QStringLiteral("check-receipt FILE [flags]"),
        QStringLiteral(
            "Tells whether FILE, a receipt as the client saved it (page or text), is as this\n"
            "server signed it, and prints what was signed. Only these values are vouched for,\n"
            "not the words around them. Ends with 0 when it is valid, 3 when it was changed\n"
            "or cut off, 1 when another key signed it or there is no signed receipt in it.\n\n"
            "Without Vigie: save the lines from \"vigie-receipt-1\" to \"sha256: ...\" as\n"
            "signed.txt (UTF-8, each line ended by a line feed, the last one too), the printed\n"
            "output of \"vigie-server receipt-key\" as key.pem, and run\n"
            "  echo SIGNATURE | base64 -d > signature\n"
            "  openssl pkeyutl -verify -rawin -pubin -inkey key.pem -in signed.txt -sigfile signature"));
    arguments.add(QStringLiteral("key"),
                  QStringLiteral("a public key in PEM instead of this server's own"),
                  QStringLiteral("FILE"));
    if (const auto over = arguments.parse(words, console, 1, 1))
        return *over;
    const auto settings = arguments.settings(console);
    if (!settings)
        return console.misused(settings.error().detail);
    const auto trusted = trustedKey(arguments, *settings);
    if (!trusted)
        return console.failed(trusted.error());
    const QString path = arguments.positional().constFirst();
    const auto bytes = readWhole(path, limits::kReceiptFileBytes);
    if (!bytes)
        return console.failed(bytes.error());
    const auto file = readReceiptFile(*bytes);
    if (!file) {
        return console.failed({file.error().code,
                               QStringLiteral("%1: %2").arg(path, file.error().detail), {}});
    }
    const ReceiptVerdict verdict = verdictOn(*file, *trusted);
    if (verdict.exit == Exit::Ok) {
        console.out << verdict.words << '\n' << factsOf(*file) << Qt::flush;
    } else {
        console.err << "vigie-server: " << path << ": " << verdict.words << Qt::endl;
    }
    return verdict.exit;
}

} // namespace vigie::server
