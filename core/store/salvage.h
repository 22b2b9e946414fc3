#pragma once

#include "core/base/progress.h"
#include "core/store/store.h"

namespace plumbline {

/// What could be saved of a damaged file.
struct SalvageReport {
    qint64 transactions = 0; ///< Saved: their identities hold.
    qint64 operations = 0;
    qint64 missing = 0; ///< Transactions the file once held and that could not be saved, as far as traces of them show.
    QList<Gap> gaps;    ///< What is missing between others, also when the file never held it.

    bool isComplete() const { return missing == 0 && gaps.isEmpty(); }
};

/// Saves every transaction that can still be read, and whose identity holds, into a new review file.
///
/// The damaged file is read page by page, so it may be cut off, have lost tables, or hold foreign ones; it is not
/// touched. Errors: Refused when @p fresh exists, CannotWrite, Cancelled, NotFound, BadInput when @p damaged is no
/// review, Damaged when nothing of it can be saved. After an error there is no new file.
Result<SalvageReport> salvage(const QString &damaged, const QString &fresh, const Progress &progress = {});

/// Which review a file is of, also when the file is damaged. Errors: those of inspectFile() for what is no review;
/// Damaged when it does not say any more.
Result<QUuid> reviewIdOf(const QString &file);

/// What was saved and what is missing, in whole sentences.
QStringList describeSalvage(const SalvageReport &report);

} // namespace plumbline
