#include "core/domain/presentation.h"

#include "core/domain/meeting.h"
#include "core/domain/subteam.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describePresentation()
{
    return kindDescription<Presentation>(
        "presentation", QT_TRANSLATE_NOOP("Kind", "Presentation"), QT_TRANSLATE_NOOP("Kind", "Presentations"),
        "PN", "title",
        {
            field<&Presentation::title>("title", QT_TRANSLATE_NOOP("Field", "Title")),
            field<&Presentation::meeting>("meeting", QT_TRANSLATE_NOOP("Field", "Meeting")),
            field<&Presentation::subteam>("subteam", QT_TRANSLATE_NOOP("Field", "Sub-team")),
            field<&Presentation::methodology>("methodology", QT_TRANSLATE_NOOP("Field", "Methodology"))
                .longText()
                .withHelp(QT_TRANSLATE_NOOP("Field", "How the findings were reached, as it was presented.")),
            field<&Presentation::summary>("summary", QT_TRANSLATE_NOOP("Field", "Summary")).longText(),
            field<&Presentation::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
