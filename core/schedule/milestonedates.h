#pragma once

#include "core/domain/milestone.h"

#include <QDate>

#include <optional>

namespace plumbline {

/// The last day @p date may mean; empty when there is no date or it is TBD.
///
/// Plans count partial dates at their end: "June 2017" is 30 June 2017.
std::optional<QDate> lastDay(const std::optional<PartialDate> &date);

/// True when the day @p milestone was met is on record, if only to the month or the year; "TBD" is no such
/// day.
bool isMet(const Milestone &milestone);

/// When @p milestone was met, or else is meant to be: its actual date if it has one that is not TBD, else its
/// target. Empty when neither names a time.
std::optional<PartialDate> finishDate(const Milestone &milestone);

/// When work on @p milestone begins: the start of an activity, the finish date of a milestone without a
/// start.
std::optional<PartialDate> startDate(const Milestone &milestone);

/// True when @p milestone belongs to the full team and not to a sub-team.
bool isFullTeam(const Milestone &milestone);

/// True when every day @p a may mean lies after every day @p b may mean, so that "June 2017" is not called
/// later than 15 June 2017. False when either is TBD.
bool isSurelyAfter(const PartialDate &a, const PartialDate &b);

} // namespace plumbline
