// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/firststeps.h"

namespace vigie {

namespace {

// These lists are no texts of the program and are not translated: people write in their own
// language, whatever the program's is. For another language, add what people there really begin
// with when they tell what they did, in lower case, without its subject; a word-by-word
// translation of a list here would find little.

const QStringList &subjects()
{
    static const QStringList list{
        // English
        QStringLiteral("i have already"), QStringLiteral("i already"), QStringLiteral("i have"),
        QStringLiteral("i've"), QStringLiteral("i"), QStringLiteral("we have already"),
        QStringLiteral("we already"), QStringLiteral("we have"), QStringLiteral("we've"),
        QStringLiteral("we"), QStringLiteral("already"), QStringLiteral("also"),
        QStringLiteral("then"), QStringLiteral("and"),
        // French
        QStringLiteral("j'ai déjà"), QStringLiteral("j'ai aussi"), QStringLiteral("j'ai"),
        QStringLiteral("je l'ai"), QStringLiteral("nous avons déjà"), QStringLiteral("nous avons"),
        QStringLiteral("nous l'avons"), QStringLiteral("on a déjà"), QStringLiteral("on a"),
        QStringLiteral("on l'a"), QStringLiteral("déjà"), QStringLiteral("puis"),
        QStringLiteral("ensuite"), QStringLiteral("et")};
    return list;
}

const QStringList &deeds()
{
    static const QStringList list{
        // English
        QStringLiteral("tried"), QStringLiteral("restarted"), QStringLiteral("rebooted"),
        QStringLiteral("tested"), QStringLiteral("checked"), QStringLiteral("verified"),
        QStringLiteral("reinstalled"), QStringLiteral("installed"), QStringLiteral("updated"),
        QStringLiteral("replaced"), QStringLiteral("swapped"), QStringLiteral("changed"),
        QStringLiteral("reset"), QStringLiteral("cleared"), QStringLiteral("cleaned"),
        QStringLiteral("disabled"), QStringLiteral("enabled"), QStringLiteral("unplugged"),
        QStringLiteral("reconnected"), QStringLiteral("turned it off"),
        QStringLiteral("turned off"), QStringLiteral("removed"), QStringLiteral("deleted"),
        QStringLiteral("signed out"), QStringLiteral("logged off"), QStringLiteral("reproduced"),
        QStringLiteral("rolled back"), QStringLiteral("compared"),
        // French
        QStringLiteral("essayé"), QStringLiteral("tenté"), QStringLiteral("testé"),
        QStringLiteral("vérifié"), QStringLiteral("contrôlé"), QStringLiteral("redémarré"),
        QStringLiteral("relancé"), QStringLiteral("réinstallé"), QStringLiteral("installé"),
        QStringLiteral("mis à jour"), QStringLiteral("remplacé"), QStringLiteral("échangé"),
        QStringLiteral("changé"), QStringLiteral("réinitialisé"), QStringLiteral("vidé"),
        QStringLiteral("nettoyé"), QStringLiteral("désactivé"), QStringLiteral("activé"),
        QStringLiteral("débranché"), QStringLiteral("rebranché"), QStringLiteral("éteint"),
        QStringLiteral("supprimé"), QStringLiteral("reproduit"), QStringLiteral("comparé")};
    return list;
}

const QStringList &leftovers()
{
    static const QStringList list{
        // English
        QStringLiteral("not tried"), QStringLiteral("not tested"), QStringLiteral("not checked"),
        QStringLiteral("not yet"), QStringLiteral("not done"), QStringLiteral("still to"),
        QStringLiteral("to try"), QStringLiteral("to test"), QStringLiteral("to check"),
        QStringLiteral("next step"), QStringLiteral("next:"), QStringLiteral("we could try"),
        QStringLiteral("we should try"), QStringLiteral("i have not"), QStringLiteral("i haven't"),
        QStringLiteral("we have not"), QStringLiteral("we haven't"), QStringLiteral("did not try"),
        // French
        QStringLiteral("pas encore"), QStringLiteral("pas essayé"), QStringLiteral("pas testé"),
        QStringLiteral("pas vérifié"), QStringLiteral("non testé"), QStringLiteral("non vérifié"),
        QStringLiteral("reste à"), QStringLiteral("il reste à"), QStringLiteral("à essayer"),
        QStringLiteral("à tester"), QStringLiteral("à vérifier"), QStringLiteral("à faire"),
        QStringLiteral("prochaine étape"), QStringLiteral("je n'ai pas"),
        QStringLiteral("nous n'avons pas"), QStringLiteral("on n'a pas")};
    return list;
}

QString folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C)
        .toLower()
        .replace(QChar(0x2019), QLatin1Char('\''))
        .simplified();
}

