#pragma once

#include "core/domain/recommendation.h"

#include <QSet>
#include <QStringList>

namespace plumbline {

/// What the teams ask of every recommendation.
enum class Demand { Clear, Concise, Concrete, Prioritised, Measurable, Implementable };
inline constexpr int demandCount = int(Demand::Implementable) + 1;

/// How far a demand is met.
enum class Verdict {
    Met,
    Open,     ///< There is nothing to judge yet.
    Doubtful, ///< Advice, which may be wrong.
    Missing,
};

/// How a recommendation meets one demand.
struct Judgement {
    Demand demand;
    Verdict verdict;
    QString sentence;  ///< What was found, in a few words; may be empty when the demand is met.
    QStringList words; ///< The words of the text that caused it.
    friend bool operator==(const Judgement &, const Judgement &) = default;
};

QString demandName(Demand demand);
/// The check of a demand, and the name under which a waiver accepts that it is not met: `quality.concrete`.
QString demandCheck(Demand demand, const Recommendation &recommendation);

/// Judges a recommendation by the six demands, in their order.
///
/// Clear: a text without sentences too long to follow, things nobody is named to do, or abbreviations nobody
/// spelt out. Concise: no longer than a reader keeps in mind. Concrete: no hollow words, and one thing at a
/// time. Prioritised: a level with a reason. Measurable: a whole metric, or a reason to defer it.
/// Implementable: a category and an addressee. The demands are those of the SSR2 work plan, section 3e; their
/// measures are ours (wordingrules.h), and advice only.
/// @p known as in wordingAdvice().
QList<Judgement> judge(const Recommendation &recommendation, const QSet<QString> &known);

} // namespace plumbline
