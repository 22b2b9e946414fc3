#include "core/edits/waivers.h"

#include "core/domain/person.h"
#include "core/domain/waiver.h"

#include <QCoreApplication>

namespace plumbline {

Result<ChangeSet> waive(const EditContext &context, const QString &check, RecordId record,
                        const QString &reason)
{
    if (check.isEmpty() || reason.trimmed().isEmpty())
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate("Edits", "Accepting a problem needs a written reason."),
                     {},
                     {}};
    ChangeSet changes(context.review, Cause::Create);
    const WaiverId id(changes.create(context.review, Kind::Waiver, {}, context.newId()).uuid);
    changes.set<&Waiver::check>(id, check);
    if (!record.isNull())
        changes.set<&Waiver::on>(id, record);
    changes.set<&Waiver::reason>(id, reason);
    if (!context.me.isNull())
        changes.set<&Waiver::person>(id, PersonId(context.me.uuid));
    changes.set<&Waiver::date>(id, PartialDate::day(context.now.date()));
    return changes;
}

} // namespace plumbline
