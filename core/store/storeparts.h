#pragma once

#include "core/store/store.h"

namespace plumbline {

/// The parts of a Store, which share its connection. Known to the sources of Store only.
struct Store::Parts {
    Parts(sqlite3 *database, const StreamRegistry &registry_, const Entropy &entropy_)
        : log(database),
          projector(log),
          meta(database),
          registry(registry_),
          entropy(entropy_),
          writer(log, projector, meta, registry, entropy)
    {
    }
    Log log;
    Projector projector;
    Meta meta;
    StreamRegistry registry;
    Entropy entropy;
    Writer writer;
};

/// The action undo would take back, and the undo that redo would take back; empty when there is none.
QByteArray undoTop(sqlite3 *database);
QByteArray redoTop(sqlite3 *database);
/// Notes an action of this file as the one undo takes back next; what could be redone is forgotten.
void pushAction(sqlite3 *database, const QByteArray &group);
/// The fields an undo left, as people name them: `M-001.target`.
QStringList namesOf(const Review &review, const QList<QPair<RecordId, QByteArray>> &fields);
/// Refuses to write to a file that was opened for reading.
Error readOnlyError();

/// Runs @p work and turns what SQLite throws into an Error.
template<class Work>
auto guarded(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const sqlite::Failure &failure) {
        return failure.toError();
    }
}

/// The same for work that writes: what was rolled back in the file is also rolled back in the Review.
template<class Work>
auto guardedWrite(Work work, const std::function<void()> &reload) -> decltype(work())
{
    try {
        return work();
    } catch (const sqlite::Failure &failure) {
        const Error error = failure.toError();
        try {
            reload();
        } catch (const sqlite::Failure &) {
            // The file cannot even be read any more; the first error says what happened.
        }
        return error;
    }
}

} // namespace plumbline
