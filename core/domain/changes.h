#pragma once

#include "core/base/id.h"
#include "core/domain/kind.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

namespace plumbline {

/// The news of a commit or an import: which records and fields are different now.
///
/// (What is to be done is a ChangeSet; edits and news must not be confused.)
struct Changes {
    struct Entry {
        Kind kind;
        bool appeared = false;   ///< The record was not visible before: created, restored or imported.
        bool vanished = false;   ///< The record is not visible any more: deleted.
        QSet<QByteArray> fields; ///< Names of the fields whose shown value or conflict state changed.
    };
    /// Adds what is different of one record to what is known of it already.
    void add(RecordId record, const Entry &entry)
    {
        const auto known = records.find(record);
        if (known == records.end()) {
            records.insert(record, entry);
            return;
        }
        known->kind = entry.kind;
        known->appeared |= entry.appeared;
        known->vanished |= entry.vanished;
        // Sets are shared between thousands of records until one of them gains a name.
        if (!known->fields.contains(entry.fields))
            known->fields.unite(entry.fields);
    }

    QHash<RecordId, Entry> records;
    bool everything = false; ///< So much changed that whoever listens should read the Review anew.

    bool isEmpty() const { return records.isEmpty() && !everything; }
    bool concerns(Kind kind) const
    {
        if (everything)
            return true;
        for (const Entry &entry : records) {
            if (entry.kind == kind)
                return true;
        }
        return false;
    }
};

/// Who changed a field, without the values.
struct AuthoredChange {
    RecordId record;
    QByteArray field; ///< `life` for creation and deletion.
    RecordId person;  ///< Null when nobody said.
    QDateTime when;   ///< By the writer's clock.
};

/// A field that shows a merge of several texts, computed each time it is read.
struct MergedText {
    RecordId record;
    Kind kind = Kind::Review;
    QByteArray field;
};

} // namespace plumbline
