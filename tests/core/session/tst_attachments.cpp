#include "core/session/attachments.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

#include <QCryptographicHash>
#include <QDir>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace attachments_test {

class TestAttachments : public QObject
{
    Q_OBJECT

private slots:
    void aFileIsAttachedAndExtracted();
    void undoTakesItBack();
    void aScriptAttachesToWhatItCreates();
    void severalInOneLineGetKeysOfTheirOwn();
    void whatIsNoFileIsRefused_data();
    void whatIsNoFileIsRefused();
    void theLargestFileIsTakenAndOneLargerIsNot();
    void nothingIsOverwrittenUnasked();
    void linksAndDevicesAreNotWrittenTo();
    void aHostileNameStaysInTheFolder_data();
    void aHostileNameStaysInTheFolder();
    void aClosedGroupNumbersItsOwn();
};

static QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

static QString write(const Desk &desk, const QString &name, const QByteArray &contents)
{
    QFile file(desk.file(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
        qFatal("the file cannot be written");
    return file.fileName();
}

/// A review with a milestone and a file attached to it.
struct Attached {
    Desk desk;
    RecordId milestone;
    AttachmentId id;
    explicit Attached(const QByteArray &contents = "contents")
    {
        desk.apply(R"({"create":"milestone","set":{"title":"Draft report"}})");
        milestone = desk.byKey(u"M-001"_s);
        must(attachFile(*desk.session, milestone, write(desk, u"minutes.pdf"_s, contents),
                        u" Minutes\nof Friday "_s));
        id = AttachmentId(desk.byKey(u"AT-001"_s).uuid);
        QFile::remove(desk.file(u"minutes.pdf"_s));
    }
};

void TestAttachments::aFileIsAttachedAndExtracted()
{
    Attached attached("what was said");
    Desk &desk = attached.desk;
    const Attachment attachment = *desk.review().find(attached.id);
    QCOMPARE(attachment.on, attached.milestone);
    QCOMPARE(attachment.filename, u"minutes.pdf"_s);
    QCOMPARE(attachment.description, u"Minutes of Friday"_s);
    QCOMPARE(attachment.size, std::optional<qint64>(13));
    QCOMPARE(attachment.sha256, QCryptographicHash::hash("what was said", QCryptographicHash::Sha256));
    QCOMPARE(attachmentsOn(desk.review(), attached.milestone).size(), size_t(1));
    QCOMPARE(must(extractFile(*desk.session, attached.id, desk.file(u"copy.pdf"_s))),
             desk.file(u"copy.pdf"_s));
    QCOMPARE(read(desk.file(u"copy.pdf"_s)), "what was said");
    // Into a folder it goes under its own name.
    QVERIFY(QDir().mkdir(desk.file(u"folder"_s)));
    must(extractFile(*desk.session, attached.id, desk.file(u"folder"_s)));
    QCOMPARE(read(desk.file(u"folder/minutes.pdf"_s)), "what was said");
    QCOMPARE(extractFile(*desk.session, attached.id, desk.file(u"no/such/folder.pdf"_s)).error().code,
             ErrorCode::CannotWrite);
}

void TestAttachments::undoTakesItBack()
{
    Attached attached;
    Desk &desk = attached.desk;
    QCOMPARE(desk.session->undoText(), u"creation of AT-001"_s);
    must(desk.session->undo());
    QVERIFY(attachmentsOn(desk.review(), attached.milestone).empty());
    QCOMPARE(extractFile(*desk.session, attached.id, desk.file(u"x"_s)).error().code, ErrorCode::NotFound);
    must(desk.session->redo());
    must(extractFile(*desk.session, attached.id, desk.file(u"x"_s)));
    QCOMPARE(read(desk.file(u"x"_s)), "contents");
}

void TestAttachments::aScriptAttachesToWhatItCreates()
{
    Desk desk;
    const QByteArray path = write(desk, u"a.txt"_s, "contents").toUtf8();
    desk.apply(
        R"([{"create":"finding","as":"f","set":{"title":"Keys"}},{"attach":"f","as":"a","description":"Why","file":")" +
        path + R"("}])");
    const auto attached = attachmentsOn(desk.review(), desk.byKey(u"F-001"_s));
    QCOMPARE(attached.size(), size_t(1));
    QCOMPARE(attached.front()->description, u"Why"_s);
    desk.apply(R"({"set":{"a":{"description":"Because"}}})");
    QCOMPARE(attachmentsOn(desk.review(), desk.byKey(u"F-001"_s)).front()->description, u"Because"_s);
    QCOMPARE(must(desk.session->store().contents(*attachmentsOn(desk.review(), desk.byKey(u"F-001"_s)).front())), "contents");
    must(desk.session->undo());
    must(desk.session->undo());
    QVERIFY(!desk.review().byKey(u"F-001"_s) || desk.review().list(Kind::Finding).empty());
}

