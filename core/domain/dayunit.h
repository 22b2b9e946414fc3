#pragma once

#include "core/domain/choice.h"

namespace plumbline {

/// Which days are counted.
enum class DayUnit {
    Calendar, ///< Every day; also where nothing was chosen.
    Working,  ///< Days that are neither of the weekend nor holidays of the review's calendar.
};
template<>
const QList<ChoiceWord> &choiceWords<DayUnit>();

} // namespace plumbline
