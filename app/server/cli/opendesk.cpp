// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/opendesk.h"

#include "app/server/auth/receiptkeyfile.h"
#include "app/server/ical/holidayfile.h"
#include "core/base/clock.h"
#include "core/base/limits.h"

#include <QDateTime>
#include <QFileInfo>

namespace vigie::server {

namespace {

/// Repeated days are written out for some years around today; each start does it anew.
constexpr int kYearsBack = 2;
constexpr int kYearsAhead = 4;

Result<ServiceBook> bookWithHolidays(const ServiceSettings &settings, qint64 now)
{
    ServiceBook book = settings.book();
    const int year = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).date().year();
    for (auto it = book.calendars.begin(); it != book.calendars.end(); ++it) {
        const QStringList files = settings.holidayFiles(it.key());
        for (const QString &path : files) {
            VIGIE_TRY_ASSIGN(days, holidaysOfFile(path, QDate(year - kYearsBack, 1, 1),
                                                  QDate(year + kYearsAhead, 12, 31)));
            it->holidays.unite(days);
        }
        if (it->holidays.size() > limits::kHolidays)
            return fail(ErrorCode::TooLarge, QStringLiteral("at most %1 holidays in a calendar")
                                                 .arg(limits::kHolidays));
    }
    return book;
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
    DeskOptions options;
    options.folder = settings.data;
    return Desk::open(options, clock, rng);
}

Result<std::unique_ptr<Desk>> openForService(const Settings &settings, const Clock &clock, Rng &rng)
{
    VIGIE_TRY_ASSIGN(key, openOrCreateReceiptKey(settings.data));
    DeskOptions options;
    options.folder = settings.data;
    options.receipts = std::make_shared<ReceiptKey>(std::move(key));
    VIGIE_TRY_ASSIGN(book, bookWithHolidays(settings.services, clock.nowMs()));
    options.services = book;
    for (const ContractSettings &contract : settings.services.contracts)
        options.serviceQueues.insert(contract.name, contract.queues);
    return Desk::open(options, clock, rng);
}

} // namespace vigie::server
