#pragma once

#include "core/base/clock.h"
#include "core/report/document.h"
#include "core/report/redline.h"

namespace plumbline::report {

/// A redline as a report for the team: how much changed, then every record that is new, gone or changed with the words
/// that came underlined and those that went struck through, who wrote them and when, and the numbers old and new.
///
/// @p review gives the title and the team; @p clock the record date. Unlike reports for outsiders it holds fields that
/// are not published, and of a closed group's baseline also that group's records; so it says whom it is for.
Document redlineReport(const Redline &redline, const Review &review, const Clock &clock,
                       const QLocale &locale = QLocale(QLocale::English));

/// "Ada, 3 changes, 24 Jan 2020 to 3 Feb 2020" of each, parted by semicolons; empty when nobody is known.
QString authorWords(const QList<RedlineAuthor> &authors, const QLocale &locale);

} // namespace plumbline::report
