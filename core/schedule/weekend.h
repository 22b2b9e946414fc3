#pragma once

#include <QList>

namespace plumbline {

class Review;

/// The days of the week on which nobody works, 1 Monday to 7 Sunday, in that order.
///
/// They are what the rule `weekend` of the review lists, such as "6,7": Saturday and Sunday where the review
/// has no such rule, none for "none". What is no day of the week is passed over, and a rule that lists all
/// seven lists none, because somebody must work some day.
QList<int> weekendOf(const Review &review);

} // namespace plumbline
