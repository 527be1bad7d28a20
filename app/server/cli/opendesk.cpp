// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/opendesk.h"

#include "app/server/auth/receiptkeyfile.h"

#include <QFileInfo>

namespace vigie::server {

namespace {

/// What the settings say to every desk, whoever opens it.
DeskOptions optionsOf(const Settings &settings)
{
    DeskOptions options;
    options.folder = settings.data;
    options.expectations = settings.expectations;
    return options;
}

} // namespace

Result<std::unique_ptr<Desk>> openExisting(const Settings &settings, const Clock &clock, Rng &rng)
{
    if (!QFileInfo::exists(databasePath(settings.data))) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("there is no server in %1: prepare it with \"vigie-server "
                                   "init\", or name its folder with --data")
                        .arg(settings.data));
    }
    return openOrCreate(settings, clock, rng);
}

Result<std::unique_ptr<Desk>> openOrCreate(const Settings &settings, const Clock &clock, Rng &rng)
{
    return Desk::open(optionsOf(settings), clock, rng);
}

Result<std::unique_ptr<Desk>> openForService(const Settings &settings, const Clock &clock, Rng &rng)
{
    VIGIE_TRY_ASSIGN(key, openOrCreateReceiptKey(settings.data));
    DeskOptions options = optionsOf(settings);
    options.receipts = std::make_shared<ReceiptKey>(std::move(key));
    return Desk::open(options, clock, rng);
}

} // namespace vigie::server
