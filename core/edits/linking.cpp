#include "core/edits/linking.h"

#include "core/domain/identity.h"
#include "core/domain/linkstate.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace plumbline {

static Error linkingError(ErrorCode code, const char *sentence)
{
    return {code, QCoreApplication::translate("Edits", sentence), {}, {}};
}

RecordId linkId(const Review &review, LinkType type, RecordId from, RecordId to)
{
    return naturalId(
        review.uuid(), Kind::Link,
        {{"type", toValue(Choice<LinkType>(type))}, {"from", idValue(from.uuid)}, {"to", idValue(to.uuid)}});
}

void addLink(ChangeSet &changes, const Review &review, LinkType type, RecordId from, RecordId to)
{
    const RecordId id = linkId(review, type, from, to);
    const LinkId link(id.uuid);
    if (review.find(id))
        return;
    if (review.findAny(id)) {
        changes.restore(Kind::Link, id);
    } else {
        changes.create(review, Kind::Link, {}, id);
        changes.set<&Link::type>(link, Choice<LinkType>(type));
        changes.set<&Link::from>(link, from);
        changes.set<&Link::to>(link, to);
    }
    if (const QByteArray fingerprint = linkFingerprint(review, from, to); !fingerprint.isEmpty())
        changes.set<&Link::confirmed>(link, fingerprint);
}

void removeLink(ChangeSet &changes, const Review &review, LinkType type, RecordId from, RecordId to)
{
    const RecordId id = linkId(review, type, from, to);
    if (review.find(id))
        changes.remove(Kind::Link, id);
}

QList<LinkType> relationsBetween(Kind from, Kind to)
{
    struct Relation {
        LinkType type;
        QList<Kind> from;
        QList<Kind> to;
    };
    static const QList<Kind> work{Kind::DataSource, Kind::DataRequest,    Kind::Message,
                                  Kind::Finding,    Kind::Recommendation, Kind::PriorRecommendation,
                                  Kind::ScopeItem};
    static const QList<Relation> relations{
        {LinkType::Supports, {Kind::DataSource, Kind::Message, Kind::PriorRecommendation}, {Kind::Finding}},
        {LinkType::CallsFor, {Kind::DataSource, Kind::Finding}, {Kind::DataSource, Kind::DataRequest}},
        {LinkType::LeadsTo, {Kind::Finding, Kind::FeedbackPoint}, {Kind::Recommendation}},
        {LinkType::LeadsTo, {Kind::DataRequest}, {Kind::DataSource}},
        {LinkType::LeadsTo, {Kind::PriorRecommendation}, {Kind::Finding, Kind::Recommendation}},
        {LinkType::Addresses, {Kind::Finding, Kind::Recommendation}, {Kind::ScopeItem}},
        {LinkType::Concerns, {Kind::Presentation}, {Kind::Finding}},
        {LinkType::Concerns, {Kind::Message, Kind::ReportBack, Kind::ActionItem}, work},
        {LinkType::Decides,
         {Kind::Decision},
         {Kind::Recommendation, Kind::Finding, Kind::SubTeam, Kind::DataRequest, Kind::PriorRecommendation}},
        {LinkType::Duplicates, work, work},
        {LinkType::DependsOn, {Kind::Recommendation}, {Kind::Recommendation}},
        {LinkType::ConflictsWith, {Kind::Recommendation}, {Kind::Recommendation}},
        {LinkType::SplitFrom, {Kind::Recommendation}, {Kind::Recommendation}},
        {LinkType::SplitFrom, {Kind::SubTeam}, {Kind::SubTeam}},
        {LinkType::MergedInto, {Kind::Recommendation}, {Kind::Recommendation}},
        {LinkType::Supersedes, {Kind::Recommendation}, {Kind::Recommendation}},
        {LinkType::Supersedes, {Kind::Decision}, {Kind::Decision}},
        {LinkType::AssignedTo, {Kind::ScopeItem}, {Kind::SubTeam}},
        {LinkType::Tagged, {Kind::Tag}, allKinds()},
    };
    QList<LinkType> types;
    for (const Relation &relation : relations) {
        if (relation.from.contains(from) && relation.to.contains(to) && !types.contains(relation.type))
            types += relation.type;
    }
    std::sort(types.begin(), types.end());
    return types;
}

