// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/machineparsers.h"

#include "core/base/limits.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslCertificateExtension>

#include <algorithm>
#include <limits>

namespace vigie::machine {

namespace {

constexpr qint64 kMostTime = 253'402'300'799'999; // the end of the year 9999
constexpr int kListed = 5; ///< entries of a fact that lists things

/// The number in "MemTotal:   16316412 kB"; -1 when there is none.
qint64 kilobytes(const QByteArray &line)
{
    const QList<QByteArray> words = line.simplified().split(' ');
    bool ok = false;
    const qint64 number = words.value(1).toLongLong(&ok);
    return ok && number >= 0 && number < std::numeric_limits<qint64>::max() / 1024 ? number : -1;
}

/// The names in "a:amd64 (1.0, 1.1), b (2)".
QStringList packages(const QString &line)
{
    QStringList names;
    for (const QString &entry : line.split(QStringLiteral("), "), Qt::SkipEmptyParts)) {
        const QString name =
            cleaned(entry.section(QLatin1Char(' '), 0, 0).section(QLatin1Char(':'), 0, 0));
        if (!name.isEmpty())
            names.append(name);
    }
    return names;
}

qint64 localTime(const QString &text)
{
    const QDateTime at =
        QDateTime::fromString(text.simplified(), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    return at.isValid() ? std::clamp<qint64>(at.toMSecsSinceEpoch(), 0, kMostTime) : 0;
}

} // namespace

QString cleaned(const QString &text)
{
    QString line;
    for (const QChar c : text.left(4 * limits::kFactLength)) {
        const bool space = c.isSpace() || c.category() == QChar::Other_Control;
        // Marks that turn the writing around would let a name pretend to be another one.
        if (space)
            line.append(QLatin1Char(' '));
        else if (c.category() != QChar::Other_Format)
            line.append(c);
    }
    return line.simplified().left(limits::kFactLength);
}

std::optional<Room> memoryFrom(const QByteArray &meminfo)
{
    Room room{-1, -1};
    for (const QByteArray &line : meminfo.split('\n')) {
        if (line.startsWith("MemTotal:"))
            room.all = kilobytes(line);
        else if (line.startsWith("MemAvailable:"))
            room.free = kilobytes(line);
    }
    if (room.all <= 0 || room.free < 0 || room.free > room.all)
        return std::nullopt;
    return Room{room.free * 1024, room.all * 1024};
}

QString roomText(const Room &room)
{
    if (room.all <= 0 || room.free < 0 || room.free > room.all)
        return {};
    return QStringLiteral("%1/%2").arg(room.free).arg(room.all);
}

qint64 startFrom(const QByteArray &stat)
{
    for (const QByteArray &line : stat.split('\n')) {
        if (!line.startsWith("btime "))
            continue;
        bool ok = false;
        const qint64 seconds = line.mid(6).trimmed().toLongLong(&ok);
        return ok && seconds > 0 && seconds <= kMostTime / 1000 ? seconds * 1000 : 0;
    }
    return 0;
}

QStringList defaultRoutesFrom(const QByteArray &routes)
{
    struct Route {
        qint64 metric;
        QString name;
    };
    QList<Route> found;
    const QList<QByteArray> lines = routes.split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        // Iface Destination Gateway Flags RefCnt Use Metric Mask …
        const QList<QByteArray> words = lines.at(i).simplified().split(' ');
        if (words.size() < 8 || words.at(1) != "00000000" || words.at(7) != "00000000")
            continue;
        constexpr int up = 1;
        if ((words.at(3).toInt(nullptr, 16) & up) == 0)
            continue;
        found.append({words.at(6).toLongLong(), cleaned(QString::fromUtf8(words.at(0)))});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Route &a, const Route &b) { return a.metric < b.metric; });
    QStringList names;
    for (const Route &route : std::as_const(found)) {
        if (!route.name.isEmpty() && !names.contains(route.name))
            names.append(route.name);
    }
    return names;
}

QList<Update> updatesFrom(const QByteArray &aptHistory)
{
    QList<Update> updates;
    Update update;
    const auto keep = [&updates, &update] {
        if (update.at > 0 && !update.names.isEmpty())
            updates.prepend(update);
        update = {};
    };
    for (const QString &line : QString::fromUtf8(aptHistory).split(QLatin1Char('\n'))) {
        const QString value = line.section(QStringLiteral(": "), 1);
        if (line.startsWith(QLatin1String("Start-Date: "))) {
            keep();
            update.at = localTime(value);
        } else if (line.startsWith(QLatin1String("Install: "))
                   || line.startsWith(QLatin1String("Upgrade: "))) {
            update.names.append(packages(value));
        }
    }
    keep();
    std::stable_sort(updates.begin(), updates.end(),
                     [](const Update &a, const Update &b) { return a.at > b.at; });
    return updates;
}

