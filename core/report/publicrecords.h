#pragma once

#include "core/domain/link.h"
#include "core/domain/publishing.h"
#include "core/domain/review.h"

#include <algorithm>

/// The one door through which records enter a report that leaves the team.
namespace plumbline::report {

/// A member of a record when outsiders may read it (core/domain/publishing.h), else nothing (a value of its default).
///
/// Builders read every member through this, so a field that is withheld disappears from all reports.
template<auto member>
auto shown(const typename detail::MemberTraits<decltype(member)>::Class &record)
{
    using Traits = detail::MemberTraits<decltype(member)>;
    static const bool publishable = [] {
        const QList<Field> &fields = describe(Traits::Class::kind).fields;
        return std::any_of(fields.begin(), fields.end(), [](const Field &field) {
            return field.get == &detail::getMember<member> && isPublished(Traits::Class::kind, field.name);
        });
    }();
    return publishable ? record.*member : typename Traits::Member();
}

/// The living records of a kind that outsiders may read of, in the order people see.
template<class T>
std::vector<const T *> publicRecords(const Review &review)
{
    std::vector<const T *> records = review.all<T>();
    std::erase_if(records, [](const T *record) { return !mayAppear(*record); });
    return records;
}

/// The record of that id when outsiders may read of it, else null.
template<class T>
const T *publicRecord(const Review &review, Id<T> id)
{
    const T *record = review.find(id);
    return record && mayAppear(*record) ? record : nullptr;
}

/// The links of a review that outsiders may read of, looked up from either end.
///
/// Made once per report: O(links + records), then a hash look-up per question.
class PublicLinks
{
public:
    explicit PublicLinks(const Review &review);

    /// The records of kind T at the far end of the links of @p type that arrive at @p record, in the order
    /// people see.
    template<class T>
    std::vector<const T *> into(const Record &record, LinkType type) const
    {
        return records<T>(m_into.value(record.id), type);
    }
    /// The same for links that leave @p record.
    template<class T>
    std::vector<const T *> outOf(const Record &record, LinkType type) const
    {
        return records<T>(m_outOf.value(record.id), type);
    }

private:
    struct End {
        LinkType type;
        RecordId record;
    };
    template<class T>
    std::vector<const T *> records(const QList<End> &ends, LinkType type) const
    {
        std::vector<const T *> found;
        for (const End &end : ends) {
            const T *record = end.type == type ? publicRecord(m_review, Id<T>(end.record.uuid)) : nullptr;
            if (record && std::find(found.begin(), found.end(), record) == found.end())
                found.push_back(record);
        }
        std::sort(found.begin(), found.end(),
                  [this](const T *a, const T *b) { return m_order.value(a->id) < m_order.value(b->id); });
        return found;
    }

    const Review &m_review; // Not owned, outlives this.
    QHash<RecordId, QList<End>> m_into;
    QHash<RecordId, QList<End>> m_outOf;
    QHash<RecordId, int> m_order;
};

} // namespace plumbline::report
