#include "core/report/publicrecords.h"

namespace plumbline::report {

PublicLinks::PublicLinks(const Review &review) : m_review(review)
{
    for (const Link *link : publicRecords<Link>(review)) {
        if (!link->type.value)
            continue;
        m_into[link->to] += {*link->type.value, link->from};
        m_outOf[link->from] += {*link->type.value, link->to};
    }
    for (const Kind kind : allKinds()) {
        for (const Record *record : review.list(kind))
            m_order.insert(record->id, int(m_order.size()));
    }
}

} // namespace plumbline::report
