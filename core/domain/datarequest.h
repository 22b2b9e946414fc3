#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct Meeting;
struct SubTeam;

/// Whom a request goes to.
enum class RequestAddressee { Organisation, Outside };
template<>
const QList<ChoiceWord> &choiceWords<RequestAddressee>();

/// The life of a request.
enum class RequestState {
    Draft,
    Discussed,
    Sent,
    Clarification,
    PartlyAnswered,
    Answered,
    Refused,
    Appealed,
    Withdrawn
};
template<>
const QList<ChoiceWord> &choiceWords<RequestState>();

/// A question or a request for data, sent to the organisation or outside.
struct DataRequest : Record {
    static constexpr Kind kind = Kind::DataRequest;

    QString title;
    QString text;    ///< CommonMark.
    QString purpose; ///< CommonMark.
    Choice<RequestAddressee> addressee;
    QString recipient;
    Id<SubTeam> subteam;
    Id<Meeting> discussed; ///< The meeting of the full team that discussed it first.
    Choice<RequestState> state;
    std::optional<PartialDate> sent;
    std::optional<PartialDate> due;
    QString clarifications; ///< CommonMark.
    QString answer;         ///< CommonMark.
    std::optional<PartialDate> answered;
    QString refusal; ///< The reason given.
    QString appeal;  ///< CommonMark.
    QString source;
    friend bool operator==(const DataRequest &, const DataRequest &) = default;
};

using DataRequestId = Id<DataRequest>;

} // namespace plumbline
