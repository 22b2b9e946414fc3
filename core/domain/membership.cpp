#include "core/domain/membership.h"

#include "core/domain/person.h"
#include "core/domain/subteam.h"

#include <QCoreApplication>

namespace plumbline {

template<>
const QList<ChoiceWord> &choiceWords<Role>()
{
    static const QList<ChoiceWord> words{
        {"chair", QT_TRANSLATE_NOOP("Choice", "Chair")},
        {"vicechair", QT_TRANSLATE_NOOP("Choice", "Vice-chair")},
        {"lead", QT_TRANSLATE_NOOP("Choice", "Lead")},
        {"penholder", QT_TRANSLATE_NOOP("Choice", "Penholder")},
        {"member", QT_TRANSLATE_NOOP("Choice", "Member")},
        {"observer", QT_TRANSLATE_NOOP("Choice", "Observer")},
        {"staff", QT_TRANSLATE_NOOP("Choice", "Staff")},
        {"expert", QT_TRANSLATE_NOOP("Choice", "Expert")},
        {"shepherd", QT_TRANSLATE_NOOP("Choice", "Implementation shepherd")},
    };
    return words;
}

KindDescription describeMembership()
{
    return kindDescription<Membership>(
        "membership", QT_TRANSLATE_NOOP("Kind", "Membership"), QT_TRANSLATE_NOOP("Kind", "Memberships"), "MB",
        "role",
        {
            field<&Membership::person>("person", QT_TRANSLATE_NOOP("Field", "Person")),
            field<&Membership::role>("role", QT_TRANSLATE_NOOP("Field", "Role")),
            field<&Membership::subteam>("subteam", QT_TRANSLATE_NOOP("Field", "Sub-team"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "None: the full team.")),
            field<&Membership::from>("from", QT_TRANSLATE_NOOP("Field", "From")),
            field<&Membership::to>("to", QT_TRANSLATE_NOOP("Field", "To"))
                .withHelp(QT_TRANSLATE_NOOP("Field", "None: still serving.")),
            field<&Membership::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
        });
}

} // namespace plumbline
