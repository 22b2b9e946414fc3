#include "core/domain/finding.h"

#include "core/domain/meeting.h"
#include "core/domain/subteam.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<FindingState>()
{
    static const QList<ChoiceWord> words{
        {"draft", QT_TRANSLATE_NOOP("Choice", "Draft")},
        {"preliminary", QT_TRANSLATE_NOOP("Choice", "Preliminary")},
        {"presented", QT_TRANSLATE_NOOP("Choice", "Presented")},
        {"revised", QT_TRANSLATE_NOOP("Choice", "Revised")},
        {"agreed", QT_TRANSLATE_NOOP("Choice", "Agreed")},
        {"dropped", QT_TRANSLATE_NOOP("Choice", "Dropped")},
    };
    return words;
}

KindDescription describeFinding()
{
    return kindDescription<Finding>(
        "finding", QT_TRANSLATE_NOOP("Kind", "Finding"), QT_TRANSLATE_NOOP("Kind", "Findings"), "F", "title",
        {
            field<&Finding::title>("title", QT_TRANSLATE_NOOP("Field", "Title")),
            field<&Finding::statement>("statement", QT_TRANSLATE_NOOP("Field", "Statement"))
                .longText()
                .isMaterial(),
            field<&Finding::criteria>("criteria", QT_TRANSLATE_NOOP("Field", "Criteria"))
                .longText()
                .isMaterial()
                .withHelp(QT_TRANSLATE_NOOP("Field", "What should be.")),
            field<&Finding::condition>("condition", QT_TRANSLATE_NOOP("Field", "Condition"))
                .longText()
                .isMaterial()
                .withHelp(QT_TRANSLATE_NOOP("Field", "What is.")),
            field<&Finding::cause>("cause", QT_TRANSLATE_NOOP("Field", "Cause")).longText().isMaterial(),
            field<&Finding::effect>("effect", QT_TRANSLATE_NOOP("Field", "Effect")).longText().isMaterial(),
            field<&Finding::methodology>("methodology", QT_TRANSLATE_NOOP("Field", "Methodology"))
                .longText()
                .isMaterial(),
            field<&Finding::confidence>("confidence", QT_TRANSLATE_NOOP("Field", "Confidence")),
            field<&Finding::subteam>("subteam", QT_TRANSLATE_NOOP("Field", "Sub-team")),
            field<&Finding::presented>("presented", QT_TRANSLATE_NOOP("Field", "Presented at")),
            field<&Finding::state>("state", QT_TRANSLATE_NOOP("Field", "State")),
            field<&Finding::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
