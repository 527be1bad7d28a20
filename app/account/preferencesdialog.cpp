// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/preferencesdialog.h"

#include "app/account/hourchips.h"
#include "app/account/newslist.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/choicechips.h"
#include "app/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace vigie {

namespace {

/// A caption above a field, like on every form of the house.
void addField(QVBoxLayout *column, const QString &caption, QWidget *field, QWidget *parent)
{
    auto *label = new Label(caption, parent, TextStyle::Small, LabelRole::Muted);
    label->setBuddy(field);
    column->addWidget(label);
    column->addWidget(field);
    column->addSpacing(space::xs);
}

} // namespace

PreferencesDialog::PreferencesDialog(const Preferences &preferences, QWidget *parent) :
    QDialog(parent), m_preferences(preferences), m_banner(new Banner(this)),
    m_pages(new ChoiceChips(tr("Pages"), this)), m_stack(new QStackedWidget(this)),
    m_language(new QComboBox(this)), m_theme(new QComboBox(this)),
    m_reportKey(new QKeySequenceEdit(this)),
    m_keyTrouble(new Label(this, TextStyle::Small, LabelRole::Warning)),
    m_deskPhone(new QLineEdit(this)),
    m_autostart(new QCheckBox(tr("Start Vigie with my session"), this)),
    m_notifications(new QCheckBox(tr("Show notifications"), this)),
    m_privacy(new QComboBox(this)), m_quiet(new QCheckBox(tr("Be quiet from"), this)),
    m_quietFrom(new QTimeEdit(this)), m_quietTo(new QTimeEdit(this)),
    m_digest(new HourChips(this))
{
    setObjectName(QStringLiteral("preferencesDialog"));
    setWindowTitle(tr("Preferences"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::s);
    column->addWidget(new Label(tr("Preferences"), this, TextStyle::Title));
    column->addWidget(m_banner);
    column->addWidget(m_pages);
    column->addSpacing(space::s);
    column->addWidget(m_stack, 1);
    m_pages->setObjectName(QStringLiteral("preferencesPages"));
    m_stack->setObjectName(QStringLiteral("preferencesStack"));
    buildGeneral(addPage(tr("General")));
    m_noticeColumn = addPage(tr("Notifications"));
    buildNotices(m_noticeColumn);
    m_pages->setChoice(0);
    auto *close = new Button(tr("Close"), this);
    close->setObjectName(QStringLiteral("closePreferencesButton"));
    close->setDefault(true);
    column->addWidget(close, 0, Qt::AlignTrailing);
    setMinimumWidth(fontMetrics().averageCharWidth() * 56);

    m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language)));
    m_theme->setCurrentIndex(std::max(0, m_theme->findData(preferences.theme)));
    m_reportKey->setKeySequence(
        QKeySequence::fromString(preferences.reportKey, QKeySequence::PortableText));
    m_keyTrouble->hide();
    m_deskPhone->setText(preferences.deskPhone);
    m_autostart->setChecked(preferences.autostart);
    showNotices();
    lockManaged();
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connectAll();
}

QVBoxLayout *PreferencesDialog::addPage(const QString &name)
{
    auto *page = new QWidget(m_stack);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->setAlignment(Qt::AlignTop);
    m_pages->addChoice(m_stack->addWidget(page), name);
    return column;
}

