// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shortcutprint.h"

#include "app/shell/commandregistry.h"

#include <QAction>
#include <QCoreApplication>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace vigie {

namespace {

/// Printed on paper, whatever the colours of the screen are.
QTextCharFormat ink(int size, QFont::Weight weight)
{
    QTextCharFormat format;
    format.setForeground(Qt::black);
    format.setFontPointSize(size);
    format.setFontWeight(weight);
    return format;
}

constexpr int kTitleSize = 16;
constexpr int kTextSize = 10;

} // namespace

void writeShortcuts(const CommandRegistry &registry, QTextDocument &document)
{
    QTextCursor cursor(&document);
    cursor.insertText(QCoreApplication::translate("ShortcutPrint", "Keyboard shortcuts of Vigie"),
                      ink(kTitleSize, QFont::Bold));
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(2);
    format.setColumnWidthConstraints({QTextLength(QTextLength::PercentageLength, 65),
                                      QTextLength(QTextLength::PercentageLength, 35)});
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QTextTable *table = nullptr;
    QString group;
    for (const Command &command : registry.commands()) {
        if (command.action->shortcuts().isEmpty())
            continue;
        if (!table || command.group != group) {
            group = command.group;
            cursor.movePosition(QTextCursor::End);
            cursor.insertBlock();
            cursor.insertText(group, ink(kTextSize, QFont::Bold));
            table = cursor.insertTable(1, 2, format);
        } else {
            table->appendRows(1);
        }
        QString text = command.action->text();
        const int row = table->rows() - 1;
        table->cellAt(row, 0).firstCursorPosition().insertText(text.remove(QLatin1Char('&')),
                                                               ink(kTextSize, QFont::Normal));
        table->cellAt(row, 1).firstCursorPosition().insertText(
            CommandRegistry::keysText(*command.action), ink(kTextSize, QFont::DemiBold));
    }
}

} // namespace vigie
