#include "core/edits/people.h"

#include "core/domain/person.h"

#include <QCoreApplication>

namespace plumbline {

RecordId personNamed(const Review &review, const QString &name)
{
    QList<RecordId> similar;
    for (const Person *person : review.all<Person>()) {
        if (person->name == name)
            return person->id;
        if (person->name.compare(name, Qt::CaseInsensitive) == 0)
            similar += person->id;
    }
    return similar.size() == 1 ? similar.first() : RecordId();
}

Result<ChangeSet> addPerson(const EditContext &context, const QString &typedName)
{
    const QString name = cleanText(typedName).simplified();
    if (name.isEmpty())
        return Error{
            ErrorCode::BadInput, QCoreApplication::translate("Edits", "A person needs a name."), {}, {}};
    ChangeSet changes(context.review, Cause::Create);
    const PersonId id(changes.create(context.review, Kind::Person, {}, context.newId()).uuid);
    changes.set<&Person::name>(id, name);
    return changes;
}

} // namespace plumbline
