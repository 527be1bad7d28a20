// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

class QSettings;

namespace vigie {

enum class SettingKey {
    Language,
    Theme,
    Notifications,
    NotificationText, ///< of earlier versions: false = NoticePrivacy::Count
    NotificationPrivacy, ///< a name of NoticePrivacy; empty = as NotificationText says
    QuietHours,
    QuietFrom, ///< "22:00", local time
    QuietTo,
    DigestHours, ///< "9,13,17", local time
    LastAccount,
    LastServer,
    WindowGeometry,
    WindowState,
    ToldAboutTray,
    ReportKey,
    DeskPhone,    ///< the helpdesk's telephone number
    FactsLeftOut, ///< keys of facts about the computer, with commas
    SelectAfterDrawing,
    Rulers, ///< beside the picture in the editor
    StepsExplained, ///< the person has read what a recording of steps records
    TakePointer, ///< pictures of the screen hold the mouse pointer
    CheckPictures, ///< a report's screenshots are looked at before it is sent
    Shortcuts, ///< chosen keys, as textOf(KeyChoices) writes them
    Desk,      ///< how the agent's desk is arranged, as DeskHabits writes it
    DeskOpen,  ///< which tickets lie open there: a DeskSession for each account
};
inline constexpr int kSettingKeys = 25;

/// One row of the table of settings.
struct SettingRow {
    SettingKey key;
    const char *name; ///< in the file
    enum Type { Text, Flag, Bytes } type;
    const char *otherwise; ///< the default, as text
};

/// What a person chose, in vigie.ini in the profile root. One table says what there is, of which
/// type, with which default; a damaged or foreign value becomes the default. What the organisation
/// decided for this computer comes before all of it. No secrets.
class Settings final : public QObject
{
    Q_OBJECT

public:
    /// `policy`: what the organisation decided, which wins; may be null. See openSitePolicy().
    Settings(const QString &root, std::unique_ptr<QSettings> policy, QObject *parent);
    ~Settings() override;

    [[nodiscard]] QString text(SettingKey key) const;
    [[nodiscard]] bool flag(SettingKey key) const;
    [[nodiscard]] QByteArray bytes(SettingKey key) const;
    /// Decided by the organisation: what a person sets changes nothing.
    [[nodiscard]] bool isManaged(SettingKey key) const;
    void setText(SettingKey key, const QString &value);
    void setFlag(SettingKey key, bool value);
    void setBytes(SettingKey key, const QByteArray &value);
    /// StoreReadOnly or StoreFault when the last write did not reach the disk.
    [[nodiscard]] Done flush();

    [[nodiscard]] static const SettingRow &row(SettingKey key);

Q_SIGNALS:
    void changed(vigie::SettingKey key);

private:
    [[nodiscard]] QVariant value(SettingKey key, SettingRow::Type type) const;
    void setValue(SettingKey key, SettingRow::Type type, const QVariant &value);

    std::unique_ptr<QSettings> m_file;
    std::unique_ptr<QSettings> m_policy;
};

} // namespace vigie
