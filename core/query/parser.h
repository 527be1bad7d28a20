// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/expr.h"
#include "core/query/problem.h"

#include <optional>

/// The one language of search box, saved views and rules.
///
///     query  = [ or ] ;                             nothing = every ticket
///     or     = and { "OR" and } ;
///     and    = not { [ "AND" ] not } ;
///     not    = { "NOT" | "-" } ( "(" or ")" | term ) ;
///     term   = field op values | word [ "*" ] | phrase [ "*" ] ;
///     op     = [ ":" ] ( "<" | "<=" | ">" | ">=" | "=" | "!=" ) | ":" ;
///     values = range | value { "," value } ;        several = one of them
///     range  = [ value ] ".." [ value ] ;           ends included; numbers, times, ladders
///     value  = word | phrase ;
///     phrase = '"' { any character but '"'; \" and \\ stand for " and \ } '"' ;
///     word   = characters but white space, '(', ')', '"' (and ',' in values) ;
///
/// AND, OR and NOT are written in capitals: "and" is a word to look for. Names of fields and
/// values do not mind case. A name that is no field's is an error before a value ("stauts:open"),
/// and text in addresses, paths, times of day and before a space ("Error: it broke").
///
/// Values by kind of field (see field.cpp):
///     closed lists  state:open  priority>=high (worse is higher)  level:L1..L3  is:open  has:draft
///     people        owner:me  owner:none  requester:"Anna Œhler"  an id; the beginning of any word
///                   of a name, unless somebody is called exactly so
///     keys          queue:Network,Field  tag:vpn  category:mail  tag:none
///     numbers       number:1042  number:100..200  number>=7
///     times         ages 30m 4h 7d 2w: created<7d = less than seven days ago, due<4h = in less
///                   than four hours or overdue; days 2026-03-01, moments 2026-03-01T14:30, words
///                   (timeWords()); due:none
///     words         title:vpn  text:"paper jam"; a bare word or phrase is text:
namespace vigie::query {

/// Values as the surface words them: "offen" for "open". The stored names are always understood.
class WordNames
{
public:
    virtual ~WordNames() = default;
    /// The stored name that `word` means for this field; empty when it is none. Also asked for
    /// "me" and "none" and for words of time.
    [[nodiscard]] virtual QString storedName(Field field, const QString &word) const = 0;
};

struct ParseOptions {
    const WordNames *words = nullptr; ///< only used during the call
    /// Somebody is still typing: a last bare word may go on ("print" also finds "printer"), and a
    /// last quote may be open.
    bool typing = false;
};

struct Parsed {
    Expr expr; ///< everything when there is a problem
    std::optional<Problem> problem;

    [[nodiscard]] bool ok() const { return !problem; }
};

/// Any text at all: what is wrong is a value. Time and memory are linear in its length.
[[nodiscard]] Parsed parse(const QString &text, const ParseOptions &options = {});

} // namespace vigie::query
