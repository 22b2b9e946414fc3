#pragma once

#include "core/checks/problem.h"
#include "core/domain/changes.h"
#include "core/domain/recordlinks.h"
#include "core/domain/review.h"
#include "core/domain/reviewrecord.h"
#include "core/schedule/planschedule.h"
#include "core/schedule/violations.h"

#include <QDate>

#include <optional>

namespace plumbline {

struct BaselineItem;

/// What a check may read: one state of a review and the day it is judged on.
///
/// What several checks compute alike is computed once, when first asked for. Lives for one run only.
class CheckContext
{
public:
    CheckContext(const Review &review, const QDate &today) : review(review), today(today) {}

    const Review &review; // Not owned, outlives the context.
    const QDate today;    ///< In UTC.

    /// See dateViolations().
    const QList<DateViolation> &violations() const;
    /// The plan as a network, on @ref today.
    const PlanSchedule &schedule() const;
    /// The links of the review by their ends.
    const RecordLinks &links() const;
    /// See firstBaselineItems(); null when no baseline holds the record.
    const BaselineItem *firstBaselineItem(RecordId record) const;

private:
    mutable std::optional<QList<DateViolation>> m_violations;
    mutable std::optional<PlanSchedule> m_schedule;
    mutable std::optional<RecordLinks> m_links;
    mutable std::optional<QHash<RecordId, const BaselineItem *>> m_firstItems;
};

/// One rule the program watches without being asked.
struct Check {
    QByteArray id; ///< For ever: waivers and the gates of running reviews name it.
    ProblemLevel level = ProblemLevel::Hint;
    QList<Kind> reads;       ///< Kinds whose changes can change what it finds.
    bool readsToday = false; ///< True when a new day alone can change what it finds.
    /// Appends what it finds, in any order; the check's id and level are filled in by the caller.
    void (*run)(const CheckContext &, QList<Problem> &) = nullptr;
    const char *explanation = ""; ///< QT_TRANSLATE_NOOP of context "Checks": the rule in one sentence.
    /// For checks that read many kinds: says more exactly than @ref reads whether news concern it. May be
    /// null.
    bool (*concerned)(const Changes &) = nullptr;
};

/// Adds the problem that a review in @p phase or later has none of something, on the record of the review itself.
void problemOfNone(const CheckContext &context, Phase phase, const QString &sentence, const QString &next,
                   QList<Problem> &problems);

/// The families, each a table in its own source.
const QList<Check> &planChecks();
const QList<Check> &teamChecks();
const QList<Check> &dataChecks();
const QList<Check> &groupChecks();
const QList<Check> &meetingChecks();
const QList<Check> &preparationChecks();
const QList<Check> &evidenceChecks();
const QList<Check> &findingChecks();
const QList<Check> &recommendationChecks();
const QList<Check> &qualityChecks();
const QList<Check> &traceChecks();

/// All checks, family by family.
const QList<Check> &allChecks();
/// The check of that id, or null.
const Check *checkNamed(QByteArrayView id);

/// Runs one check: what it finds, with its id and level, neither waived nor sorted.
QList<Problem> findProblems(const Check &check, const CheckContext &context);

} // namespace plumbline
