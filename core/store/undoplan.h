#pragma once

#include "core/store/writer.h"

namespace plumbline {

/// What taking back a set of transactions would write, and what it must leave.
struct UndoPlan {
    QList<PendingOperation> operations;
    /// Fields with later work on them, which stay as they are; `life` for a record that would have been deleted.
    QList<QPair<RecordId, QByteArray>> left;
    QList<QByteArray> transactions; ///< Identities of what is taken back.
};

/// Plans the undo of the transactions with these local numbers. Throws sqlite::Failure.
///
/// For each register in which the set has a head and on which nothing outside the set builds, the value(s)
/// the log without the set gives are written as ordinary operations that refer to all present heads: one if
/// it was settled or merged cleanly, one per value if it was a conflict. Undo of a creation is a deletion, unless
/// others have worked on the record: then it stays whole. With @p only (ids of records) what the set did to
/// other records is left alone, and is not named. The effort grows with the operations concerned.
/// Source: docs/file-format.md, "Undo".
UndoPlan planUndo(Log &log, Projector &projector, Writer &writer, const QList<qint64> &transactions,
                  const QSet<QByteArray> &only = {});

} // namespace plumbline
