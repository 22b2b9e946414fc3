#pragma once

#include "core/base/id.h"

#include <QString>

namespace plumbline {

/// What the log says of a record's existence.
enum class Life {
    Alive,
    Deleted,            ///< Everybody who knew it agreed; it rests in the trash.
    DeletedWhileEdited, ///< Deleted by one while another edited it; shown struck through until somebody
                        ///< decides.
};

/// Where a record stands among its siblings: below @p parent, in the order of (@p order, id).
struct Place {
    RecordId parent; ///< Null at the top level.
    QString order;   ///< Fractional key: an integer head and base-62 digits; compared byte by byte.
    friend bool operator==(const Place &, const Place &) = default;
};

/// What every record has, whatever its kind. Kinds derive from it and add plain fields; there is nothing
/// virtual.
struct Record {
    RecordId id;
    QString
        key; ///< Human key, never reused: `R-S2-04`. Empty for kinds nobody names (links, baseline items).
    int audience = 0; ///< 0 the whole team, else the number of a closed group. Fixed at creation.
    Life life = Life::Alive;
    Place place;
    friend bool operator==(const Record &, const Record &) = default;
};

} // namespace plumbline
