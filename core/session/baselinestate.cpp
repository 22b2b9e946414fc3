#include "core/session/baselinestate.h"

#include "core/domain/baseline.h"
#include "core/edits/baselines.h"

#include <QCoreApplication>

namespace plumbline {

Result<Review> baselineState(Store &store, RecordId id)
{
    const Baseline *baseline = store.review().find(BaselineId(id.uuid));
    if (!baseline)
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Session", "There is no such baseline in this review."),
                     {},
                     {}};
    if (baseline->tips.isEmpty())
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Session",
                                                 "The baseline “%1” does not say of which changes it is made, so its "
                                                 "texts cannot be shown; its dates and numbers can.")
                         .arg(baseline->name),
                     {},
                     {}};
    return store.stateAt(baseline->tips);
}

static Problem problemOf(const Baseline &baseline, const char *check, ProblemLevel level, const char *sentence,
                         const char *next)
{
    Problem problem;
    problem.check = check;
    problem.level = level;
    problem.sentence = QCoreApplication::translate("Checks", sentence).arg(baseline.name);
    problem.record = baseline.id;
    problem.next = QCoreApplication::translate("Checks", next);
    return problem;
}

QList<Problem> checkBaselines(Store &store)
{
    QList<Problem> problems;
    const std::vector<const Baseline *> baselines = store.review().all<Baseline>();
    for (const Baseline *baseline : baselines) {
        if (baseline->tips.isEmpty())
            continue;
        const auto state = baselineState(store, baseline->id);
        if (!state && state.error().code == ErrorCode::NotFound)
            problems += problemOf(*baseline, "data.baseline", ProblemLevel::Hint,
                                  QT_TRANSLATE_NOOP("Checks",
                                                    "Changes that the baseline “%1” is made of are not in this copy."),
                                  QT_TRANSLATE_NOOP("Checks", "Ask the others for a bundle with everything."));
        else if (!state || stateFingerprint(*state) != baseline->fingerprint)
            problems += problemOf(*baseline, "data.fingerprint", ProblemLevel::Error,
                                  QT_TRANSLATE_NOOP("Checks",
                                                    "What the baseline “%1” was made of does not give its fingerprint."),
                                  QT_TRANSLATE_NOOP("Checks",
                                                    "Compare with another copy, and take the baseline anew."));
    }
    return problems;
}

} // namespace plumbline
