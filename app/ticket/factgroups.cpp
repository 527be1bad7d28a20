// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/factgroups.h"

#include "app/text/facttext.h"

#include <QCoreApplication>

namespace vigie {

namespace {

class FactGroupWords
{
    Q_DECLARE_TR_FUNCTIONS(FactGroups)
};

} // namespace

QList<FactGroup> factGroups(const Kit &kit)
{
    struct Shelf {
        const char *key;
        QString title;
        QStringList facts; ///< in the order in which they are asked for on the telephone
    };
    const auto keys = [](const char *words) {
        return QString::fromLatin1(words).split(QLatin1Char(' '));
    };
    const QList<Shelf> shelves{
        {"system", FactGroupWords::tr("System"), keys("host os kernel build client")},
        {"room", FactGroupWords::tr("Space and memory"), keys("disk.system disk.home memory")},
        {"surroundings", FactGroupWords::tr("Network and screens"),
         keys("network session screens keyboard locale timezone")},
        {"lately", FactGroupWords::tr("What happened lately"),
         keys("started updates crashes certificate backup")}};
    QMap<QString, QString> left = kit.facts;
    QList<FactGroup> groups;
    const auto close = [&groups](FactGroup &group) {
        if (!group.facts.isEmpty())
            groups.append(std::move(group));
    };
    const auto put = [](FactGroup &group, const QString &key, const QString &value) {
        if (const QString words = FactText::value(key, value).trimmed(); !words.isEmpty())
            group.facts.append({FactText::label(key), words});
    };
    for (const Shelf &shelf : shelves) {
        FactGroup group{QLatin1String(shelf.key), shelf.title, {}};
        for (const QString &key : shelf.facts) {
            if (left.contains(key))
                put(group, key, left.take(key));
        }
        close(group);
    }
    FactGroup rest{QStringLiteral("other"), FactGroupWords::tr("Other facts"), {}};
    for (auto fact = left.cbegin(); fact != left.cend(); ++fact)
        put(rest, fact.key(), fact.value());
    close(rest);
    return groups;
}

QString textOf(const QList<FactGroup> &groups)
{
    QStringList lines;
    for (const FactGroup &group : groups) {
        for (const ThreadItem::Fact &fact : group.facts)
            lines.append(FactGroupWords::tr("%1: %2", "a fact about a computer")
                             .arg(fact.label, fact.value));
    }
    return lines.join(u'\n');
}

} // namespace vigie
