#include "core/domain/reportback.h"

#include "core/domain/meeting.h"
#include "core/domain/person.h"
#include "core/domain/subteam.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describeReportBack()
{
    return kindDescription<ReportBack>(
        "reportback", QT_TRANSLATE_NOOP("Kind", "Report-back"), QT_TRANSLATE_NOOP("Kind", "Report-backs"),
        "RB", "text",
        {
            field<&ReportBack::subteam>("subteam", QT_TRANSLATE_NOOP("Field", "Sub-team")),
            field<&ReportBack::date>("date", QT_TRANSLATE_NOOP("Field", "Date")),
            field<&ReportBack::by>("by", QT_TRANSLATE_NOOP("Field", "By")),
            field<&ReportBack::meeting>("meeting", QT_TRANSLATE_NOOP("Field", "Meeting")),
            field<&ReportBack::text>("text", QT_TRANSLATE_NOOP("Field", "Text")).longText(),
            field<&ReportBack::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
