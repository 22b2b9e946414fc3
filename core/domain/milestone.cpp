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
