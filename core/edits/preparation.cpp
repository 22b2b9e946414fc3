#include "core/edits/preparation.h"

#include "core/domain/adoption.h"
#include "core/domain/datarequest.h"
#include "core/domain/datasource.h"
#include "core/domain/finding.h"
#include "core/domain/linkstate.h"
#include "core/domain/membership.h"
#include "core/domain/milestone.h"
#include "core/domain/priorrecommendation.h"
#include "core/domain/recommendation.h"
#include "core/domain/reportback.h"
#include "core/domain/reviewrecord.h"
#include "core/edits/baselines.h"
#include "core/edits/linking.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

static Error preparationError(ErrorCode code, const char *sentence)
{
    return {code, QCoreApplication::translate("Edits", sentence), {}, {}};
}

/// A decision and the day it was taken, which is the day of what it begins and ends.
namespace {
struct Decided {
    DecisionId id;
    PartialDate day;
};
} // namespace

/// Adds the decision to @p changes unless it is on record.
static Result<Decided> decide(const EditContext &context, ChangeSet &changes, const QString &text,
                                 const DecisionDetails &details)
{
    const Review &review = context.review;
    const PartialDate today = PartialDate::day(context.now.date());
    if (!details.decision.isNull()) {
        if (const Decision *known = review.find(details.decision))
            return Decided{details.decision, details.date.value_or(known->date.value_or(today))};
        return preparationError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "The decision is not in this review any more; nothing was recorded."));
    }
    if (!details.meeting.isNull() && !review.find(details.meeting))
        return preparationError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "The meeting is not in this review any more; nothing was recorded."));
    const DecisionId decision(changes.create(review, Kind::Decision, {}, context.newId()).uuid);
    const Meeting *meeting = review.find(details.meeting);
    changes.set<&Decision::text>(decision, text);
    const PartialDate day = details.date.value_or(meeting ? meeting->held.value_or(today) : today);
    changes.set<&Decision::date>(decision, day);
    if (meeting)
        changes.set<&Decision::meeting>(decision, details.meeting);
    if (meeting || !details.channel.isNone())
        changes.set<&Decision::channel>(decision, details.channel.isNone() ? Choice<Channel>(Channel::Meeting)
                                                                           : details.channel);
    if (!details.level.isNone())
        changes.set<&Decision::level>(decision, details.level);
    return Decided{decision, day};
}

static QString freeBaselineName(const EditContext &context)
{
    const QString plain = QCoreApplication::translate("Edits", "Terms of Reference, %1", "a day")
                              .arg(context.now.date().toString(Qt::ISODate));
    const auto all = context.review.all<Baseline>();
    QString name = plain;
    for (int number = 2;
         std::any_of(all.begin(), all.end(), [&](const Baseline *other) { return other->name == name; });
         ++number)
        name = QCoreApplication::translate("Edits", "%1 (%2)", "a name that is taken, a number")
                   .arg(plain)
                   .arg(number);
    return name;
}

Result<ChangeSet> adoptTermsOfReference(const EditContext &context, const DecisionDetails &details)
{
    const Review &review = context.review;
    if (review.count(Kind::TorSection) + review.count(Kind::ScopeItem) == 0)
        return preparationError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP("Edits",
                              "The Terms of Reference have no section and no scope item yet, so there is "
                              "nothing to adopt."));
    const ReviewRecord *before = review.find(ReviewRecordId(review.uuid()));
    if (before && !details.decision.isNull() && before->toradopted == details.decision)
        return preparationError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP("Edits", "That decision adopted the text as it was then; nothing was changed. Record a new "
                                       "decision to adopt the text as it is now."));
    const QString name = freeBaselineName(context);
    auto changes = takeTermsBaseline(context, name);
    if (!changes)
        return changes;
    const BaselineId text(changes->edits.first().record.uuid);
    const auto decision = decide(
        context, *changes,
        QCoreApplication::translate("Edits", "The full team adopts the Terms of Reference: “%1”.").arg(name),
        details);
    if (!decision)
        return decision.error();
    const ReviewRecordId record(review.uuid());
    changes->set<&ReviewRecord::toradopted>(record, decision->id);
    changes->set<&ReviewRecord::tortext>(record, text);
    return changes;
}

Result<ChangeSet> acknowledgeScope(const EditContext &context, PersonId person)
{
    const Review &review = context.review;
    if (!review.find(person))
        return preparationError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "The person is not in this review any more; nothing was recorded."));
    const RecordId from(person.uuid);
    const RecordId to(review.uuid());
    ChangeSet changes(review, Cause::Edit);
    addLink(changes, review, LinkType::Acknowledges, from, to);
    changes.set<&Link::confirmed>(LinkId(linkId(review, LinkType::Acknowledges, from, to).uuid),
                                  termsOfReferenceHash(review));
    return changes;
}

