#include "core/edits/baselines.h"

#include "core/base/cbor.h"
#include "core/domain/audience.h"
#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/identity.h"
#include "core/domain/milestone.h"
#include "core/domain/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

QByteArray materialHash(Kind kind, const Record &record)
{
    QList<QByteArray> entries;
    for (const Field &field : describe(kind).fields) {
        if (!field.material)
            continue;
        if (const Value value = field.get(record); !value.isNull())
            entries += cbor::encode(Value::Array{Value::text(field.name), value});
    }
    std::sort(entries.begin(), entries.end());
    QByteArray all;
    for (const QByteArray &entry : std::as_const(entries))
        all += entry;
    return digest32(all);
}

static Status refuse(const Review &review, const QString &name)
{
    if (name.isEmpty())
        return Error{
            ErrorCode::BadInput, QCoreApplication::translate("Edits", "A baseline needs a name."), {}, {}};
    for (const Baseline *baseline : review.all<Baseline>()) {
        if (baseline->name == name)
            return Error{
                ErrorCode::BadInput,
                QCoreApplication::translate("Edits", "There is a baseline “%1” already; choose another name.")
                    .arg(name),
                {},
                {}};
    }
    for (const Conflict &conflict : review.conflicts()) {
        if (conflict.kind == Kind::Milestone || conflict.kind == Kind::Recommendation)
            return Error{ErrorCode::Conflict,
                         QCoreApplication::translate("Edits",
                                                     "%1 holds several values; resolve it before taking a "
                                                     "baseline.")
                             .arg(conflict.id),
                         {},
                         {}};
    }
    return {};
}

Result<ChangeSet> takeBaseline(const EditContext &context, const QString &typedName)
{
    const Review &review = context.review;
    const QString name = typedName.simplified();
    if (Status allowed = refuse(review, name); !allowed)
        return allowed.error();
    ChangeSet changes(review, Cause::Number);
    const BaselineId baseline(changes.create(review, Kind::Baseline, {}, context.newId()).uuid);
    changes.set<&Baseline::name>(baseline, name);
    changes.set<&Baseline::taken>(baseline, PartialDate::day(context.now.date()));

    QByteArray fingerprint;
    const auto item = [&](Kind kind, const Record &record) {
        const RecordId id =
            naturalId(review.uuid(), Kind::BaselineItem,
                      {{"baseline", idValue(baseline.uuid)}, {"record", idValue(record.id.uuid)}});
        // The item of a closed record is its group's, and the fingerprint, which everybody sees, does not cover it.
        const BaselineItemId created(changes.create(review, Kind::BaselineItem, {}, id, record.audience).uuid);
        const QByteArray hash = materialHash(kind, record);
        changes.set<&BaselineItem::baseline>(created, baseline);
        changes.set<&BaselineItem::record>(created, record.id);
        changes.set<&BaselineItem::hash>(created, hash);
        if (record.audience == wholeTeam)
            fingerprint += record.id.uuid.toRfc4122() + hash;
        return created;
    };
    for (const Milestone *milestone : review.all<Milestone>()) {
        const BaselineItemId created = item(Kind::Milestone, *milestone);
        for (const auto &[date, field] : {std::pair(milestone->start, QByteArray("start")),
                                          std::pair(milestone->target, QByteArray("target")),
                                          std::pair(milestone->deadline, QByteArray("deadline"))}) {
            if (date) {
                changes.set(Kind::BaselineItem, RecordId(created.uuid), field, toValue(date));
                if (milestone->audience == wholeTeam)
                    fingerprint += field + date->toText().toUtf8();
            }
        }
    }
    const auto numbers = recommendationNumbers(review);
    for (const Recommendation *recommendation : review.all<Recommendation>()) {
        const BaselineItemId created = item(Kind::Recommendation, *recommendation);
        const auto number = numbers.constFind(RecommendationId(recommendation->id.uuid));
        if (number != numbers.constEnd()) {
            changes.set<&BaselineItem::number>(created, number->toText());
            if (recommendation->audience == wholeTeam)
                fingerprint += number->toText().toUtf8();
        }
    }
    changes.set<&Baseline::fingerprint>(baseline, digest32(fingerprint));
    return changes;
}

} // namespace plumbline
