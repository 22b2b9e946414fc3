#pragma once

#include "core/domain/kind.h"

namespace plumbline {

/// BLAKE2b-256 over the sorted [field, value] of the material fields of a record that have a value, so that a
/// field added by a later version changes no hash.
QByteArray materialHash(Kind kind, const Record &record);

/// Whether records of the kind have anything that others rely on.
bool hasMaterial(Kind kind);

} // namespace plumbline
