// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/searchtext.h"

#include <QList>
#include <QSet>

#include <algorithm>

namespace vigie::searchtext {

namespace {

constexpr int kMostWords = 16;
constexpr qsizetype kLongestWord = 64;
constexpr qsizetype kBeginningInSubject = 2;
constexpr qsizetype kBeginningInBody = 4;
constexpr qsizetype kExcerptBefore = 50;
constexpr qsizetype kExcerptLength = 160;
constexpr QChar kMarkOn{0x0002};
constexpr QChar kMarkOff{0x0003};

/// What the tokenizer unicode61 takes as part of a word.
bool isWordPart(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c)
        || QChar::category(c) == QChar::Other_PrivateUse;
}

/// What it compares. Marks that are no accents separate words for it, accents are gone already.
bool isIndexed(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::category(c) == QChar::Other_PrivateUse;
}

const char *takenApart(char16_t c)
{
    switch (c) {
    case 0x0153: return "oe";
    case 0x0152: return "OE";
    case 0x00e6: return "ae";
    case 0x00c6: return "AE";
    case 0x00df: return "ss";
    case 0x1e9e: return "SS";
    default: return nullptr;
    }
}

/// The accents of Latin, Greek and Cyrillic. Marks of other scripts are vowels and stay.
bool isAccent(QChar c)
{
    return c.unicode() >= 0x0300 && c.unicode() <= 0x036f;
}

/// One letter as excerpts compare it: lower case, base letter only.
QString plainLetter(const QString &letter)
{
    QString plain;
    const QString apart = letter.toLower().normalized(QString::NormalizationForm_D);
    for (const QChar c : apart) {
        if (c.isMark())
            continue;
        if (const char *two = takenApart(c.unicode()))
            plain += QLatin1String(two);
        else
            plain += c;
    }
    return plain;
}

/// fold() for every script.
QString foldAnything(const QString &text)
{
    const QString apart = text.normalized(QString::NormalizationForm_D);
    QString folded;
    folded.reserve(apart.size());
    for (const QChar c : apart) {
        if (const char *two = takenApart(c.unicode()))
            folded += QLatin1String(two);
        else if (!isAccent(c))
            folded += c;
    }
    return folded.normalized(QString::NormalizationForm_C);
}

/// The answers of a function for each letter of Europe's Latin alphabets, worked out once.
class LatinTable
{
public:
    static constexpr QChar last{0x17f};

    explicit LatinTable(QString (*answer)(const QString &))
    {
        for (char16_t code = 0; code <= last.unicode(); ++code)
            m_answers.append(answer(QString(QChar(code))));
    }
    [[nodiscard]] const QString &of(QChar c) const { return m_answers[c.unicode()]; }

private:
    QStringList m_answers;
};

const LatinTable &plainLatin()
{
    static const LatinTable table(plainLetter);
    return table;
}

const LatinTable &foldedLatin()
{
    static const LatinTable table(foldAnything);
    return table;
}

/// The words of a text; FTS5 cuts it at the same places.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    const QList<uint> points = text.toUcs4();
    for (const uint point : points) {
        if (isWordPart(point)) {
            word += QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1);
        } else if (!word.isEmpty()) {
            words.append(word.left(kLongestWord));
            word.clear();
        }
    }
    if (!word.isEmpty())
        words.append(word.left(kLongestWord));
    return words;
}

struct Piece {
    QStringList words;
    bool beginning = false;
};

/// Cuts the text into quoted phrases and pieces between spaces.
QList<Piece> piecesOf(const QString &text)
{
    QList<Piece> pieces;
    QString current;
    bool quoted = false;
    const auto flush = [&](bool beginning) {
        const QStringList words = wordsOf(current);
        if (!words.isEmpty())
            pieces.append({words, beginning});
        current.clear();
    };
    for (const QChar c : text) {
        if (c == QLatin1Char('"')) {
            flush(false);
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            flush(false);
        } else {
            current += c;
        }
    }
    flush(true);
    return pieces;
}

QString phrase(const Piece &piece, qsizetype leastBeginning)
{
    QString quoted = QLatin1Char('"') + piece.words.join(QLatin1Char(' ')) + QLatin1Char('"');
    if (piece.beginning && piece.words.last().size() >= leastBeginning)
        quoted += QLatin1Char('*');
    return quoted;
}