bool leadsTo(const Review &review, LinkType type, RecordId start, RecordId goal)
{
    QSet<RecordId> seen{start};
    QList<RecordId> open{start};
    while (!open.isEmpty()) {
        const RecordId here = open.takeLast();
        if (here == goal)
            return true;
        for (const Link *link : review.all<Link>()) {
            if (link->type.is(type) && link->from == here && !seen.contains(link->to)) {
                seen.insert(link->to);
                open += link->to;
            }
        }
    }
    return false;
}

Result<ChangeSet> relate(const EditContext &context, LinkType type, RecordId from, RecordId to,
                         const QString &passage, const QString &page)
{
    const Review &review = context.review;
    if (!review.find(from) || !review.find(to))
        return linkingError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits",
                              "One of the two records is not in this review any more; nothing was linked."));
    if (from == to)
        return linkingError(ErrorCode::BadInput,
                            QT_TRANSLATE_NOOP("Edits", "A record cannot be linked with itself."));
    const QList<LinkType> possible = relationsBetween(*review.kindOf(from), *review.kindOf(to));
    if (!possible.contains(type)) {
        QStringList words;
        for (const LinkType other : possible)
            words += QLatin1String(choiceWords<LinkType>().at(int(other)).word);
        return Error{ErrorCode::Refused,
                     words.isEmpty()
                         ? QCoreApplication::translate(
                               "Edits", "%1 and %2 are of kinds that have no link between them.")
                               .arg(review.shownKey(*review.find(from)), review.shownKey(*review.find(to)))
                         : QCoreApplication::translate(
                               "Edits", "From %1 to %2 there is no link of that type; there is: %3.")
                               .arg(review.shownKey(*review.find(from)), review.shownKey(*review.find(to)),
                                    words.join(QStringLiteral(", "))),
                     {},
                     {}};
    }
    if (review.find(linkId(review, type, from, to)))
        return linkingError(ErrorCode::BadInput,
                            QT_TRANSLATE_NOOP("Edits", "The two are linked that way already."));
    // What became of a recommendation is more than a link: these come with its state.
    const bool lineage = type == LinkType::Supersedes || type == LinkType::MergedInto || type == LinkType::SplitFrom;
    if (lineage && review.kindOf(to) != Kind::Decision)
        return linkingError(ErrorCode::Refused,
                            QT_TRANSLATE_NOOP("Edits", "That link is made by splitting, merging or replacing; nothing was "
                                                       "linked."));
    const bool ordered = type == LinkType::DependsOn || type == LinkType::Supersedes ||
                         type == LinkType::MergedInto || type == LinkType::SplitFrom;
    if (ordered && leadsTo(review, type, to, from))
        return linkingError(
            ErrorCode::Refused,
            QT_TRANSLATE_NOOP("Edits",
                              "That would close a circle: the second one already leads to the first."));
    ChangeSet changes(review, Cause::Edit);
    addLink(changes, review, type, from, to);
    const LinkId link(linkId(review, type, from, to).uuid);
    if (!passage.trimmed().isEmpty())
        changes.set<&Link::passage>(link, passage.trimmed());
    if (!page.trimmed().isEmpty())
        changes.set<&Link::page>(link, page.trimmed());
    return changes;
}

Result<ChangeSet> citePassage(const EditContext &context, LinkId link, const QString &passage, const QString &page)
{
    if (!context.review.find(link))
        return linkingError(ErrorCode::NotFound,
                            QT_TRANSLATE_NOOP("Edits", "The link is not in this review any more; nothing was changed."));
    ChangeSet changes(context.review, Cause::Edit);
    changes.set<&Link::passage>(link, cleanText(passage).trimmed());
    changes.set<&Link::page>(link, cleanText(page).simplified());
    return changes;
}

Result<ChangeSet> unrelate(const EditContext &context, LinkType type, RecordId from, RecordId to)
{
    ChangeSet changes(context.review, Cause::Delete);
    removeLink(changes, context.review, type, from, to);
    if (changes.isEmpty())
        return linkingError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("Edits", "The two are not linked that way; nothing was changed."));
    return changes;
}

Result<ChangeSet> confirmLink(const EditContext &context, LinkId id)
{
    const Link *link = context.review.find(id);
    const QByteArray fingerprint =
        link ? linkFingerprint(context.review, link->from, link->to) : QByteArray();
    if (fingerprint.isEmpty())
        return linkingError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP(
                "Edits",
                "The link or one of its ends is not in this review any more; nothing was confirmed."));
    ChangeSet changes(context.review, Cause::Edit);
    changes.set<&Link::confirmed>(id, fingerprint);
    return changes;
}

} // namespace plumbline
