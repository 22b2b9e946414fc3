#pragma once

#include "core/domain/changeset.h"

namespace plumbline {

/// Changes tried on a copy of a review: what shows the copy shows what would come of them. Nothing is written until the
/// changes are kept, as one action, by committing kept().
class WhatIf
{
public:
    explicit WhatIf(const Review &review) : m_review(review), m_kept(review, Cause::Edit) {}

    /// The review with everything tried so far.
    const Review &review() const { return m_review; }
    /// Tries @p changes, which were made from review(). Errors: those of the fields' setters; then nothing of it is tried.
    Status apply(const ChangeSet &changes);
    /// Tries everything anew on @p review, which others have changed meanwhile. Errors: as apply(); then it stays as it was.
    Status rebase(const Review &review);
    /// How many actions were tried.
    int count() const { return m_count; }
    /// Everything tried, as changes of the review it began with; what a field went through meanwhile is left out.
    const ChangeSet &kept() const { return m_kept; }

private:
    Review m_review;
    ChangeSet m_kept;
    int m_count = 0;
};

} // namespace plumbline
