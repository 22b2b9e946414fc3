#include "core/session/fileplace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace plumbline {

using namespace Qt::StringLiterals;

/// File systems that other computers write to. Of those made by FUSE, "fuseblk" is a local disk (NTFS) and the
/// portals of sandboxes are this computer's own.
static bool isNetwork(const QByteArray &fileSystem)
{
    static const QList<QByteArray> shares{"nfs",  "nfs4", "cifs",   "smb",       "smb2", "smb3",    "smbfs", "9p",
                                          "afs",  "ceph", "glusterfs", "davfs",  "coda", "ncpfs",   "lustre"};
    const bool fuse = fileSystem.startsWith("fuse.") && fileSystem != "fuse.portal" && !fileSystem.contains("overlay");
    return fuse || shares.contains(fileSystem);
}

/// Names sync programs give their folders, and files they leave in them.
static QString syncNameOf(const QDir &folder)
{
    static const QStringList names{u"Dropbox"_s,      u"OneDrive"_s,         u"Nextcloud"_s,   u"ownCloud"_s,
                                   u"Google Drive"_s, u"GoogleDrive"_s,      u"My Drive"_s,    u"iCloud"_s,
                                   u"iCloud Drive"_s, u"Mobile Documents"_s, u"pCloudDrive"_s, u"MEGAsync"_s,
                                   u"Syncthing"_s,    u"Box Sync"_s,         u"Seafile"_s};
    static const QStringList marks{u".dropbox"_s, u".stfolder"_s, u".sync"_s, u".owncloudsync.log"_s,
                                   u".nextcloudsync.log"_s};
    for (const QString &name : names) {
        // "OneDrive - Example Ltd" and "Dropbox (Team)" belong to firms.
        const QString found = folder.dirName();
        if (found.compare(name, Qt::CaseInsensitive) == 0 || found.startsWith(name + u" - "_s, Qt::CaseInsensitive)
            || found.startsWith(name + u" ("_s, Qt::CaseInsensitive))
            return found;
    }
    for (const QString &mark : marks) {
        if (folder.exists(mark))
            return folder.dirName();
    }
    return {};
}

FilePlace placeOn(const QString &file, const QByteArray &fileSystem)
{
    if (isNetwork(fileSystem))
        return {FilePlace::NetworkShare, QString::fromLatin1(fileSystem)};
    for (QString path = QFileInfo(file).absolutePath(); !QDir(path).isRoot(); path = QFileInfo(path).path()) {
        if (const QString name = syncNameOf(QDir(path)); !name.isEmpty())
            return {FilePlace::SyncFolder, name};
    }
    return {};
}

FilePlace placeOf(const QString &file)
{
    return placeOn(file, QStorageInfo(QFileInfo(file).absolutePath()).fileSystemType());
}

QString describePlace(const FilePlace &place)
{
    switch (place.danger) {
    case FilePlace::NetworkShare:
        return QCoreApplication::translate("FilePlace", "The review lies on a network share (%1), where two people "
                                                        "writing at once can destroy it.")
            .arg(place.name);
    case FilePlace::SyncFolder:
        return QCoreApplication::translate("FilePlace", "The review lies in “%1”, a folder another program keeps in "
                                                        "step, which can put an older state over a newer one.")
            .arg(place.name);
    case FilePlace::None:
        break;
    }
    return {};
}

QString adviceFor(const FilePlace &place)
{
    return place.danger == FilePlace::None
               ? QString()
               : QCoreApplication::translate("FilePlace", "Work on a copy in a folder of yours, and put bundles for the "
                                                          "others there instead.");
}

} // namespace plumbline