/// How much of `text` one of the beginnings takes; 0 when it begins otherwise. Words are whole.
qsizetype beginning(const QString &text, const QStringList &beginnings)
{
    qsizetype longest = 0;
    for (const QString &word : beginnings) {
        const bool whole = text.size() == word.size() || !word.back().isLetter()
            || (text.size() > word.size() && !text.at(word.size()).isLetter());
        if (word.size() > longest && text.startsWith(word) && whole)
            longest = word.size();
    }
    return longest;
}

bool isDeed(const QString &sentence)
{
    QString text = folded(sentence);
    if (beginning(text, deeds()) > 0)
        return true;
    // "And then I …": a few words before the deed itself.
    for (int words = 0; words < 3; ++words) {
        const qsizetype subject = beginning(text, subjects());
        if (subject == 0)
            return false;
        text = text.mid(subject).trimmed();
        if (beginning(text, deeds()) > 0)
            return true;
    }
    return false;
}

/// The lines that are the author's own.
QStringList ownLines(const QString &body)
{
    QStringList lines;
    for (const QString &line : body.split(QLatin1Char('\n'))) {
        const QString text = line.trimmed();
        if (!text.isEmpty() && !text.startsWith(QLatin1Char('>')))
            lines.append(text);
    }
    return lines;
}

/// Takes "- ", "* ", "• ", "1. " or "2) " away.
QString withoutBullet(const QString &line)
{
    qsizetype at = 0;
    while (at < line.size() && at < 3 && line.at(at).isDigit())
        ++at;
    const QString marks = at > 0 ? QStringLiteral(".)") : QStringLiteral("-*+•–");
    const bool bullet =
        at + 1 < line.size() && marks.contains(line.at(at)) && line.at(at + 1).isSpace();
    return bullet ? line.mid(at + 2).trimmed() : line;
}

QStringList sentencesOf(const QString &line)
{
    QStringList sentences;
    qsizetype from = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool end = QStringLiteral(".!?;…").contains(line.at(i))
            && (i + 1 == line.size() || line.at(i + 1).isSpace());
        if (!end)
            continue;
        sentences.append(line.mid(from, i + 1 - from).trimmed());
        from = i + 1;
    }
    if (from < line.size())
        sentences.append(line.mid(from).trimmed());
    sentences.removeAll(QString());
    return sentences;
}

/// Without the mark at its end, so that it can stand in a list.
QString asItem(QString sentence)
{
    while (!sentence.isEmpty() && QStringLiteral(".;").contains(sentence.back()))
        sentence.chop(1);
    return sentence.trimmed();
}

/// An earlier summary tells others' words in quotation marks: they stand where they were written.
bool isQuoted(const QString &text)
{
    return text.startsWith(QChar(0x201C)) || text.startsWith(QChar(0x00AB));
}

} // namespace

FirstSteps firstStepsIn(const QString &body)
{
    FirstSteps steps;
    const auto add = [](QStringList &list, const QString &text) {
        const QString item = asItem(text);
        if (!item.isEmpty() && !isQuoted(item))
            list.append(item);
    };
    for (const QString &line : ownLines(body)) {
        const QString text = withoutBullet(line);
        const bool item = text != line;
        if (item && text.startsWith(QLatin1String("[ ]"))) {
            add(steps.open, text.mid(3).trimmed());
            continue;
        }
        if (item && text.startsWith(QLatin1String("[x]"), Qt::CaseInsensitive)) {
            add(steps.tried, text.mid(3).trimmed());
            continue;
        }
        for (const QString &sentence : sentencesOf(text)) {
            if (sentence.endsWith(QLatin1Char('?')))
                continue;
            if (beginning(folded(sentence), leftovers()) > 0)
                add(steps.open, sentence);
            else if (isDeed(sentence))
                add(steps.tried, sentence);
        }
    }
    return steps;
}

QStringList questionsIn(const QString &body)
{
    QStringList questions;
    for (const QString &line : ownLines(body)) {
        for (const QString &sentence : sentencesOf(withoutBullet(line))) {
            if (sentence.size() > 3 && sentence.endsWith(QLatin1Char('?')) && !isQuoted(sentence))
                questions.append(sentence);
        }
    }
    return questions;
}

} // namespace vigie
