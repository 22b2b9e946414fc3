#pragma once

#include "core/base/id.h"

#include <QByteArray>
#include <QString>

namespace plumbline {

/// How much a problem weighs.
enum class ProblemLevel {
    Hint,    ///< Worth knowing.
    Warning, ///< Will hurt when nobody acts.
    Error,   ///< Blocks the gates that ask for its check.
};

/// One thing a check found, fit to be shown as it stands.
struct Problem {
    QByteArray check; ///< Id of the check: `plan.order`.
    ProblemLevel level = ProblemLevel::Hint;
    QString sentence;    ///< One whole sentence that names the record by its shown key and title, with days.
    RecordId record;     ///< The record to go to; a waiver names it together with the check.
    QString next;        ///< The next step: one short sentence, translated.
    int days = 0;        ///< By how many calendar days a date is wrong, for sorting; 0 when days say nothing.
    bool waived = false; ///< Accepted with a reason; it stays listed.
    QString waiverReason; ///< CommonMark; empty unless waived.
    friend bool operator==(const Problem &, const Problem &) = default;
};

} // namespace plumbline
