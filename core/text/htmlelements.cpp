// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/htmlelements.h"

namespace vigie {

namespace {

using Roles = QHash<QString, HtmlRole>;

Roles makeRoles()
{
    struct Group {
        HtmlRole role;
        const char *names;
    };
    const Group groups[] = {
        {HtmlRole::Bold, "b strong"},
        {HtmlRole::Italic, "i em cite dfn var"},
        {HtmlRole::Strike, "s strike del"},
        {HtmlRole::Underline, "u ins"},
        {HtmlRole::Code, "code tt kbd samp"},
        {HtmlRole::Link, "a"},
        {HtmlRole::Line, "div section article header footer aside main nav address center figure "
                         "figcaption details summary fieldset legend form caption dl dt dd option "
                         "optgroup select textarea body html dir menuitem"},
        {HtmlRole::Paragraph, "p"},
        {HtmlRole::Heading, "h1 h2 h3 h4 h5 h6"},
        {HtmlRole::Quote, "blockquote"},
        {HtmlRole::List, "ul menu"},
        {HtmlRole::Numbers, "ol"},
        {HtmlRole::Item, "li"},
        {HtmlRole::Preformatted, "pre listing xmp"},
        {HtmlRole::Table, "table"},
        {HtmlRole::Row, "tr"},
        {HtmlRole::Cell, "td th"},
        {HtmlRole::Break, "br"},
        {HtmlRole::Rule, "hr"},
        {HtmlRole::Picture, "img image"},
        {HtmlRole::Input, "input"},
        {HtmlRole::Nothing, "meta link base wbr col area embed source track param frame"},
        {HtmlRole::Hidden, "script style title template iframe noembed noframes xml"},
    };
    Roles roles;
    for (const Group &group : groups) {
        for (const QString &name : QString::fromLatin1(group.names).split(QLatin1Char(' ')))
            roles.insert(name, group.role);
    }
    return roles;
}

/// "font-size:0" and "font-size:0px", not "font-size:0.9em".
bool isZero(QStringView style, QLatin1String property)
{
    for (qsizetype at = style.indexOf(property); at >= 0;) {
        const QStringView value = style.mid(at + property.size());
        if (value.startsWith(QLatin1Char('0'))) {
            qsizetype end = 1;
            while (end < value.size() && (value[end] == QLatin1Char('.') || value[end] == QLatin1Char('0')))
                ++end;
            if (end == value.size() || !value[end].isDigit())
                return true;
        }
        at = style.indexOf(property, at + 1);
    }
    return false;
}

QString plainStyle(const HtmlAttributes &attributes)
{
    QString style = attributes.value(QStringLiteral("style")).toLower();
    erase_if(style, [](QChar c) { return c.isSpace(); });
    return style;
}

} // namespace

HtmlRole htmlRole(const QString &name)
{
    static const Roles roles = makeRoles();
    return roles.value(name, HtmlRole::Inline);
}

bool isVoidHtml(HtmlRole role)
{
    return role == HtmlRole::Break || role == HtmlRole::Rule || role == HtmlRole::Picture
        || role == HtmlRole::Input || role == HtmlRole::Nothing;
}

bool isTablePart(HtmlRole role)
{
    return role == HtmlRole::Table || role == HtmlRole::Row || role == HtmlRole::Cell;
}

bool isHiddenHtml(const HtmlAttributes &attributes)
{
    if (attributes.isEmpty())
        return false;
    if (attributes.contains(QStringLiteral("hidden")))
        return true;
    const QString style = plainStyle(attributes);
    if (style.isEmpty())
        return false;
    return style.contains(QLatin1String("display:none"))
        || style.contains(QLatin1String("visibility:hidden"))
        || style.contains(QLatin1String("mso-hide:all"))
        || isZero(style, QLatin1String("font-size:")) || isZero(style, QLatin1String("opacity:"))
        || isZero(style, QLatin1String("max-height:"));
}

bool isDenseHtml(const HtmlAttributes &attributes)
{
    return attributes.value(QStringLiteral("class")).contains(QLatin1String("Mso"))
        || isZero(plainStyle(attributes), QLatin1String("margin:"));
}

RichStyles htmlStyles(HtmlRole role, const HtmlAttributes &attributes)
{
    RichStyles styles;
    const QString style = attributes.isEmpty() ? QString() : plainStyle(attributes);
    const auto says = [&style](const char *words) { return style.contains(QLatin1String(words)); };
    styles.setFlag(RichStyle::Bold,
                   role == HtmlRole::Bold || says("font-weight:bold") || says("font-weight:700"));
    styles.setFlag(RichStyle::Italic, role == HtmlRole::Italic || says("font-style:italic"));
    styles.setFlag(RichStyle::Strike, role == HtmlRole::Strike || says("line-through"));
    styles.setFlag(RichStyle::Underline, role == HtmlRole::Underline);
    styles.setFlag(RichStyle::Code, role == HtmlRole::Code);
    return styles;
}

} // namespace vigie
