#pragma once

#include "core/schedule/deadlineboard.h"
#include "core/schedule/forecast.h"
#include "core/session/session.h"

#include <QAbstractTableModel>

namespace plumbline {

/// What is due when, and what is left to it: one row for each date that binds an item of the plan, the one with the fewest
/// days to spare first. It reads the review anew when the plan changes.
class DeadlineModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LimitColumn, ItemColumn, TeamColumn, AgainstColumn, PlannedColumn, EarliestColumn, SpareColumn, ChanceColumn };
    static constexpr int columns = ChanceColumn + 1;

    explicit DeadlineModel(Session &session, QObject *parent = nullptr);

    /// Only the dates that bind that sub-team's items; null: all.
    void setTeam(RecordId subTeam);
    /// Whether somebody looks at it. While nobody does, news only make it stale: a forecast is too dear for nothing.
    void setWatched(bool watched);
    const DeadlineRow &row(int row) const { return m_rows.at(row); }
    /// The rows that are too late, met ones aside.
    int lateCount() const;
    /// Why an item cannot be done earlier, in one sentence; empty when its own dates say so.
    QString explanation(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void follow(const Changes &changes);
    void readAnew();
    QString text(const DeadlineRow &row, int column) const;
    QString dayText(const QDate &day) const;

    Session &m_session; // Not owned, outlives the model.
    RecordId m_team;
    bool m_watched = true;
    bool m_stale = false;
    PlanSchedule m_schedule;
    QList<DeadlineRow> m_rows;
    QHash<MilestoneId, ItemForecast> m_forecasts;
};

} // namespace plumbline
