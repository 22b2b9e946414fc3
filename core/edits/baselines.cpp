#include "core/edits/baselines.h"

#include "core/base/cbor.h"
#include "core/domain/adoption.h"
#include "core/domain/audience.h"
#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/identity.h"
#include "core/domain/materialhash.h"
#include "core/domain/milestone.h"
#include "core/domain/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

QList<int> audiencesSeenBy(int audience)
{
    return audience == wholeTeam ? QList<int>{wholeTeam} : QList<int>{wholeTeam, audience};
}

Review ofAudiences(const Review &review, const QList<int> &audiences)
{
    Review part;
    part.setUuid(review.uuid());
    for (const Kind kind : allKinds()) {
        for (const Record *record : review.everyRecord(kind)) {
            if (audiences.contains(record->audience))
                part.put(kind, describe(kind).copy(*record));
        }
    }
    return part;
}

QByteArray stateFingerprint(const Review &review)
{
    std::vector<QByteArray> entries;
    for (const Kind kind : allKinds()) {
        if (kind == Kind::Baseline || kind == Kind::BaselineItem)
            continue;
        const KindDescription &description = describe(kind);
        for (const Record *record : review.list(kind)) {
            for (const Field &field : description.fields) {
                if (const Value value = field.get(*record); !value.isNull())
                    entries.push_back(
                        cbor::encode(Value::Array{Value::text(description.name), idValue(record->id.uuid),
                                                  Value::text(field.name), value}));
            }
        }
    }
    std::sort(entries.begin(), entries.end());
    QByteArray all;
    for (const QByteArray &entry : entries)
        all += entry;
    return digest32(all);
}

static Error refusal(ErrorCode code, const char *sentence, const QString &name = {})
{
    const QString text = QCoreApplication::translate("Edits", sentence);
    return {code, name.isEmpty() ? text : text.arg(name), {}, {}};
}

static Status checkName(const Review &review, const QString &name)
{
    if (name.isEmpty())
        return refusal(ErrorCode::BadInput, QT_TRANSLATE_NOOP("Edits", "A baseline needs a name."));
    for (const Baseline *baseline : review.all<Baseline>()) {
        if (baseline->name == name)
            return refusal(
                ErrorCode::BadInput,
                QT_TRANSLATE_NOOP("Edits", "There is a baseline “%1” already; choose another name."), name);
    }
    return {};
}

Status mayTakeBaseline(const EditContext &context, const QString &name, int audience)
{
    if (Status free = checkName(context.review, name.simplified()); !free)
        return free;
    const QList<int> audiences = audiencesSeenBy(audience);
    for (const Conflict &conflict : context.review.conflicts()) {
        const Record *record = context.review.findAny(conflict.record);
        if (record && audiences.contains(record->audience))
            return refusal(
                ErrorCode::Conflict,
                QT_TRANSLATE_NOOP("Edits", "%1 holds several values; resolve it before taking a baseline."),
                conflict.id);
    }
    const auto tips = context.tips(audiences);
    return tips ? Status() : Status(tips.error());
}

ChangeSet writeMerges(const EditContext &context, int audience)
{
    ChangeSet changes(context.review, Cause::Merge);
    const QList<int> audiences = audiencesSeenBy(audience);
    const QList<MergedText> texts = context.mergedTexts();
    for (const MergedText &text : texts) {
        const Record *record = context.review.find(text.record);
        if (record && audiences.contains(record->audience))
            changes.set(text.kind, text.record, text.field,
                        describe(text.kind).field(text.field)->get(*record));
    }
    return changes;
}

namespace {

/// Makes the items of a baseline.
class ItemWriter
{
public:
    ItemWriter(const Review &review, ChangeSet &changes, BaselineId baseline, int audience)
        : m_review(review), m_changes(changes), m_baseline(baseline), m_audience(audience)
    {
    }

    BaselineItemId write(Kind kind, const Record &record)
    {
        const RecordId id =
            naturalId(m_review.uuid(), Kind::BaselineItem,
                      {{"baseline", idValue(m_baseline.uuid)}, {"record", idValue(record.id.uuid)}});
        const BaselineItemId item(m_changes.create(m_review, Kind::BaselineItem, {}, id, m_audience).uuid);
        m_changes.set<&BaselineItem::baseline>(item, m_baseline);
        m_changes.set<&BaselineItem::record>(item, record.id);
        m_changes.set<&BaselineItem::hash>(item, materialHash(kind, record));
        return item;
    }

