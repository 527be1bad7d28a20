// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/htmltokens.h"

#include "core/text/htmlentities.h"

namespace vigie {

namespace {

constexpr qsizetype kLongestTagName = 40;
constexpr int kMostAttributes = 64; // more are looked over, not kept

bool isHtmlSpace(QChar c)
{
    return c == QLatin1Char(' ') || c == QLatin1Char('\n') || c == QLatin1Char('\t')
        || c == QLatin1Char('\r') || c == QLatin1Char('\f');
}

bool isAsciiLetter(QChar c)
{
    const char16_t lower = c.unicode() | 0x20;
    return lower >= u'a' && lower <= u'z';
}

bool hasRawText(const QString &name)
{
    static const QStringList names{
        QStringLiteral("script"), QStringLiteral("style"), QStringLiteral("title"),
        QStringLiteral("iframe"), QStringLiteral("noembed"), QStringLiteral("noframes"),
        QStringLiteral("xml")};
    return names.contains(name);
}

} // namespace

/// Where `what` (ASCII, any case) begins; -1 when it is not in the rest, which is looked at only
/// once for each `what`.
qsizetype HtmlTokens::find(QStringView what, qsizetype from)
{
    const QString key = what.toString();
    if (m_absent.contains(key))
        return -1;
    const qsizetype at = m_html.indexOf(what, from, Qt::CaseInsensitive);
    m_work += (at < 0 ? m_html.size() : at) - from;
    if (at < 0)
        m_absent.append(key);
    return at;
}

qsizetype HtmlTokens::find(QChar what, qsizetype from)
{
    if (isGone(what))
        return -1;
    const qsizetype at = m_html.indexOf(what, from);
    m_work += (at < 0 ? m_html.size() : at) - from;
    if (at < 0)
        m_gone += what;
    return at;
}

HtmlToken HtmlTokens::next()
{
    if (!m_rawEnd.isEmpty())
        return rawText();
    while (m_at < m_html.size()) {
        if (m_html[m_at] != QLatin1Char('<')) {
            const qsizetype lt = find(QLatin1Char('<'), m_at);
            return textUntil(lt < 0 ? m_html.size() : lt);
        }
        if (skipMarkup())
            continue;
        HtmlToken tag;
        if (readTag(tag))
            return tag;
        const qsizetype lt = find(QLatin1Char('<'), m_at + 1);
        return textUntil(lt < 0 ? m_html.size() : lt);
    }
    return {};
}

HtmlToken HtmlTokens::textUntil(qsizetype end)
{
    HtmlToken token;
    token.kind = HtmlToken::Kind::Text;
    token.text = withoutReferences(m_html.mid(m_at, end - m_at));
    m_work += end - m_at;
    m_at = end;
    return token;
}

HtmlToken HtmlTokens::rawText()
{
    HtmlToken token;
    token.kind = HtmlToken::Kind::Text;
    token.raw = true;
    const qsizetype end = find(QStringLiteral("</") + m_rawEnd, m_at);
    m_rawEnd.clear();
    m_at = end < 0 ? m_html.size() : end;
    return token;
}

/// Comments, declarations and processing instructions.
bool HtmlTokens::skipMarkup()
{
    const QChar second = charAt(m_at + 1);
    if (second != QLatin1Char('!') && second != QLatin1Char('?'))
        return false;
    if (m_html.mid(m_at).startsWith(QLatin1String("<!--"))) {
        // "<!-->" is a whole comment.
        const qsizetype end = find(u"-->", m_at + 2);
        if (end >= 0) {
            m_at = end + 3;
            return true;
        }
    }
    const qsizetype end = find(QLatin1Char('>'), m_at);
    if (end < 0)
        return false;
    m_at = end + 1;
    return true;
}

bool HtmlTokens::readTag(HtmlToken &tag)
{
    qsizetype at = m_at + 1;
    const bool closes = charAt(at) == QLatin1Char('/');
    if (closes)
        ++at;
    if (!isAsciiLetter(charAt(at)) || isGone(QLatin1Char('>')))
        return false;
    tag.kind = closes ? HtmlToken::Kind::Close : HtmlToken::Kind::Open;
    tag.text = readName(at).left(kLongestTagName);
    while (!m_marksAreBroken && at < m_html.size() && m_html[at] != QLatin1Char('>')) {
        if (!readAttribute(tag, at))
            break;
    }
    m_work += at - m_at;
    if (m_marksAreBroken || at >= m_html.size()) {
        // Quotation marks swallowed the rest: from here on a tag ends with the first ">", because
        // looking again from every tag would take for ever.
        m_marksAreBroken = true;
        tag.attributes.clear();
        at = find(QLatin1Char('>'), m_at);
        if (at < 0)
            return false;
    }
    m_at = at + 1;
    if (!closes && hasRawText(tag.text))
        m_rawEnd = tag.text;
    return true;
}

bool HtmlTokens::readAttribute(HtmlToken &tag, qsizetype &at)
{
    skipSpace(at);
    while (charAt(at) == QLatin1Char('/') || charAt(at) == QLatin1Char('='))
        ++at;
    skipSpace(at);
    if (at >= m_html.size() || m_html[at] == QLatin1Char('>'))
        return at < m_html.size();
    const QString name = readName(at);
    skipSpace(at);
    QString value;
    bool closed = true;
    if (charAt(at) == QLatin1Char('=')) {
        ++at;
        skipSpace(at);
        value = readValue(at, closed);
    }
    if (tag.attributes.size() < kMostAttributes && !tag.attributes.contains(name))
        tag.attributes.insert(name, value);
    return closed;
}

QString HtmlTokens::readValue(qsizetype &at, bool &closed)
{
    const QChar quote = charAt(at);
    if (quote == QLatin1Char('"') || quote == QLatin1Char('\'')) {
        const qsizetype end = find(quote, at + 1);
        if (end >= 0) {
            const QString value = withoutReferences(m_html.mid(at + 1, end - at - 1));
            at = end + 1;
            return value;
        }
        // A mark that is opened and never closed: the tag ends where tags end.
        const qsizetype tagEnd = find(QLatin1Char('>'), at);
        at = tagEnd < 0 ? m_html.size() : tagEnd;
        closed = false;
        return {};
    }
    const qsizetype begin = at;
    while (at < m_html.size() && !isHtmlSpace(m_html[at]) && m_html[at] != QLatin1Char('>'))
        ++at;
    return withoutReferences(m_html.mid(begin, at - begin));
}

QString HtmlTokens::readName(qsizetype &at)
{
    const qsizetype begin = at;
    while (at < m_html.size() && !isHtmlSpace(m_html[at])
           && !QStringView(u"/>=").contains(m_html[at]))
        ++at;
    if (at == begin)
        ++at; // never stand still
    return m_html.mid(begin, std::min(at, m_html.size()) - begin).toString().toLower();
}

void HtmlTokens::skipSpace(qsizetype &at)
{
    while (at < m_html.size() && isHtmlSpace(m_html[at]))
        ++at;
}

} // namespace vigie
