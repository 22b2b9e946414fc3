#include "core/checks/check.h"

#include "core/checks/wording.h"
#include "core/domain/audience.h"
#include "core/domain/person.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

static void sameNumber(const CheckContext &context, QList<Problem> &problems)
{
    QHash<int, const ClosedGroup *> first;
    for (const ClosedGroup *group : context.review.all<ClosedGroup>()) {
        const int number = audienceNumber(ClosedGroupId(group->id.uuid));
        if (!first.contains(number)) {
            first.insert(number, group);
            continue;
        }
        problems += problemOn(
            *group,
            QCoreApplication::translate("Checks", "%1 and %2 were given the same number by chance, so each would be sent what "
                                                  "belongs to the other.")
                .arg(nameOf(context.review, *group), nameOf(context.review, *first.value(number))),
            QCoreApplication::translate("Checks", "Delete the newer one and form it again."));
    }
}

static void members(const CheckContext &context, QList<Problem> &problems)
{
    for (const ClosedGroup *group : context.review.all<ClosedGroup>()) {
        if (membersOf(context.review, ClosedGroupId(group->id.uuid)).empty())
            problems += problemOn(*group,
                                  QCoreApplication::translate("Checks", "%1 has no members, so its records reach nobody.")
                                      .arg(nameOf(context.review, *group)),
                                  QCoreApplication::translate("Checks", "Add its members."));
    }
}

static void unknown(const CheckContext &context, QList<Problem> &problems)
{
    const QList<int> known = audiences(context.review);
    QHash<int, const Record *> first; // By id, which no edit changes.
    QHash<int, int> counts;
    for (const Kind kind : allKinds()) {
        for (const Record *record : context.review.list(kind)) {
            if (known.contains(record->audience))
                continue;
            ++counts[record->audience];
            const Record *&named = first[record->audience];
            if (!named || record->id < named->id)
                named = record;
        }
    }
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        const Record &record = *first.value(count.key());
        const QString key = context.review.shownKey(record);
        const QString name =
            key.isEmpty()
                ? QCoreApplication::translate("Kind", describe(*context.review.kindOf(record.id)).label)
                : key;
        problems += problemOn(record,
                              QCoreApplication::translate("Checks", "%1 is one of %n record(s) of a closed group that is not "
                                                                    "in this copy.",
                                                          nullptr, *count)
                                  .arg(name),
                              QCoreApplication::translate("Checks", "Ask for the team's changes, or bring the group back."));
    }
}

static bool recordsOrGroupsChanged(const Changes &changes)
{
    return std::any_of(changes.records.cbegin(), changes.records.cend(), [](const Changes::Entry &entry) {
        return entry.appeared || entry.vanished || entry.fields.contains("key");
    });
}

static bool membersChanged(const Changes &changes)
{
    return std::any_of(changes.records.cbegin(), changes.records.cend(), [](const Changes::Entry &entry) {
        return entry.kind == Kind::ClosedGroup || entry.kind == Kind::Link || entry.appeared || entry.vanished;
    });
}

const QList<Check> &groupChecks()
{
    static const QList<Check> checks{
        {"groups.sameNumber",
         ProblemLevel::Error,
         {Kind::ClosedGroup},
         false,
         sameNumber,
         QT_TRANSLATE_NOOP("Checks", "No two closed groups share the number their records are sent by.")},
        {"groups.members",
         ProblemLevel::Warning,
         {Kind::ClosedGroup, Kind::Link, Kind::Person},
         false,
         members,
         QT_TRANSLATE_NOOP("Checks", "A closed group has members."),
         membersChanged},
        {"groups.unknown", ProblemLevel::Hint, allKinds(), false, unknown,
         QT_TRANSLATE_NOOP("Checks", "The closed group a record belongs to is in this copy."), recordsOrGroupsChanged},
    };
    return checks;
}

} // namespace plumbline
