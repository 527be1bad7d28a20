// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace vigie {

/// A web or mail address found in plain text.
struct FoundLink {
    int start = 0;
    int length = 0;
    QUrl url;
};

/// A ticket's number found in plain text: "#1042".
struct FoundTicket {
    int start = 0;
    int length = 0;
    QString number;
};

/// The addresses in foreign text that may be opened at all: http, https and mailto, nothing else.
[[nodiscard]] QList<FoundLink> linksIn(const QString &text);

/// The numbers of tickets in foreign text, "#" and digits that are a word of their own.
[[nodiscard]] QList<FoundTicket> ticketsIn(const QString &text);

/// An address out of markup, when it may be opened.
[[nodiscard]] std::optional<QUrl> openableUrl(const QString &address);

/// True for words that look like the address of another place than `url`'s: a link that lies.
[[nodiscard]] bool belies(QStringView words, const QUrl &url);

/// The address as the machine will use it: host in its ASCII form, so that look-alike letters show.
[[nodiscard]] QString realTarget(const QUrl &url);

} // namespace vigie
