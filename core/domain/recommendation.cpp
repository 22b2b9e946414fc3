#include "core/domain/recommendation.h"

#include "core/domain/person.h"
#include "core/domain/recommendationgroup.h"
#include "core/domain/subteam.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<Category>()
{
    static const QList<ChoiceWord> words{
        {"direct", QT_TRANSLATE_NOOP("Choice", "Direct implementation")},
        {"policy", QT_TRANSLATE_NOOP("Choice", "Policy development")},
    };
    return words;
}

template<>
const QList<ChoiceWord> &choiceWords<RecommendationForm>()
{
    static const QList<ChoiceWord> words{
        {"recommendation", QT_TRANSLATE_NOOP("Choice", "Recommendation")},
        {"suggestion", QT_TRANSLATE_NOOP("Choice", "Suggestion")},
    };
    return words;
}

template<>
const QList<ChoiceWord> &choiceWords<RecommendationState>()
{
    static const QList<ChoiceWord> words{
        {"idea", QT_TRANSLATE_NOOP("Choice", "Idea")},
        {"draft", QT_TRANSLATE_NOOP("Choice", "Draft")},
        {"shared", QT_TRANSLATE_NOOP("Choice", "Shared with full team")},
        {"incall", QT_TRANSLATE_NOOP("Choice", "In call")},
        {"agreedfordraft", QT_TRANSLATE_NOOP("Choice", "Agreed for draft")},
        {"published", QT_TRANSLATE_NOOP("Choice", "Published")},
        {"inrevision", QT_TRANSLATE_NOOP("Choice", "In revision")},
        {"finalcall", QT_TRANSLATE_NOOP("Choice", "Final call")},
        {"final", QT_TRANSLATE_NOOP("Choice", "Final")},
        {"transmitted", QT_TRANSLATE_NOOP("Choice", "Transmitted")},
        {"withdrawn", QT_TRANSLATE_NOOP("Choice", "Withdrawn")},
        {"split", QT_TRANSLATE_NOOP("Choice", "Split")},
        {"merged", QT_TRANSLATE_NOOP("Choice", "Merged")},
    };
    return words;
}

bool isStanding(const Recommendation &recommendation)
{
    const auto &state = recommendation.state;
    return !state.is(RecommendationState::Withdrawn) && !state.is(RecommendationState::Split) &&
           !state.is(RecommendationState::Merged);
}

KindDescription describeRecommendation()
{
    return kindDescription<Recommendation>(
        "recommendation", QT_TRANSLATE_NOOP("Kind", "Recommendation"),
        QT_TRANSLATE_NOOP("Kind", "Recommendations"), "R", "title",
        {
            field<&Recommendation::title>("title", QT_TRANSLATE_NOOP("Field", "Title")).isMaterial(),
            field<&Recommendation::text>("text", QT_TRANSLATE_NOOP("Field", "Text")).longText().isMaterial(),
            field<&Recommendation::rationale>("rationale", QT_TRANSLATE_NOOP("Field", "Rationale"))
                .longText()
                .isMaterial(),
            field<&Recommendation::outcome>("outcome", QT_TRANSLATE_NOOP("Field", "Intended outcome"))
                .longText()
                .isMaterial(),
            field<&Recommendation::form>("form", QT_TRANSLATE_NOOP("Field", "Form")),
            field<&Recommendation::category>("category", QT_TRANSLATE_NOOP("Field", "Category"))
                .isMaterial()
                .withHelp(QT_TRANSLATE_NOOP("Field", "Exactly one of two.")),
            field<&Recommendation::addressee>("addressee", QT_TRANSLATE_NOOP("Field", "Addressee"))
                .isMaterial()
                .withHelp(QT_TRANSLATE_NOOP("Field", "The body that must act.")),
            field<&Recommendation::priority>("priority", QT_TRANSLATE_NOOP("Field", "Priority")).isMaterial(),
            field<&Recommendation::metric>("metric", QT_TRANSLATE_NOOP("Field", "Metric")),
            field<&Recommendation::deferred>("deferred",
                                             QT_TRANSLATE_NOOP("Field", "Metric deferred, because"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "A recorded reason for having no metric yet.")),
            field<&Recommendation::timeframe>("timeframe", QT_TRANSLATE_NOOP("Field", "Timeframe")),
            field<&Recommendation::effort>("effort", QT_TRANSLATE_NOOP("Field", "Effort")),
            field<&Recommendation::subteam>("subteam", QT_TRANSLATE_NOOP("Field", "Sub-team")),
            field<&Recommendation::group>("group", QT_TRANSLATE_NOOP("Field", "Group")),
            field<&Recommendation::state>("state", QT_TRANSLATE_NOOP("Field", "State")),
            field<&Recommendation::reason>("reason", QT_TRANSLATE_NOOP("Field", "Reason"))
                .longText()
                .withHelp(QT_TRANSLATE_NOOP("Field", "Why it was withdrawn, or became a suggestion.")),
            field<&Recommendation::sharedby>("sharedby", QT_TRANSLATE_NOOP("Field", "Shared by"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "The lead who shared it with the full team.")),
            field<&Recommendation::shared>("shared", QT_TRANSLATE_NOOP("Field", "Shared on")),
            field<&Recommendation::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
