// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QSystemTrayIcon>

namespace vigie {

/// One bubble. Bubbles with the same key replace each other, so ten updates are one bubble.
struct Notice {
    QString key;
    QString title;
    QString body; ///< plain text; foreign words are escaped by the notifier
    QString action; ///< the word on the button that opens it
};

/// Desktop notifications: the freedesktop service on Linux, tray messages elsewhere and where
/// there is no service. Never an error: a desktop without notifications is a quiet desktop.
class Notifier : public QObject
{
    Q_OBJECT

public:
    /// `tray` is the fallback and may be null or die first.
    [[nodiscard]] static Notifier *create(QSystemTrayIcon *tray, QObject *parent);

    virtual void show(const Notice &notice) = 0;
    /// Takes a bubble away, e.g. because its ticket was opened.
    virtual void withdraw(const QString &key) = 0;

Q_SIGNALS:
    /// The person clicked the bubble.
    void activated(const QString &key);

protected:
    explicit Notifier(QObject *parent) : QObject(parent) {}
};

/// Notifications through the tray icon's message bubble.
class TrayNotifier final : public Notifier
{
    Q_OBJECT

public:
    TrayNotifier(QSystemTrayIcon *tray, QObject *parent);
    void show(const Notice &notice) override;
    void withdraw(const QString &key) override;

private:
    QPointer<QSystemTrayIcon> m_tray;
    QString m_lastKey;
};

} // namespace vigie
