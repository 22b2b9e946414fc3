#include "core/domain/recusal.h"

#include "core/domain/person.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describeRecusal()
{
    return kindDescription<Recusal>(
        "recusal", QT_TRANSLATE_NOOP("Kind", "Recusal"), QT_TRANSLATE_NOOP("Kind", "Recusals"), "RC",
        "reason",
        {
            field<&Recusal::person>("person", QT_TRANSLATE_NOOP("Field", "Person")),
            field<&Recusal::on>("on", QT_TRANSLATE_NOOP("Field", "Takes no part in"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "A recommendation, a finding, a sub-team ...")),
            field<&Recusal::reason>("reason", QT_TRANSLATE_NOOP("Field", "Reason")).longText(),
            field<&Recusal::date>("date", QT_TRANSLATE_NOOP("Field", "Date")),
            field<&Recusal::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
