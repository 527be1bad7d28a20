// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/sensitivetext.h"

#include <QList>

/// The rows of the table in sensitivetext.cpp: each appends the places of its kind, in any order
/// and as narrow as it knows them. All of them look at each character a bounded number of times,
/// because every form has a longest length.
namespace vigie::detect {

void emails(const ScanLine &line, const SensitiveRules &rules, QList<Span> &found);
void addresses(const ScanLine &line, const SensitiveRules &rules, QList<Span> &found);
void hosts(const ScanLine &line, const SensitiveRules &rules, QList<Span> &found);
void ibans(const ScanLine &line, const SensitiveRules &rules, QList<Span> &found);
void cards(const ScanLine &line, const SensitiveRules &rules, QList<Span> &found);
void phones(const ScanLine &line, const SensitiveRules &rules, QList<Span> &found);
void tokens(const ScanLine &line, const SensitiveRules &rules, QList<Span> &found);
void passwords(const ScanLine &line, const SensitiveRules &rules, QList<Span> &found);
void names(const ScanLine &line, const SensitiveRules &rules, QList<Span> &found);
void sitePatterns(const ScanLine &line, const SensitiveRules &rules, QList<Span> &found);

} // namespace vigie::detect
