// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace vigie {

/// One piece of an HTML text.
struct HtmlToken {
    enum class Kind { End, Text, Open, Close };
    Kind kind = Kind::End;
    QString text; ///< Text: with its character references replaced. Open, Close: lower-case name
    QHash<QString, QString> attributes; ///< Open: lower-case names; the first of equals counts
    bool raw = false; ///< Text: of <script>, <style> and their like, never words
};

/// Takes HTML apart, as leniently as mail needs: what is no tag is text, a tag that never ends is
/// text, comments and declarations are nothing. Written for this because what exists is not linear:
/// gumbo takes 6 s for 60 KB of nested tags, QTextDocument needs Gui and looks up resources by
/// itself. Nothing here decides what is safe; htmlsanitizer.h does. Every character is looked at a
/// bounded number of times; work() counts.
class HtmlTokens
{
public:
    /// `html` must outlive it.
    explicit HtmlTokens(QStringView html) : m_html(html) { }

    [[nodiscard]] HtmlToken next();
    [[nodiscard]] qint64 work() const { return m_work; }

private:
    [[nodiscard]] HtmlToken textUntil(qsizetype end);
    [[nodiscard]] HtmlToken rawText();
    [[nodiscard]] bool skipMarkup();
    [[nodiscard]] bool readTag(HtmlToken &tag);
    [[nodiscard]] bool readAttribute(HtmlToken &tag, qsizetype &at);
    [[nodiscard]] QString readValue(qsizetype &at, bool &closed);
    [[nodiscard]] QString readName(qsizetype &at);
    void skipSpace(qsizetype &at);
    [[nodiscard]] qsizetype find(QStringView what, qsizetype from);
    [[nodiscard]] qsizetype find(QChar what, qsizetype from);
    [[nodiscard]] bool isGone(QChar what) const { return m_gone.contains(what); }
    [[nodiscard]] QChar charAt(qsizetype at) const { return at < m_html.size() ? m_html[at] : QChar(); }

    QStringView m_html;
    qsizetype m_at = 0;
    qint64 m_work = 0;
    QString m_rawEnd; ///< the element whose raw text comes next
    bool m_marksAreBroken = false; ///< a quotation mark is opened and the tag never ends
    QStringList m_absent; ///< what was looked for once and is not in the rest
    QString m_gone;       ///< the same for single characters
};

} // namespace vigie
