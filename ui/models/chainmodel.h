#pragma once

#include "core/domain/trace.h"
#include "core/session/session.h"

#include <QAbstractTableModel>

namespace plumbline {

/// The ways from evidence over findings to recommendations: a row each, with what is missing and what is suspect.
class ChainModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SourceColumn, FindingColumn, RecommendationColumn };
    static constexpr int columns = RecommendationColumn + 1;
    enum Role {
        RecordRole = Qt::UserRole, ///< RecordId of the cell; null where something is missing.
        SuspectRole,               ///< LinkId of the link from the cell to the next one when it is suspect, else null.
    };

    explicit ChainModel(Session &session, QObject *parent = nullptr);

    /// Only rows in which something is missing or suspect.
    void setGapsOnly(bool only);
    /// Whether somebody looks at it; while nobody does, news only make it stale.
    void setWatched(bool watched);
    const ChainRow &row(int row) const { return m_rows.at(row); }
    /// How many rows lack something, and how many have a suspect link.
    int gapCount() const { return m_gaps; }
    int suspectCount() const { return m_suspects; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void readAnew();
    bool isSuspect(LinkId link) const;
    bool hasGap(const ChainRow &row) const;
    RecordId recordAt(const ChainRow &row, int column) const;

    Session &m_session; // Not owned, outlives the model.
    QList<ChainRow> m_rows;
    bool m_gapsOnly = false;
    bool m_watched = true;
    bool m_stale = false;
    int m_gaps = 0;
    int m_suspects = 0;
};

} // namespace plumbline