void PreferencesDialog::buildGeneral(QVBoxLayout *column)
{
    m_language->setObjectName(QStringLiteral("languageCombo"));
    m_theme->setObjectName(QStringLiteral("themeCombo"));
    m_deskPhone->setObjectName(QStringLiteral("deskPhoneEdit"));
    m_deskPhone->setMaxLength(40);
    m_deskPhone->setPlaceholderText(tr("Shown after you report something"));
    m_autostart->setObjectName(QStringLiteral("autostartCheckBox"));
    m_language->addItem(tr("As the system"), QString());
    // Each language in its own words, so that one finds the way back.
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Français"), QStringLiteral("fr"));
    m_theme->addItem(IconSet::icon(Icon::Hardware, IconColor::Muted), tr("As the system"),
                     QStringLiteral("auto"));
    m_theme->addItem(IconSet::icon(Icon::Sun, IconColor::Muted), tr("Light"),
                     QStringLiteral("light"));
    m_theme->addItem(IconSet::icon(Icon::Moon, IconColor::Muted), tr("Dark"),
                     QStringLiteral("dark"));
    addField(column, tr("Language"), m_language, this);
    addField(column, tr("Appearance"), m_theme, this);
    m_reportKey->setObjectName(QStringLiteral("reportKeyEdit"));
    m_keyTrouble->wrapped()->setObjectName(QStringLiteral("keyTroubleLabel"));
    addField(column, tr("Key that begins a report from any program"), m_reportKey, this);
    column->addWidget(m_keyTrouble);
    addField(column, tr("The helpdesk's telephone number"), m_deskPhone, this);
    column->addWidget(m_autostart);
}

void PreferencesDialog::connectAll()
{
    connect(m_pages, &ChoiceChips::choiceChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_digest, &HourChips::changed, this, &PreferencesDialog::edited);
    for (QComboBox *box : {m_language, m_theme, m_privacy})
        connect(box, &QComboBox::currentIndexChanged, this, &PreferencesDialog::edited);
    connect(m_reportKey, &QKeySequenceEdit::editingFinished, this, &PreferencesDialog::edited);
    connect(m_deskPhone, &QLineEdit::editingFinished, this, &PreferencesDialog::edited);
    for (QTimeEdit *time : {m_quietFrom, m_quietTo})
        connect(time, &QTimeEdit::timeChanged, this, &PreferencesDialog::edited);
    for (QCheckBox *box : {m_autostart, m_notifications, m_quiet})
        connect(box, &QCheckBox::toggled, this, &PreferencesDialog::edited);
}

void PreferencesDialog::showKeyTrouble(const QString &words)
{
    m_keyTrouble->setText(words);
    m_keyTrouble->setVisible(!words.isEmpty());
}

void PreferencesDialog::tell(const QString &words)
{
    m_banner->tell(Tone::Warning, Icon::Alert, words);
}

void PreferencesDialog::buildNotices(QVBoxLayout *column)
{
    m_notifications->setObjectName(QStringLiteral("notificationsCheckBox"));
    m_privacy->setObjectName(QStringLiteral("notificationPrivacyCombo"));
    m_privacy->setAccessibleName(tr("What notifications show"));
    m_quiet->setObjectName(QStringLiteral("quietHoursCheckBox"));
    m_quietFrom->setObjectName(QStringLiteral("quietFromEdit"));
    m_quietFrom->setAccessibleName(tr("Quiet from"));
    m_quietTo->setObjectName(QStringLiteral("quietToEdit"));
    m_quietTo->setAccessibleName(tr("Quiet until"));
    for (QTimeEdit *time : {m_quietFrom, m_quietTo})
        time->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_privacy->addItem(tr("With name, subject and text"), nameOf(NoticePrivacy::Full));
    m_privacy->addItem(tr("With the subject only"), nameOf(NoticePrivacy::Subject));
    m_privacy->addItem(tr("Only that there is something new"), nameOf(NoticePrivacy::Count));
    column->addWidget(m_notifications);
    const auto indented = [column] {
        auto *row = new QHBoxLayout;
        row->addSpacing(space::xl);
        column->addLayout(row);
        return row;
    };
    indented()->addWidget(m_privacy, 1);
    QHBoxLayout *quiet = indented();
    quiet->addWidget(m_quiet);
    quiet->addWidget(m_quietFrom);
    quiet->addWidget(new Label(tr("until", "a time of day: be quiet from 22:00 until 07:00"), this));
    quiet->addWidget(m_quietTo);
    quiet->addStretch(1);
    column->addSpacing(space::xs);
    auto *digest = new Label(tr("Hours of the day at which a digest is told"), this, TextStyle::Small,
                             LabelRole::Muted);
    column->addWidget(digest->wrapped());
    column->addWidget(m_digest, 0, Qt::AlignLeading);
    const QString hint = tr("Everything is in the list of notifications, also what was not shown.");
    m_notifications->setToolTip(hint);
    m_quiet->setToolTip(hint);
}

