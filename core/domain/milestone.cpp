#include "core/domain/milestone.h"

#include "core/domain/subteam.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<MilestoneType>()
{
    static const QList<ChoiceWord> words{
        {"tor", QT_TRANSLATE_NOOP("Choice", "Terms of Reference adopted")},
        {"workplan", QT_TRANSLATE_NOOP("Choice", "Work plan adopted")},
        {"datareview", QT_TRANSLATE_NOOP("Choice", "Data review")},
        {"findings", QT_TRANSLATE_NOOP("Choice", "Findings presented")},
        {"draftrecommendations", QT_TRANSLATE_NOOP("Choice", "Draft recommendations")},
        {"freeze", QT_TRANSLATE_NOOP("Choice", "Draft frozen")},
        {"commentopen", QT_TRANSLATE_NOOP("Choice", "Public comment opens")},
        {"commentclose", QT_TRANSLATE_NOOP("Choice", "Public comment closes")},
        {"comment", QT_TRANSLATE_NOOP("Choice", "Public comment period")},
        {"analysis", QT_TRANSLATE_NOOP("Choice", "Comment analysis")},
        {"finalagreed", QT_TRANSLATE_NOOP("Choice", "Final report agreed")},
        {"published", QT_TRANSLATE_NOOP("Choice", "Published")},
        {"followup", QT_TRANSLATE_NOOP("Choice", "Follow-up")},
        {"meeting", QT_TRANSLATE_NOOP("Choice", "Meeting")},
        {"boardaction", QT_TRANSLATE_NOOP("Choice", "Board action")},
        {"other", QT_TRANSLATE_NOOP("Choice", "Other")},
    };
    return words;
}

template<>
const QList<ChoiceWord> &choiceWords<DateConstraint>()
{
    static const QList<ChoiceWord> words{
        {"starton", QT_TRANSLATE_NOOP("Choice", "Must start on")},
        {"finishon", QT_TRANSLATE_NOOP("Choice", "Must finish on")},
        {"startnotearlier", QT_TRANSLATE_NOOP("Choice", "Starts not earlier than")},
        {"finishnotearlier", QT_TRANSLATE_NOOP("Choice", "Finishes not earlier than")},
        {"startnotlater", QT_TRANSLATE_NOOP("Choice", "Starts not later than")},
        {"finishnotlater", QT_TRANSLATE_NOOP("Choice", "Finishes not later than")},
    };
    return words;
}

KindDescription describeMilestone()
{
    return kindDescription<Milestone>(
        "milestone", QT_TRANSLATE_NOOP("Kind", "Milestone"), QT_TRANSLATE_NOOP("Kind", "Milestones"), "M",
        "title",
        {
            field<&Milestone::title>("title", QT_TRANSLATE_NOOP("Field", "Title")),
            field<&Milestone::type>("type", QT_TRANSLATE_NOOP("Field", "Type")),
            field<&Milestone::subteam>("subteam", QT_TRANSLATE_NOOP("Field", "Sub-team"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "None: the full team.")),
            field<&Milestone::responsible>("responsible", QT_TRANSLATE_NOOP("Field", "Owner"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "The role that answers for it.")),
            field<&Milestone::start>("start", QT_TRANSLATE_NOOP("Field", "Start"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Set for activities; a milestone has none.")),
            field<&Milestone::target>("target", QT_TRANSLATE_NOOP("Field", "Target")),
            field<&Milestone::deadline>("deadline", QT_TRANSLATE_NOOP("Field", "Deadline"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Latest date. It judges and never moves anything.")),
            field<&Milestone::actual>("actual", QT_TRANSLATE_NOOP("Field", "Actual"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "The day it was met.")),
            field<&Milestone::progress>("progress", QT_TRANSLATE_NOOP("Field", "Progress"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Percent of the work done, as judged by its owner.")),
            field<&Milestone::duration>("duration", QT_TRANSLATE_NOOP("Field", "Duration"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Days; where none is given it follows from the dates.")),
            field<&Milestone::dayunit>("dayunit", QT_TRANSLATE_NOOP("Field", "Days counted"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "By the duration and the estimates. None: calendar days.")),
            field<&Milestone::constraint>("constraint", QT_TRANSLATE_NOOP("Field", "Constraint"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Binds where the schedule is computed; it moves nothing.")),
            field<&Milestone::constraintdate>("constraintdate", QT_TRANSLATE_NOOP("Field", "Constraint date")),
            field<&Milestone::optimistic>("optimistic", QT_TRANSLATE_NOOP("Field", "Optimistic estimate"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Days still needed if all goes well.")),
            field<&Milestone::likely>("likely", QT_TRANSLATE_NOOP("Field", "Likely estimate"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Days still needed as things stand.")),
            field<&Milestone::pessimistic>("pessimistic", QT_TRANSLATE_NOOP("Field", "Pessimistic estimate"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Days still needed if much goes wrong.")),
            field<&Milestone::serves>("serves", QT_TRANSLATE_NOOP("Field", "Serves"))
                .withHelp(QT_TRANSLATE_NOOP("Field",
                                            "The milestone of the full team this one must be in time for.")),
            field<&Milestone::reason>("reason", QT_TRANSLATE_NOOP("Field", "Reason for the date"))
                .withHelp(QT_TRANSLATE_NOOP(
                    "Field",
                    "Why the target is what it is; every former date keeps its reason in the history.")),
            field<&Milestone::description>("description", QT_TRANSLATE_NOOP("Field", "Description"))
                .longText(),
            field<&Milestone::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
