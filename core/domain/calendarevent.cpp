#include "core/domain/calendarevent.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<CalendarKind>()
{
    static const QList<ChoiceWord> words{
        {"holidays", QT_TRANSLATE_NOOP("Choice", "Holidays")},
        {"meeting", QT_TRANSLATE_NOOP("Choice", "Meeting week")},
        {"suspension", QT_TRANSLATE_NOOP("Choice", "Suspension")},
        {"other", QT_TRANSLATE_NOOP("Choice", "Other")},
    };
    return words;
}

KindDescription describeCalendarEvent()
{
    return kindDescription<CalendarEvent>(
        "calendarevent", QT_TRANSLATE_NOOP("Kind", "Calendar event"),
        QT_TRANSLATE_NOOP("Kind", "Calendar events"), "CE", "title",
        {
            field<&CalendarEvent::title>("title", QT_TRANSLATE_NOOP("Field", "Title")),
            field<&CalendarEvent::category>("category", QT_TRANSLATE_NOOP("Field", "Kind")),
            field<&CalendarEvent::first>("first", QT_TRANSLATE_NOOP("Field", "First day")),
            field<&CalendarEvent::last>("last", QT_TRANSLATE_NOOP("Field", "Last day"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "Included.")),
            field<&CalendarEvent::reason>("reason", QT_TRANSLATE_NOOP("Field", "Reason")),
            field<&CalendarEvent::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
