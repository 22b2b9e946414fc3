#include "core/domain/priorrecommendation.h"

#include "core/domain/subteam.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<Implemented>()
{
    static const QList<ChoiceWord> words{
        {"fully", QT_TRANSLATE_NOOP("Choice", "Implemented")},
        {"partly", QT_TRANSLATE_NOOP("Choice", "Partly implemented")},
        {"not", QT_TRANSLATE_NOOP("Choice", "Not implemented")},
        {"unknown", QT_TRANSLATE_NOOP("Choice", "Cannot be told")},
    };
    return words;
}

template<>
const QList<ChoiceWord> &choiceWords<Relevance>()
{
    static const QList<ChoiceWord> words{
        {"relevant", QT_TRANSLATE_NOOP("Choice", "Still relevant")},
        {"inpart", QT_TRANSLATE_NOOP("Choice", "Relevant in part")},
        {"overtaken", QT_TRANSLATE_NOOP("Choice", "Overtaken")},
    };
    return words;
}

KindDescription describePriorRecommendation()
{
    return kindDescription<PriorRecommendation>(
        "priorrecommendation", QT_TRANSLATE_NOOP("Kind", "Prior recommendation"),
        QT_TRANSLATE_NOOP("Kind", "Prior recommendations"), "PR", "title",
        {
            field<&PriorRecommendation::number>("number", QT_TRANSLATE_NOOP("Field", "Number"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "As the previous review numbered it.")),
            field<&PriorRecommendation::title>("title", QT_TRANSLATE_NOOP("Field", "Title")).isMaterial(),
            field<&PriorRecommendation::text>("text", QT_TRANSLATE_NOOP("Field", "Text"))
                .longText()
                .isMaterial(),
            field<&PriorRecommendation::review>("review", QT_TRANSLATE_NOOP("Field", "Previous review")),
            field<&PriorRecommendation::implemented>("implemented",
                                                     QT_TRANSLATE_NOOP("Field", "Implemented?")),
            field<&PriorRecommendation::evidence>("evidence", QT_TRANSLATE_NOOP("Field", "How we know"))
                .longText(),
            field<&PriorRecommendation::effect>("effect", QT_TRANSLATE_NOOP("Field", "Effect"))
                .longText()
                .withHelp(QT_TRANSLATE_NOOP("Field", "What changed because of it.")),
            field<&PriorRecommendation::relevance>("relevance",
                                                   QT_TRANSLATE_NOOP("Field", "Still relevant?")),
            field<&PriorRecommendation::relevancewhy>("relevancewhy", QT_TRANSLATE_NOOP("Field", "Why"))
                .longText(),
            field<&PriorRecommendation::next>("next", QT_TRANSLATE_NOOP("Field", "What next"))
                .longText()
                .withHelp(QT_TRANSLATE_NOOP("Field", "Keep, repeat, change or drop it.")),
            field<&PriorRecommendation::subteam>("subteam", QT_TRANSLATE_NOOP("Field", "Sub-team")),
            field<&PriorRecommendation::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
