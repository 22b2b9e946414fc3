#pragma once

#include "core/domain/reviewrecord.h"

#include "core/checks/checkrunner.h"
#include "core/domain/link.h"
#include "tests/core/domain/testreview.h"

namespace plumbline {

/// Noon of the day on which the tests of checks are run: 1 March 2020.
inline FixedClock testClock()
{
    return FixedClock(QDateTime(QDate(2020, 3, 1), QTime(12, 0), Qt::UTC));
}

/// What one check finds among all problems of the review.
inline QList<Problem> problemsOf(const TestReview &test, const char *check)
{
    QList<Problem> found;
    for (const Problem &problem : runChecks(test.review, testClock())) {
        if (problem.check == check)
            found += problem;
    }
    return found;
}

/// The records one check complains of.
inline QList<RecordId> faultyIn(const TestReview &test, const char *check)
{
    QList<RecordId> records;
    for (const Problem &problem : problemsOf(test, check))
        records += problem.record;
    return records;
}

template<class T>
QList<RecordId> only(Id<T> id)
{
    return {RecordId(id.uuid)};
}

inline const QList<RecordId> nothing;

inline Link linked(LinkType type, RecordId from, RecordId to)
{
    Link link;
    link.type = type;
    link.from = from;
    link.to = to;
    return link;
}

/// Gives the review its own record, in that phase.
inline ReviewRecordId addReviewRecord(TestReview &test, Phase phase)
{
    test.review.setUuid(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    ReviewRecord record;
    record.id = RecordId(test.review.uuid());
    record.phase = phase;
    return test.add(record);
}

} // namespace plumbline
