#pragma once

#include "core/domain/attachment.h"
#include "core/exchange/bundle.h"

namespace plumbline {

class BundleWriter;

/// The contents of an attached file as they travel. Source: docs/file-format.md, "Contents of attached
/// files".
struct BundleContents {
    QByteArray sha256; ///< 32 bytes.
    int audience = 0;
    QByteArray contents; ///< Looks into the record it was read from, which must outlive it.

    /// Reads a record of the kind BlobRecord. Error BadInput when it is none, when the contents are not those
    /// of the fingerprint, or when they are for none of @p audiences: nothing of such a bundle is to be taken
    /// in.
    static Result<BundleContents> fromRecord(const QByteArray &record, const QList<int> &audiences);
    /// What stands in a record before the contents.
    QByteArray head() const;
};

/// The attachments whose contents go with a bundle: those that are there, belong to one of its audiences, and
/// whose contents or life a transaction inside sets. Each contents once, the smallest first; what is
/// not in this copy, or damaged, is left out when the bundle is written.
Result<QList<Attachment>> attachmentsInBundle(Store &store, const Selection &selection,
                                              const Progress &progress = {});

/// Writes the contents of these attachments, as far as they are here and whole, up to @p most bytes. Gives
/// how many did not fit.
Result<int> addContents(Store &store, const QList<Attachment> &attachments, BundleWriter &writer, qint64 most,
                        const Progress &progress = {});

} // namespace plumbline
