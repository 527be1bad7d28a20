// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/theme.h"

#include "app/widgets/vigiestyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QToolTip>

#include <algorithm>

namespace vigie {

namespace {

/// A desktop without settings of its own hands out a bitmap-age default; a text face that is
/// installed reads better. A font the person chose is never replaced.
QFont baseFont(QFont system)
{
    static const QStringList defaults{QStringLiteral("DejaVu Sans"), QStringLiteral("Sans Serif"),
                                      QStringLiteral("Sans"), QString()};
    if (defaults.contains(system.family())) {
        for (const QString &family : {QStringLiteral("Inter"), QStringLiteral("Noto Sans"),
                                      QStringLiteral("Cantarell")}) {
            if (QFontDatabase::hasFamily(family)) {
                system.setFamilies({family});
                break;
            }
        }
    }
    if (system.pointSizeF() > 0 && system.pointSizeF() < 10)
        system.setPointSizeF(10);
    return system;
}

QString css(const QColor &color)
{
    return color.name(QColor::HexRgb);
}

/// Replaces @name by the colour of that name.
QString filled(QString sheet, const Tokens &t)
{
    const QList<std::pair<QLatin1String, QColor>> names{
        {QLatin1String("@window"), t.window},
        {QLatin1String("@surface"), t.surface},
        {QLatin1String("@raised"), t.raised},
        {QLatin1String("@sunken"), t.sunken},
        {QLatin1String("@borderStrong"), t.borderStrong},
        {QLatin1String("@border"), t.border},
        {QLatin1String("@text"), t.text},
        {QLatin1String("@muted"), t.muted},
        {QLatin1String("@faint"), t.faint},
        {QLatin1String("@disabled"), t.disabled},
        {QLatin1String("@accentHover"), t.accentHover},
        {QLatin1String("@accentPressed"), t.accentPressed},
        {QLatin1String("@accentText"), t.tone(Tone::Accent).text},
        {QLatin1String("@accentFill"), t.tone(Tone::Accent).fill},
        {QLatin1String("@accent"), t.accent},
        {QLatin1String("@onAccent"), t.onAccent},
        {QLatin1String("@hover"), t.hover},
        {QLatin1String("@pressed"), t.pressed},
        {QLatin1String("@selectionText"), t.selectionText},
        {QLatin1String("@selection"), t.selection},
        {QLatin1String("@focus"), t.focus},
        {QLatin1String("@infoText"), t.tone(Tone::Info).text},
        {QLatin1String("@infoFill"), t.tone(Tone::Info).fill},
        {QLatin1String("@successText"), t.tone(Tone::Success).text},
        {QLatin1String("@successFill"), t.tone(Tone::Success).fill},
        {QLatin1String("@warningText"), t.tone(Tone::Warning).text},
        {QLatin1String("@warningFill"), t.tone(Tone::Warning).fill},
        {QLatin1String("@dangerText"), t.tone(Tone::Danger).text},
        {QLatin1String("@dangerFill"), t.tone(Tone::Danger).fill},
        {QLatin1String("@dangerSolid"), t.tone(Tone::Danger).solid},
        {QLatin1String("@internalText"), t.tone(Tone::Internal).text},
        {QLatin1String("@internalFill"), t.tone(Tone::Internal).fill},
        {QLatin1String("@internalSolid"), t.tone(Tone::Internal).solid},
    };
    sheet.replace(QLatin1String("@scheme"), QLatin1String(t.dark ? "dark" : "light"));
    // Longest first, so that @accent does not eat the beginning of @accentHover.
    QList<std::pair<QLatin1String, QColor>> ordered = names;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    for (const auto &[name, color] : ordered)
        sheet.replace(name, css(color));
    return sheet;
}

const char *const kFrames = R"(
QMainWindow, QDialog { background: @window; }
QDialog#commandPalette, QFrame#lookPanel { background: @raised; border: 1px solid @borderStrong; }
QFrame[card="plain"] { background: @surface; border: 1px solid @border; border-radius: 8px; }
QFrame[card="sunken"] { background: @sunken; border: none; border-radius: 8px; }
QFrame[card="accent"] { background: @accentFill; border: none; border-radius: 8px; }
QFrame[card="info"] { background: @infoFill; border: none; border-radius: 8px; }
QFrame[card="success"] { background: @successFill; border: none; border-radius: 8px; }
QFrame[card="warning"] { background: @warningFill; border: none; border-radius: 8px; }
QFrame[card="danger"] { background: @dangerFill; border: none; border-radius: 8px; }
QFrame[card="internal"] { background: @internalFill; border: 1px dashed @internalSolid;
    border-radius: 8px; }
QFrame[card="bubble"] { background: @sunken; border: none; border-radius: 12px; }
QFrame[card="mine"] { background: @accentFill; border: none; border-radius: 12px; }
QWidget[surface="true"] { background: @surface; }
QFrame[line="true"] { background: @border; border: none; min-height: 1px; max-height: 1px; }
QAbstractScrollArea[flat="true"] { border: none; background: transparent; }
QScrollArea[flat="true"] > QWidget > QWidget { background: transparent; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="faint"] { color: @faint; }
QLabel[role="accent"] { color: @accentText; }
QLabel[role="info"] { color: @infoText; }
QLabel[role="success"] { color: @successText; }
QLabel[role="warning"] { color: @warningText; }
QLabel[role="danger"] { color: @dangerText; }
QLabel[role="internal"] { color: @internalText; }
QToolTip { background: @raised; color: @text; border: 1px solid @borderStrong; padding: 4px 6px; }
QStatusBar { background: @window; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QMenuBar { background: @window; color: @text; }
QMenuBar::item { padding: 4px 8px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @raised; color: @text; border: 1px solid @borderStrong; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: @selection; color: @selectionText; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
)";

/// Heights come from the letters: a min-height here would be the height that a full page squeezes
/// a button to, whatever its font needs.
const char *const kButtons = R"(
QPushButton { background: @surface; color: @text; border: 1px solid @borderStrong;
    border-radius: 6px; padding: 7px 14px; outline: none; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @pressed; }
QPushButton:focus { border: 1px solid @focus; }
QPushButton:disabled { color: @disabled; border-color: @border; background: transparent; }
QPushButton:default { border-color: @accent; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border: 1px solid @accent;
    font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[kind="primary"]:pressed { background: @accentPressed; }
QPushButton[kind="primary"]:focus { border: 2px solid @selection; padding: 6px 13px; }
QPushButton[kind="primary"]:disabled { background: @hover; color: @disabled;
    border-color: @hover; }
QPushButton[kind="internal"] { background: @surface; color: @internalText;
    border: 2px dashed @internalSolid; padding: 6px 13px; font-weight: 600; }
QPushButton[kind="internal"]:hover { background: @hover; }
QPushButton[kind="internal"]:pressed { background: @pressed; }
QPushButton[kind="internal"]:focus { border: 2px solid @internalSolid; }
QPushButton[kind="internal"]:disabled { color: @disabled; border-color: @border;
    background: transparent; }
QPushButton[kind="danger"] { color: @dangerText; }
QPushButton[kind="danger"]:hover { background: @dangerFill; border-color: @dangerSolid; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent;
    padding: 7px 10px; }
QPushButton[kind="quiet"]:hover { background: @hover; }
QPushButton[kind="quiet"]:pressed, QPushButton[kind="quiet"]:checked { background: @pressed; }
QPushButton[kind="quiet"]:focus { border-color: @focus; }
QPushButton[heading] { text-align: left; padding: 3px 6px; }
QPushButton[heading="section"] { font-weight: 600; }
QPushButton[heading="group"] { color: @muted; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: @accentText;
    padding: 3px 4px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border-color: @focus; }
QPushButton[kind="chip"] { border-radius: 15px; padding: 6px 14px; }
QPushButton[kind="chip"]:checked { background: @accentFill; color: @accentText;
    border: 1px solid @accent; font-weight: 600; }
QPushButton[kind="chip"]:focus { border: 1px solid @focus; }
QPushButton[kind="chip"]:checked:focus { border: 2px solid @accent; padding: 5px 13px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px;
    padding: 5px; color: @text; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @pressed; }
QToolButton:focus { border-color: @focus; }
QToolButton:disabled { color: @disabled; }
QToolButton[facet="true"] { border-color: @borderStrong; padding: 2px 8px; }
QToolButton[facet="true"]:focus { border-color: @focus; }
QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right;
    right: 8px; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[nav="true"] { padding: 8px 12px; text-align: left; color: @muted; }
QToolButton[nav="true"]:checked { background: @selection; color: @selectionText;
    font-weight: 600; }
QToolButton[nav="true"]:focus { border-color: @focus; }
)";

const char *const kInputs = R"(
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateTimeEdit, QSpinBox {
    background: @surface; color: @text; border: 1px solid @borderStrong; border-radius: 6px;
    padding: 6px 8px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover, QDateTimeEdit:hover,
QSpinBox:hover { border-color: @faint; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateTimeEdit:focus,
QSpinBox:focus { border: 2px solid @focus; padding: 5px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: @disabled;
    background: @window; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border-color: @dangerSolid; }
QPlainTextEdit[flat="true"], QTextEdit[flat="true"] { border: none; background: transparent;
    padding: 0; }
QPlainTextEdit[internal="true"] { background: @internalFill; border: 1px dashed @internalSolid; }
QComboBox { padding-right: 26px; min-height: 18px; }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: center right; width: 26px;
    border: none; }
QComboBox QAbstractItemView { background: @raised; color: @text;
    border: 1px solid @borderStrong; padding: 4px; outline: none;
    selection-background-color: @selection; selection-color: @selectionText; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url(:/icons/arrow-@scheme.svg);
    width: 14px; height: 14px; }
QDateTimeEdit { padding-right: 26px; min-height: 18px; }
QDateTimeEdit::drop-down { subcontrol-origin: border; subcontrol-position: center right;
    width: 26px; border: none; }
QSpinBox { padding-right: 24px; min-height: 18px; }
QSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; width: 22px;
    border: none; margin: 2px 2px 0 0; }
QSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; width: 22px;
    border: none; margin: 0 2px 2px 0; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover { background: @hover; }
QSpinBox::up-arrow { image: url(:/icons/arrow-up-@scheme.svg); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url(:/icons/arrow-@scheme.svg); width: 10px; height: 10px; }
QListView, QTreeView, QTableView { background: @surface; color: @text;
    border: 1px solid @border; border-radius: 8px; outline: none;
    selection-background-color: @selection; selection-color: @selectionText; }
QListView[flat="true"], QTreeView[flat="true"], QTableView[flat="true"] { border: none;
    border-radius: 0; }
QListView::item, QTreeView::item { padding: 6px 8px; border: 1px solid transparent; }
QListView::item:hover, QTreeView::item:hover { background: @hover; }
QListView::item:selected, QTreeView::item:selected { background: @selection;
    color: @selectionText; }
QHeaderView::section { background: @surface; color: @muted; border: none;
    border-bottom: 1px solid @border; padding: 6px 8px; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar::tab { background: transparent; color: @muted; padding: 8px 12px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @borderStrong; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @sunken; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
)";

} // namespace

QPalette themePalette(const Tokens &t)
{
    QPalette palette;
    const auto all = [&palette](QPalette::ColorRole role, const QColor &color) {
        palette.setColor(QPalette::All, role, color);
    };
    all(QPalette::Window, t.window);
    all(QPalette::WindowText, t.text);
    all(QPalette::Base, t.surface);
    all(QPalette::AlternateBase, t.sunken);
    all(QPalette::Text, t.text);
    all(QPalette::PlaceholderText, t.faint);
    all(QPalette::Button, t.surface);
    all(QPalette::ButtonText, t.text);
    all(QPalette::BrightText, t.onAccent);
    all(QPalette::ToolTipBase, t.raised);
    all(QPalette::ToolTipText, t.text);
    all(QPalette::Highlight, t.accent);
    all(QPalette::HighlightedText, t.onAccent);
    all(QPalette::Link, t.tone(Tone::Accent).text);
    all(QPalette::LinkVisited, t.tone(Tone::Purple).text);
    all(QPalette::Light, t.raised);
    all(QPalette::Midlight, t.hover);
    all(QPalette::Mid, t.border);
    all(QPalette::Dark, t.borderStrong);
    all(QPalette::Shadow, t.dark ? QColor(0, 0, 0) : t.faint);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text,
                                           QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t.pressed);
    return palette;
}

QString themeStyleSheet(const Tokens &tokens)
{
    return filled(QLatin1String(kFrames) + QLatin1String(kButtons) + QLatin1String(kInputs),
                  tokens);
}

void applyTheme(QApplication &application, Scheme scheme)
{
    const Tokens &tokens = tokensFor(scheme);
    if (!application.property("vigieDressed").toBool()) {
        application.setProperty("vigieDressed", true);
        QApplication::setStyle(new VigieStyle);
        QApplication::setFont(baseFont(QApplication::font()));
    }
    const QPalette palette = themePalette(tokens);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    application.setStyleSheet(themeStyleSheet(tokens));
}

} // namespace vigie
