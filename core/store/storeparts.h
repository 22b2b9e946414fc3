#pragma once

#include "core/store/search.h"
#include "core/store/store.h"

namespace plumbline {

/// The parts of a Store, which share its connection. Known to the sources of Store only.
struct Store::Parts {
    Parts(sqlite3 *database, const StreamRegistry &registry_, const Entropy &entropy_)
        : log(database),
          projector(log),
          search(database),
          meta(database),
          registry(registry_),
          entropy(entropy_),
          writer(log, projector, meta, registry, entropy)
    {
    }
    Log log;
    Projector projector;
    SearchIndex search;
    bool searchIsOurs = false; ///< The index was made here; a stranger's is not read but made anew.
    Meta meta;
    StreamRegistry registry;
    Entropy entropy;
    Writer writer;
};

/// The action undo would take back, and the undo that redo would take back; empty when there is none.
QByteArray undoTop(sqlite3 *database);
QByteArray redoTop(sqlite3 *database);

} // namespace plumbline
