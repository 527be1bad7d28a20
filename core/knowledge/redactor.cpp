// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/redactor.h"

#include "core/text/secretlabels.h"

#include <algorithm>
#include <utility>

namespace vigie::knowledge {

namespace {

constexpr QLatin1String kMailto("mailto:");

bool isSecret(SensitiveKind kind)
{
    return kind == SensitiveKind::Password || kind == SensitiveKind::Token;
}

/// Without the Markdown and the punctuation that whole words carry along.
Span bare(const QString &line, Span span, SensitiveKind kind)
{
    const QStringView before = isSecret(kind) ? QStringView(u"`\"'“«‹") : QStringView(u"([{<\"'*_~`“«|");
    const QStringView after = isSecret(kind) ? QStringView(u"`\"'”»›")
                                             : QStringView(u")]}>\"'*_~`”»,;:.!?|");
    while (span.end - span.begin > 1 && before.contains(line.at(span.begin)))
        ++span.begin;
    while (span.end - span.begin > 1
           && (line.at(span.end - 1).isSpace() || after.contains(line.at(span.end - 1))))
        --span.end;
    return span;
}

/// The login in a path of somebody's folder, or all of the place.
Span loginIn(const QString &line, const Span &span)
{
    const QString text = foldedText(line.mid(span.begin, span.end - span.begin));
    for (const QStringView folder : {QStringView(u"users"), QStringView(u"home"),
                                     QStringView(u"utilisateurs")}) {
        for (const QChar slash : {QLatin1Char('\\'), QLatin1Char('/')}) {
            const qsizetype at = text.indexOf(slash + folder.toString() + slash);
            if (at < 0)
                continue;
            const qsizetype begin = at + folder.size() + 2;
            const qsizetype end = text.indexOf(slash, begin);
            if (begin < text.size())
                return {span.begin + begin, end < 0 ? span.end : span.begin + end};
        }
    }
    return span;
}

/// The detectors were made for what is read off pictures, where letters stand for digits. What was
/// typed has real ones.
bool hasEnoughDigits(SensitiveKind kind, const QString &text)
{
    const auto digits = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    switch (kind) {
    case SensitiveKind::Iban:
        return digits >= 8;
    case SensitiveKind::Card:
        return digits >= 12;
    case SensitiveKind::Phone:
        return digits >= 6;
    default:
        return true;
    }
}

/// Of a place that reaches to the end of its line: the token alone, with pieces that do not look
/// like words of a sentence.
Span tokenIn(const QString &line, const Span &span)
{
    Span token{span.begin, span.begin};
    qsizetype at = span.begin;
    while (at < span.end) {
        qsizetype end = at;
        while (end < span.end && !line.at(end).isSpace())
            ++end;
        if (at > span.begin && !looksMade(QStringView(line).mid(at, end - at)))
            break;
        token.end = std::max(token.end, end);
        at = end;
        while (at < span.end && line.at(at).isSpace())
            ++at;
    }
    return token;
}

/// What makes two places of a kind the same one.
QString identity(SensitiveKind kind, const QString &text)
{
    QString key = foldedText(text);
    if (kind == SensitiveKind::Email && key.startsWith(kMailto))
        key.remove(0, kMailto.size());
    if (kind == SensitiveKind::Phone || kind == SensitiveKind::Iban || kind == SensitiveKind::Card)
        key.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return key;
}

Certainty certaintyOf(SensitiveKind kind, const QString &text)
{
    switch (kind) {
    case SensitiveKind::Phone:
    case SensitiveKind::Host:
    case SensitiveKind::Name:
        return Certainty::Medium;
    case SensitiveKind::Token:
        return text.contains(QLatin1Char('/')) ? Certainty::Medium : Certainty::High;
    case SensitiveKind::Password:
        return text.contains(QLatin1Char(' ')) ? Certainty::Medium : Certainty::High;
    case SensitiveKind::Email:
    case SensitiveKind::Iban:
    case SensitiveKind::Card:
    case SensitiveKind::Ip:
    case SensitiveKind::Site:
        return Certainty::High;
    }
    return Certainty::Medium;
}

Span trimmed(const QString &line)
{
    Span span{0, line.size()};
    while (span.begin < span.end && line.at(span.begin).isSpace())
        ++span.begin;
    while (span.end > span.begin && line.at(span.end - 1).isSpace())
        --span.end;
    return span;
}

} // namespace

RedactedText undone(const RedactedText &redacted, qsizetype index)
{
    if (index < 0 || index >= redacted.redactions.size())
        return redacted;
    RedactedText result = redacted;
    const Redaction gone = result.redactions.takeAt(index);
    const qsizetype length = gone.span.end - gone.span.begin;
    result.text.replace(gone.span.begin, length, gone.original);
    const qsizetype shift = gone.original.size() - length;
    for (qsizetype i = index; i < result.redactions.size(); ++i) {
        result.redactions[i].span.begin += shift;
        result.redactions[i].span.end += shift;
    }
    return result;
}

RedactedText undoneAlike(const RedactedText &redacted, qsizetype index)
{
    if (index < 0 || index >= redacted.redactions.size())
        return redacted;
    const QString placeholder = redacted.redactions.at(index).placeholder;
    RedactedText result;
    qsizetype at = 0;
    for (const Redaction &redaction : redacted.redactions) {
        result.text += redacted.text.mid(at, redaction.span.begin - at);
        const qsizetype begin = result.text.size();
        if (redaction.placeholder == placeholder) {
            result.text += redaction.original;
        } else {
            result.text += redaction.placeholder;
            result.redactions.append(redaction);
            result.redactions.last().span = {begin, result.text.size()};
        }
        at = redaction.span.end;
    }
    result.text += redacted.text.mid(at);
    return result;
}

QString original(const RedactedText &redacted)
{
    QString text;
    qsizetype at = 0;
    for (const Redaction &redaction : redacted.redactions) {
        text += redacted.text.mid(at, redaction.span.begin - at) + redaction.original;
        at = redaction.span.end;
    }
    return text + redacted.text.mid(at);
}

void append(RedactedText &text, const RedactedText &more)
{
    const qsizetype shift = text.text.size();
    text.text += more.text;
    for (Redaction redaction : more.redactions) {
        redaction.span.begin += shift;
        redaction.span.end += shift;
        text.redactions.append(redaction);
    }
}

Redactor::Redactor(const QList<KnownPerson> &people, PlaceholderWords words,
                   QList<SitePattern> sitePatterns)
    : m_people(people), m_words(std::move(words))
{
    m_rules.sitePatterns = std::move(sitePatterns);
}

RedactedText Redactor::redact(const QString &text)
{
    m_secretBelow = false;
    m_inKey = false;
    m_spoken = {};
    RedactedText result;
    qsizetype lineStart = 0;
    while (lineStart <= text.size()) {
        qsizetype lineEnd = text.indexOf(QLatin1Char('\n'), lineStart);
        if (lineEnd < 0)
            lineEnd = text.size();
        const QString line = text.mid(lineStart, lineEnd - lineStart);
        qsizetype at = 0;
        const QList<Place> places = placesIn(line);
        for (const Place &place : places) {
            const QString found = line.mid(place.span.begin, place.span.end - place.span.begin);
            result.text += line.mid(at, place.span.begin - at);
            const qsizetype begin = result.text.size();
            const QString instead = placeholder(place, found);
            result.text += instead;
            result.redactions.append(
                {place.kind, {begin, result.text.size()}, found, instead, place.certainty});
            at = place.span.end;
        }
        result.text += line.mid(at);
        if (lineEnd < text.size())
            result.text += QLatin1Char('\n');
        lineStart = lineEnd + 1;
    }
    return result;
}

QList<Redactor::Place> Redactor::placesIn(const QString &line)
{
    const Span all = trimmed(line);
    const bool secretBelow = std::exchange(m_secretBelow, false);
    if (all.begin == all.end) {
        m_secretBelow = secretBelow; // an empty line between a label and its secret
        return {};
    }
    if (m_inKey) {
        m_inKey = !line.contains(QLatin1String("-----END"));
        return {{all, SensitiveKind::Token, Certainty::High, -1}};
    }
    const qsizetype key = line.indexOf(QLatin1String("-----BEGIN"));
    if (key >= 0 && line.contains(QLatin1String("PRIVATE KEY"))) {
        QList<Place> places = placesIn(line.left(key));
        places.append({{key, all.end}, SensitiveKind::Token, Certainty::High, -1});
        m_inKey = !line.contains(QLatin1String("-----END"));
        return places;
    }
    if (secretBelow && maySecretBe(line.mid(all.begin, all.end - all.begin)))
        return {{bare(line, all, SensitiveKind::Password), SensitiveKind::Password,
                 Certainty::Medium, -1}};
    m_secretBelow = isSecretLabel(line);

    QString scanned = line;
    if (line.trimmed().startsWith(QLatin1Char('|')))
        scanned.replace(QLatin1Char('|'), QLatin1Char('\t')); // the columns of a table
    // The words of a link and where it leads are two things, of the same length as before.
    scanned.replace(QLatin1String("]("), QLatin1String("  "));
    QList<Place> found = detected(line, scanned);
    const QList<PersonNames::Hit> names = m_people.find(line);
    for (const PersonNames::Hit &name : names)
        found.append({name.span, SensitiveKind::Name, name.certainty, name.person});
    const QList<Span> spoken = m_spoken.next(line);
    for (const Span &name : spoken)
        found.append({name, SensitiveKind::Name, Certainty::Low, -1});

    return apart(std::move(found));
}

QList<Redactor::Place> Redactor::detected(const QString &line, const QString &scanned) const
{
    constexpr int kMostRests = 16; // each looks at a part of the line once more
    QList<Place> found;
    QList<Span> parts{{0, scanned.size()}};
    for (qsizetype part = 0; part < parts.size(); ++part) {
        const Span in = parts.at(part);
        const QList<SensitiveHit> hits =
            findSensitive(scanned.mid(in.begin, in.end - in.begin), m_rules);
        for (SensitiveHit hit : hits) {
            hit.span = {hit.span.begin + in.begin, hit.span.end + in.begin};
            Place place = placeOf(line, hit);
            if (!hasEnoughDigits(hit.kind,
                                 line.mid(place.span.begin, place.span.end - place.span.begin)))
                continue;
            // A hit hides what is found inside it. What is given back has to be looked at again.
            if (place.span.end < hit.span.end && parts.size() <= kMostRests)
                parts.append({place.span.end, hit.span.end});
            else
                place.span.end = std::max(place.span.end, bare(line, hit.span, hit.kind).end);
            found.append(place);
        }
    }
    return found;
}

QList<Redactor::Place> Redactor::apart(QList<Place> found)
{
    std::stable_sort(found.begin(), found.end(), [](const Place &a, const Place &b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin
                                            : a.span.end > b.span.end;
    });
    QList<Place> places;
    for (const Place &place : std::as_const(found)) {
        if (place.span.begin >= place.span.end)
            continue;
        if (places.isEmpty() || place.span.begin >= places.last().span.end) {
            places.append(place);
            continue;
        }
        // Both are hidden, as the surer one.
        Place &last = places.last();
        const Span both{last.span.begin, std::max(last.span.end, place.span.end)};
        if (place.certainty > last.certainty)
            last = place;
        last.span = both;
    }
    return places;
}

Redactor::Place Redactor::placeOf(const QString &line, const SensitiveHit &hit) const
{
    Place place;
    place.kind = hit.kind;
    place.span = bare(line, hit.kind == SensitiveKind::Token ? tokenIn(line, hit.span) : hit.span,
                      hit.kind);
    if (hit.kind == SensitiveKind::Name)
        place.span = loginIn(line, place.span);
    const QString text = line.mid(place.span.begin, place.span.end - place.span.begin);
    place.certainty = certaintyOf(hit.kind, text);
    if (hit.kind == SensitiveKind::Email)
        place.person = m_people.byAddress(identity(hit.kind, text));
    else if (hit.kind == SensitiveKind::Name)
        place.person = m_people.byLogin(text.section(QLatin1Char('\\'), -1));
    return place;
}

QString Redactor::placeholder(const Place &place, const QString &original)
{
    if (place.person >= 0)
        return numbered(SensitiveKind::Name, QLatin1Char('#') + QString::number(place.person));
    return numbered(place.kind, identity(place.kind, original));
}

QString Redactor::numbered(SensitiveKind kind, const QString &key)
{
    const auto wordsOf = [this](SensitiveKind one) -> const QString & {
        switch (one) {
        case SensitiveKind::Email:
            return m_words.email;
        case SensitiveKind::Phone:
            return m_words.phone;
        case SensitiveKind::Iban:
        case SensitiveKind::Card:
            return m_words.account;
        case SensitiveKind::Ip:
            return m_words.address;
        case SensitiveKind::Host:
            return m_words.host;
        case SensitiveKind::Token:
            return m_words.token;
        case SensitiveKind::Password:
            return m_words.password;
        case SensitiveKind::Site:
            return m_words.site;
        case SensitiveKind::Name:
            break;
        }
        return m_words.person;
    };
    const QString &words = wordsOf(kind);
    int &number = m_numbers[words + QLatin1Char('\n') + key];
    if (number == 0)
        number = ++m_lastNumbers[words];
    QString text = words;
    return text.replace(QLatin1String("%1"), QString::number(number));
}

} // namespace vigie::knowledge
