#include "core/domain/datarequest.h"

#include "core/domain/meeting.h"
#include "core/domain/subteam.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<RequestAddressee>()
{
    static const QList<ChoiceWord> words{
        {"organisation", QT_TRANSLATE_NOOP("Choice", "The organisation")},
        {"outside", QT_TRANSLATE_NOOP("Choice", "Outside")},
    };
    return words;
}

template<>
const QList<ChoiceWord> &choiceWords<RequestState>()
{
    static const QList<ChoiceWord> words{
        {"draft", QT_TRANSLATE_NOOP("Choice", "Draft")},
        {"discussed", QT_TRANSLATE_NOOP("Choice", "Discussed")},
        {"sent", QT_TRANSLATE_NOOP("Choice", "Sent")},
        {"clarification", QT_TRANSLATE_NOOP("Choice", "In clarification")},
        {"partlyanswered", QT_TRANSLATE_NOOP("Choice", "Partly answered")},
        {"answered", QT_TRANSLATE_NOOP("Choice", "Answered")},
        {"refused", QT_TRANSLATE_NOOP("Choice", "Refused")},
        {"appealed", QT_TRANSLATE_NOOP("Choice", "Appealed")},
        {"withdrawn", QT_TRANSLATE_NOOP("Choice", "Withdrawn")},
    };
    return words;
}

KindDescription describeDataRequest()
{
    return kindDescription<DataRequest>(
        "datarequest", QT_TRANSLATE_NOOP("Kind", "Data request"), QT_TRANSLATE_NOOP("Kind", "Data requests"),
        "DR", "title",
        {
            field<&DataRequest::title>("title", QT_TRANSLATE_NOOP("Field", "Title")),
            field<&DataRequest::text>("text", QT_TRANSLATE_NOOP("Field", "Text")).longText().isMaterial(),
            field<&DataRequest::purpose>("purpose", QT_TRANSLATE_NOOP("Field", "Purpose"))
                .longText()
                .withHelp(QT_TRANSLATE_NOOP("Field", "What the answer is needed for.")),
            field<&DataRequest::addressee>("addressee", QT_TRANSLATE_NOOP("Field", "Addressee")),
            field<&DataRequest::recipient>("recipient", QT_TRANSLATE_NOOP("Field", "Recipient"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "The office or person who receives it.")),
            field<&DataRequest::subteam>("subteam", QT_TRANSLATE_NOOP("Field", "Sub-team")),
            field<&DataRequest::discussed>("discussed", QT_TRANSLATE_NOOP("Field", "Discussed at"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "A request is sent after the full team discussed it.")),
            field<&DataRequest::state>("state", QT_TRANSLATE_NOOP("Field", "State")),
            field<&DataRequest::sent>("sent", QT_TRANSLATE_NOOP("Field", "Sent")),
            field<&DataRequest::due>("due", QT_TRANSLATE_NOOP("Field", "Answer due")),
            field<&DataRequest::clarifications>("clarifications",
                                                QT_TRANSLATE_NOOP("Field", "Clarifications"))
                .longText()
                .withHelp(QT_TRANSLATE_NOOP("Field", "What was asked back and answered, with dates.")),
            field<&DataRequest::answer>("answer", QT_TRANSLATE_NOOP("Field", "Answer")).longText(),
            field<&DataRequest::answered>("answered", QT_TRANSLATE_NOOP("Field", "Answered")),
            field<&DataRequest::refusal>("refusal", QT_TRANSLATE_NOOP("Field", "Refused, because"))
                .longText(),
            field<&DataRequest::appeal>("appeal", QT_TRANSLATE_NOOP("Field", "Appeal"))
                .longText()
                .withHelp(QT_TRANSLATE_NOOP("Field", "What the team did about the refusal.")),
            field<&DataRequest::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
