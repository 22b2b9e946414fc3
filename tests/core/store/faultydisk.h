#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <sqlite3.h>

#include <functional>
#include <vector>

namespace plumbline {

/// A disk that breaks when a test wants it to.
///
/// It stands between SQLite and the system's files: while one exists it is the default VFS of the process, so that
/// whoever opens a database by name gets it. Files are read and written as usual; beside that it remembers, for each
/// file, what was synced and in which order the rest was written. Nothing is really synced, so tests are quick.
///
/// Three faults: the power goes off at the n-th change of a file, after which restart() leaves on the disk only what
/// a disk has to keep and what @ref Survival adds to it; the disk gets full; an input or output fails.
///
/// What is taken for granted, as SQLite's own tests do: a sync that returned keeps what was written to that file
/// before it; the first sync of a new journal also syncs its folder, and so does a deletion that asks for it; a write
/// is torn between sectors of 512 bytes and nowhere else, and does not touch its neighbours.
class FaultyDisk
{
public:
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk &) = delete;
    FaultyDisk &operator=(const FaultyDisk &) = delete;

    /// What else is found after a power loss of all that was written and not synced.
    enum Survival {
        Nothing,
        Everything,  ///< The write that was under way included.
        FirstHalf,   ///< In the order in which it was written.
        SecondHalf,  ///< The disk turned the order round.
        EvenSectors, ///< Every write torn.
        OddSectors,
        JournalOnly,
        DatabaseOnly,
    };
    static constexpr int survivals = DatabaseOnly + 1;
    static const char *name(Survival survival);

    /// Takes all files as they are now for synced, ends every fault and counts from 0 again.
    void reset();

    /// Writes, truncations, syncs, creations and deletions since reset().
    int changes() const { return m_changes; }
    /// The same with reads and opens.
    int accesses() const { return m_accesses; }

    /// The power goes off at that change, counted from 1: it is not done, and nothing works from then on.
    void losePowerAt(int change) { m_powerLoss = change; }
    bool isOff() const { return m_off; }
    /// Power is back; what survived stands in the files. Nobody may have one of them open.
    void restart(Survival survival);

    /// From now on files may grow by that many bytes together, then the disk is full. Negative: as much as they want.
    void setRoom(qint64 bytes) { m_room = bytes; }
    enum Failure { Once, FromThenOn };
    /// That access fails, counted from 1; 0: none does.
    void failAt(int access, Failure failure);

private:
    friend struct FaultyFile;
    struct Change {
        enum What { Write, Truncate, Create, Delete } what;
        QString path;
        qint64 offset = 0; ///< For Truncate: the new size.
        QByteArray bytes;
    };
    /// What a file certainly holds.
    struct Kept {
        bool exists = false;
        QByteArray content;
    };

    static void apply(Kept &file, const Change &change);
    static void tear(Kept &file, const Change &write, int parity);
    void meet(const QString &path);
    bool access();
    bool change(const Change &change);
    void synced(const QString &path);
    void folderSynced();
    bool survives(const Change &change, size_t position, Survival survival) const;

    static int open(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *outFlags);
    static int remove(sqlite3_vfs *, const char *path, int syncFolder);

    sqlite3_vfs m_vfs;
    sqlite3_vfs *m_system; // Not owned.
    QHash<QString, Kept> m_kept;
    std::vector<Change> m_unsynced; ///< In the order in which it was done.
    int m_changes = 0;
    int m_accesses = 0;
    int m_powerLoss = 0;
    bool m_off = false;
    qint64 m_room = -1;
    int m_failing = 0;
    Failure m_failure = Once;
};

} // namespace plumbline
