// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/personnames.h"
#include "core/knowledge/spokennames.h"
#include "core/text/sensitivetext.h"

#include <QHash>
#include <QList>
#include <QString>

namespace vigie::knowledge {

/// What stands in place of what was taken out, in the language of the article; %1 = a number that
/// tells two of a kind apart.
struct PlaceholderWords {
    QString person = QStringLiteral("[person %1]");
    QString email = QStringLiteral("[e-mail %1]");
    QString phone = QStringLiteral("[phone %1]");
    QString account = QStringLiteral("[account %1]"); ///< bank accounts and cards
    QString address = QStringLiteral("[address %1]"); ///< of the network
    QString host = QStringLiteral("[host %1]");
    QString token = QStringLiteral("[token %1]");
    QString password = QStringLiteral("[password %1]");
    QString site = QStringLiteral("[reference %1]"); ///< what the site's patterns name
};

/// One place that was taken out.
struct Redaction {
    SensitiveKind kind = SensitiveKind::Name;
    Span span;           ///< of the placeholder, in the redacted text
    QString original;    ///< what stood there
    QString placeholder;
    Certainty certainty = Certainty::Medium;

    bool operator==(const Redaction &) const = default;
};

/// A text without its secrets, and the way back.
struct RedactedText {
    QString text;
    QList<Redaction> redactions; ///< in reading order, without overlaps

    bool operator==(const RedactedText &) const = default;
};

/// The text with the redaction of this index undone; unchanged when there is none of it.
[[nodiscard]] RedactedText undone(const RedactedText &redacted, qsizetype index);
/// The text with all redactions undone that have the same placeholder as this one.
[[nodiscard]] RedactedText undoneAlike(const RedactedText &redacted, qsizetype index);
/// What was given: everything undone.
[[nodiscard]] QString original(const RedactedText &redacted);
/// Puts `more` behind `text`, with its redactions.
void append(RedactedText &text, const RedactedText &more);

/// Takes people, e-mail addresses, phone and account numbers, network addresses, hosts, tokens and
/// passwords out of texts that people wrote, through findSensitive(), the names of known people and,
/// as a guess, names where letters have them.
/// The same thing gets the same placeholder in all texts of one redactor, and a known person the
/// same one for the name, the login and the e-mail addresses. Besides single lines it knows secrets
/// that stand in the line below their label, and the inside of private keys. Markdown around a
/// place stays ("[guide](https://host)" keeps its words). Linear. Not thread-safe.
class Redactor
{
public:
    Redactor(const QList<KnownPerson> &people, PlaceholderWords words,
             QList<SitePattern> sitePatterns = {});

    [[nodiscard]] RedactedText redact(const QString &text);

private:
    struct Place {
        Span span; ///< of the line
        SensitiveKind kind = SensitiveKind::Name;
        Certainty certainty = Certainty::Medium;
        int person = -1;
    };

    [[nodiscard]] QList<Place> placesIn(const QString &line);
    /// What findSensitive() finds in a line; `scanned` is the line as long as it is, without Markdown.
    [[nodiscard]] QList<Place> detected(const QString &line, const QString &scanned) const;
    /// In order and without overlaps.
    [[nodiscard]] static QList<Place> apart(QList<Place> found);
    [[nodiscard]] Place placeOf(const QString &line, const SensitiveHit &hit) const;
    [[nodiscard]] QString placeholder(const Place &place, const QString &original);
    [[nodiscard]] QString numbered(SensitiveKind kind, const QString &key);

    PersonNames m_people;
    SpokenNames m_spoken;
    PlaceholderWords m_words;
    SensitiveRules m_rules;
    bool m_secretBelow = false; ///< the line before was the label of a secret
    bool m_inKey = false;       ///< between the lines that frame a private key
    QHash<QString, int> m_numbers;     ///< by word and identity
    QHash<QString, int> m_lastNumbers; ///< by word
};

} // namespace vigie::knowledge
