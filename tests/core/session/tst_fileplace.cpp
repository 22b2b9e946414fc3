#include "core/session/fileplace.h"
#include "tests/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace fileplace_test {

class TestFilePlace : public QObject
{
    Q_OBJECT

private slots:
    void placesAreJudged_data();
    void placesAreJudged();
    void marksOfSyncProgramsAreSeen();
    void thisFolderIsSafe();
};

void TestFilePlace::placesAreJudged_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("fileSystem");
    QTest::addColumn<int>("danger");
    const QString home = u"/home/eva/r.plumb"_s;
    for (const char *local : {"ext4", "btrfs", "xfs", "overlay", "tmpfs", "vfat", "ntfs3", "fuseblk", "fuse.portal", ""})
        QTest::addRow("local %s", local) << home << QByteArray(local) << int(FilePlace::None);
    for (const char *share : {"nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone"})
        QTest::addRow("share %s", share) << home << QByteArray(share) << int(FilePlace::NetworkShare);
    for (const char *name : {"Dropbox", "dropbox", "OneDrive", "OneDrive - Example Ltd", "Nextcloud", "Google Drive",
                             "iCloud Drive", "Dropbox (Team)"})
        QTest::addRow("folder %s", name) << u"/home/eva/%1/reviews/r.plumb"_s.arg(QLatin1String(name))
                                         << QByteArray("ext4") << int(FilePlace::SyncFolder);
    QTest::newRow("a name that only begins alike")
        << u"/home/eva/Dropboxes/r.plumb"_s << QByteArray("ext4") << int(FilePlace::None);
    QTest::newRow("a file of that name") << u"/home/eva/Dropbox.plumb"_s << QByteArray("ext4") << int(FilePlace::None);
}

void TestFilePlace::placesAreJudged()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, fileSystem);
    QFETCH(int, danger);
    const FilePlace place = placeOn(file, fileSystem);
    QCOMPARE(int(place.danger), danger);
    QCOMPARE(describePlace(place).isEmpty(), danger == FilePlace::None);
    QCOMPARE(adviceFor(place).isEmpty(), danger == FilePlace::None);
    QVERIFY(danger == FilePlace::None || describePlace(place).contains(place.name));
}

void TestFilePlace::marksOfSyncProgramsAreSeen()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"shared/.stfolder"_s));
    QVERIFY(QDir(folder.path()).mkpath(u"shared/reviews"_s));
    const FilePlace place = placeOn(folder.filePath(u"shared/reviews/r.plumb"_s), "ext4");
    QCOMPARE(int(place.danger), int(FilePlace::SyncFolder));
    QCOMPARE(place.name, u"shared"_s);
}

void TestFilePlace::thisFolderIsSafe()
{
    const QTemporaryDir folder;
    QCOMPARE(int(placeOf(folder.filePath(u"r.plumb"_s)).danger), int(FilePlace::None));
}

PLUMBLINE_TEST(TestFilePlace)
} // namespace fileplace_test

#include "tst_fileplace.moc"
