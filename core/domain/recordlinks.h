#pragma once

#include "core/domain/link.h"
#include "core/domain/review.h"

#include <QHash>

namespace plumbline {

/// The typed relations of a review by the record they start from and the one they lead to.
///
/// A snapshot: made anew after links changed. It holds ids, so it may outlive the records.
class RecordLinks
{
public:
    /// One link, seen from one of its ends.
    struct Entry {
        LinkId link;
        RecordId other; ///< The record at the other end; may be deleted.
    };

    RecordLinks() = default;
    explicit RecordLinks(const Review &review);

    /// What the record links to.
    QList<Entry> from(RecordId record, LinkType type) const { return m_from.value({record, int(type)}); }
    /// What links to the record.
    QList<Entry> to(RecordId record, LinkType type) const { return m_to.value({record, int(type)}); }

private:
    using Place = std::pair<RecordId, int>; // Qt 6.4 has no hash for a pair with an enumeration.
    QHash<Place, QList<Entry>> m_from;
    QHash<Place, QList<Entry>> m_to;
};

} // namespace plumbline
