// SQLite's interface to files in C, implemented by passing everything on to the system's own and keeping account.

#include "tests/core/store/faultydisk.h"

#include <QFile>

#include <algorithm>
#include <cstring>
#include <utility>

namespace plumbline {

static constexpr int sector = 512;
static FaultyDisk *theDisk = nullptr; ///< There is one at a time.

/// An open file; the system's own stands behind it in the memory SQLite gave.
struct FaultyFile {
    sqlite3_file base;
    FaultyDisk *disk;
    QString *path;
    bool syncsFolder; ///< As the system's VFS does at the first sync of a new journal.

    static FaultyFile &of(sqlite3_file *file) { return *reinterpret_cast<FaultyFile *>(file); }
    static sqlite3_file *real(sqlite3_file *file) { return reinterpret_cast<sqlite3_file *>(&of(file) + 1); }

    static int close(sqlite3_file *file)
    {
        sqlite3_file *behind = real(file);
        const int code = behind->pMethods->xClose(behind);
        delete of(file).path;
        return code;
    }

    static int read(sqlite3_file *file, void *into, int size, sqlite3_int64 offset)
    {
        if (!of(file).disk->access())
            return SQLITE_IOERR_READ;
        sqlite3_file *behind = real(file);
        return behind->pMethods->xRead(behind, into, size, offset);
    }

    static int write(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
    {
        FaultyDisk &disk = *of(file).disk;
        sqlite3_file *behind = real(file);
        sqlite3_int64 before = 0;
        behind->pMethods->xFileSize(behind, &before);
        const qint64 growth = std::max<qint64>(0, offset + size - before);
        if (disk.m_room >= 0 && growth > disk.m_room)
            return SQLITE_FULL;
        const QByteArray bytes(static_cast<const char *>(from), size);
        if (!disk.change({FaultyDisk::Change::Write, *of(file).path, offset, bytes}))
            return SQLITE_IOERR_WRITE;
        if (disk.m_room >= 0)
            disk.m_room -= growth;
        return behind->pMethods->xWrite(behind, from, size, offset);
    }

    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        FaultyDisk &disk = *of(file).disk;
        sqlite3_file *behind = real(file);
        sqlite3_int64 before = 0;
        behind->pMethods->xFileSize(behind, &before);
        if (!disk.change({FaultyDisk::Change::Truncate, *of(file).path, size, {}}))
            return SQLITE_IOERR_TRUNCATE;
        if (disk.m_room >= 0)
            disk.m_room += std::max<qint64>(0, before - size);
        return behind->pMethods->xTruncate(behind, size);
    }

    static int sync(sqlite3_file *file, int)
    {
        FaultyDisk &disk = *of(file).disk;
        ++disk.m_changes;
        if (!disk.access())
            return SQLITE_IOERR_FSYNC;
        disk.synced(*of(file).path);
        if (std::exchange(of(file).syncsFolder, false))
            disk.folderSynced();
        return SQLITE_OK;
    }

