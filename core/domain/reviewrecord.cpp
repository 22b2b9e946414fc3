#include "core/domain/reviewrecord.h"

#include "core/domain/baseline.h"
#include "core/domain/decision.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<Phase>()
{
    static const QList<ChoiceWord> words{
        {"preparation", QT_TRANSLATE_NOOP("Choice", "Preparation")},
        {"analysis", QT_TRANSLATE_NOOP("Choice", "Analysis")},
        {"drafting", QT_TRANSLATE_NOOP("Choice", "Drafting")},
        {"publiccomment", QT_TRANSLATE_NOOP("Choice", "Public comment")},
        {"finalisation", QT_TRANSLATE_NOOP("Choice", "Finalisation")},
        {"followup", QT_TRANSLATE_NOOP("Choice", "Follow-up")},
        {"closed", QT_TRANSLATE_NOOP("Choice", "Closed")},
    };
    return words;
}

KindDescription describeReviewRecord()
{
    return kindDescription<ReviewRecord>(
        "review", QT_TRANSLATE_NOOP("Kind", "Review"), QT_TRANSLATE_NOOP("Kind", "Reviews"), "", "title",
        {
            field<&ReviewRecord::title>("title", QT_TRANSLATE_NOOP("Field", "Title")).isMaterial(),
            field<&ReviewRecord::acronym>("acronym", QT_TRANSLATE_NOOP("Field", "Short name"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "What the team calls the review: SSR2.")),
            field<&ReviewRecord::mandate>("mandate", QT_TRANSLATE_NOOP("Field", "Mandate"))
                .longText()
                .isMaterial(),
            field<&ReviewRecord::basis>("basis", QT_TRANSLATE_NOOP("Field", "Legal basis")).longText(),
            field<&ReviewRecord::organisation>("organisation", QT_TRANSLATE_NOOP("Field", "Organisation"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Whose commitment is examined.")),
            field<&ReviewRecord::started>("started", QT_TRANSLATE_NOOP("Field", "Started")),
            field<&ReviewRecord::phase>("phase", QT_TRANSLATE_NOOP("Field", "Phase")),
            field<&ReviewRecord::templateName>("template", QT_TRANSLATE_NOOP("Field", "Template"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "The template the rules were copied from.")),
            field<&ReviewRecord::edition>("edition", QT_TRANSLATE_NOOP("Field", "Edition of the rules")),
            field<&ReviewRecord::website>("website", QT_TRANSLATE_NOOP("Field", "Web page")),
            field<&ReviewRecord::toradopted>("toradopted",
                                             QT_TRANSLATE_NOOP("Field", "Terms of Reference adopted by"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "The decision of the full team that adopted them.")),
            field<&ReviewRecord::tortext>("tortext", QT_TRANSLATE_NOOP("Field", "Adopted text"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "The baseline that holds what was adopted.")),
            field<&ReviewRecord::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
