#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct SubTeam;

/// Who meets.
enum class MeetingKind { Plenary, SubTeam, FaceToFace, Leadership, Other };
template<>
const QList<ChoiceWord> &choiceWords<MeetingKind>();

/// A call or gathering of the full team, a sub-team or the leadership.
struct Meeting : Record {
    static constexpr Kind kind = Kind::Meeting;

    QString title;
    Choice<MeetingKind> category;
    std::optional<qint64> number;
    std::optional<PartialDate> held;
    QString time; ///< UTC.
    Id<SubTeam> subteam;
    QString agenda;     ///< CommonMark.
    QString minutes;    ///< CommonMark.
    QString attendance; ///< CommonMark.
    QString apologies;
    QString observers;
    QString url;
    QString source;
    friend bool operator==(const Meeting &, const Meeting &) = default;
};

using MeetingId = Id<Meeting>;

} // namespace plumbline
