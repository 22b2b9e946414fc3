#pragma once

#include "core/domain/link.h"
#include "core/domain/meeting.h"
#include "core/domain/person.h"

#include <QHash>

namespace plumbline {

class Review;

/// How somebody took part in a meeting, as the roll call has it.
enum class Attendance {
    Present,
    Excused, ///< Sent apologies.
    Observing,
};
template<>
const QList<ChoiceWord> &choiceWords<Attendance>();

/// The roll call of a meeting: everybody of whom something is recorded. It is kept as links from people to the meeting, so
/// that two who call the roll apart agree; of somebody recorded twice the first word counts, in the order of Attendance.
QHash<PersonId, Attendance> rollCall(const Review &review, MeetingId meeting);

/// The type of the link that says so.
LinkType linkTypeOf(Attendance attendance);

} // namespace plumbline
