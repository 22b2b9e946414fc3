#pragma once

#include "core/domain/review.h"

#include <QSet>

namespace plumbline {

/// What outsiders may read of a kind of record. Reports and publications go by the same list.
struct PublishingRule {
    Kind kind;
    bool published;             ///< False: no record of the kind leaves the team.
    const char *reason;         ///< Why it is so, in English, for whoever changes the list.
    QList<QByteArray> shown;    ///< Fields outsiders may read.
    QList<QByteArray> withheld; ///< Fields they may not.
};

/// The allow-list: one rule for each kind, in the order of kinds. A field that stands in neither list of its kind is not
/// published, and a test fails until somebody has decided. Source: docs/file-format.md, "Publications".
const QList<PublishingRule> &publishingRules();

/// Whether outsiders may read records of that kind, or that field of them.
bool isPublished(Kind kind);
bool isPublished(Kind kind, QByteArrayView field);

/// Whether outsiders may read of @p record at all, whatever its kind: it is alive and belongs to the whole team, not to a
/// closed group.
bool mayAppear(const Record &record);

/// The records of a review that outsiders may read: those that may appear, of a published kind; what only says something
/// of others (followsWhatItNames()) only when all it names is among them. O(records).
QSet<RecordId> publishableRecords(const Review &review);

} // namespace plumbline
