// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/passwords.h"

#include "core/base/limits.h"
#include "core/base/rng.h"

#include <QStringDecoder>

namespace vigie::server {

QString generatedPassword(Rng &rng)
{
    static constexpr char kAlphabet[] = "abcdefghjkmnpqrstuvwxyz23456789";
    QString password;
    for (int i = 0; i < 20; ++i) {
        if (i > 0 && i % 5 == 0)
            password += QLatin1Char('-');
        password += QLatin1Char(kAlphabet[rng.below(sizeof kAlphabet - 1)]);
    }
    return password;
}

Result<QString> passwordFromInput(Console &console)
{
    QByteArray line = console.in.readLine(4 * limits::kPasswordLength + 2);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString password = decoder(line);
    if (password.isEmpty() || password.size() > limits::kPasswordLength || decoder.hasError())
        return fail(ErrorCode::Invalid,
                    QStringLiteral("no password on the standard input: one line of 1 to %1 "
                                   "characters is needed")
                        .arg(limits::kPasswordLength));
    return password;
}

} // namespace vigie::server
