#pragma once

#include "core/domain/field.h"
#include "core/store/log.h"

#include <functional>

namespace plumbline {

/// What a register shows, computed from its heads alone.
struct ShownValue {
    Value value;
    bool conflict = false; ///< Several different values stand and a person must choose.
    bool merged = false;   ///< The value is a clean three-way merge that nobody has typed.
    QList<StoredOperation>
        distinct; ///< One head per different value, in order; more than one only in a conflict.
    QSet<OperationRef> madeFrom;   ///< The heads that make the shown value: what an edit of it refers to.
    Value base;                    ///< In a conflict: the value before they parted.
    std::optional<Value> proposal; ///< In a conflict of long texts: a merge to offer.
};

/// Gives every register operation of the register concerned; called only when several heads of a text differ.
using RegisterHistory = std::function<std::vector<StoredOperation>()>;

/// The merge rule: what the heads (in order) of a field of this policy show.
///
/// ask: one distinct value, or a conflict that shows the first in order. text3: a three-way merge over the
/// maximal common ancestors, a conflict only where it is not clean. lww: the last in order, one of cause
/// rekey losing to any other. first: the first in order. Equal values never conflict. Source:
/// docs/file-format.md, "Merging".
ShownValue shownValue(const std::vector<StoredOperation> &heads, MergePolicy policy,
                      const RegisterHistory &history);

/// Whether a record is here, from the heads of its life register and of its other fields.
///
/// Deleted only if every life head says so and a witness of such a delete lists every head of every field
/// whose name does not begin with ~; otherwise somebody edited what another deleted, and it stays until a
/// person decides.
Life lifeOf(const std::vector<StoredOperation> &lifeHeads,
            const QHash<QByteArray, std::vector<StoredOperation>> &headsByField,
            const std::function<QSet<OperationRef>(const QSet<QByteArray> &groups)> &witnessed);

/// The policy of a field by its full name in the log (`milestone.target`), for ever the same.
///
/// Fields of kinds or names this version does not know: those beginning with ~ lww, others ask.
MergePolicy policyOf(const QByteArray &fullName);

/// `~place` and other minor fields do not keep a record from being deleted.
bool isMinorField(const QByteArray &fullName);

} // namespace plumbline