    void writeDates(const Milestone &milestone)
    {
        const RecordId item(write(Kind::Milestone, milestone).uuid);
        for (const auto &[date, field] :
             {std::pair(milestone.start, "start"), std::pair(milestone.target, "target"),
              std::pair(milestone.deadline, "deadline")}) {
            if (date)
                m_changes.set(Kind::BaselineItem, item, field, toValue(date));
        }
    }

private:
    const Review &m_review; // Not owned.
    ChangeSet &m_changes;   // Not owned.
    BaselineId m_baseline;
    int m_audience;
};

} // namespace

Result<RecordId> baselineNamed(const Review &review, const QString &name)
{
    QStringList known;
    const std::vector<const Baseline *> baselines = review.all<Baseline>();
    for (const Baseline *baseline : baselines) {
        if (baseline->name == name)
            return baseline->id;
        known += baseline->name;
    }
    if (const auto byKey = review.byKey(name); byKey && review.kindOf(*byKey) == Kind::Baseline)
        return *byKey;
    return Error{
        ErrorCode::NotFound,
        known.isEmpty()
            ? QCoreApplication::translate("Edits", "This review has no baseline yet; take one first.")
            : QCoreApplication::translate("Edits", "There is no baseline “%1”; there are: %2.")
                  .arg(name.left(60), known.join(QStringLiteral(", "))),
        {},
        {}};
}

namespace {

/// A baseline without items, and what they are made from.
struct Begun {
    Review seen;
    ChangeSet changes;
    BaselineId baseline;
};

Result<Begun> begin(const EditContext &context, const QString &typedName, int audience)
{
    if (Status allowed = mayTakeBaseline(context, typedName, audience); !allowed)
        return allowed.error();
    if (const ChangeSet merges = writeMerges(context, audience); !merges.isEmpty()) {
        const Record *record = context.review.find(merges.edits.first().record);
        return refusal(
            ErrorCode::Conflict,
            QT_TRANSLATE_NOOP("Edits",
                              "%1 shows a merge of several texts that nobody has written down yet; do "
                              "“writemerges” before taking a baseline."),
            context.review.shownKey(*record) + u'.' + QString::fromLatin1(merges.edits.first().field));
    }
    const QList<int> audiences = audiencesSeenBy(audience);
    Begun begun{ofAudiences(context.review, audiences), ChangeSet(context.review, Cause::Number), {}};
    ChangeSet &changes = begun.changes;
    begun.baseline =
        BaselineId(changes.create(context.review, Kind::Baseline, {}, context.newId(), audience).uuid);
    changes.set<&Baseline::name>(begun.baseline, typedName.simplified());
    changes.set<&Baseline::taken>(begun.baseline, PartialDate::day(context.now.date()));
    changes.set<&Baseline::tips>(begun.baseline, *context.tips(audiences));
    changes.set<&Baseline::fingerprint>(begun.baseline, stateFingerprint(begun.seen));
    return begun;
}

} // namespace

Result<ChangeSet> takeBaseline(const EditContext &context, const QString &typedName, int audience)
{
    auto begun = begin(context, typedName, audience);
    if (!begun)
        return begun.error();
    ItemWriter items(begun->seen, begun->changes, begun->baseline, audience);
    for (const Milestone *milestone : begun->seen.all<Milestone>())
        items.writeDates(*milestone);
    const auto numbers = recommendationNumbers(begun->seen);
    for (const Recommendation *recommendation : begun->seen.all<Recommendation>()) {
        const BaselineItemId item = items.write(Kind::Recommendation, *recommendation);
        const auto number = numbers.constFind(RecommendationId(recommendation->id.uuid));
        if (number != numbers.constEnd())
            begun->changes.set<&BaselineItem::number>(item, number->toText());
    }
    return begun->changes;
}

Result<ChangeSet> takeTermsBaseline(const EditContext &context, const QString &name)
{
    auto begun = begin(context, name, wholeTeam);
    if (!begun)
        return begun.error();
    ItemWriter items(begun->seen, begun->changes, begun->baseline, wholeTeam);
    for (const Kind kind : termsOfReferenceKinds()) {
        for (const Record *record : begun->seen.list(kind))
            items.write(kind, *record);
    }
    return begun->changes;
}

} // namespace plumbline
