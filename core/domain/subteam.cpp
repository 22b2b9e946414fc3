#include "core/domain/subteam.h"

#include "core/domain/baseline.h"
#include "core/domain/decision.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<SubTeamState>()
{
    static const QList<ChoiceWord> words{
        {"proposed", QT_TRANSLATE_NOOP("Choice", "Proposed")},
        {"active", QT_TRANSLATE_NOOP("Choice", "Active")},
        {"reported", QT_TRANSLATE_NOOP("Choice", "Reported")},
        {"closed", QT_TRANSLATE_NOOP("Choice", "Closed")},
    };
    return words;
}

KindDescription describeSubTeam()
{
    return kindDescription<SubTeam>(
        "subteam", QT_TRANSLATE_NOOP("Kind", "Sub-team"), QT_TRANSLATE_NOOP("Kind", "Sub-teams"), "S",
        "title",
        {
            field<&SubTeam::title>("title", QT_TRANSLATE_NOOP("Field", "Name")),
            field<&SubTeam::scope>("scope", QT_TRANSLATE_NOOP("Field", "Scope of work"))
                .longText()
                .isMaterial(),
            field<&SubTeam::list>("list", QT_TRANSLATE_NOOP("Field", "Mailing list"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Open to the full team.")),
            field<&SubTeam::formed>("formed", QT_TRANSLATE_NOOP("Field", "Formed by"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "The decision of the full team that formed it.")),
            field<&SubTeam::state>("state", QT_TRANSLATE_NOOP("Field", "State")),
            field<&SubTeam::movedto>("movedto", QT_TRANSLATE_NOOP("Field", "Work moved to")),
            field<&SubTeam::agreed>("agreed", QT_TRANSLATE_NOOP("Field", "Schedule agreed by"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "The decision by which the sub-team agreed to its schedule.")),
            field<&SubTeam::agreedplan>("agreedplan", QT_TRANSLATE_NOOP("Field", "Agreed schedule"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "The baseline of the plan it agreed to.")),
            field<&SubTeam::reported>("reported", QT_TRANSLATE_NOOP("Field", "Last report to the full team")),
            field<&SubTeam::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
