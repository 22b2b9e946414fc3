#pragma once

#include "core/domain/link.h"
#include "core/edits/context.h"

namespace plumbline {

/// The id of the link of that type between two records: two people who make it apart make the same record.
RecordId linkId(const Review &review, LinkType type, RecordId from, RecordId to);

/// Whether following links of that type from @p start comes to @p goal.
bool leadsTo(const Review &review, LinkType type, RecordId start, RecordId goal);

/// Adds a link to @p changes, or brings a deleted one back. Where what an end says matters, the link is
/// confirmed against what the ends say now; an end that @p changes itself creates says nothing yet, and the
/// link stays unconfirmed.
void addLink(ChangeSet &changes, const Review &review, LinkType type, RecordId from, RecordId to);
/// Removes the link of that type, if there is one.
void removeLink(ChangeSet &changes, const Review &review, LinkType type, RecordId from, RecordId to);

/// Says what one record is to another. Errors: NotFound when one is gone; BadInput for a record and itself,
/// or when it is said already; Refused when the two kinds have no such relation (see mayRelate()).
Result<ChangeSet> relate(const EditContext &context, LinkType type, RecordId from, RecordId to,
                         const QString &passage = {}, const QString &page = {});
/// Takes that back. Error NotFound when nobody has said it.
/// Says where in its first record a link rests: an excerpt and a page; empty texts take them away. Errors: NotFound.
Result<ChangeSet> citePassage(const EditContext &context, LinkId link, const QString &passage, const QString &page);
Result<ChangeSet> unrelate(const EditContext &context, LinkType type, RecordId from, RecordId to);
/// Says that a link still holds although one of its ends changed. Error NotFound when the link is gone.
Result<ChangeSet> confirmLink(const EditContext &context, LinkId link);

/// Which links there may be between two kinds, in the order of LinkType. Source: the work plan's order of
/// evidence, findings and recommendations.
QList<LinkType> relationsBetween(Kind from, Kind to);

} // namespace plumbline
