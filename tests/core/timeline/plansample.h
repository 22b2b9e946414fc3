#pragma once

#include "core/domain/baseline.h"
#include "core/domain/baselineitem.h"
#include "core/domain/calendarevent.h"
#include "core/domain/dependency.h"
#include "core/domain/milestone.h"
#include "core/domain/review.h"
#include "core/domain/rule.h"
#include "core/domain/subteam.h"
#include "core/timeline/timelinerows.h"

#include <QHash>

namespace plumbline {

/// A review put together record by record, as tests of the timeline need it.
class PlanSample
{
public:
    Review review;

    template<class T>
    RecordId put(T record)
    {
        record.id = RecordId(QUuid::createUuid());
        record.place.order = QStringLiteral("a%1").arg(++m_count, 6, 10, QChar(u'0'));
        review.put(T::kind, std::make_shared<T>(record));
        return record.id;
    }

    static std::optional<PartialDate> date(const QString &text)
    {
        return text.isEmpty() ? std::nullopt : std::optional(*PartialDate::fromText(text));
    }

    static int day(int year, int month, int dayOfMonth) { return dayNumber(QDate(year, month, dayOfMonth)); }

    RecordId subTeam(const QString &key, const QString &title, SubTeamState state = SubTeamState::Active)
    {
        SubTeam record;
        record.key = key;
        record.title = title;
        record.state = state;
        return put(record);
    }

    /// An activity when @p start is given, else a milestone.
    RecordId item(const QString &title, const QString &start, const QString &target, RecordId team = {})
    {
        Milestone record;
        record.title = title;
        record.start = date(start);
        record.target = date(target);
        record.subteam = SubTeamId(team.uuid);
        return put(record);
    }

    template<class Change>
    void change(RecordId id, Change apply)
    {
        auto copy = std::make_shared<Milestone>(*review.find(MilestoneId(id.uuid)));
        apply(*copy);
        review.put(Kind::Milestone, copy);
    }

    void link(RecordId from, RecordId to, DependencyType type = DependencyType::FS)
    {
        Dependency record;
        record.from = MilestoneId(from.uuid);
        record.to = MilestoneId(to.uuid);
        record.type = type;
        put(record);
    }

    RecordId baseline(const QHash<RecordId, QString> &targets)
    {
        const RecordId id = put(Baseline());
        for (auto target = targets.begin(); target != targets.end(); ++target) {
            BaselineItem kept;
            kept.baseline = BaselineId(id.uuid);
            kept.record = target.key();
            kept.target = date(target.value());
            put(kept);
        }
        return id;
    }

    static TimelineOptions options(const QDate &today = QDate(2018, 11, 8))
    {
        TimelineOptions options;
        options.today = today;
        return options;
    }

private:
    int m_count = 0;
};

} // namespace plumbline