    static int size(sqlite3_file *file, sqlite3_int64 *size)
    {
        sqlite3_file *behind = real(file);
        return behind->pMethods->xFileSize(behind, size);
    }
    static int lock(sqlite3_file *file, int level)
    {
        sqlite3_file *behind = real(file);
        return behind->pMethods->xLock(behind, level);
    }
    static int unlock(sqlite3_file *file, int level)
    {
        sqlite3_file *behind = real(file);
        return behind->pMethods->xUnlock(behind, level);
    }
    static int isReserved(sqlite3_file *file, int *answer)
    {
        sqlite3_file *behind = real(file);
        return behind->pMethods->xCheckReservedLock(behind, answer);
    }
    static int control(sqlite3_file *file, int what, void *argument)
    {
        sqlite3_file *behind = real(file);
        return behind->pMethods->xFileControl(behind, what, argument);
    }
    static int sectorSize(sqlite3_file *file)
    {
        sqlite3_file *behind = real(file);
        return behind->pMethods->xSectorSize(behind);
    }
    static int characteristics(sqlite3_file *file)
    {
        sqlite3_file *behind = real(file);
        return behind->pMethods->xDeviceCharacteristics(behind);
    }
};

/// Version 1 of the interface: without memory maps, which the program does not use.
static const sqlite3_io_methods methods{1,
                                        FaultyFile::close,
                                        FaultyFile::read,
                                        FaultyFile::write,
                                        FaultyFile::truncate,
                                        FaultyFile::sync,
                                        FaultyFile::size,
                                        FaultyFile::lock,
                                        FaultyFile::unlock,
                                        FaultyFile::isReserved,
                                        FaultyFile::control,
                                        FaultyFile::sectorSize,
                                        FaultyFile::characteristics,
                                        nullptr,
                                        nullptr,
                                        nullptr,
                                        nullptr,
                                        nullptr,
                                        nullptr};

FaultyDisk::FaultyDisk() : m_vfs(*sqlite3_vfs_find(nullptr)), m_system(sqlite3_vfs_find(nullptr))
{
    m_vfs.zName = "faulty";
    m_vfs.pAppData = m_system->pAppData;
    m_vfs.szOsFile = int(sizeof(FaultyFile)) + m_system->szOsFile;
    m_vfs.xOpen = open;
    m_vfs.xDelete = remove;
    if (theDisk || sqlite3_vfs_register(&m_vfs, 1) != SQLITE_OK)
        qFatal("the faulty disk cannot be put in place");
    theDisk = this;
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(m_system, 1);
    theDisk = nullptr;
}

const char *FaultyDisk::name(Survival survival)
{
    static constexpr const char *names[survivals] = {
        "nothing",      "everything",  "the first half",   "the second half",
        "even sectors", "odd sectors", "the journal only", "the database only"};
    return names[survival];
}

void FaultyDisk::reset()
{
    m_kept.clear();
    m_unsynced.clear();
    m_changes = m_accesses = m_powerLoss = m_failing = 0;
    m_off = false;
    m_failure = Once;
    m_room = -1;
}

void FaultyDisk::failAt(int access, Failure failure)
{
    m_failing = access;
    m_failure = failure;
}

/// Remembers what a file holds before anything is done to it.
void FaultyDisk::meet(const QString &path)
{
    if (m_kept.contains(path))
        return;
    QFile file(path);
    Kept kept;
    kept.exists = file.open(QIODevice::ReadOnly);
    if (kept.exists)
        kept.content = file.readAll();
    m_kept.insert(path, kept);
}

/// Counts an access; false when it must fail.
bool FaultyDisk::access()
{
    ++m_accesses;
    if (m_powerLoss > 0 && m_changes >= m_powerLoss)
        m_off = true;
    const bool fails =
        m_failing > 0 && (m_accesses == m_failing || (m_failure == FromThenOn && m_accesses > m_failing));
    return !m_off && !fails;
}

/// Writes a change down; false when it must not be done. One that is under way when the power goes off may survive.
bool FaultyDisk::change(const Change &change)
{
    meet(change.path);
    const bool wasOff = m_off;
    ++m_changes;
    const bool works = access();
    if (works || !wasOff)
        m_unsynced.push_back(change);
    if (!works && !m_off)
        m_unsynced.pop_back(); // An error is told, nothing is done.
    return works;
}

void FaultyDisk::apply(Kept &file, const Change &change)
{
    switch (change.what) {
    case Change::Write:
        if (file.content.size() < change.offset + change.bytes.size())
            file.content.append(QByteArray(change.offset + change.bytes.size() - file.content.size(), '\0'));
        std::memcpy(file.content.data() + change.offset, change.bytes.constData(), size_t(change.bytes.size()));
        break;
    case Change::Truncate:
        file.content.truncate(change.offset);
        break;
    case Change::Create:
        file.exists = true; // What was synced into it meanwhile is in it.
        break;
    case Change::Delete:
        file = {};
        break;
    }
}

void FaultyDisk::tear(Kept &file, const Change &write, int parity)
{
    for (qsizetype at = parity * sector; at < write.bytes.size(); at += 2 * sector)
        apply(file, {Change::Write, write.path, write.offset + at, write.bytes.mid(at, sector)});
}

/// What was written to the file is safe; whether its name is, the folder decides.
void FaultyDisk::synced(const QString &path)
{
    meet(path);
    std::erase_if(m_unsynced, [&](const Change &change) {
        const bool ofContent = change.what == Change::Write || change.what == Change::Truncate;
        if (change.path != path || !ofContent)
            return false;
        apply(m_kept[path], change);
        return true;
    });
}

void FaultyDisk::folderSynced()
{
    std::erase_if(m_unsynced, [&](const Change &change) {
        const bool ofName = change.what == Change::Create || change.what == Change::Delete;
        if (ofName)
            apply(m_kept[change.path], change);
        return ofName;
    });
}

bool FaultyDisk::survives(const Change &change, size_t position, Survival survival) const
{
    const bool ofJournal = change.path.endsWith(QLatin1String("-journal"));
    switch (survival) {
    case Nothing:
        return false;
    case FirstHalf:
        return position < m_unsynced.size() / 2;
    case SecondHalf:
        return position >= m_unsynced.size() / 2;
    case JournalOnly:
        return ofJournal;
    case DatabaseOnly:
        return !ofJournal;
    case OddSectors:
        return change.what == Change::Write;
    case Everything:
    case EvenSectors:
        break;
    }
    return true;
}

void FaultyDisk::restart(Survival survival)
{
    for (size_t i = 0; i < m_unsynced.size(); ++i) {
        const Change &change = m_unsynced[i];
        if (!survives(change, i, survival))
            continue;
        if (change.what == Change::Write && (survival == EvenSectors || survival == OddSectors))
            tear(m_kept[change.path], change, survival == OddSectors ? 1 : 0);
        else
            apply(m_kept[change.path], change);
    }
    for (auto kept = m_kept.cbegin(); kept != m_kept.cend(); ++kept) {
        QFile file(kept.key());
        if (!kept->exists) {
            file.remove();
        } else if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
                   file.write(kept->content) != kept->content.size()) {
            qFatal("what survived cannot be written");
        }
    }
    reset();
}

