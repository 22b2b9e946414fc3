#pragma once

#include "core/domain/link.h"
#include "core/domain/review.h"

namespace plumbline {

class Session;

/// One material field of an end of a link, as it was when the link was confirmed and as it is.
struct ChangedField {
    RecordId record;
    QByteArray field;
    Value before;
    Value now;
};

/// What changed at the ends of a suspect link since it was confirmed, field by field; empty when the text it was confirmed
/// on is not in the history of this copy. Reads the history of the ends.
QList<ChangedField> changedSinceConfirmed(const Session &session, const Link &link);

/// What is different now in the material fields of a record since its material hash was @p hash; empty when it never was
/// in this copy.
QList<ChangedField> changedSince(const Session &session, RecordId record, const QByteArray &hash);

/// The record as it was when its material hash was @p hash, from its history; null when it never was in this copy.
std::shared_ptr<const Record> recordWithHash(const Session &session, RecordId record, const QByteArray &hash);

} // namespace plumbline
