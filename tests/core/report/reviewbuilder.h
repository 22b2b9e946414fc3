#pragma once

#include "core/domain/link.h"
#include "tests/core/domain/testreview.h"

namespace plumbline {

/// A test review whose records stand in the order they are made, whatever their keys.
class ReviewBuilder : public TestReview
{
public:
    template<class T>
    T make(const QString &key = {})
    {
        T record;
        record.id = newId();
        record.key = key;
        record.place.order = QStringLiteral("a%1").arg(++m_place, 6, 10, QLatin1Char('0'));
        return record;
    }
    template<class A, class B>
    void link(LinkType type, Id<A> from, Id<B> to)
    {
        Link link = make<Link>();
        link.type = type;
        link.from = RecordId(from.uuid);
        link.to = RecordId(to.uuid);
        add(link);
    }

private:
    int m_place = 0;
};

/// The same as on(), from numbers.
inline PartialDate onDay(int year, int month, int day)
{
    return PartialDate::day(QDate(year, month, day));
}

} // namespace plumbline
