#pragma once

#include "core/checks/problem.h"
#include "ui/widgets/severity.h"

#include <QHash>
#include <QStringList>

namespace plumbline {

/// How a problem of @p level is shown.
Severity problemSeverity(ProblemLevel level);

/// The problems of a review by the record they are on; accepted ones do not count.
class ProblemIndex
{
public:
    /// What is wrong with one record.
    struct Entry {
        Severity worst = Severity::None;
        QStringList sentences; ///< Most urgent first.
        friend bool operator==(const Entry &, const Entry &) = default;
    };

    ProblemIndex() = default;
    explicit ProblemIndex(const QList<Problem> &problems);

    Entry of(RecordId record) const { return m_entries.value(record); }

private:
    QHash<RecordId, Entry> m_entries;
};

} // namespace plumbline
