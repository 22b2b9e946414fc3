#pragma once

#include "core/domain/kind.h"

namespace plumbline {

/// What happens in those days.
enum class CalendarKind { Holidays, Meeting, Suspension, Other };
template<>
const QList<ChoiceWord> &choiceWords<CalendarKind>();

/// A stretch of days that concerns the whole plan.
struct CalendarEvent : Record {
    static constexpr Kind kind = Kind::CalendarEvent;

    QString title;
    Choice<CalendarKind> category;
    std::optional<PartialDate> first;
    std::optional<PartialDate> last; ///< Included.
    QString reason;
    QString source;
    friend bool operator==(const CalendarEvent &, const CalendarEvent &) = default;
};

using CalendarEventId = Id<CalendarEvent>;

} // namespace plumbline
