// SPDX-License-Identifier: GPL-3.0-or-later
#include "miningbench.h"

#include "core/base/json.h"
#include "core/base/rng.h"
#include "core/text/searchtext.h"
#include "csvrows.h"
#include "meter.h"

#include <QMap>

#include <algorithm>
#include <cstdio>

namespace vigie::bench {

namespace {

constexpr qint64 kNow = 1'750'000'000'000;
constexpr double kRight = 0.6;
constexpr qsizetype kFrequentLabels = 20;

QMap<QString, int> counted(const QStringList &labels)
{
    QMap<QString, int> counts;
    for (const QString &label : labels)
        ++counts[label];
    return counts;
}

QStringList mostFrequent(const QStringList &labels)
{
    const QMap<QString, int> counts = counted(labels);
    QStringList names = counts.keys();
    std::stable_sort(names.begin(), names.end(), [&counts](const QString &a, const QString &b) {
        return counts.value(a) > counts.value(b);
    });
    return names.mid(0, kFrequentLabels);
}

/// The commonest label of a candidate's tickets, and how large its share is.
std::pair<QString, double> labelOf(const knowledge::FaqCandidate &candidate,
                                   const QStringList &labels)
{
    QStringList own;
    for (const QString &id : candidate.tickets)
        own.append(labels.value(id.toInt()));
    const QString label = mostFrequent(own).value(0);
    return {label, double(own.count(label)) / double(std::max<qsizetype>(1, own.size()))};
}

QString thinned(const QString &text, Rng &rng)
{
    QStringList kept;
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (rng.below(3) > 0)
            kept.append(word);
    }
    return kept.join(QLatin1Char(' '));
}

} // namespace

Result<LabelledTickets> labelledTickets(const QString &csv)
{
    VIGIE_TRY_ASSIGN(rows, readCsv(csv));
    LabelledTickets labelled;
    for (const auto &row : std::as_const(rows)) {
        knowledge::MinedTicket ticket;
        ticket.id = QString::number(labelled.tickets.size());
        ticket.title = row.value(QStringLiteral("title"));
        ticket.report = row.value(QStringLiteral("body"));
        ticket.createdAt = kNow;
        labelled.tickets.append(ticket);
        labelled.labels.append(row.value(QStringLiteral("category")) + QLatin1Char('/')
                               + row.value(QStringLiteral("sub_category1")));
    }
    if (labelled.tickets.isEmpty())
        return fail(ErrorCode::Invalid, csv + QStringLiteral(" has no rows"));
    return labelled;
}

LabelledTickets madeUpTickets(qsizetype count, quint64 seed)
{
    constexpr quint64 kTopics = 30;
    SeededRng rng(seed);
    const auto word = [](quint64 number) { return QStringLiteral("word%1q").arg(number); };
    LabelledTickets made;
    for (qsizetype i = 0; i < count; ++i) {
        const quint64 topic = std::min(rng.below(kTopics), rng.below(kTopics));
        QStringList words;
        for (int k = 0; k < 8; ++k)
            words.append(word(1000 * (topic + 1) + rng.below(10)));
        for (int k = 0; k < 8; ++k)
            words.append(word(rng.below(900)));
        knowledge::MinedTicket ticket;
        ticket.id = QString::number(i);
        ticket.title = words.mid(0, 3).join(QLatin1Char(' '));
        ticket.report = words.join(QLatin1Char(' '));
        ticket.createdAt = kNow;
        made.tickets.append(ticket);
        made.labels.append(QString::number(topic));
    }
    return made;
}

LabelledTickets everyOther(const LabelledTickets &all, qsizetype first, qsizetype step)
{
    LabelledTickets some;
    for (qsizetype i = first; i < all.tickets.size(); i += step) {
        some.tickets.append(all.tickets.at(i));
        some.tickets.last().id = QString::number(some.labels.size());
        some.labels.append(all.labels.at(i));
    }
    return some;
}

QList<knowledge::MinedTicket> multiplied(const LabelledTickets &all, qsizetype count, quint64 seed)
{
    SeededRng rng(seed);
    QList<knowledge::MinedTicket> tickets;
    tickets.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        knowledge::MinedTicket ticket = all.tickets.at(i % all.tickets.size());
        ticket.id = QString::number(i);
        ticket.title = thinned(ticket.title, rng);
        ticket.report = thinned(ticket.report, rng);
        tickets.append(ticket);
    }
    return tickets;
}

void measurePrecision(const QString &name, const LabelledTickets &labelled, bool shown)
{
    const QList<knowledge::FaqCandidate> candidates =
        knowledge::mineCandidates(labelled.tickets, kNow);
    const QStringList frequent = mostFrequent(labelled.labels);
    QJsonObject line{{QStringLiteral("name"), name},
                     {QStringLiteral("tickets"), labelled.tickets.size()},
                     {QStringLiteral("candidates"), candidates.size()}};
    int right = 0;
    int covered = 0;
    for (qsizetype i = 0; i < candidates.size() && i < 30; ++i) {
        const auto [label, share] = labelOf(candidates[i], labelled.labels);
        const bool good = share >= kRight && frequent.contains(label);
        right += good ? 1 : 0;
        covered += candidates[i].count;
        if (shown)
            std::fprintf(stderr, "%c %4d %5.2f %-8s %s | %s\n", good ? '+' : '-',
                         candidates[i].count, share, qPrintable(label),
                         qPrintable(candidates[i].words.join(QLatin1Char(' '))),
                         qPrintable(candidates[i].title));
        if (i == 9 || i == 19 || i == 29) {
            const QString at = QString::number(i + 1);
            line.insert(QStringLiteral("precision@") + at, double(right) / double(i + 1));
            line.insert(QStringLiteral("covered@") + at, covered);
        }
    }
    std::fprintf(stdout, "%s\n", json::compact(line).constData());
    std::fflush(stdout);
}

Done measureMining(const QList<knowledge::MinedTicket> &tickets, int rounds)
{
    const Metric metric{
        QStringLiteral("mining, against cutting the texts into words"),
        [&tickets](int) {
            qsizetype words = 0;
            for (const knowledge::MinedTicket &ticket : tickets)
                words += searchtext::indexWords(ticket.title).size()
                    + searchtext::indexWords(ticket.report).size();
            return words > 0 ? Done() : Done(fail(ErrorCode::Bug));
        },
        [&tickets](int) {
            return knowledge::mineCandidates(tickets, kNow).isEmpty() ? Done(fail(ErrorCode::Bug))
                                                                      : Done();
        },
        {}, 1, {}};
    VIGIE_TRY(measure(metric, QStringLiteral("%1 tickets").arg(tickets.size()), rounds));
    return {};
}

} // namespace vigie::bench
