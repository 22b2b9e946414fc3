#include "core/domain/recordlinks.h"

namespace plumbline {

RecordLinks::RecordLinks(const Review &review)
{
    for (const Link *link : review.all<Link>()) {
        if (!link->type.value)
            continue; // A relation of a newer version: nobody here knows what it says.
        const LinkId id(link->id.uuid);
        m_from[{link->from, int(*link->type.value)}] += Entry{id, link->to};
        m_to[{link->to, int(*link->type.value)}] += Entry{id, link->from};
    }
}

} // namespace plumbline