/// Whether a sub-team may have that name; @p self already is one, and may be written another way.
static Status mayBeCalled(const Review &review, const QString &name, SubTeamId self = {})
{
    if (name.isEmpty())
        return preparationError(ErrorCode::BadInput, QT_TRANSLATE_NOOP("Edits", "A sub-team needs a name."));
    for (const SubTeam *other : review.all<SubTeam>()) {
        if (other->id != RecordId(self.uuid) && !other->state.is(SubTeamState::Closed) && other->title.compare(name, Qt::CaseInsensitive) == 0)
            return Error{
                ErrorCode::BadInput,
                QCoreApplication::translate("Edits", "There is a sub-team “%1” already; choose another name.")
                    .arg(name.left(60)),
                {},
                {}};
    }
    return {};
}

static SubTeamId addSubTeam(const EditContext &context, ChangeSet &changes, const QString &name,
                            DecisionId decision)
{
    const SubTeamId subTeam(changes.create(context.review, Kind::SubTeam, {}, context.newId()).uuid);
    changes.set<&SubTeam::title>(subTeam, name);
    changes.set<&SubTeam::formed>(subTeam, decision);
    changes.set<&SubTeam::state>(subTeam, Choice<SubTeamState>(SubTeamState::Active));
    return subTeam;
}

Result<ChangeSet> formSubTeam(const EditContext &context, const QString &typed, const QString &scope,
                              PersonId lead, const DecisionDetails &details)
{
    const Review &review = context.review;
    const QString name = cleanText(typed).simplified();
    if (Status free = mayBeCalled(review, name); !free)
        return free.error();
    if (!lead.isNull() && !review.find(lead))
        return preparationError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "The person is not in this review any more; nothing was recorded."));
    ChangeSet changes(review, Cause::Create);
    const auto decision = decide(
        context, changes,
        QCoreApplication::translate("Edits", "The full team forms the sub-team “%1”.").arg(name), details);
    if (!decision)
        return decision.error();
    const SubTeamId subTeam = addSubTeam(context, changes, name, decision->id);
    if (!scope.trimmed().isEmpty())
        changes.set<&SubTeam::scope>(subTeam, cleanText(scope).trimmed());
    if (!lead.isNull()) {
        const MembershipId membership(changes.create(review, Kind::Membership, {}, context.newId()).uuid);
        changes.set<&Membership::person>(membership, lead);
        changes.set<&Membership::role>(membership, Choice<Role>(Role::Lead));
        changes.set<&Membership::subteam>(membership, subTeam);
        changes.set<&Membership::from>(membership, decision->day);
    }
    return changes;
}

Result<ChangeSet> recordFormation(const EditContext &context, SubTeamId id, const DecisionDetails &details)
{
    const SubTeam *subTeam = context.review.find(id);
    if (!subTeam)
        return preparationError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "The sub-team is not in this review any more; nothing was recorded."));
    if (context.review.find(subTeam->formed))
        return preparationError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP(
                "Edits", "A decision that formed the sub-team is on record already; nothing was changed."));
    ChangeSet changes(context.review, Cause::Edit);
    const auto decision = decide(
        context, changes,
        QCoreApplication::translate("Edits", "The full team forms the sub-team “%1”.").arg(subTeam->title),
        details);
    if (!decision)
        return decision.error();
    changes.set<&SubTeam::formed>(id, decision->id);
    if (subTeam->state.isNone() || subTeam->state.is(SubTeamState::Proposed))
        changes.set<&SubTeam::state>(id, Choice<SubTeamState>(SubTeamState::Active));
    return changes;
}

Result<ChangeSet> renameSubTeam(const EditContext &context, SubTeamId id, const QString &typed,
                                const DecisionDetails &details)
{
    const Review &review = context.review;
    const SubTeam *subTeam = review.find(id);
    if (!subTeam)
        return preparationError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "The sub-team is not in this review any more; nothing was recorded."));
    if (subTeam->state.is(SubTeamState::Closed))
        return preparationError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP("Edits", "The sub-team is closed and keeps its name; nothing was recorded."));
    const QString name = cleanText(typed).simplified();
    if (Status free = mayBeCalled(review, name, id); !free)
        return free.error();
    if (name == subTeam->title)
        return preparationError(ErrorCode::Refused, QT_TRANSLATE_NOOP("Edits", "It is called that; nothing was changed."));
    ChangeSet changes(review, Cause::Edit);
    const auto decision = decide(
        context, changes,
        QCoreApplication::translate("Edits", "The sub-team “%1” is renamed “%2”.").arg(subTeam->title, name),
        details);
    if (!decision)
        return decision.error();
    changes.set<&SubTeam::title>(id, name);
    addLink(changes, review, LinkType::Decides, RecordId(decision->id.uuid), subTeam->id);
    return changes;
}

