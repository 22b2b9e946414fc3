#include "core/domain/decision.h"

#include "core/domain/meeting.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<Consensus>()
{
    static const QList<ChoiceWord> words{
        {"fullconsensus", QT_TRANSLATE_NOOP("Choice", "Full consensus")},
        {"consensus", QT_TRANSLATE_NOOP("Choice", "Consensus")},
        {"strongsupport", QT_TRANSLATE_NOOP("Choice", "Strong support but significant opposition")},
        {"divergence", QT_TRANSLATE_NOOP("Choice", "Divergence")},
        {"minorityview", QT_TRANSLATE_NOOP("Choice", "Minority view")},
    };
    return words;
}

template<>
const QList<ChoiceWord> &choiceWords<Channel>()
{
    static const QList<ChoiceWord> words{
        {"meeting", QT_TRANSLATE_NOOP("Choice", "Meeting")},
        {"list", QT_TRANSLATE_NOOP("Choice", "Mailing list")},
    };
    return words;
}

KindDescription describeDecision()
{
    return kindDescription<Decision>(
        "decision", QT_TRANSLATE_NOOP("Kind", "Decision"), QT_TRANSLATE_NOOP("Kind", "Decisions"), "D",
        "text",
        {
            field<&Decision::text>("text", QT_TRANSLATE_NOOP("Field", "Text")).longText().isMaterial(),
            field<&Decision::date>("date", QT_TRANSLATE_NOOP("Field", "Date")),
            field<&Decision::meeting>("meeting", QT_TRANSLATE_NOOP("Field", "Meeting")),
            field<&Decision::channel>("channel", QT_TRANSLATE_NOOP("Field", "Decided by")),
            field<&Decision::level>("level", QT_TRANSLATE_NOOP("Field", "Level of consensus")),
            field<&Decision::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
