#pragma once

#include "core/domain/review.h"

#include <QLocale>

namespace plumbline::report {

/// A value as a reader sees it on paper: a date with its year, the label of a choice, the key and title of a record
/// referred to, the parts of a register by commas. Empty for none.
QString valueWords(const Review &review, const Field &field, const Value &value, const QLocale &locale);

} // namespace plumbline::report