/// What is to go on when its sub-team closes; all of it has a field "subteam".
static QList<std::pair<Kind, RecordId>> openWork(const Review &review, SubTeamId subTeam)
{
    QList<std::pair<Kind, RecordId>> work;
    const auto add = [&](const auto &records, const auto &isOpen) {
        for (const auto *record : records) {
            if (record->subteam == subTeam && isOpen(*record))
                work += {record->kind, record->id};
        }
    };
    add(review.all<DataSource>(), [](const DataSource &) { return true; });
    add(review.all<DataRequest>(), [](const DataRequest &) { return true; });
    add(review.all<Finding>(),
        [](const Finding &finding) { return !finding.state.is(FindingState::Dropped); });
    add(review.all<Recommendation>(),
        [](const Recommendation &recommendation) { return isStanding(recommendation); });
    add(review.all<PriorRecommendation>(), [](const PriorRecommendation &) { return true; });
    add(review.all<Milestone>(), [](const Milestone &milestone) { return !milestone.actual; });
    return work;
}

static void moveWork(const Review &review, ChangeSet &changes, SubTeamId from, SubTeamId to)
{
    for (const auto &[kind, record] : openWork(review, from))
        changes.set(kind, record, "subteam", toValue(to));
}

static void closeOne(const EditContext &context, ChangeSet &changes, const SubTeam &subTeam, SubTeamId heir,
                     const Decided &decision)
{
    const SubTeamId id(subTeam.id.uuid);
    changes.set<&SubTeam::state>(id, Choice<SubTeamState>(SubTeamState::Closed));
    if (!heir.isNull())
        changes.set<&SubTeam::movedto>(id, heir);
    addLink(changes, context.review, LinkType::Decides, RecordId(decision.id.uuid), subTeam.id);
    moveWork(context.review, changes, id, heir);
    for (const Membership *membership : context.review.all<Membership>()) {
        if (membership->subteam == id && !membership->to)
            changes.set<&Membership::to>(MembershipId(membership->id.uuid), decision.day);
    }
}

static Result<const SubTeam *> openSubTeam(const Review &review, SubTeamId id)
{
    const SubTeam *subTeam = review.find(id);
    if (!subTeam)
        return preparationError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "The sub-team is not in this review any more; nothing was recorded."));
    if (subTeam->state.is(SubTeamState::Closed))
        return preparationError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP("Edits", "The sub-team is closed already; nothing was recorded."));
    return subTeam;
}

Result<ChangeSet> splitSubTeam(const EditContext &context, SubTeamId id, const QStringList &names,
                               const DecisionDetails &details)
{
    const auto subTeam = openSubTeam(context.review, id);
    if (!subTeam)
        return subTeam.error();
    if (names.size() < 2)
        return preparationError(
            ErrorCode::BadInput,
            QT_TRANSLATE_NOOP("Edits", "A sub-team is split into two or more; name them."));
    QStringList clean;
    for (const QString &name : names) {
        clean += cleanText(name).simplified();
        const bool twice = std::count_if(clean.cbegin(), clean.cend(), [&](const QString &one) {
                               return one.compare(clean.last(), Qt::CaseInsensitive) == 0;
                           }) > 1;
        if (twice)
            return preparationError(ErrorCode::BadInput,
                                    QT_TRANSLATE_NOOP("Edits", "Two of the names are the same; give each its own."));
        if (Status free = mayBeCalled(context.review, clean.last()); !free)
            return free.error();
    }
    ChangeSet changes(context.review, Cause::Create);
    const auto decision = decide(context, changes,
                                 QCoreApplication::translate("Edits", "The sub-team “%1” is split into %2.")
                                     .arg((*subTeam)->title, QLocale().createSeparatedList(clean)),
                                 details);
    if (!decision)
        return decision.error();
    SubTeamId first;
    for (const QString &name : std::as_const(clean)) {
        const SubTeamId made = addSubTeam(context, changes, name, decision->id);
        addLink(changes, context.review, LinkType::SplitFrom, RecordId(made.uuid), (*subTeam)->id);
        if (first.isNull())
            first = made;
    }
    closeOne(context, changes, **subTeam, first, *decision);
    return changes;
}

