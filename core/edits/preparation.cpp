#include "core/edits/preparation.h"

#include "core/domain/adoption.h"
#include "core/domain/datarequest.h"
#include "core/domain/datasource.h"
#include "core/domain/finding.h"
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

/// Adds the decision to @p changes unless it is on record.
static Result<DecisionId> decide(const EditContext &context, ChangeSet &changes, const QString &text,
                                 const DecisionDetails &details)
{
    const Review &review = context.review;
    if (!details.decision.isNull()) {
        if (review.find(details.decision))
            return details.decision;
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
    changes.set<&Decision::date>(decision, details.date               ? details.date
                                           : meeting && meeting->held ? meeting->held
                                                                      : PartialDate::day(context.now.date()));
    if (meeting)
        changes.set<&Decision::meeting>(decision, details.meeting);
    if (meeting || !details.channel.isNone())
        changes.set<&Decision::channel>(decision, details.channel.isNone() ? Choice<Channel>(Channel::Meeting)
                                                                           : details.channel);
    if (!details.level.isNone())
        changes.set<&Decision::level>(decision, details.level);
    return decision;
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
    changes->set<&ReviewRecord::toradopted>(record, *decision);
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

static Status mayBeCalled(const Review &review, const QString &name)
{
    if (name.isEmpty())
        return preparationError(ErrorCode::BadInput, QT_TRANSLATE_NOOP("Edits", "A sub-team needs a name."));
    for (const SubTeam *other : review.all<SubTeam>()) {
        if (!other->state.is(SubTeamState::Closed) && other->title.compare(name, Qt::CaseInsensitive) == 0)
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
    const SubTeamId subTeam = addSubTeam(context, changes, name, *decision);
    if (!scope.trimmed().isEmpty())
        changes.set<&SubTeam::scope>(subTeam, cleanText(scope).trimmed());
    if (!lead.isNull()) {
        const MembershipId membership(changes.create(review, Kind::Membership, {}, context.newId()).uuid);
        changes.set<&Membership::person>(membership, lead);
        changes.set<&Membership::role>(membership, Choice<Role>(Role::Lead));
        changes.set<&Membership::subteam>(membership, subTeam);
        changes.set<&Membership::from>(membership,
                                       details.date ? details.date : PartialDate::day(context.now.date()));
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
    changes.set<&SubTeam::formed>(id, *decision);
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
    const QString name = cleanText(typed).simplified();
    if (Status free = mayBeCalled(review, name); !free)
        return free.error();
    ChangeSet changes(review, Cause::Edit);
    const auto decision = decide(
        context, changes,
        QCoreApplication::translate("Edits", "The sub-team “%1” is renamed “%2”.").arg(subTeam->title, name),
        details);
    if (!decision)
        return decision.error();
    changes.set<&SubTeam::title>(id, name);
    addLink(changes, review, LinkType::Decides, RecordId(decision->uuid), subTeam->id);
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
                     DecisionId decision, const PartialDate &day)
{
    const SubTeamId id(subTeam.id.uuid);
    changes.set<&SubTeam::state>(id, Choice<SubTeamState>(SubTeamState::Closed));
    if (!heir.isNull())
        changes.set<&SubTeam::movedto>(id, heir);
    addLink(changes, context.review, LinkType::Decides, RecordId(decision.uuid), subTeam.id);
    moveWork(context.review, changes, id, heir);
    for (const Membership *membership : context.review.all<Membership>()) {
        if (membership->subteam == id && !membership->to)
            changes.set<&Membership::to>(MembershipId(membership->id.uuid), day);
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
        const SubTeamId made = addSubTeam(context, changes, name, *decision);
        addLink(changes, context.review, LinkType::SplitFrom, RecordId(made.uuid), (*subTeam)->id);
        if (first.isNull())
            first = made;
    }
    closeOne(context, changes, **subTeam, first, *decision,
             details.date.value_or(PartialDate::day(context.now.date())));
    return changes;
}

Result<ChangeSet> closeSubTeam(const EditContext &context, SubTeamId id, SubTeamId heir,
                               const DecisionDetails &details)
{
    const auto subTeam = openSubTeam(context.review, id);
    if (!subTeam)
        return subTeam.error();
    if (heir == id || (!heir.isNull() && !context.review.find(heir)))
        return preparationError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP("Edits",
                              "The work goes to another sub-team of this review, or to the full team."));
    ChangeSet changes(context.review, Cause::Edit);
    const SubTeam *to = context.review.find(heir);
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
    closeOne(context, changes, **subTeam, heir, *decision,
             details.date.value_or(PartialDate::day(context.now.date())));
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
