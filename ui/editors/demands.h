#pragma once

#include "core/domain/recommendation.h"
#include "ui/widgets/severity.h"

#include <QStringList>

namespace plumbline {

/// What the teams ask of every recommendation.
enum class Demand { Clear, Concise, Concrete, Prioritised, Measurable, Implementable };
inline constexpr int demandCount = int(Demand::Implementable) + 1;

/// How a recommendation meets one demand.
struct Judgement {
    Demand demand;
    Severity severity; ///< Good when it is met.
    QString sentence;  ///< What was found, in a few words; may be empty when the demand is met.
    QStringList words; ///< The words of the text that caused it.
    friend bool operator==(const Judgement &, const Judgement &) = default;
};

QString demandName(Demand demand);
/// The name under which a waiver accepts that a demand is not met: `quality.concrete`.
QString demandCheck(Demand demand);

/// Judges a recommendation by the six demands, in their order.
///
/// Clear: there is a text and none of its sentences has more than 60 words. Concise: at most 150 words.
/// Concrete: none of a list of vague English words. Prioritised: a level with a reason. Measurable: a whole
/// metric, or a reason to defer it. Implementable: a category and an addressee. Computed here; the demands
/// are the teams', their measures are ours, and advice only.
QList<Judgement> judge(const Recommendation &recommendation);

} // namespace plumbline
