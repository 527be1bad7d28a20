// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/settings.h"

#include <QSettings>

namespace vigie {

namespace {

constexpr SettingRow kRows[] = {
    {SettingKey::Language, "look/language", SettingRow::Text, ""},
    {SettingKey::Theme, "look/theme", SettingRow::Text, "auto"},
    {SettingKey::Notifications, "notifications/show", SettingRow::Flag, "true"},
    {SettingKey::NotificationText, "notifications/text", SettingRow::Flag, "true"},
    {SettingKey::NotificationPrivacy, "notifications/privacy", SettingRow::Text, ""},
    {SettingKey::QuietHours, "notifications/quiet", SettingRow::Flag, "false"},
    {SettingKey::QuietFrom, "notifications/quiet-from", SettingRow::Text, "22:00"},
    {SettingKey::QuietTo, "notifications/quiet-to", SettingRow::Text, "07:00"},
    {SettingKey::DigestHours, "notifications/digest", SettingRow::Text, "9,13,17"},
    {SettingKey::LastAccount, "account/last", SettingRow::Text, ""},
    {SettingKey::LastServer, "account/server", SettingRow::Text, ""},
    {SettingKey::WindowGeometry, "window/geometry", SettingRow::Bytes, ""},
    {SettingKey::WindowState, "window/state", SettingRow::Bytes, ""},
    {SettingKey::ReportKey, "report/key", SettingRow::Text, "Ctrl+Alt+H"},
    {SettingKey::ToldAboutTray, "told/tray", SettingRow::Flag, "false"},
    {SettingKey::DeskPhone, "desk/phone", SettingRow::Text, ""},
    {SettingKey::FactsLeftOut, "report/facts-left-out", SettingRow::Text, ""},
    {SettingKey::SelectAfterDrawing, "annotate/select-after-drawing", SettingRow::Flag, "false"},
    {SettingKey::Rulers, "annotate/rulers", SettingRow::Flag, "false"},
    {SettingKey::StepsExplained, "told/steps", SettingRow::Flag, "false"},
    {SettingKey::TakePointer, "capture/pointer", SettingRow::Flag, "false"},
    {SettingKey::CheckPictures, "report/check-pictures", SettingRow::Flag, "false"},
    {SettingKey::Shortcuts, "keys/chosen", SettingRow::Text, ""},
    {SettingKey::Desk, "desk/arranged", SettingRow::Text, ""},
    {SettingKey::DeskOpen, "desk/open", SettingRow::Text, ""},
};
static_assert(std::size(kRows) == kSettingKeys);

const QString kVersionKey = QStringLiteral("version");
constexpr int kVersion = 1;

} // namespace

Settings::Settings(const QString &root, std::unique_ptr<QSettings> policy, QObject *parent) :
    QObject(parent),
    m_file(std::make_unique<QSettings>(root + QStringLiteral("/vigie.ini"), QSettings::IniFormat)),
    m_policy(std::move(policy))
{
    // Numbered, so that a later Vigie knows what it finds.
    if (!m_file->contains(kVersionKey))
        m_file->setValue(kVersionKey, kVersion);
}

Settings::~Settings() = default;

const SettingRow &Settings::row(SettingKey key)
{
    for (const SettingRow &row : kRows) {
        if (row.key == key)
            return row;
    }
    return kRows[0];
}

QString Settings::text(SettingKey key) const
{
    return value(key, SettingRow::Text).toString();
}

bool Settings::flag(SettingKey key) const
{
    return value(key, SettingRow::Flag).toString() == QLatin1String("true");
}

QByteArray Settings::bytes(SettingKey key) const
{
    return value(key, SettingRow::Bytes).toByteArray();
}

bool Settings::isManaged(SettingKey key) const
{
    return m_policy && m_policy->contains(QLatin1String(row(key).name));
}

void Settings::setText(SettingKey key, const QString &text)
{
    setValue(key, SettingRow::Text, text);
}

void Settings::setFlag(SettingKey key, bool flag)
{
    setValue(key, SettingRow::Flag, flag ? QStringLiteral("true") : QStringLiteral("false"));
}

void Settings::setBytes(SettingKey key, const QByteArray &bytes)
{
    setValue(key, SettingRow::Bytes, bytes);
}

Done Settings::flush()
{
    m_file->sync();
    switch (m_file->status()) {
    case QSettings::NoError: return {};
    case QSettings::AccessError: return fail(ErrorCode::StoreReadOnly, m_file->fileName());
    case QSettings::FormatError: break;
    }
    return fail(ErrorCode::StoreFault, m_file->fileName());
}

QVariant Settings::value(SettingKey key, SettingRow::Type type) const
{
    const SettingRow &entry = row(key);
    Q_ASSERT(entry.type == type);
    Q_UNUSED(type)
    if (isManaged(key)) {
        // Registries and property lists have numbers and truths of their own.
        // A comma in a file that was written by hand makes a list of it.
        const QString decided =
            m_policy->value(QLatin1String(entry.name)).toStringList().join(QStringLiteral(", "));
        if (entry.type != SettingRow::Flag)
            return decided;
        if (decided == QLatin1String("1"))
            return QStringLiteral("true");
        return decided.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0
            ? QStringLiteral("true")
            : QStringLiteral("false");
    }
    return m_file->value(QLatin1String(entry.name), QString::fromLatin1(entry.otherwise));
}

void Settings::setValue(SettingKey key, SettingRow::Type type, const QVariant &next)
{
    if (isManaged(key) || value(key, type) == next)
        return;
    m_file->setValue(QLatin1String(row(key).name), next);
    Q_EMIT changed(key);
}

} // namespace vigie
