// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/filechips.h"

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/iconview.h"
#include "app/widgets/label.h"

#include <QHBoxLayout>

#include <utility>

namespace vigie {

namespace {

constexpr int kLongestName = 200; // px

Icon iconOf(const QString &name)
{
    static const QStringList pictures{QStringLiteral(".png"), QStringLiteral(".jpg"),
                                      QStringLiteral(".jpeg"), QStringLiteral(".gif"),
                                      QStringLiteral(".bmp"), QStringLiteral(".webp")};
    for (const QString &ending : pictures) {
        if (name.endsWith(ending, Qt::CaseInsensitive))
            return Icon::Image;
    }
    return Icon::File;
}

} // namespace

FileChips::FileChips(bool removable, QWidget *parent) :
    QWidget(parent), m_removable(removable), m_flow(new FlowLayout(this, space::s))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void FileChips::setFiles(const QList<FileChip> &files)
{
    if (files == m_files)
        return;
    // Chips that stay the same keep their widgets: with many files, each of which tells twice how
    // far it is, making all of them anew would take longer than the copying.
    QList<FileChip> before = std::exchange(m_files, files);
    QList<QLayoutItem *> old;
    while (QLayoutItem *item = m_flow->takeAt(0))
        old.append(item);
    for (const FileChip &file : std::as_const(m_files)) {
        const qsizetype same = before.indexOf(file);
        if (same >= 0) {
            m_flow->addItem(old.takeAt(same));
            before.removeAt(same);
        } else {
            QWidget *chip = makeChip(file);
            m_flow->addWidget(chip);
            chip->show();
        }
    }
    for (QLayoutItem *item : std::as_const(old)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item; // taken out of its layout, so it is ours
    }
    putInOrder();
    updateGeometry();
    setVisible(!files.isEmpty());
}

/// For the keyboard and for screen readers the chips stand as they are seen, not as they were made.
void FileChips::putInOrder()
{
    QWidget *last = nullptr;
    for (int i = 0; i < m_flow->count(); ++i) {
        QWidget *chip = m_flow->itemAt(i)->widget();
        chip->raise();
        const QList<QAbstractButton *> buttons = chip->findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons) {
            if (last)
                setTabOrder(last, button);
            last = button;
        }
    }
}

QWidget *FileChips::makeChip(const FileChip &file)
{
    auto *chip = new QFrame(this);
    chip->setProperty("card", QStringLiteral("plain"));
    auto *row = new QHBoxLayout(chip);
    row->setContentsMargins(space::s, 2, m_removable ? 2 : space::s, 2);
    row->setSpacing(space::xs);
    row->addWidget(new IconView(file.busy ? Icon::Hourglass : iconOf(file.name), 16, chip));
    auto *name = new Button(fontMetrics().elidedText(file.name, Qt::ElideMiddle, kLongestName),
                            chip, ButtonKind::Link);
    name->setObjectName(QStringLiteral("fileOpenButton"));
    name->setAccessibleName(file.name);
    name->setEnabled(!file.busy);
    connect(name, &QPushButton::clicked, this, [this, id = file.id] { Q_EMIT openRequested(id); });
    row->addWidget(name);
    row->addWidget(new Label(file.detail, chip, TextStyle::Small, LabelRole::Faint));
    if (m_removable) {
        auto *remove = new IconButton(Icon::Close, tr("Remove %1").arg(file.name), chip);
        remove->setObjectName(QStringLiteral("fileRemoveButton"));
        remove->setIconSize({14, 14});
        connect(remove, &QToolButton::clicked, this,
                [this, id = file.id] { Q_EMIT removeRequested(id); });
        row->addWidget(remove);
    }
    return chip;
}

} // namespace vigie
