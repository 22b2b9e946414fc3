#include "core/domain/waiver.h"

#include "core/domain/person.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describeWaiver()
{
    return kindDescription<Waiver>(
        "waiver", QT_TRANSLATE_NOOP("Kind", "Waiver"), QT_TRANSLATE_NOOP("Kind", "Waivers"), "W", "reason",
        {
            field<&Waiver::check>("check", QT_TRANSLATE_NOOP("Field", "Check"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "The id of the check, or of the gate.")),
            field<&Waiver::on>("on", QT_TRANSLATE_NOOP("Field", "On")),
            field<&Waiver::reason>("reason", QT_TRANSLATE_NOOP("Field", "Reason")).longText(),
            field<&Waiver::person>("person", QT_TRANSLATE_NOOP("Field", "Person")),
            field<&Waiver::date>("date", QT_TRANSLATE_NOOP("Field", "Date")),
            field<&Waiver::text>("text", QT_TRANSLATE_NOOP("Field", "Text it was given on")),
        });
}

} // namespace plumbline
