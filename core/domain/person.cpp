#include "core/domain/person.h"

#include <QCoreApplication>

namespace plumbline {

KindDescription describePerson()
{
    return kindDescription<Person>(
        "person", QT_TRANSLATE_NOOP("Kind", "Person"), QT_TRANSLATE_NOOP("Kind", "People"), "P", "name",
        {
            field<&Person::name>("name", QT_TRANSLATE_NOOP("Field", "Name")),
            field<&Person::affiliation>("affiliation", QT_TRANSLATE_NOOP("Field", "Affiliation")),
            field<&Person::group>("group", QT_TRANSLATE_NOOP("Field", "Group"))
                .withHelp(QT_TRANSLATE_NOOP(
                    "Field", "The supporting organisation or advisory committee that sent the person.")),
            field<&Person::email>("email", QT_TRANSLATE_NOOP("Field", "E-mail")),
            field<&Person::country>("country", QT_TRANSLATE_NOOP("Field", "Country")),
        });
}

} // namespace plumbline
