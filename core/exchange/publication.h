#pragma once

#include "core/exchange/bundle.h"

#include <functional>

namespace plumbline {

class BundleReader;

/// What outsiders may read of one state of a review, ready to be written: a fresh serialisation of current values by the
/// allow-list of core/domain/publishing.h. There is no log in it, no history, no stream and no person at the keyboard, and
/// it has an identity of its own, so that it can never be merged back. Source: docs/file-format.md, "Publications".
struct Publication {
    QUuid review; ///< Its own identity, also that of its record of kind Review.
    QDateTime created;
    QList<QByteArray> records; ///< `[kind, id, [[field, value], ...]]` as CBOR, in the order of kinds and places.

    /// Everything that will stand in the file but its head and tail, uncompressed.
    QByteArray bytes() const { return records.join(); }
};

/// Takes from @p state what outsiders may read. References to records that are withheld are left out; what only speaks of
/// such a record is withheld itself. @p created is what the file will say of its age; @p newId gives it its identity.
/// Error Conflict when a record that would be published holds values nobody has chosen between.
Result<Publication> makePublication(const Review &state, const QDateTime &created,
                                    const std::function<QUuid()> &newId = QUuid::createUuid);

/// Writes a publication as a bundle of profile `publication` and reads it back before it says so. Errors: CannotWrite;
/// Damaged when what was written cannot be read.
Status writePublication(const Publication &publication, const QString &path);

/// Whether that file begins as bundles do, publications among them.
bool isBundle(const QString &path);
/// The state a publication holds; deleted records, conflicts and positions of a log there are none.
/// Errors: those of BundleReader::open(); Refused when it is a bundle of the team; Damaged.
Result<Review> readPublication(const QString &path);

/// For those who take in bundles: error Refused when @p header is that of a publication.
Status refusePublication(const BundleHeader &header);

} // namespace plumbline
