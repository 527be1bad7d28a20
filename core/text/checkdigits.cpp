// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/checkdigits.h"

#include <algorithm>
#include <array>

namespace vigie {

namespace {

struct CardRange {
    int first;
    int last;   ///< of the number's first digits, as many as `first` has
    int digits; ///< how many those are
    int shortest;
    int longest;
};

constexpr std::array kCardRanges{
    CardRange{4, 4, 1, 13, 19},          // Visa: 13, 16 or 19
    CardRange{51, 55, 2, 16, 16},        // Mastercard
    CardRange{2221, 2720, 4, 16, 16},    // Mastercard
    CardRange{34, 34, 2, 15, 15},        // American Express
    CardRange{37, 37, 2, 15, 15},        // American Express
    CardRange{300, 305, 3, 14, 14},      // Diners Club
    CardRange{36, 36, 2, 14, 14},        // Diners Club
    CardRange{38, 39, 2, 14, 14},        // Diners Club
    CardRange{3528, 3589, 4, 16, 16},    // JCB
    CardRange{6011, 6011, 4, 16, 19},    // Discover
    CardRange{644, 659, 3, 16, 19},      // Discover
    CardRange{62, 62, 2, 16, 19},        // UnionPay
    CardRange{50, 50, 2, 13, 19},        // Maestro
    CardRange{56, 58, 2, 13, 19},        // Maestro
    CardRange{67, 67, 2, 13, 19},        // Maestro
};

constexpr QStringView kIbanLengths =
    u"AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18"
    u"FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20"
    u"BI27DJ27FK18MN20NI28OM23RU33SO23"
    u"LU20LV21LY25MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SC31SD18"
    u"SE24SI19SK24SM27ST25SV28TL23TN24TR26UA29VA22VG24XK20";

int leadingNumber(QStringView digits, int count)
{
    int number = 0;
    for (const QChar c : digits.first(count))
        number = number * 10 + (c.unicode() - u'0');
    return number;
}

} // namespace

bool passesLuhn(QStringView digits)
{
    int sum = 0;
    bool doubled = false;
    for (qsizetype i = digits.size() - 1; i >= 0; --i, doubled = !doubled) {
        int value = digits[i].unicode() - u'0';
        if (doubled)
            value = value > 4 ? value * 2 - 9 : value * 2;
        sum += value;
    }
    return !digits.isEmpty() && sum % 10 == 0;
}

bool isCardRange(QStringView digits)
{
    if (digits.size() < 13 || digits.size() > 19)
        return false;
    return std::any_of(kCardRanges.begin(), kCardRanges.end(), [digits](const CardRange &range) {
        const int start = leadingNumber(digits, range.digits);
        if (range.first == 4 && digits.size() != 13 && digits.size() != 16 && digits.size() != 19)
            return false;
        return start >= range.first && start <= range.last && digits.size() >= range.shortest
            && digits.size() <= range.longest;
    });
}

int ibanLength(QStringView country)
{
    constexpr qsizetype kEntry = 4;
    for (qsizetype i = 0; i + kEntry <= kIbanLengths.size(); i += kEntry) {
        if (kIbanLengths.mid(i, 2) == country)
            return leadingNumber(kIbanLengths.mid(i + 2, 2), 2);
    }
    return 0;
}

bool passesMod97(QStringView iban)
{
    if (iban.size() < 5)
        return false;
    int rest = 0;
    for (qsizetype i = 0; i < iban.size(); ++i) {
        const char16_t c = iban[(i + 4) % iban.size()].unicode();
        if (c >= u'0' && c <= u'9')
            rest = (rest * 10 + (c - u'0')) % 97;
        else if (c >= u'A' && c <= u'Z')
            rest = (rest * 100 + (c - u'A' + 10)) % 97;
        else
            return false;
    }
    return rest == 1;
}

} // namespace vigie