void PreferencesDialog::offerLists(Workspace &workspace)
{
    auto *lists = new NewsList(workspace, this);
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("newsArea"));
    area->setAccessibleName(tr("How loud each list may be"));
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    area->setMinimumHeight(fontMetrics().lineSpacing() * 12);
    area->setWidget(lists);
    m_noticeColumn->addSpacing(space::xs);
    m_noticeColumn->addWidget(new Label(tr("How loud each list may be"), this, TextStyle::Strong));
    m_noticeColumn->addWidget((new Label(tr("A ticket may stand in several lists: the loudest counts."),
                                         this, TextStyle::Small, LabelRole::Muted))
                                  ->wrapped());
    m_noticeColumn->addWidget(area, 1);
    connect(lists, &NewsList::failed, this, &PreferencesDialog::tell);
}

void PreferencesDialog::showNotices()
{
    const NoticeChoices &chosen = m_preferences.notices;
    m_notifications->setChecked(chosen.show);
    m_privacy->setCurrentIndex(std::max(0, m_privacy->findData(nameOf(chosen.privacy))));
    m_privacy->setEnabled(chosen.show);
    m_quiet->setChecked(chosen.quietHours);
    m_quiet->setEnabled(chosen.show);
    m_quietFrom->setTime(chosen.quietFrom);
    m_quietTo->setTime(chosen.quietTo);
    m_digest->setHours(chosen.digestHours);
    m_digest->setEnabled(chosen.show);
    for (QTimeEdit *time : {m_quietFrom, m_quietTo})
        time->setEnabled(chosen.show && chosen.quietHours);
}

/// Last, because others enable too.
void PreferencesDialog::lockManaged()
{
    const ManagedPreferences &managed = m_preferences.managed;
    const auto lock = [](bool decided, std::initializer_list<QWidget *> fields) {
        for (QWidget *field : fields) {
            if (!decided)
                continue;
            field->setEnabled(false);
            field->setToolTip(tr("Decided by your organisation"));
        }
    };
    lock(managed.language, {m_language});
    lock(managed.theme, {m_theme});
    lock(managed.reportKey, {m_reportKey});
    lock(managed.deskPhone, {m_deskPhone});
    lock(managed.notices, {m_notifications, m_privacy});
}

NoticeChoices PreferencesDialog::notices() const
{
    NoticeChoices chosen;
    chosen.show = m_notifications->isChecked();
    chosen.privacy = privacyFrom(m_privacy->currentData().toString());
    chosen.quietHours = m_quiet->isChecked();
    chosen.quietFrom = m_quietFrom->time();
    chosen.quietTo = m_quietTo->time();
    chosen.digestHours = m_digest->hours();
    return chosen;
}

void PreferencesDialog::edited()
{
    Preferences next;
    next.language = m_language->currentData().toString();
    next.theme = m_theme->currentData().toString();
    next.reportKey = m_reportKey->keySequence().toString(QKeySequence::PortableText);
    next.deskPhone = m_deskPhone->text().simplified();
    next.autostart = m_autostart->isChecked();
    next.notices = notices();
    for (QWidget *part : {static_cast<QWidget *>(m_privacy), static_cast<QWidget *>(m_quiet),
                          static_cast<QWidget *>(m_digest)})
        part->setEnabled(next.notices.show);
    for (QTimeEdit *time : {m_quietFrom, m_quietTo})
        time->setEnabled(next.notices.show && next.notices.quietHours);
    next.managed = m_preferences.managed;
    lockManaged();
    if (next == m_preferences)
        return;
    const bool language = next.language != m_preferences.language;
    m_preferences = next;
    if (language)
        m_banner->tell(Tone::Info, Icon::Info, tr("The language changes when Vigie starts again."));
    Q_EMIT changed(next);
}

} // namespace vigie
