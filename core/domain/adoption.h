#pragma once

#include "core/domain/baseline.h"
#include "core/domain/decision.h"
#include "core/domain/person.h"

namespace plumbline {

class Review;

/// The kinds of record the Terms of Reference are made of: the mandate, their sections, the scope items.
const QList<Kind> &termsOfReferenceKinds();

/// How one part of the Terms of Reference is no longer what was adopted.
struct AdoptedPartChange {
    enum What { Changed, Added, Removed };
    RecordId record; ///< Of a removed one Review::findAny() may still have it.
    What what = Changed;
    friend bool operator==(const AdoptedPartChange &, const AdoptedPartChange &) = default;
};

/// By which decision the Terms of Reference were adopted, and whether they still say what was adopted.
struct Adoption {
    enum State {
        None,
        Holds,
        Lapsed,  ///< The text changed since.
        Undone,  ///< The decision was superseded.
        NotTeam, ///< The decision was taken in a meeting of a sub-team.
    };
    State state = None;
    Id<Decision> decision;
    Id<Baseline> text;
    QList<AdoptedPartChange> changes; ///< Why it lapsed, in the order of the Terms of Reference.
};

/// The adoption of the Terms of Reference: a decision on a baseline of their text. It lapses when the
/// material text of the mandate, of a section or of a scope item changes, and when one of them comes or goes;
/// it holds again when the text is put back. A decision that was deleted adopts nothing, nor does one that was
/// superseded or taken in a meeting of a sub-team; one that is not in this copy is taken on trust. Source: SSR2 work plan, section 1: Terms of Reference adopted by the team.
Adoption adoption(const Review &review);

/// Stands for what the Terms of Reference say now: 32 bytes that change when their text does.
QByteArray termsOfReferenceHash(const Review &review);

/// What a member of the full team has said to the scope.
enum class Acknowledgement {
    Missing,
    OfFormerText, ///< Acknowledged; the Terms of Reference changed since.
    Given,
};
Acknowledgement acknowledgement(const Review &review, PersonId person);

} // namespace plumbline
