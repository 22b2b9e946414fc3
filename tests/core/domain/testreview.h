#pragma once

#include "core/domain/review.h"
#include "core/domain/rule.h"

#include <memory>

namespace plumbline {

/// A review put together in a test, record by record. Ids are counted, so every run is the same.
class TestReview
{
public:
    Review review;

    /// Puts @p record into the review, with an id unless it has one.
    template<class T>
    Id<T> add(T record)
    {
        if (record.id.isNull())
            record.id = newId();
        const Id<T> id(record.id.uuid);
        review.put(T::kind, std::make_shared<T>(std::move(record)));
        return id;
    }
    /// Replaces the record by what @p edit makes of it.
    template<class T, class Edit>
    void change(Id<T> id, Edit edit)
    {
        auto record = std::make_shared<T>(static_cast<const T &>(*review.findAny(RecordId(id.uuid))));
        edit(*record);
        review.put(T::kind, record);
    }
    template<class T>
    void remove(Id<T> id)
    {
        change(id, [](T &record) { record.life = Life::Deleted; });
    }
    /// Gives a rule a value, whether or not the review had it.
    void setRule(const QString &name, const QString &value)
    {
        Rule rule;
        for (const Rule *known : review.all<Rule>()) {
            if (known->name == name)
                rule = *known;
        }
        rule.name = name;
        rule.value = value;
        add(rule);
    }
    RecordId newId()
    {
        ++m_count;
        return RecordId(QUuid(m_count, 0x7e57, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    }

private:
    uint m_count = 0;
};

/// A date as files write it: on("2020-01-24"), on("2017-06").
inline PartialDate on(const char *text)
{
    const auto date = PartialDate::fromText(QLatin1String(text));
    Q_ASSERT(date);
    return *date;
}

} // namespace plumbline
