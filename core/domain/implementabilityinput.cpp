#include "core/domain/implementabilityinput.h"

#include "core/domain/recommendation.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<AskedOf>()
{
    static const QList<ChoiceWord> words{
        {"board", QT_TRANSLATE_NOOP("Choice", "Board")},
        {"staff", QT_TRANSLATE_NOOP("Choice", "Staff")},
    };
    return words;
}

KindDescription describeImplementabilityInput()
{
    return kindDescription<ImplementabilityInput>(
        "implementabilityinput", QT_TRANSLATE_NOOP("Kind", "Implementability input"),
        QT_TRANSLATE_NOOP("Kind", "Implementability inputs"), "II", "question",
        {
            field<&ImplementabilityInput::recommendation>("recommendation",
                                                          QT_TRANSLATE_NOOP("Field", "Recommendation")),
            field<&ImplementabilityInput::askedof>("askedof", QT_TRANSLATE_NOOP("Field", "Asked of")),
            field<&ImplementabilityInput::question>("question", QT_TRANSLATE_NOOP("Field", "Question"))
                .longText(),
            field<&ImplementabilityInput::asked>("asked", QT_TRANSLATE_NOOP("Field", "Asked")),
            field<&ImplementabilityInput::askedtext>("askedtext",
                                                     QT_TRANSLATE_NOOP("Field", "Asked on the text"))
                .withHelp(
                    QT_TRANSLATE_NOOP("Field", "Hash of what the recommendation said when it was asked.")),
            field<&ImplementabilityInput::answer>("answer", QT_TRANSLATE_NOOP("Field", "Answer")).longText(),
            field<&ImplementabilityInput::answered>("answered", QT_TRANSLATE_NOOP("Field", "Answered")),
            field<&ImplementabilityInput::reaction>("reaction",
                                                    QT_TRANSLATE_NOOP("Field", "The team's reaction"))
                .longText(),
            field<&ImplementabilityInput::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
