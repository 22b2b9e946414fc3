#pragma once

#include "core/store/chains.h"
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
          writer(log, projector, meta, registry, entropy),
          chains(database)
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
    Chains chains;
    bool chainsLoaded = false; ///< What the file remembers of them was looked at.
    qint64 chainsKept = 0;     ///< Up to where the file remembers them, as far as this Store knows.
};

/// The action undo would take back, and the undo that redo would take back; empty when there is none.
QByteArray undoTop(sqlite3 *database);
QByteArray redoTop(sqlite3 *database);
/// Puts an extra into the file, inside a transaction or not. What came before in a bundle for more audiences may now
/// travel with the fewer. Throws sqlite::Failure.
void keepExtraNow(sqlite3 *database, const Extra &extra);
/// Audiences as they stand in the file: `0,17`, ascending.
QByteArray audiencesToText(QList<int> audiences);
QList<int> audiencesFromText(const QByteArray &text);
QList<StreamTip> unpackTips(const QByteArray &bytes);
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
///
/// When the file cannot even be read any more, the Review is @p stale until it can: it is read before the next work.
template<class Work>
auto guardedWrite(Work work, bool &stale, const std::function<void()> &reload) -> decltype(work())
{
    try {
        if (stale)
            reload();
        stale = false;
        return work();
    } catch (const sqlite::Failure &failure) {
        const Error error = failure.toError();
        stale = true;
        try {
            reload();
            stale = false;
        } catch (const sqlite::Failure &) {
            // The first error says what happened.
        }
        return error;
    }
}

} // namespace plumbline
