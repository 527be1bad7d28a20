// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSystemTrayIcon>

namespace vigie {

/// One bubble. Bubbles with the same key replace each other, so ten updates are one bubble.
struct Bubble {
    struct Action {
        QString id;
        QString words; ///< on the button

        bool operator==(const Action &) const = default;
    };

    QString key;
    QString title;
    QString body; ///< plain text; foreign words are escaped by the notifier
    QString open; ///< what a click on the bubble itself does, in a word
    QList<Action> actions; ///< buttons; shown where the desktop has them
    /// What stands in the empty line where an answer can be typed into the bubble itself; empty =
    /// not offered. Only some desktops have it.
    QString replyHint;
};

/// Desktop notifications: the freedesktop service on Linux, tray messages elsewhere and where
/// there is no service. Never an error: a desktop without notifications is a quiet desktop.
class Notifier : public QObject
{
    Q_OBJECT

public:
    /// `tray` is the fallback and may be null or die first.
    [[nodiscard]] static Notifier *create(QSystemTrayIcon *tray, QObject *parent);

    virtual void show(const Bubble &bubble) = 0;
    /// Takes a bubble away, e.g. because its ticket was opened.
    virtual void withdraw(const QString &key) = 0;

Q_SIGNALS:
    /// The person clicked the bubble (`action` is empty) or one of its buttons. On Wayland the
    /// token that lets our window come to the front is in the environment by then.
    void activated(const QString &key, const QString &action);
    /// The person typed an answer into the bubble.
    void replied(const QString &key, const QString &text);

protected:
    explicit Notifier(QObject *parent) : QObject(parent) {}
};

/// Notifications through the tray icon's message bubble, which knows one bubble and one click.
class TrayNotifier final : public Notifier
{
    Q_OBJECT

public:
    TrayNotifier(QSystemTrayIcon *tray, QObject *parent);
    void show(const Bubble &bubble) override;
    void withdraw(const QString &key) override;

private:
    QPointer<QSystemTrayIcon> m_tray;
    QString m_lastKey;
};

} // namespace vigie
