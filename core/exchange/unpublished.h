#pragma once

#include "core/exchange/publication.h"

namespace plumbline {

/// A piece of text that is about to be published although it also stands where outsiders do not see.
struct UnpublishedHit {
    QString text;     ///< The piece, as it stands in both places.
    RecordId record;  ///< Where it also stands.
    QByteArray field; ///< The field's name there, without its kind.
    QString place;    ///< The same for people: `F-G1-02, Statement (Signers)`.
    bool former = false; ///< It is no longer said there.
    friend bool operator==(const UnpublishedHit &, const UnpublishedHit &) = default;
};

inline constexpr int windowSize = 24;      ///< Bytes of UTF-8 that must agree.
/// A shorter text of that many bytes counts when all of it agrees, unless it is also a title outsiders
/// read, such as the name of a role.
inline constexpr int shortestWhole = 12;

/// Searches what would be published for text that is not: of closed groups, of fields and kinds outsiders do not get, of
/// deleted records, and what was said before. Every window of windowSize bytes of such text counts; windows that follow
/// each other are one hit. Each piece is named once for each record and field, first what is still said there.
///
/// What a record says now does not count against what it said before, nor what was moved against where it came from,
/// nor a remark against what it quotes of the record it is on: those share text on purpose.
/// @p state names the places; the log of @p store is what is searched for.
Result<QList<UnpublishedHit>> unpublishedSentences(Store &store, const Review &state, const Publication &publication);

/// One hit in a sentence.
QString describeHit(const UnpublishedHit &hit);

} // namespace plumbline