void TestAttachments::severalInOneLineGetKeysOfTheirOwn()
{
    Desk desk;
    desk.apply(R"({"create":"milestone","set":{"title":"Draft report"}})");
    const QByteArray a = write(desk, u"a.txt"_s, "a").toUtf8();
    const QByteArray b = write(desk, u"b.txt"_s, "b").toUtf8();
    desk.apply(R"([{"attach":"M-001","file":")" + a + R"("},{"attach":"M-001","file":")" + b + R"("}])");
    QCOMPARE(desk.review().find(AttachmentId(desk.byKey(u"AT-001"_s).uuid))->filename, u"a.txt"_s);
    QCOMPARE(desk.review().find(AttachmentId(desk.byKey(u"AT-002"_s).uuid))->filename, u"b.txt"_s);
}

void TestAttachments::whatIsNoFileIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QString() << int(ErrorCode::NotFound);
    QTest::newRow("not there") << u"/nowhere/at all"_s << int(ErrorCode::NotFound);
    QTest::newRow("a folder") << u"/"_s << int(ErrorCode::BadInput);
    QTest::newRow("a device without end") << u"/dev/zero"_s << int(ErrorCode::BadInput);
    QTest::newRow("a NUL in its name") << u"/etc/passwd"_s + QChar(0) + u".pdf"_s << int(ErrorCode::NotFound);
    QTest::newRow("a name too long") << u"/tmp/"_s + QString(300, u'x') << int(ErrorCode::NotFound);
}

void TestAttachments::whatIsNoFileIsRefused()
{
    QFETCH(QString, path);
    QFETCH(int, code);
    Desk desk;
    const QByteArray before = desk.dump();
    const auto done = attachFile(*desk.session, RecordId(desk.review().uuid()), path);
    QVERIFY(!done);
    QCOMPARE(int(done.error().code), code);
    QCOMPARE(done.error().field, u"file"_s);
    QVERIFY(done.error().sentence.contains(u"nothing was attached"));
    QCOMPARE(desk.dump(), before);
}

