#pragma once

#include "core/store/store.h"

namespace plumbline {

/// One person of the team and one file of hers, as far as the bundles that passed here tell.
struct SharingState {
    RecordId person;     ///< Null for a file of somebody who did not say their name.
    QString name;        ///< As the review says it, else as the bundle did; may be empty.
    QByteArray file;     ///< 16 bytes; empty while no bundle of hers was taken in.
    bool heard = false;  ///< Something of this file was taken in, so what it has is known.
    QDateTime lastOut;   ///< When something was last written for it here; invalid: never.
    QDateTime lastIn;    ///< When something of it was last taken in here; invalid: never.
    qint64 oursLacking = 0; ///< Changes this file has and hers had not when she last sent something. 0 when not heard.
    QList<Gap> theirsLacking; ///< Changes she wrote that this file lacks though it has later ones.
};

/// Changes of @p have that are not in @p known, both given by the last change of each stream.
///
/// Exact while no stream forks; files copied by hand mint new streams before they write, so none does in practice.
/// Computed here, not prescribed.
qint64 changesBeyond(const QList<StreamTip> &have, const QList<StreamTip> &known);

/// A row for every person of the team but @p me, several for somebody with several files, and one for every file of
/// somebody else; in the order people stand in the review, the others after them.
///
/// The team is everybody with a membership that holds on @p today; every person of the review while there is no
/// membership at all.
QList<SharingState> whoHasWhat(Store &store, RecordId me, const QDate &today);

} // namespace plumbline
