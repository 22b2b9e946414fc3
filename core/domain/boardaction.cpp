#include "core/domain/boardaction.h"

#include "core/domain/recommendation.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<BoardClass>()
{
    static const QList<ChoiceWord> words{
        {"approved", QT_TRANSLATE_NOOP("Choice", "Approved")},
        {"approvedinpart", QT_TRANSLATE_NOOP("Choice", "Approved in part")},
        {"pending", QT_TRANSLATE_NOOP("Choice", "Pending")},
        {"passedthrough", QT_TRANSLATE_NOOP("Choice", "Passed through")},
        {"rejected", QT_TRANSLATE_NOOP("Choice", "Rejected")},
    };
    return words;
}

KindDescription describeBoardAction()
{
    return kindDescription<BoardAction>(
        "boardaction", QT_TRANSLATE_NOOP("Kind", "Board action"), QT_TRANSLATE_NOOP("Kind", "Board actions"),
        "BA", "part",
        {
            field<&BoardAction::recommendation>("recommendation",
                                                QT_TRANSLATE_NOOP("Field", "Recommendation")),
            field<&BoardAction::part>("part", QT_TRANSLATE_NOOP("Field", "Part"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Empty: the whole.")),
            field<&BoardAction::action>("action", QT_TRANSLATE_NOOP("Field", "Action")),
            field<&BoardAction::date>("date", QT_TRANSLATE_NOOP("Field", "Date")),
            field<&BoardAction::rationale>("rationale", QT_TRANSLATE_NOOP("Field", "Rationale")).longText(),
            field<&BoardAction::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
