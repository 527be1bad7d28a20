// SPDX-License-Identifier: GPL-3.0-or-later
// What the organisation decides comes before what a person chose.
#include "app/account/preferencesdialog.h"
#include "app/desktop/settings.h"
#include "app/platform/sitepolicy.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace vigie;

class TestSitePolicy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void withoutAPolicyThePersonDecides();
    void thePolicyWinsAndCannotBeChanged();
    void flagsOfARegistryAreUnderstood();
    void whatIsDecidedIsShownButCannotBeChosen();

private:
    [[nodiscard]] QString policyPath() const
    {
        return m_folder->path() + QStringLiteral("/site/vigie/policy.ini");
    }
    void write(const QByteArray &policy) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSitePolicy::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir().mkpath(m_folder->path() + QStringLiteral("/site/vigie")));
    qputenv("XDG_CONFIG_DIRS", QFile::encodeName(m_folder->path() + QStringLiteral("/none:")
                                                 + m_folder->path() + QStringLiteral("/site")));
}

void TestSitePolicy::write(const QByteArray &policy) const
{
    QFile file(policyPath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(policy), policy.size());
}

void TestSitePolicy::withoutAPolicyThePersonDecides()
{
    auto policy = openSitePolicy();
    QVERIFY(!policy);
    Settings settings(m_folder->path(), std::move(policy), nullptr);
    QVERIFY(!settings.isManaged(SettingKey::DeskPhone));
    settings.setText(SettingKey::DeskPhone, QStringLiteral("1234"));
    QCOMPARE(settings.text(SettingKey::DeskPhone), QStringLiteral("1234"));
    QVERIFY(!settings.flag(SettingKey::CheckPictures));
}

void TestSitePolicy::thePolicyWinsAndCannotBeChanged()
{
    {
        Settings before(m_folder->path(), nullptr, nullptr);
        before.setText(SettingKey::DeskPhone, QStringLiteral("1234"));
    }
    write("[desk]\nphone=0800 555\n[report]\ncheck-pictures=true\n");
    Settings settings(m_folder->path(), openSitePolicy(), nullptr);
    QVERIFY(settings.isManaged(SettingKey::DeskPhone));
    QVERIFY(!settings.isManaged(SettingKey::Theme));
    QCOMPARE(settings.text(SettingKey::DeskPhone), QStringLiteral("0800 555"));
    QVERIFY(settings.flag(SettingKey::CheckPictures));
    settings.setText(SettingKey::DeskPhone, QStringLiteral("99"));
    settings.setFlag(SettingKey::CheckPictures, false);
    QCOMPARE(settings.text(SettingKey::DeskPhone), QStringLiteral("0800 555"));
    QVERIFY(settings.flag(SettingKey::CheckPictures));
    // What the person chose before comes back when the organisation takes its word back.
    QVERIFY(QFile::remove(policyPath()));
    Settings after(m_folder->path(), openSitePolicy(), nullptr);
    QCOMPARE(after.text(SettingKey::DeskPhone), QStringLiteral("1234"));
}

void TestSitePolicy::flagsOfARegistryAreUnderstood()
{
    write("[report]\ncheck-pictures=1\n[notifications]\nshow=0\n[desk]\nphone=0800 555, ext 2\n"
          "[annotate]\nrulers=perhaps\n[look]\n; a remark\ntheme=dark\n");
    Settings settings(m_folder->path(), openSitePolicy(), nullptr);
    QVERIFY(settings.flag(SettingKey::CheckPictures));
    QVERIFY(!settings.flag(SettingKey::Notifications));
    QVERIFY(!settings.flag(SettingKey::Rulers));
    QCOMPARE(settings.text(SettingKey::DeskPhone), QStringLiteral("0800 555, ext 2"));
    QCOMPARE(settings.text(SettingKey::Theme), QStringLiteral("dark"));
}

void TestSitePolicy::whatIsDecidedIsShownButCannotBeChosen()
{
    Preferences now;
    now.theme = QStringLiteral("dark");
    now.deskPhone = QStringLiteral("0800 555");
    now.managed.deskPhone = true;
    now.managed.notices = true;
    PreferencesDialog dialog(now, nullptr);
    const auto *phone = dialog.findChild<QLineEdit *>(QStringLiteral("deskPhoneEdit"));
    QVERIFY(phone);
    QCOMPARE(phone->text(), now.deskPhone);
    QVERIFY(!phone->isEnabled());
    QVERIFY(!phone->toolTip().isEmpty());
    auto *privacy = dialog.findChild<QComboBox *>(QStringLiteral("notificationPrivacyCombo"));
    QVERIFY(!privacy->isEnabled());
    auto *theme = dialog.findChild<QComboBox *>(QStringLiteral("themeCombo"));
    QVERIFY(theme && theme->isEnabled());
    theme->setCurrentIndex((theme->currentIndex() + 1) % theme->count());
    QVERIFY(!privacy->isEnabled()); // another choice does not set it free
}

QTEST_MAIN(TestSitePolicy)
#include "tst_sitepolicy.moc"
