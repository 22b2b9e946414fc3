#include "core/domain/recommendationgroup.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describeRecommendationGroup()
{
    return kindDescription<RecommendationGroup>(
        "recommendationgroup", QT_TRANSLATE_NOOP("Kind", "Recommendation group"),
        QT_TRANSLATE_NOOP("Kind", "Recommendation groups"), "RG", "title",
        {
            field<&RecommendationGroup::title>("title", QT_TRANSLATE_NOOP("Field", "Title")),
            field<&RecommendationGroup::introduction>("introduction",
                                                      QT_TRANSLATE_NOOP("Field", "Introduction"))
                .longText(),
            field<&RecommendationGroup::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
