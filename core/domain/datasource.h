#pragma once

#include "core/domain/kind.h"

namespace plumbline {

struct SubTeam;

/// How much the review needs it.
enum class Need { Needed, Important, Useful };
template<>
const QList<ChoiceWord> &choiceWords<Need>();

/// The life of a data source.
enum class SourceState { Identified, Requested, Expected, Obtained, Appraised, Used, NotUsed, Withdrawn };
template<>
const QList<ChoiceWord> &choiceWords<SourceState>();

/// An entry of the evidence register.
struct DataSource : Record {
    static constexpr Kind kind = Kind::DataSource;

    QString title;
    QString category; ///< Study, dataset, briefing, interview, standard ...
    QString instance; ///< Edition, period or version.
    QString provider;
    QString url;
    Choice<Need> need;
    std::optional<PartialDate> expected; ///< May be tentative.
    std::optional<PartialDate> obtained;
    QString access;      ///< Who may see it and how.
    QString limitations; ///< CommonMark.
    QString appraisal;   ///< How far it can be relied on.
    Choice<SourceState> state;
    Id<SubTeam> subteam; ///< None: the full team.
    QString source;
    friend bool operator==(const DataSource &, const DataSource &) = default;
};

using DataSourceId = Id<DataSource>;

} // namespace plumbline