int FaultyDisk::open(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    FaultyDisk &disk = *theDisk;
    FaultyFile &ours = FaultyFile::of(file);
    std::memset(static_cast<void *>(&ours), 0, sizeof ours);
    if (!path) // A file of SQLite's own that is gone with it.
        return disk.m_system->xOpen(disk.m_system, path, file, flags, outFlags);
    const QString name = QString::fromUtf8(path);
    const bool creates = (flags & SQLITE_OPEN_CREATE) && !QFile::exists(name);
    if (creates ? !disk.change({Change::Create, name, 0, {}}) : !disk.access())
        return SQLITE_CANTOPEN;
    sqlite3_file *behind = FaultyFile::real(file);
    const int code = disk.m_system->xOpen(disk.m_system, path, behind, flags, outFlags);
    if (!behind->pMethods)
        return code;
    ours.base.pMethods = &methods;
    ours.disk = &disk;
    ours.path = new QString(name);
    ours.syncsFolder = (flags & SQLITE_OPEN_CREATE) && (flags & SQLITE_OPEN_MAIN_JOURNAL);
    return code;
}

int FaultyDisk::remove(sqlite3_vfs *, const char *path, int syncFolder)
{
    FaultyDisk &disk = *theDisk;
    const QString name = QString::fromUtf8(path);
    if (!disk.change({Change::Delete, name, 0, {}}))
        return SQLITE_IOERR_DELETE;
    const int code = disk.m_system->xDelete(disk.m_system, path, 0);
    if (syncFolder)
        disk.folderSynced();
    return code;
}

} // namespace plumbline
