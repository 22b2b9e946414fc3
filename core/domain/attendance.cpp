#include "core/domain/attendance.h"

#include "core/domain/link.h"
#include "core/domain/review.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<Attendance>()
{
    static const QList<ChoiceWord> words{
        {"present", QT_TRANSLATE_NOOP("Choice", "Present")},
        {"excused", QT_TRANSLATE_NOOP("Choice", "Apologies")},
        {"observing", QT_TRANSLATE_NOOP("Choice", "Observing")},
    };
    return words;
}

LinkType linkTypeOf(Attendance attendance)
{
    switch (attendance) {
    case Attendance::Present:
        return LinkType::Attended;
    case Attendance::Excused:
        return LinkType::ExcusedFrom;
    case Attendance::Observing:
        break;
    }
    return LinkType::Observed;
}

QHash<PersonId, Attendance> rollCall(const Review &review, MeetingId meeting)
{
    QHash<PersonId, Attendance> roll;
    for (const Link *link : review.all<Link>()) {
        const PersonId person(link->from.uuid);
        if (link->to != RecordId(meeting.uuid) || !review.find(person))
            continue;
        for (const Attendance attendance : {Attendance::Present, Attendance::Excused, Attendance::Observing}) {
            if (!link->type.is(linkTypeOf(attendance)))
                continue;
            const auto known = roll.constFind(person);
            roll.insert(person, known == roll.constEnd() ? attendance : std::min(*known, attendance));
        }
    }
    return roll;
}

} // namespace plumbline
