#pragma once

#include <QString>

namespace plumbline {

/// Where a review file lies, as far as that endangers it.
struct FilePlace {
    enum Danger {
        None,
        NetworkShare, ///< Locks of a share are not to be relied on: two writers at once can destroy the file.
        SyncFolder,   ///< Another program copies the file while it is being written, and may put an older one back.
    };
    Danger danger = None;
    QString name; ///< Of the kind of share ("nfs4") or of the folder ("Dropbox").
};

/// Judges by the file system and by names and marks of the folders above; a guess to warn by, never to refuse by.
FilePlace placeOf(const QString &file);
/// The same for a file system of that name ("cifs", "fuse.sshfs", "ext4").
FilePlace placeOn(const QString &file, const QByteArray &fileSystem);

/// What the danger is and what to do, in whole sentences; empty when there is none.
QString describePlace(const FilePlace &place);
QString adviceFor(const FilePlace &place);

} // namespace plumbline
