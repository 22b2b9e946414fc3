#pragma once

#include "core/domain/audience.h"
#include "core/edits/context.h"

namespace plumbline {

struct Person;

/// Forms a closed group. Nobody belongs to it yet. Error BadInput when the name is empty or taken.
Result<ChangeSet> formGroup(const EditContext &context, const QString &title, const QString &purpose);

/// Makes a person a member of a closed group: the records of the group may be sent to her from now on.
/// Errors: NotFound when either is gone; Refused when she belongs to it already.
Result<ChangeSet> addMember(const EditContext &context, ClosedGroupId group, Id<Person> person);

/// Ends a membership: nothing of the group is sent to the person from now on. What she has she keeps.
/// Error NotFound when she does not belong to it.
Result<ChangeSet> removeMember(const EditContext &context, ClosedGroupId group, Id<Person> person);

/// Moves a record to another audience: its values go into a new record there, with a new key, and the old one is marked
/// as moved. What speaks of it (links, notes, waivers ...) is moved along; what named it and may name the new one does so.
/// A link in the closed group leads from the old to the new one, unless both belong to closed groups.
///
/// What others have seen of the record stays in their history; see movingConsequence().
/// Errors: NotFound; Refused when it is there already, when its kind cannot be moved, or when it names records the
/// new audience may not see; Conflict when it holds values nobody has chosen between.
/// Source: docs/file-format.md, "Audiences".
Result<ChangeSet> moveRecord(const EditContext &context, RecordId record, int audience);

/// What moving @p record to @p audience means for who can read it, in one or two sentences, to be read before it is done.
QString movingConsequence(const Review &review, RecordId record, int audience);

} // namespace plumbline
