// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/handovertext.h"

#include "app/text/enumtext.h"
#include "app/text/facttext.h"
#include "app/text/firststeps.h"
#include "app/text/laddertext.h"
#include "app/text/timetext.h"

#include <QLocale>
#include <QSet>

namespace vigie {

namespace {

constexpr qsizetype kQuoteLength = 600;
constexpr qsizetype kLineLength = 160;
constexpr qsizetype kMostLines = 10; ///< of each list

QString cut(const QString &text, qsizetype most)
{
    return text.size() <= most ? text : text.left(most - 1).trimmed() + QStringLiteral("…");
}

QString oneLine(const QString &text)
{
    return cut(text.simplified(), kLineLength);
}

/// Foreign lines, each behind a mark, so that none of them begins anything.
QString quotation(const QString &text)
{
    QString quoted;
    for (const QString &line : cut(text.trimmed(), kQuoteLength).split(QLatin1Char('\n')))
        quoted += QStringLiteral("> ") + line.trimmed() + QLatin1Char('\n');
    return quoted.trimmed();
}

bool isWords(const Message &message)
{
    return message.kind != MessageKind::Event;
}

QString keyOf(const QString &words)
{
    return words.simplified().toCaseFolded();
}

/// Sayings, each once, the newest `kMostLines` of them.
class Sayings
{
public:
    void add(const QString &words, const QString &author)
    {
        const QString key = keyOf(words);
        if (m_keys.contains(key))
            return;
        m_keys.insert(key);
        m_list.append({oneLine(words), author});
    }
    void dropAll(const QSet<QString> &keys)
    {
        m_list.removeIf([&keys](const Saying &one) { return keys.contains(keyOf(one.words)); });
    }
    [[nodiscard]] QList<Saying> list() const
    {
        return m_list.mid(std::max<qsizetype>(0, m_list.size() - kMostLines));
    }

private:
    QSet<QString> m_keys;
    QList<Saying> m_list;
};

QString heading(const QString &name)
{
    return QStringLiteral("**%1**").arg(name);
}

QString headed(const QString &name, const QString &line)
{
    return heading(name) + QLatin1Char(' ') + line;
}

QString listOf(const QString &name, const QStringList &lines)
{
    QString text = heading(name);
    for (const QString &line : lines)
        text += QStringLiteral("\n- ") + line;
    return text;
}

} // namespace

QString HandoverText::said(const Saying &saying)
{
    return saying.author.isEmpty()
        ? tr("“%1”", "somebody's words").arg(saying.words)
        : tr("“%1” – %2", "somebody's words, who").arg(saying.words, saying.author);
}

QList<Saying> HandoverText::tried(const QList<Message> &thread, const QList<MessageId> &among)
{
    Sayings found;
    for (const Message &message : thread) {
        if (!isWords(message) || (!among.isEmpty() && !among.contains(message.id)))
            continue;
        const QStringList steps = firstStepsIn(message.body).tried;
        for (const QString &step : steps)
            found.add(step, message.authorName);
    }
    return found.list();
}

QList<Saying> HandoverText::notTried(const QList<Message> &thread)
{
    Sayings left;
    QSet<QString> done;
    for (const Message &message : thread) {
        if (!isWords(message))
            continue;
        const FirstSteps steps = firstStepsIn(message.body);
        for (const QString &step : steps.open)
            left.add(step, message.authorName);
        for (const QString &step : steps.tried)
            done.insert(keyOf(step)); // "- [x] …" ends an earlier "- [ ] …"
    }
    left.dropAll(done);
    return left.list();
}

/// Those that nobody has had a chance to answer: behind the other side's newest public words.
QList<Saying> HandoverText::openQuestions(const Ticket &ticket,
                                           const QList<Message> &thread)
{
    Sayings asked;
    PersonId side;
    for (const Message &message : thread) {
        if (!isWords(message) || message.visibility != Visibility::Public)
            continue;
        const PersonId &requester = ticket.requester;
        const PersonId speaker = message.author == requester ? requester : PersonId();
        if (speaker != side)
            asked = {};
        side = speaker;
        for (const QString &question : questionsIn(message.body))
            asked.add(question, message.authorName);
    }
    return asked.list();
}

QStringList HandoverText::facts(const Kit &kit)
{
    QStringList lines;
    for (auto fact = kit.facts.cbegin(); fact != kit.facts.cend(); ++fact) {
        const QString value = oneLine(FactText::value(fact.key(), fact.value()));
        if (!value.isEmpty() && lines.size() < kMostLines)
            lines.append(tr("%1: %2", "a fact and its value")
                             .arg(oneLine(FactText::label(fact.key())), value));
    }
    return lines;
}

QString HandoverText::when(const Ticket &ticket, qint64 now)
{
    QStringList said;
    if (ticket.kit.startedAt > 0)
        said.append(tr("since %1", "a moment").arg(TimeText::moment(ticket.kit.startedAt, now)));
    if (!ticket.kit.when.trimmed().isEmpty())
        said.append(tr("“%1”", "somebody's words").arg(oneLine(ticket.kit.when)));
    const qint64 asked = ticket.createdAt > 0 ? ticket.createdAt : ticket.writtenAt;
    said.append(tr("reported %1", "a moment").arg(TimeText::moment(asked, now)));
    return said.join(QStringLiteral(", "));
}

QString HandoverText::who(const Ticket &ticket)
{
    QStringList said{oneLine(ticket.requesterName)};
    if (ticket.kit.affected != Affected::Me)
        said.append(EnumText::of(ticket.kit.affected));
    if (!ticket.kit.who.trimmed().isEmpty())
        said.append(tr("“%1”", "somebody's words").arg(oneLine(ticket.kit.who)));
    if (ticket.kit.people > 1)
        said.append(tr("%Ln people hit", "people", ticket.kit.people));
    if (!ticket.contactName.isEmpty())
        said.append(tr("in contact with %1").arg(oneLine(ticket.contactName)));
    said.removeAll(QString());
    return said.join(QStringLiteral(", "));
}

QString HandoverText::summary(const Ticket &ticket, const QList<Message> &thread,
                              const Ladder &ladder, const NamesById &names, qint64 now)
{
    const auto sayings = [](const QList<Saying> &list) {
        QStringList lines;
        for (const Saying &saying : list)
            lines.append(said(saying));
        return lines;
    };
    QStringList parts{headed(tr("What:"), oneLine(ticket.title))};
    if (!ticket.kit.what.trimmed().isEmpty() && ticket.kit.what.simplified() != ticket.title)
        parts.append(quotation(ticket.kit.what));
    if (!ticket.kit.errorText.trimmed().isEmpty())
        parts.append(heading(tr("Error message:")) + QLatin1Char('\n')
                     + quotation(ticket.kit.errorText));
    parts.append(headed(tr("When:"), when(ticket, now)));
    parts.append(headed(tr("Who:"), who(ticket)));
    if (const QStringList lines = facts(ticket.kit); !lines.isEmpty())
        parts.append(listOf(tr("The computer:"), lines));
    const QStringList done = sayings(tried(thread));
    parts.append(done.isEmpty() ? headed(tr("Tried:"), tr("nothing that was written down"))
                                : listOf(tr("Tried:"), done));
    if (const QStringList left = sayings(notTried(thread)); !left.isEmpty())
        parts.append(listOf(tr("Not tried yet:"), left));
    for (auto entry = thread.crbegin(); entry != thread.crend(); ++entry) {
        const Message &message = *entry;
        if (message.author != ticket.requester || message.kind != MessageKind::Reply)
            continue;
        const qint64 at = message.receivedAt > 0 ? message.receivedAt : message.writtenAt;
        parts.append(heading(tr("Last words of %1, %2:", "a person, a moment")
                                 .arg(oneLine(message.authorName), TimeText::moment(at, now)))
                     + QLatin1Char('\n') + quotation(message.body));
        break;
    }
    if (const QStringList asked = sayings(openQuestions(ticket, thread)); !asked.isEmpty())
        parts.append(listOf(tr("Open questions:"), asked));
    if (ladder.transfers > 0)
        parts.append(headed(tr("Path so far:"), LadderText::path(ladder, names)));
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace vigie
