#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QLocale>
#include <QString>

#include <compare>
#include <optional>

namespace plumbline {

enum class DatePrecision {
    Day,
    Month,
    Quarter,
    Year,
    Open, ///< "TBD": it is known that the date is not settled yet.
};

/// A date as a review knows it: to the day, the month, the quarter or the year, perhaps tentative, or "TBD".
///
/// In files it is text: `2020-01-24`, `2017-06`, `2017-Q3`, `2017`, each with an optional `?` for tentative,
/// or `TBD`. "Nobody said" is an empty std::optional, not a PartialDate.
struct PartialDate {
    QDate first; ///< First day the record may mean: 2017-05-01 for "May 2017". Invalid only for TBD.
    DatePrecision precision = DatePrecision::Day;
    bool tentative = false;

    /// The last day the record may mean: 2017-05-31 for "May 2017"; invalid for TBD.
    QDate last() const;
    /// True when the date names one day, so that days may be counted from it.
    bool isExact() const { return precision == DatePrecision::Day; }
    bool isOpen() const { return precision == DatePrecision::Open; }

    /// The text kept in files; fromText(toText()) gives the same date.
    QString toText() const;
    /// Reads the text kept in files. Error BadInput when it is anything else, or a day no calendar has.
    static Result<PartialDate> fromText(const QString &text);
    static PartialDate day(const QDate &date) { return {date, DatePrecision::Day, false}; }

    friend bool operator==(const PartialDate &, const PartialDate &) = default;
    /// Orders by the last possible day, TBD after everything (the order in which a plan reads).
    friend bool operator<(const PartialDate &a, const PartialDate &b);
};

/// Reads a date as people write it: the file form, and "15 Mar", "15 March 2018", "June 2017", "Q3 2017",
/// "tentatively June 2017", "in 40 days", "today", "tomorrow", "TBD" - month names in English or in @p
/// locale.
///
/// A missing year means the first such day not before @p today. Error BadInput with a sentence that shows the
/// forms.
Result<PartialDate> parseTypedDate(const QString &typed, const QDate &today, const QLocale &locale);

/// The date as a person writes it in @p locale; the year is left out when it is that of @p today.
QString formatDate(const PartialDate &date, const QLocale &locale, const QDate &today = {});

/// Calendar days from @p from to @p to (negative when earlier); empty unless both are exact to the day,
/// because "3 days" counted from "May 2017" would claim more than the record says.
std::optional<int> daysBetween(const std::optional<PartialDate> &from, const std::optional<PartialDate> &to);

} // namespace plumbline
