#pragma once

#include "core/exchange/bundlereader.h"

namespace plumbline {

class Store;

/// Reads a bundle through without writing anything: everything must be readable, and within the limits, before the first
/// byte of any is stored. Leaves the reader at its beginning.
/// Errors: those of BundleReader; Newer for records that must be known; BadInput for more than a bundle may hold,
/// and for contents of files that are not what they should be;
/// Cancelled when @p step says so, which is asked once for each record.
Status readThrough(BundleReader &reader, Store &store, const std::function<bool()> &step);

} // namespace plumbline