void TestAttachments::theLargestFileIsTakenAndOneLargerIsNot()
{
    Desk desk;
    QFile file(desk.file(u"large.bin"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(largestFile + 1)); // Takes no room: it has holes.
    file.close();
    const RecordId review(desk.review().uuid());
    const auto refused = attachFile(*desk.session, review, file.fileName());
    QVERIFY(!refused && refused.error().code == ErrorCode::BadInput);
    QVERIFY(refused.error().sentence.contains(u"64 MB"));
    QVERIFY(file.resize(largestFile));
    QVERIFY(attachFile(desk.session->context(), review, file.fileName()));
}

void TestAttachments::nothingIsOverwrittenUnasked()
{
    Attached attached;
    Desk &desk = attached.desk;
    const QString path = write(desk, u"mine.pdf"_s, "mine");
    QCOMPARE(extractFile(*desk.session, attached.id, path).error().code, ErrorCode::Refused);
    QCOMPARE(read(path), "mine");
    must(extractFile(*desk.session, attached.id, path, Existing::Overwrite));
    QCOMPARE(read(path), "contents");
    QCOMPARE(extractFile(*desk.session, attached.id, desk.path(), Existing::Overwrite).error().code, ErrorCode::Refused);
    must(desk.session->store().verify());
}

void TestAttachments::linksAndDevicesAreNotWrittenTo()
{
    Attached attached;
    Desk &desk = attached.desk;
    const QString other = write(desk, u"other.pdf"_s, "other");
    for (const QString &target : {other, desk.file(u"not there"_s)}) {
        const QString link = desk.file(u"link"_s);
        QVERIFY(QFile::link(target, link));
        for (const Existing existing : {Existing::Keep, Existing::Overwrite})
            QCOMPARE(extractFile(*desk.session, attached.id, link, existing).error().code,
                     ErrorCode::Refused);
        QVERIFY(QFile::remove(link));
    }
    QCOMPARE(read(other), "other");
    QVERIFY(!QFile::exists(desk.file(u"not there"_s)));
    QCOMPARE(extractFile(*desk.session, attached.id, u"/dev/null"_s, Existing::Overwrite).error().code,
             ErrorCode::Refused);
}

void TestAttachments::aHostileNameStaysInTheFolder_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("folders above") << u"../../x"_s;
    QTest::newRow("from the root") << u"/etc/cron.d/x"_s;
    QTest::newRow("Windows") << u"..\\..\\x"_s;
    QTest::newRow("above") << u".."_s;
    QTest::newRow("hidden") << u".profile"_s;
    QTest::newRow("300 characters") << QString(300, u'x');
    QTest::newRow("300 characters of Arabic") << QString(300, QChar(0x0645)) + u".pdf"_s;
    QTest::newRow("Arabic") << u"محضر الاجتماع.pdf"_s;
    QTest::newRow("the direction turned round") << u"x"_s + QChar(0x202e) + u"fdp.exe"_s;
    QTest::newRow("a device") << u"NUL"_s;
    QTest::newRow("nothing") << QString();
}

void TestAttachments::aHostileNameStaysInTheFolder()
{
    QFETCH(QString, name);
    Attached attached;
    Desk &desk = attached.desk;
    // As a faulty or hostile program wrote it into the log.
    ChangeSet changes(desk.review(), Cause::Edit);
    changes.set<&Attachment::filename>(attached.id, name);
    must(desk.session->commit(changes));
    QVERIFY(QDir().mkpath(desk.file(u"a/b"_s)));
    const QString written = must(extractFile(*desk.session, attached.id, desk.file(u"a/b"_s)));
    const QFileInfo file(written);
    QCOMPARE(file.canonicalPath(), QFileInfo(desk.file(u"a/b"_s)).canonicalFilePath());
    QVERIFY(!file.fileName().startsWith(u'.') && !file.fileName().contains(QChar(0x202e)));
    QCOMPARE(read(written), "contents");
    QCOMPARE(QDir(desk.file(u"a"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"b"_s});
    QCOMPARE(
        QDir(desk.file(u"a/b"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(),
        1);
}

void TestAttachments::aClosedGroupNumbersItsOwn()
{
    Desk desk;
    desk.apply(R"({"do":"formgroup","args":{"name":"Signers"}})");
    desk.apply(R"({"create":"finding","audience":"G1","as":"f","set":{"title":"Keys"}})");
    desk.apply(R"({"create":"milestone","set":{"title":"Draft report"}})");
    const QByteArray path = write(desk, u"a.txt"_s, "contents").toUtf8();
    desk.apply(R"({"attach":"f","as":"closed","file":")" + path + R"("})");
    desk.apply(R"({"attach":"M-001","file":")" + path + R"("})");
    const auto attached = attachmentsOn(desk.review(), desk.byKey(u"M-001"_s));
    QCOMPARE(attached.front()->key, u"AT-001"_s);
    QCOMPARE(desk.review().find(desk.script.named(u"closed"_s))->key, u"AT-G1-01"_s);
}

PLUMBLINE_TEST(TestAttachments)
} // namespace attachments_test

#include "tst_attachments.moc"
