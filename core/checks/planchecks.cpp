#include "core/checks/planrules.h"

#include <QCoreApplication>

namespace plumbline {

const QList<Check> &planChecks()
{
    static const QList<Check> checks{
        {"plan.order",
         ProblemLevel::Error,
         {Kind::Milestone},
         false,
         planrules::order,
         QT_TRANSLATE_NOOP(
             "Checks",
             "The milestones of the full team follow each other as the life of a review does: Terms "
             "of Reference, work plan, data review, findings, draft recommendations, freeze, public "
             "comment, analysis, final report agreed, published, follow-up.")},
        {"plan.sequence",
         ProblemLevel::Error,
         {Kind::Milestone, Kind::Dependency},
         false,
         planrules::sequence,
         QT_TRANSLATE_NOOP("Checks", "Nothing is dated before the items it depends on allow.")},
        {"plan.commentPeriod",
         ProblemLevel::Error,
         {Kind::Milestone, Kind::Rule},
         false,
         planrules::commentPeriod,
         QT_TRANSLATE_NOOP(
             "Checks", "Public comment lasts at least as many days as the rules of the review ask, and opens "
                       "after the draft is frozen.")},
        {"plan.afterDeadline",
         ProblemLevel::Error,
         {Kind::Milestone},
         false,
         planrules::afterDeadline,
         QT_TRANSLATE_NOOP("Checks", "A milestone is not dated after its own deadline.")},
        {"plan.serves",
         ProblemLevel::Error,
         {Kind::Milestone},
         false,
         planrules::serves,
         QT_TRANSLATE_NOOP(
             "Checks",
             "A milestone is not dated after the milestone or deadline of the full team it serves.")},
        {"plan.freezeBuffer",
         ProblemLevel::Error,
         {Kind::Milestone, Kind::Rule},
         false,
         planrules::freezeBuffer,
         QT_TRANSLATE_NOOP(
             "Checks",
             "Draft recommendations of a sub-team reach the full team early enough to be considered "
             "before the draft is frozen.")},
        {"plan.circle",
         ProblemLevel::Error,
         {Kind::Milestone, Kind::Dependency},
         false,
         planrules::circles,
         QT_TRANSLATE_NOOP("Checks", "No item of the plan waits, by way of others, for itself.")},
        {"plan.feasible",
         ProblemLevel::Error,
         {Kind::Milestone, Kind::Dependency, Kind::CalendarEvent, Kind::Rule, Kind::SubTeam},
         true,
         planrules::feasible,
         QT_TRANSLATE_NOOP("Checks", "What an item waits for leaves it time to keep its deadline and those it serves.")},
        {"plan.blackout",
         ProblemLevel::Warning,
         {Kind::Milestone, Kind::CalendarEvent},
         false,
         planrules::blackout,
         QT_TRANSLATE_NOOP("Checks", "Public comment does not close during a meeting, holidays or a suspension.")},
        {"plan.overdue",
         ProblemLevel::Warning,
         {Kind::Milestone, Kind::SubTeam},
         true,
         planrules::overdue,
         QT_TRANSLATE_NOOP("Checks", "A milestone whose target has passed is met or planned anew.")},
        {"plan.noTarget",
         ProblemLevel::Hint,
         {Kind::Milestone, Kind::SubTeam},
         false,
         planrules::noTarget,
         QT_TRANSLATE_NOOP("Checks", "A milestone in the life of the review has a target date.")},
        {"plan.slip",
         ProblemLevel::Warning,
         {Kind::Milestone, Kind::Baseline, Kind::BaselineItem, Kind::Rule},
         false,
         planrules::slip,
         QT_TRANSLATE_NOOP(
             "Checks", "A milestone is not moved by more days from the first baseline than the rules of the "
                       "review allow without a warning.")},
        {"plan.movedWithoutReason",
         ProblemLevel::Warning,
         {Kind::Milestone, Kind::Baseline, Kind::BaselineItem},
         false,
         planrules::movedWithoutReason,
         QT_TRANSLATE_NOOP("Checks", "A milestone that was moved from the first baseline says why.")},
        {"plan.suspended",
         ProblemLevel::Warning,
         {Kind::Milestone, Kind::SubTeam, Kind::CalendarEvent},
         false,
         planrules::suspended,
         QT_TRANSLATE_NOOP("Checks", "Nothing is to be met while the review is suspended.")},
        {"plan.startAfterTarget",
         ProblemLevel::Error,
         {Kind::Milestone},
         false,
         planrules::startAfterTarget,
         QT_TRANSLATE_NOOP("Checks", "An activity starts before it ends.")},
        {"plan.subteamDraftDate",
         ProblemLevel::Error,
         {Kind::Milestone, Kind::SubTeam},
         false,
         planrules::subteamDraftDate,
         QT_TRANSLATE_NOOP("Checks", "An active sub-team has a date for its draft recommendations.")},
    };
    return checks;
}

} // namespace plumbline
