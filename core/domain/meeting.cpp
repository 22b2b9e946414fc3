#include "core/domain/meeting.h"

#include "core/domain/subteam.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<MeetingKind>()
{
    static const QList<ChoiceWord> words{
        {"plenary", QT_TRANSLATE_NOOP("Choice", "Plenary")},
        {"subteam", QT_TRANSLATE_NOOP("Choice", "Sub-team")},
        {"facetoface", QT_TRANSLATE_NOOP("Choice", "Face to face")},
        {"leadership", QT_TRANSLATE_NOOP("Choice", "Leadership")},
        {"other", QT_TRANSLATE_NOOP("Choice", "Other")},
    };
    return words;
}

KindDescription describeMeeting()
{
    return kindDescription<Meeting>(
        "meeting", QT_TRANSLATE_NOOP("Kind", "Meeting"), QT_TRANSLATE_NOOP("Kind", "Meetings"), "MT", "title",
        {
            field<&Meeting::title>("title", QT_TRANSLATE_NOOP("Field", "Title")),
            field<&Meeting::category>("category", QT_TRANSLATE_NOOP("Field", "Kind")),
            field<&Meeting::number>("number", QT_TRANSLATE_NOOP("Field", "Number")),
            field<&Meeting::held>("held", QT_TRANSLATE_NOOP("Field", "Date")),
            field<&Meeting::time>("time", QT_TRANSLATE_NOOP("Field", "Time"))
                .isInstant()
                .withHelp(QT_TRANSLATE_NOOP("Field", "UTC.")),
            field<&Meeting::subteam>("subteam", QT_TRANSLATE_NOOP("Field", "Sub-team")),
            field<&Meeting::agenda>("agenda", QT_TRANSLATE_NOOP("Field", "Agenda")).longText(),
            field<&Meeting::minutes>("minutes", QT_TRANSLATE_NOOP("Field", "Minutes")).longText(),
            field<&Meeting::attendance>("attendance", QT_TRANSLATE_NOOP("Field", "Attendance")).longText(),
            field<&Meeting::apologies>("apologies", QT_TRANSLATE_NOOP("Field", "Apologies")),
            field<&Meeting::observers>("observers", QT_TRANSLATE_NOOP("Field", "Observers")),
            field<&Meeting::url>("url", QT_TRANSLATE_NOOP("Field", "Address")),
            field<&Meeting::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