/// A text letter by letter in plain form, with the way back to the original.
struct PlainText {
    QString letters;
    QList<qsizetype> origin;

    explicit PlainText(const QString &text)
    {
        const LatinTable &table = plainLatin();
        letters.reserve(text.size());
        origin.reserve(text.size() + 1);
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            const QString plain = c <= LatinTable::last ? table.of(c) : plainLetter(QString(c));
            letters += plain;
            origin.insert(origin.size(), plain.size(), i);
        }
        origin.append(text.size());
    }
};

struct Span {
    qsizetype from;
    qsizetype to;
};

/// Where the words stand, in positions of the original text, in order and without overlaps.
QList<Span> matchesIn(const PlainText &plain, const QStringList &words)
{
    QList<Span> spans;
    for (qsizetype w = 0; w < words.size(); ++w) {
        const QString &word = words[w];
        if (word.isEmpty())
            continue;
        for (qsizetype at = plain.letters.indexOf(word); at >= 0;
             at = plain.letters.indexOf(word, at + 1)) {
            const qsizetype end = at + word.size();
            const bool starts = at == 0 || !plain.letters[at - 1].isLetterOrNumber();
            const bool ends = end == plain.letters.size() || w + 1 == words.size()
                || !plain.letters[end].isLetterOrNumber();
            if (starts && ends)
                spans.append({plain.origin[at], plain.origin[end]});
        }
    }
    std::sort(spans.begin(), spans.end(),
              [](const Span &a, const Span &b) { return a.from < b.from; });
    QList<Span> apart;
    for (const Span &span : std::as_const(spans)) {
        if (apart.isEmpty() || span.from >= apart.last().to)
            apart.append(span);
    }
    return apart;
}

} // namespace

QString fold(const QString &text)
{
    // Most texts hold nothing but letters that are known beforehand.
    const LatinTable &table = foldedLatin();
    QString folded;
    folded.reserve(text.size());
    for (const QChar c : text) {
        if (c > LatinTable::last)
            return foldAnything(text);
        folded += table.of(c);
    }
    return folded;
}

QString nameKey(const QString &text)
{
    return plainLetter(text).simplified();
}

Query compile(const QString &text)
{
    Query query;
    QStringList subject;
    QStringList body;
    int count = 0;
    const QList<Piece> pieces = piecesOf(fold(text));
    for (const Piece &piece : pieces) {
        count += int(piece.words.size());
        if (count > kMostWords)
            break;
        subject.append(phrase(piece, kBeginningInSubject));
        body.append(phrase(piece, kBeginningInBody));
        for (const QString &word : piece.words)
            query.words.append(nameKey(word));
    }
    query.subject = subject.join(QStringLiteral(" AND "));
    query.body = body.join(QStringLiteral(" AND "));
    return query;
}

Likeness likeness(const QString &text)
{
    static const QSet<QString> common{
        QStringLiteral("about"),    QStringLiteral("after"),   QStringLiteral("again"),
        QStringLiteral("always"),   QStringLiteral("anymore"), QStringLiteral("because"),
        QStringLiteral("been"),     QStringLiteral("before"),  QStringLiteral("cannot"),
        QStringLiteral("does"),     QStringLiteral("doesn"),   QStringLiteral("every"),
        QStringLiteral("from"),     QStringLiteral("have"),    QStringLiteral("here"),
        QStringLiteral("just"),     QStringLiteral("longer"),  QStringLiteral("more"),
        QStringLiteral("only"),     QStringLiteral("over"),    QStringLiteral("problem"),
        QStringLiteral("since"),    QStringLiteral("some"),    QStringLiteral("that"),
        QStringLiteral("them"),     QStringLiteral("then"),    QStringLiteral("there"),
        QStringLiteral("they"),     QStringLiteral("this"),    QStringLiteral("what"),
        QStringLiteral("when"),     QStringLiteral("with"),    QStringLiteral("work"),
        QStringLiteral("working"),  QStringLiteral("works"),   QStringLiteral("your"),
        QStringLiteral("alors"),    QStringLiteral("apres"),   QStringLiteral("aussi"),
        QStringLiteral("avec"),     QStringLiteral("avant"),   QStringLiteral("bonjour"),
        QStringLiteral("cela"),     QStringLiteral("cette"),   QStringLiteral("chez"),
        QStringLiteral("comme"),    QStringLiteral("dans"),    QStringLiteral("depuis"),
        QStringLiteral("elle"),     QStringLiteral("encore"),  QStringLiteral("fonctionne"),
        QStringLiteral("leur"),     QStringLiteral("mais"),    QStringLiteral("meme"),
        QStringLiteral("nous"),     QStringLiteral("peux"),    QStringLiteral("plus"),
        QStringLiteral("pour"),     QStringLiteral("probleme"), QStringLiteral("quand"),
        QStringLiteral("sans"),     QStringLiteral("tous"),    QStringLiteral("tout"),
        QStringLiteral("toujours"), QStringLiteral("votre"),   QStringLiteral("vous")};
    constexpr qsizetype kTelling = 4;
    Likeness asked;
    QStringList parts;
    const QStringList words = wordsOf(fold(text));
    for (const QString &word : words) {
        const QString key = nameKey(word);
        if (key.size() < kTelling || common.contains(key) || asked.words.contains(key))
            continue;
        if (asked.words.size() >= kMostWords)
            break;
        asked.words.append(key);
        parts.append(QLatin1Char('"') + word + QStringLiteral("\"*"));
    }
    asked.match = parts.join(QStringLiteral(" OR "));
    return asked;
}

