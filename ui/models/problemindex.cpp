#include "ui/models/problemindex.h"

#include <algorithm>

namespace plumbline {

Severity problemSeverity(ProblemLevel level)
{
    switch (level) {
    case ProblemLevel::Hint:
        return Severity::Hint;
    case ProblemLevel::Warning:
        return Severity::Warning;
    case ProblemLevel::Error:
        return Severity::Error;
    }
    return Severity::None;
}

ProblemIndex::ProblemIndex(const QList<Problem> &problems)
{
    for (const Problem &problem : problems) {
        if (problem.waived)
            continue;
        Entry &entry = m_entries[problem.record];
        // Hint, Warning and Error are declared in this order, and nothing here is Good.
        entry.worst = std::max(entry.worst, problemSeverity(problem.level));
        entry.sentences += problem.sentence;
    }
}

} // namespace plumbline
