#pragma once

#include "core/domain/changes.h"
#include "core/domain/review.h"
#include "core/store/mergerule.h"

#include <optional>
#include <unordered_map>

namespace plumbline {

/// Turns the heads of a record into the value people see, in the projection tables and in a Review.
///
/// Everything here is a pure function of the log; every function throws sqlite::Failure.
class Projector
{
public:
    explicit Projector(Log &log) : m_log(log) {}

    enum Target { IntoTableAndReview, IntoReview };

    /// Projects a record anew into its table; when @p review is given, also there, adding to @p changes what
    /// is different now. Records of kinds this version does not know are passed over: they stay in the log.
    /// @p born says whether an operation on the life of the record may be new: only that can change whom it belongs to.
    void project(qint64 eid, Review *review, Changes *changes, Target target = IntoTableAndReview, bool born = true);
    /// Empties the projection and computes all of it from the log.
    void rebuild();

    /// What one field shows; used where an edit is prepared.
    ShownValue shown(const Register &target, const QByteArray &fullName);
    ShownValue shownFrom(const std::vector<StoredOperation> &heads, const Register &target,
                         const QByteArray &fullName);

private:
    void showConflicts(Review &review, const Record &record, const KindDescription &description,
                       const QHash<QByteArray, ShownValue> &conflicts, Changes::Entry &entry) const;
    std::optional<Conflict> conflictOf(const Review &review, const Record &record, Kind kind,
                                       const QByteArray &field, const ShownValue &shown) const;
    void writeRow(qint64 eid, Kind kind, Life life, int audience, const QHash<QByteArray, Value> &values,
                  const QList<QByteArray> &issues);

    Log &m_log; // Not owned, outlives the projector.
    // Prepared once: an import projects thousands of records.
    std::unordered_map<Kind, sqlite::Statement> m_inserts;
    std::optional<sqlite::Statement> m_forgetIssues;
    std::optional<sqlite::Statement> m_markStale;
};

/// Name of a conflict for `resolve`: the record's key (or id) and the field.
QString conflictName(const Review &review, const Record &record, const QByteArray &field);

} // namespace plumbline
