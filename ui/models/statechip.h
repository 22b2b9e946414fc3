#pragma once

#include "core/domain/kind.h"
#include "ui/widgets/chip.h"

namespace plumbline {

class Review;

/// The state of a record with its tone: what is done or agreed green, what somebody is waited for blue, all
/// else plain. Without text when the kind has no state or nobody set it.
ChipText stateChip(Kind kind, const Record &record);

/// The closed group a record belongs to, with a lock; without text for records of the whole team.
ChipText audienceChip(const Review &review, const Record &record);

} // namespace plumbline
