#pragma once

#include "core/domain/link.h"

namespace plumbline {

class Review;

/// Whether a link was confirmed on what its ends say now.
enum class LinkState {
    Unconfirmed, ///< Nobody has confirmed it, or an end is not in this copy.
    Confirmed,
    Suspect, ///< An end changed materially since; somebody must look whether the link still holds.
};

/// What a link is confirmed against: the material hashes of both ends, 64 bytes; empty where an end is not
/// here or neither kind has material fields.
QByteArray linkFingerprint(const Review &review, RecordId from, RecordId to);

/// The same of two records as they are given, in the review or not.
QByteArray linkFingerprintOf(Kind fromKind, const Record &from, Kind toKind, const Record &to);

LinkState linkState(const Review &review, const Link &link);

/// The ends of a suspect link that changed; none of any other link.
QList<RecordId> changedEnds(const Review &review, const Link &link);

} // namespace plumbline
