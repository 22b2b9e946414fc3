#pragma once

#include "core/exchange/bundle.h"
#include "core/session/session.h"

namespace plumbline {

/// Writes everything the review holds into a bundle, and reads it back before it says so.
/// Errors: CannotWrite; Damaged when what was written cannot be read.
Result<BundleHeader> exportBundle(Session &session, const QString &path);

/// What an import would do or has done, for people to read.
struct ImportReport {
    BundleHeader header;
    ImportCounts counts;
    QStringList newConflicts;   ///< Names of the conflicts that are new.
    QStringList settled;        ///< Names of the conflicts that are settled now.
    QList<Problem> newProblems; ///< Problems the checks see that they did not see before.
    QList<Gap> gaps;
};

/// Takes in a bundle. It is read through once before anything is written; another review's bundle is refused.
/// A change that cannot be read is set aside with its bytes and counted; the rest is taken.
/// Errors: those of BundleReader; Refused for another review's bundle; CannotWrite.
Result<ImportReport> importBundle(Session &session, const QString &path);

/// The same on a copy that is thrown away: nothing is changed.
Result<ImportReport> previewImport(Session &session, const QString &path);

/// Makes a new file of the review a bundle belongs to, for somebody who does not have it yet.
/// Errors: those of importBundle(); Refused when the file exists.
Status joinReview(const QString &bundle, const QString &path);

/// What an import did, in sentences, one a line.
QStringList describeImport(const Review &review, const ImportReport &report, bool preview);

} // namespace plumbline
