#pragma once

#include "core/base/partialdate.h"
#include "core/checks/problem.h"
#include "core/domain/review.h"

namespace plumbline {

/// A record as sentences name it: its shown key and its title, M-012 “Draft report”; where the kind has no
/// keys, the kind and the title. A title that is a choice is given by its label.
QString nameOf(const Review &review, const Record &record);

/// A date as sentences write it, in the language of the program.
QString dateWords(const PartialDate &date);
QString dateWords(const QDate &date);

struct AgreedDateChange;

/// What changed since a sub-team agreed to its schedule: "M-S5-03 “Draft” was moved from 2 Dec 2019 to 10 Jan 2020".
QString agreedChangeWords(const Review &review, const AgreedDateChange &change);

/// A problem on @p record; check, level and waiver are filled in by others. @p days: see Problem::days.
Problem problemOn(const Record &record, const QString &sentence, const QString &next, int days = 0);

} // namespace plumbline
