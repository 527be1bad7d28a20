// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/noticechoices.h"

#include <QDialog>
#include <QString>

class QCheckBox;
class QComboBox;
class QKeySequenceEdit;
class QLineEdit;
class QStackedWidget;
class QTimeEdit;
class QVBoxLayout;

namespace vigie {

class Banner;
class ChoiceChips;
class HourChips;
class Label;
class Workspace;

/// What the organisation decided; it is shown, and cannot be changed.
struct ManagedPreferences {
    bool language = false;
    bool theme = false;
    bool reportKey = false;
    bool deskPhone = false;
    bool notices = false;

    bool operator==(const ManagedPreferences &) const = default;
};

/// What a person may choose about their Vigie.
struct Preferences {
    QString language; ///< "fr", "en" or empty = the system's
    QString theme;    ///< "light", "dark" or "auto"
    QString deskPhone; ///< the helpdesk's telephone number; empty = not known
    bool autostart = false;
    NoticeChoices notices;
    ManagedPreferences managed;
    QString reportKey; ///< portable text of the key that begins a report; empty = none

    bool operator==(const Preferences &) const = default;
};

/// Preferences take effect at once; there is nothing to confirm. A page for the program, one for
/// notifications.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    PreferencesDialog(const Preferences &preferences, QWidget *parent);

    /// Why the key does not work; empty when it does.
    void showKeyTrouble(const QString &words);
    /// Shows all lists of an agent with how loud each may be. What is chosen there is kept by the
    /// workspace's services, and not told by changed().
    void offerLists(Workspace &workspace);
    /// Tells in the dialog that something could not be done.
    void tell(const QString &words);

Q_SIGNALS:
    void changed(const vigie::Preferences &preferences);

private:
    void buildGeneral(QVBoxLayout *column);
    void buildNotices(QVBoxLayout *column);
    QVBoxLayout *addPage(const QString &name);
    void connectAll();
    [[nodiscard]] NoticeChoices notices() const;
    void showNotices();
    void lockManaged();
    void edited();

    Preferences m_preferences;
    Banner *m_banner;
    ChoiceChips *m_pages;
    QStackedWidget *m_stack;
    QVBoxLayout *m_noticeColumn = nullptr;
    QComboBox *m_language;
    QComboBox *m_theme;
    QKeySequenceEdit *m_reportKey;
    Label *m_keyTrouble;
    QLineEdit *m_deskPhone;
    QCheckBox *m_autostart;
    QCheckBox *m_notifications;
    QComboBox *m_privacy;
    QCheckBox *m_quiet;
    QTimeEdit *m_quietFrom;
    QTimeEdit *m_quietTo;
    HourChips *m_digest;
};

} // namespace vigie
