#include "ui/models/deadlinemodel.h"

#include "core/domain/subteam.h"
#include "core/schedule/milestonedates.h"
#include "ui/widgets/rowroles.h"
#include "ui/widgets/severity.h"

#include <QLocale>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

static constexpr int scarce = 7; ///< Days to spare at or below which a date is worth a warning.

DeadlineModel::DeadlineModel(Session &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_schedule(session.review(), session.clock().today())
{
    readAnew();
    connect(&session, &Session::changed, this, &DeadlineModel::follow);
}

void DeadlineModel::setTeam(RecordId subTeam)
{
    m_team = subTeam;
    beginResetModel();
    readAnew();
    endResetModel();
}

void DeadlineModel::setWatched(bool watched)
{
    m_watched = watched;
    if (!watched || !m_stale)
        return;
    beginResetModel();
    readAnew();
    endResetModel();
}

void DeadlineModel::follow(const Changes &changes)
{
    for (const Kind kind : {Kind::Milestone, Kind::Dependency, Kind::SubTeam, Kind::CalendarEvent, Kind::Rule,
                            Kind::Baseline, Kind::BaselineItem}) {
        if (!changes.concerns(kind))
            continue;
        m_stale = true;
        if (!m_watched)
            return;
        beginResetModel();
        readAnew();
        endResetModel();
        return;
    }
}

void DeadlineModel::readAnew()
{
    m_stale = false;
    const Review &review = m_session.review();
    const QDate today = m_session.clock().today();
    m_schedule = PlanSchedule(review, today);
    m_forecasts = forecast(review, m_schedule, today);
    m_rows = deadlineBoard(review, m_schedule);
    if (m_team.isNull())
        return;
    m_rows.removeIf([&](const DeadlineRow &row) {
        return RecordId(review.find(row.milestone)->subteam.uuid) != m_team;
    });
}

int DeadlineModel::lateCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const DeadlineRow &row) {
        return !row.met && row.spare.value_or(0) < 0;
    }));
}

QString DeadlineModel::explanation(int row) const
{
    const Review &review = m_session.review();
    QStringList names;
    for (const ScheduleStep &step : m_schedule.chainTo(m_rows.at(row).milestone)) {
        const Milestone *from = review.find(step.from);
        names += from ? review.shownKey(*from) + u' ' + from->title : QString();
    }
    return names.isEmpty() ? QString() : tr("It waits for %1.").arg(names.join(tr(", which waits on after ")));
}

int DeadlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DeadlineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString DeadlineModel::dayText(const QDate &day) const
{
    return day.isValid() ? formatDate(PartialDate::day(day), QLocale(), m_session.clock().today()) : QString();
}

static QString spareText(const DeadlineRow &row)
{
    if (!row.spare)
        return DeadlineModel::tr("not dated");
    if (row.met)
        return *row.spare < 0 ? DeadlineModel::tr("met %n day(s) late", nullptr, -*row.spare) : DeadlineModel::tr("met in time");
    return *row.spare < 0 ? DeadlineModel::tr("%n day(s) too late", nullptr, -*row.spare)
                          : DeadlineModel::tr("%n day(s)", nullptr, *row.spare);
}

QString DeadlineModel::text(const DeadlineRow &row, int column) const
{
    const Review &review = m_session.review();
    const Milestone *milestone = review.find(row.milestone);
    const Milestone *against = review.find(row.limit.against);
    if (!milestone || !against)
        return {};
    switch (column) {
    case LimitColumn:
        return dayText(row.limit.last);
    case ItemColumn:
        return review.shownKey(*milestone) + u"  "_s + milestone->title;
    case TeamColumn: {
        const SubTeam *team = review.find(milestone->subteam);
        return team ? team->title : tr("Full team");
    }
    case AgainstColumn:
        switch (row.limit.rule) {
        case DateRule::OwnDeadline:
            return tr("Its own deadline");
        case DateRule::ServedDeadline:
            return tr("Deadline of %1").arg(against->title);
        case DateRule::ServedTarget:
            return against->title;
        case DateRule::FreezeBuffer:
            return tr("Time to consider before %1").arg(against->title);
        }
        return {};
    case PlannedColumn:
        return row.planned ? formatDate(*row.planned, QLocale(), m_session.clock().today()) : QString();
    case EarliestColumn:
        return row.met ? QString() : dayText(row.earliest);
    case SpareColumn:
        return spareText(row);
    case ChanceColumn: {
        const auto found = m_forecasts.constFind(row.milestone);
        // The chance is that of the earliest of its limits, so it stands in that row alone.
        const ItemSchedule *item = m_schedule.find(row.milestone);
        const bool binding = item && item->limit && item->limit->last == row.limit.last;
        return found != m_forecasts.constEnd() && found->chance && binding ? tr("%1 %", "percent").arg(*found->chance)
                                                                            : QString();
    }
    default:
        return {};
    }
}

static Severity severityOf(const DeadlineRow &row)
{
    if (row.met || !row.spare)
        return Severity::None;
    return *row.spare < 0 ? Severity::Error : *row.spare <= scarce ? Severity::Warning : Severity::None;
}

QVariant DeadlineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DeadlineRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == SpareColumn ? explanation(index.row()).toHtmlEscaped()
                                             : text(row, index.column()).toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return int(index.column() == ChanceColumn ? Qt::AlignTrailing | Qt::AlignVCenter : Qt::AlignLeading | Qt::AlignVCenter);
    case RowRole::Severity:
        return index.column() == SpareColumn ? int(severityOf(row)) : int(Severity::None);
    case RowRole::Quiet:
        return row.met || index.column() == TeamColumn;
    case Qt::AccessibleTextRole:
        if (index.column() == SpareColumn && severityOf(row) != Severity::None)
            return severityWord(severityOf(row)) + u", "_s + text(row, SpareColumn);
        return text(row, index.column());
    default:
        return {};
    }
}

QVariant DeadlineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case LimitColumn:
        return tr("Due");
    case ItemColumn:
        return tr("Item");
    case TeamColumn:
        return tr("Of");
    case AgainstColumn:
        return tr("Bound by");
    case PlannedColumn:
        return tr("Planned");
    case EarliestColumn:
        return tr("Earliest");
    case SpareColumn:
        return tr("To spare");
    case ChanceColumn:
        return tr("In time");
    default:
        return {};
    }
}

} // namespace plumbline
