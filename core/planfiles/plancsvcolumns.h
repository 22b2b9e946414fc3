#pragma once

#include <QHash>
#include <QStringList>

namespace plumbline {

enum class CsvColumn {
    Id,
    Key, ///< An id that lasts; the other may be a number of the row.
    Name,
    Level,
    Milestone,
    Start,
    Finish,
    Duration,
    Percent,
    Predecessors,
    Deadline,
    ConstraintType,
    ConstraintDate,
    ActualFinish,
    Resources,
    Notes,
};

/// A word without case, spaces and signs: "% Complete" is "complete".
QString csvWord(const QString &text);

/// Which column of a table is what, by the names in its first row.
class CsvColumns
{
public:
    CsvColumns() = default;
    explicit CsvColumns(const QStringList &names);
    /// Its place, from 0; -1 when there is none.
    int at(CsvColumn column) const { return m_at.value(int(column), -1); }
    /// Names that mean nothing here.
    const QStringList &unknown() const { return m_unknown; }

private:
    QHash<int, int> m_at;
    QStringList m_unknown;
};

} // namespace plumbline
