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

/// A problem on @p record; check, level and waiver are filled in by others. @p days: see Problem::days.
Problem problemOn(const Record &record, const QString &sentence, const QString &next, int days = 0);

} // namespace plumbline