Result<ChangeSet> closeSubTeam(const EditContext &context, SubTeamId id, SubTeamId heir,
                               const DecisionDetails &details)
{
    const auto subTeam = openSubTeam(context.review, id);
    if (!subTeam)
        return subTeam.error();
    const SubTeam *to = context.review.find(heir);
    if (heir == id || (!heir.isNull() && (!to || to->state.is(SubTeamState::Closed))))
        return preparationError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP("Edits",
                              "The work goes to another sub-team that is at work, or to the full team; nothing was recorded."));
    ChangeSet changes(context.review, Cause::Edit);
    const auto decision = decide(
        context, changes,
        to ? QCoreApplication::translate("Edits", "The sub-team “%1” is closed; its work goes to “%2”.")
                 .arg((*subTeam)->title, to->title)
           : QCoreApplication::translate("Edits",
                                         "The sub-team “%1” is closed; its work goes to the full team.")
                 .arg((*subTeam)->title),
        details);
    if (!decision)
        return decision.error();
    closeOne(context, changes, **subTeam, heir, *decision);
    return changes;
}

Result<ChangeSet> decideOn(const EditContext &context, const QList<RecordId> &records, const QString &text,
                           const DecisionDetails &details)
{
    const Review &review = context.review;
    if (records.isEmpty() || (details.decision.isNull() && text.trimmed().isEmpty()))
        return preparationError(ErrorCode::BadInput,
                                QT_TRANSLATE_NOOP("Edits", "Say what was decided, and on which records."));
    for (const RecordId record : records) {
        if (!review.find(record))
            return preparationError(
                ErrorCode::NotFound,
                QT_TRANSLATE_NOOP("Edits", "A record is not in this review any more; nothing was recorded."));
        if (!relationsBetween(Kind::Decision, *review.kindOf(record)).contains(LinkType::Decides))
            return preparationError(
                ErrorCode::Refused,
                QT_TRANSLATE_NOOP("Edits", "Decisions are about recommendations, findings, sub-teams, data requests and "
                                           "prior recommendations; nothing was recorded."));
    }
    ChangeSet changes(review, Cause::Edit);
    const auto decision = decide(context, changes, cleanText(text).trimmed(), details);
    if (!decision)
        return decision.error();
    const Decision *known = review.find(decision->id);
    const Choice<Consensus> level = known ? known->level : details.level;
    Decision said; // As it will stand: what a decision says is material.
    if (known)
        said = *known;
    else
        said.text = cleanText(text).trimmed();
    const bool agreed = level.is(Consensus::FullConsensus) || level.is(Consensus::Consensus);
    for (const RecordId record : records) {
        const LinkId link(linkId(review, LinkType::Decides, RecordId(decision->id.uuid), record).uuid);
        addLink(changes, review, LinkType::Decides, RecordId(decision->id.uuid), record);
        // It was decided on the text there is.
        changes.set<&Link::confirmed>(
            link, linkFingerprintOf(Kind::Decision, said, *review.kindOf(record), *review.find(record)));
        const Recommendation *recommendation = review.find(RecommendationId(record.uuid));
        if (agreed && recommendation &&
            (recommendation->state.is(RecommendationState::Shared) || recommendation->state.is(RecommendationState::InCall)))
            changes.set<&Recommendation::state>(RecommendationId(record.uuid),
                                                Choice<RecommendationState>(RecommendationState::AgreedForDraft));
    }
    return changes;
}

Result<ChangeSet> reportBack(const EditContext &context, SubTeamId subTeam, const QString &text, PersonId by,
                             const std::optional<PartialDate> &date)
{
    const Review &review = context.review;
    if (!review.find(subTeam) || (!by.isNull() && !review.find(by)))
        return preparationError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP(
                "Edits", "The sub-team or the person is not in this review any more; nothing was recorded."));
    if (text.trimmed().isEmpty())
        return preparationError(ErrorCode::BadInput,
                                QT_TRANSLATE_NOOP("Edits", "Say what the full team should know."));
    ChangeSet changes(review, Cause::Create);
    const ReportBackId report(changes.create(review, Kind::ReportBack, subTeam, context.newId()).uuid);
    changes.set<&ReportBack::subteam>(report, subTeam);
    changes.set<&ReportBack::text>(report, cleanText(text).trimmed());
    changes.set<&ReportBack::date>(report, date ? date : PartialDate::day(context.now.date()));
    if (!by.isNull())
        changes.set<&ReportBack::by>(report, by);
    return changes;
}

} // namespace plumbline
