// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/person.h"
#include "core/service/accountservice.h"
#include "core/store/profile.h"

namespace vigie {

/// The folder name of an account: host, port and login, safe on every file system. Different
/// accounts get different keys even when the safe characters are the same.
[[nodiscard]] QString accountKey(const QUrl &server, const QString &login);

/// accounts.json, without secrets. A file that cannot be read is moved aside: signing in again
/// brings its accounts back, and the profiles are not touched.
[[nodiscard]] Result<QList<Account>> readAccounts(const QString &root);
[[nodiscard]] Done writeAccounts(const QString &root, const QList<Account> &accounts);

/// Writes into the profile whose it is. Conflict when it belongs to somebody else already: the
/// operations that wait in it must never travel under another name.
[[nodiscard]] Done keepPerson(store::Profile &profile, const Person &person);

} // namespace vigie