int Likeness::countIn(const QString &text) const
{
    const QStringList there = wordsOf(nameKey(fold(text)));
    return int(std::count_if(words.cbegin(), words.cend(), [&there](const QString &word) {
        return std::any_of(there.cbegin(), there.cend(),
                           [&word](const QString &one) { return one.startsWith(word); });
    }));
}

Phrase phraseOf(const QString &text, bool beginning)
{
    const QStringList words = wordsOf(fold(text)).mid(0, kMostWords);
    Phrase made;
    made.words = indexWords(words.join(QLatin1Char(' ')));
    if (made.words.isEmpty())
        return made;
    const Piece piece{words, beginning};
    made.subject = phrase(piece, kBeginningInSubject);
    made.body = phrase(piece, kBeginningInBody);
    made.beginsInSubject = made.subject.endsWith(QLatin1Char('*'));
    made.beginsInBody = made.body.endsWith(QLatin1Char('*'));
    return made;
}

QStringList indexWords(const QString &text)
{
    QStringList words;
    QString word;
    const QList<uint> points = fold(text).toUcs4();
    for (const uint point : points) {
        if (isIndexed(point)) {
            const char32_t folded = QChar::toCaseFolded(char32_t(point));
            word += QString::fromUcs4(&folded, 1);
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

bool contains(const QStringList &textWords, const QStringList &words, bool beginning)
{
    if (words.isEmpty())
        return false;
    const qsizetype last = words.size() - 1;
    for (qsizetype at = 0; at + last < textWords.size(); ++at) {
        qsizetype same = 0;
        while (same < last && textWords[at + same] == words[same])
            ++same;
        if (same == last
            && (beginning ? textWords[at + last].startsWith(words[last])
                          : textWords[at + last] == words[last]))
            return true;
    }
    return false;
}

QString excerpt(const QString &text, const QStringList &words)
{
    QString line = text.simplified();
    line.remove(kMarkOn);
    line.remove(kMarkOff);
    const QList<Span> matches = matchesIn(PlainText(line), words);
    qsizetype from = matches.isEmpty() ? 0 : std::max<qsizetype>(0, matches[0].from - kExcerptBefore);
    if (from > 0) {
        const qsizetype space = line.indexOf(QLatin1Char(' '), from);
        from = space >= 0 && space < matches[0].from ? space + 1 : from;
    }
    const qsizetype to = std::min(line.size(), from + kExcerptLength);
    QString result = from > 0 ? QStringLiteral("…") : QString();
    qsizetype at = from;
    for (const Span &match : matches) {
        if (match.from < from || match.to > to)
            continue;
        result += line.mid(at, match.from - at) + kMarkOn
            + line.mid(match.from, match.to - match.from) + kMarkOff;
        at = match.to;
    }
    result += line.mid(at, to - at);
    return to < line.size() ? result + QStringLiteral("…") : result;
}

} // namespace vigie::searchtext
