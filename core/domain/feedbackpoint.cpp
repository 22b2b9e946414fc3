#include "core/domain/feedbackpoint.h"

#include "core/domain/finding.h"
#include "core/domain/person.h"
#include "core/domain/presentation.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<FeedbackOutcome>()
{
    static const QList<ChoiceWord> words{
        {"incorporated", QT_TRANSLATE_NOOP("Choice", "Incorporated")},
        {"notincorporated", QT_TRANSLATE_NOOP("Choice", "Not incorporated")},
    };
    return words;
}

KindDescription describeFeedbackPoint()
{
    return kindDescription<FeedbackPoint>(
        "feedbackpoint", QT_TRANSLATE_NOOP("Kind", "Feedback point"),
        QT_TRANSLATE_NOOP("Kind", "Feedback points"), "FP", "text",
        {
            field<&FeedbackPoint::presentation>("presentation", QT_TRANSLATE_NOOP("Field", "Presentation")),
            field<&FeedbackPoint::finding>("finding", QT_TRANSLATE_NOOP("Field", "Finding"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "None: the whole presentation.")),
            field<&FeedbackPoint::by>("by", QT_TRANSLATE_NOOP("Field", "By")),
            field<&FeedbackPoint::text>("text", QT_TRANSLATE_NOOP("Field", "Text")).longText().isMaterial(),
            field<&FeedbackPoint::outcome>("outcome", QT_TRANSLATE_NOOP("Field", "What became of it")),
            field<&FeedbackPoint::how>("how", QT_TRANSLATE_NOOP("Field", "How, or why not")).longText(),
            field<&FeedbackPoint::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
