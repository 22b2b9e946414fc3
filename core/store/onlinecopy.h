#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

namespace plumbline {

/// Copies a review file that others may be writing to @p copy, which must not exist.
///
/// The file is read in steps of a few hundred kilobytes; between two of them others may write, and the copy then begins
/// anew by itself. The copy is one state of the file, was checked by SQLite and is durable when this returns; until
/// then it carries another name. Errors: CannotWrite (disk full), Cancelled, Damaged, Refused when @p copy exists.
Status copyWhileOpen(const QString &file, const QString &copy, const Progress &progress = {});

/// How many transactions a review file holds, without opening it as a review. Error Damaged.
Result<qint64> countTransactions(const QString &file);

} // namespace plumbline