std::optional<Device> deviceFrom(const QByteArray &udevRecord)
{
    Device device;
    QString model;
    for (const QByteArray &line : udevRecord.split('\n')) {
        if (line.startsWith("I:"))
            device.addedUs = line.mid(2).toLongLong();
        else if (line.startsWith("E:ID_MODEL_FROM_DATABASE="))
            device.name = cleaned(QString::fromUtf8(line.mid(25)));
        else if (line.startsWith("E:ID_MODEL="))
            model = cleaned(QString::fromUtf8(line.mid(11)).replace(QLatin1Char('_'), QLatin1Char(' ')));
    }
    if (!model.isEmpty())
        device.name = model; // the device's own word is nearer to what is printed on it
    if (device.addedUs <= 0 || device.name.isEmpty())
        return std::nullopt;
    return device;
}

QString crashedProgram(const QString &name)
{
    static const QRegularExpression apport(QStringLiteral("^(_[^.]+(?:\\.[^.]+)*?)\\.\\d+\\.crash$"));
    static const QRegularExpression mac(
        QStringLiteral("^(.+?)[-_]\\d{4}-\\d{2}-\\d{2}-\\d{6}(?:[-_.].*)?\\.(?:ips|crash)$"));
    static const QRegularExpression windows(
        QStringLiteral("^(?:AppCrash|AppHang|Critical)_([^_]+(?:_[^_]+)*?\\.exe)_"),
        QRegularExpression::CaseInsensitiveOption);
    const QString given = name.left(limits::kFactLength);
    if (const auto match = apport.match(given); match.hasMatch())
        return cleaned(match.captured(1).section(QLatin1Char('_'), -1));
    for (const QRegularExpression *pattern : {&mac, &windows}) {
        if (const auto match = pattern->match(given); match.hasMatch())
            return cleaned(match.captured(1));
    }
    return {};
}

namespace {

bool isAuthority(const QSslCertificate &certificate)
{
    const QList<QSslCertificateExtension> all = certificate.extensions();
    for (const QSslCertificateExtension &one : all) {
        if (one.oid() == QLatin1String("2.5.29.19")) // basicConstraints, RFC 5280 §4.2.1.9
            return one.value().toMap().value(QStringLiteral("ca")).toBool();
    }
    return false;
}

qint64 localTime(const QString &text, const QString &format)
{
    const QDateTime at = QDateTime::fromString(text, format);
    return at.isValid() ? at.toMSecsSinceEpoch() : 0;
}

} // namespace

qint64 firstEnd(const QList<QByteArray> &certificates, qint64 now)
{
    constexpr qint64 kForgottenMs = 90LL * 24 * 3'600'000;
    qint64 first = 0;
    for (const QByteArray &bytes : certificates) {
        const QSsl::EncodingFormat format = bytes.contains("-----BEGIN") ? QSsl::Pem : QSsl::Der;
        const QList<QSslCertificate> all = QSslCertificate::fromData(bytes, format);
        for (const QSslCertificate &one : all) {
            const qint64 end = one.expiryDate().toMSecsSinceEpoch();
            if (one.isNull() || isAuthority(one) || end < now - kForgottenMs)
                continue;
            first = first == 0 ? end : std::min(first, end);
        }
    }
    return first;
}

qint64 snapshotTime(const QString &folder)
{
    return localTime(folder, QStringLiteral("yyyy-MM-dd_hh-mm-ss"));
}

qint64 settingTime(const QByteArray &said)
{
    const QString text = QString::fromLatin1(said.trimmed()).remove(QLatin1Char('\''));
    const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    return at.isValid() ? at.toMSecsSinceEpoch() : 0;
}

qint64 timeMachineTime(const QByteArray &said)
{
    QString name = QString::fromUtf8(said.trimmed()).section(QLatin1Char('/'), -1);
    if (name.endsWith(QLatin1String(".backup")))
        name.chop(7);
    return localTime(name, QStringLiteral("yyyy-MM-dd-hhmmss"));
}

QString timeText(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mmZ"));
}

QString listText(const QList<MachineEvent> &events)
{
    QList<MachineEvent> sorted = events;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const MachineEvent &a, const MachineEvent &b) { return a.at > b.at; });
    QStringList lines;
    for (const MachineEvent &event : std::as_const(sorted)) {
        if (lines.size() == kListed)
            break;
        QString line = timeText(event.at) + QLatin1Char(' ')
            + QString(event.detail).remove(QLatin1Char(';')).left(60);
        if (event.others > 0)
            line += QStringLiteral(" +%1").arg(event.others);
        lines.append(line);
    }
    return lines.join(QStringLiteral("; "));
}

QList<MachineEvent> recent(QList<MachineEvent> events, qint64 now)
{
    const auto old = [now](const MachineEvent &event) {
        return event.at > now || now - event.at > limits::kMachineEventsMs;
    };
    events.erase(std::remove_if(events.begin(), events.end(), old), events.end());
    std::stable_sort(events.begin(), events.end(),
                     [](const MachineEvent &a, const MachineEvent &b) { return a.at > b.at; });
    return events.mid(0, limits::kMachineEvents);
}

} // namespace vigie::machine
