#include "core/domain/audience.h"
#include "core/exchange/bundlecontents.h"
#include "core/exchange/bundlereader.h"
#include "core/exchange/publication.h"
#include "core/exchange/sharing.h"
#include "core/session/attachments.h"
#include "tests/core/exchange/canaries.h"
#include "tests/core/exchange/forgery.h"
#include "tests/testprogram.h"

#include <QCryptographicHash>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace attachments_test {

class TestAttachments : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void contentsComeWithTheRecord();
    void aDeltaCarriesWhatIsNew();
    void contentsAreInTheBundleOnce();
    void whatWasTakenBackIsNotSent();
    void whatIsNotHereIsNoErrorAndComesLater();
    void aBundleForTheTeamHasNothingOfAClosedGroup();
    void aFingerprintDoesNotBringOutWhatAGroupKeeps();
    void whatIsMovedToTheTeamGoesToTheTeam();
    void anOlderReaderPassesContentsOver();
    void contentsThatDoNotFitRefuseTheWholeBundle_data();
    void contentsThatDoNotFitRefuseTheWholeBundle();
    void whatIsTooLargeIsRefusedUnread();
    void aFileOfNothingButZerosTravels();
    void publicationsCarryNone();

private:
    QTemporaryDir m_home;
};

static QByteArray sha256Of(const QByteArray &contents)
{
    return QCryptographicHash::hash(contents, QCryptographicHash::Sha256);
}

/// Attaches a file with these contents to the record of that key.
static AttachmentId attach(Desk &desk, const QString &key, const QByteArray &contents,
                           const QString &name = u"minutes.pdf"_s)
{
    forgery::write(desk.file(name), contents);
    const auto changes = must(attachFile(desk.session->context(), desk.byKey(key), desk.file(name)));
    must(desk.session->commit(changes));
    QFile::remove(desk.file(name));
    return AttachmentId(changes.files.first().attachment.uuid);
}

static QString send(Desk &desk, const ExportOptions &options = {})
{
    static int number = 0;
    const QString path = desk.file(u"out%1.plumbx"_s.arg(++number));
    must(exportBundle(*desk.session, path, options));
    return path;
}

static ImportReport receive(Desk &desk, const QString &path)
{
    return must(importBundles(*desk.session, {path}));
}

/// The contents of one record after the other, of one kind.
static QList<QByteArray> recordsOf(const QString &path, int kind)
{
    QList<QByteArray> found;
    const auto reader = must(BundleReader::open(path));
    must(reader->read([&](int one, const QByteArray &content) -> Status {
        if (one == kind)
            found += content;
        return {};
    }));
    return found;
}

static Result<QByteArray> contentsAt(Desk &desk, AttachmentId id)
{
    return desk.session->store().contents(*desk.review().find(id));
}

/// Two people with one review in which a milestone M-001 is.
struct Pair {
    Desk ada;
    std::unique_ptr<Desk> ben;
    Pair()
    {
        ada.apply(R"({"create":"milestone","set":{"title":"Draft report"}})");
        ben = std::make_unique<Desk>(ada, "Ben");
    }
};

void TestAttachments::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_home.path().toLocal8Bit());
}

void TestAttachments::contentsComeWithTheRecord()
{
    Pair pair;
    const QByteArray contents = "what was said in the meeting\n";
    const AttachmentId id = attach(pair.ada, u"M-001"_s, contents, u"محضر الاجتماع.pdf"_s);
    const ImportReport report = receive(*pair.ben, send(pair.ada));
    QCOMPARE(report.withoutContents, 0);
    const Attachment *attachment = pair.ben->review().find(id);
    QVERIFY(attachment);
    QCOMPARE(attachment->filename, u"محضر الاجتماع.pdf"_s);
    QCOMPARE(must(contentsAt(*pair.ben, id)), contents);
    QVERIFY(must(pair.ben->session->store().verify()).problems.isEmpty());
    // And on to a third person who has nothing yet.
    const QString third = pair.ada.file(u"third.plumb"_s);
    must(joinReview(send(*pair.ben), third));
    const auto store = must(Store::open(third, Store::ReadOnly));
    QCOMPARE(must(store->contents(*store->review().find(id))), contents);
}

void TestAttachments::aDeltaCarriesWhatIsNew()
{
    Pair pair;
    attach(pair.ada, u"M-001"_s, "the first file");
    receive(*pair.ben, send(pair.ada));
    ExportOptions news;
    news.beyond = pair.ben->session->store().have({wholeTeam});
    QCOMPARE(recordsOf(send(pair.ada, news), BlobRecord).size(), 0);
    const AttachmentId second = attach(pair.ada, u"M-001"_s, "the second file");
    const QString bundle = send(pair.ada, news);
    const QList<QByteArray> carried = recordsOf(bundle, BlobRecord);
    QCOMPARE(carried.size(), 1);
    QVERIFY(carried.first().endsWith("the second file"));
    receive(*pair.ben, bundle);
    QCOMPARE(must(contentsAt(*pair.ben, second)), "the second file");
    // Words about a file do not send it again.
    news.beyond = pair.ben->session->store().have({wholeTeam});
    pair.ada.apply(R"({"set":{"AT-002":{"description":"Of Friday"}}})");
    QCOMPARE(recordsOf(send(pair.ada, news), BlobRecord).size(), 0);
}

void TestAttachments::contentsAreInTheBundleOnce()
{
    Pair pair;
    attach(pair.ada, u"M-001"_s, "the same", u"a.txt"_s);
    attach(pair.ada, u"M-001"_s, "the same", u"b.txt"_s);
    QCOMPARE(recordsOf(send(pair.ada), BlobRecord).size(), 1);
}

void TestAttachments::whatWasTakenBackIsNotSent()
{
    Pair pair;
    const AttachmentId id = attach(pair.ada, u"M-001"_s, "the wrong file");
    must(pair.ada.session->undo());
    const QString bundle = send(pair.ada);
    QCOMPARE(recordsOf(bundle, BlobRecord).size(), 0);
    receive(*pair.ben, bundle);
    // Done again it is sent, although the record itself is there already.
    ExportOptions news;
    news.beyond = pair.ben->session->store().have({wholeTeam});
    must(pair.ada.session->redo());
    receive(*pair.ben, send(pair.ada, news));
    QCOMPARE(must(contentsAt(*pair.ben, id)), "the wrong file");
}

void TestAttachments::whatIsNotHereIsNoErrorAndComesLater()
{
    Pair pair;
    const AttachmentId id = attach(pair.ada, u"M-001"_s, "contents");
    pair.ben->takeFrom(pair.ada); // Only what stands in the log.
    QVERIFY(pair.ben->review().find(id));
    QCOMPARE(contentsAt(*pair.ben, id).error().code, ErrorCode::NotFound);
    const QString onward = send(*pair.ben);
    QCOMPARE(recordsOf(onward, BlobRecord).size(), 0);
    Desk cem(pair.ada, "Cem");
    Desk dan("Dan");
    const QString joined = pair.ada.file(u"joined.plumb"_s);
    must(joinReview(onward, joined));
    {
        const auto store = must(Store::open(joined, Store::ReadOnly));
        QCOMPARE(must(store->verify()).notHere.size(), 1);
    }
    receive(*pair.ben, send(cem));
    QCOMPARE(must(contentsAt(*pair.ben, id)), "contents");
}

/// A review with a closed group G1 and a finding of it; what is attached there is a canary.
struct Closed {
    Pair pair;
    const QByteArray canary = "zx7-quokka-mandolin-55-vortex-hibiscus";
    int group = 0;
    QString finding;
    AttachmentId attached;
    Closed()
    {
        pair.ada.apply(R"({"do":"formgroup","args":{"name":"Signers"}})");
        pair.ada.apply(
            R"({"create":"finding","audience":"G1","set":{"title":"Keys are kept on one machine"}})");
        group = must(audienceNamed(pair.ada.review(), u"G1"_s));
        finding = pair.ada.review().list(Kind::Finding).front()->key;
        attached = attach(pair.ada, finding, canary, u"canary-file.pdf"_s);
    }
};

void TestAttachments::aBundleForTheTeamHasNothingOfAClosedGroup()
{
    Closed closed;
    Desk &ada = closed.pair.ada;
    QCOMPARE(ada.review().find(closed.attached)->audience, closed.group);
    attach(ada, u"M-001"_s, "for the team");
    const QString forTeam = send(ada);
    QByteArray all = forgery::read(forTeam);
    for (int kind : {1, 2, 3, 128})
        all += recordsOf(forTeam, kind).join();
    QVERIFY(!CanarySearch(all).finds(closed.canary));
    QVERIFY(!CanarySearch(all).finds("canary-file.pdf"));
    QVERIFY(!all.contains(sha256Of(closed.canary)));
    QVERIFY(CanarySearch(all).finds("for the team"));
    // The group gets it, and only through a bundle for the group.
    ExportOptions both;
    both.audiences = {wholeTeam, closed.group};
    const QString forGroup = send(ada, both);
    QVERIFY(CanarySearch(recordsOf(forGroup, BlobRecord).join()).finds(closed.canary));
    Desk &ben = *closed.pair.ben;
    receive(ben, forGroup);
    QCOMPARE(must(contentsAt(ben, closed.attached)), closed.canary);
    QVERIFY(!CanarySearch(recordsOf(send(ben), BlobRecord).join()).finds(closed.canary));
}

void TestAttachments::aFingerprintDoesNotBringOutWhatAGroupKeeps()
{
    Closed closed;
    Desk &ada = closed.pair.ada;
    // Somebody of the team claims to have attached a file of that fingerprint.
    Desk &ben = *closed.pair.ben;
    ChangeSet changes(ben.review(), Cause::Create);
    const AttachmentId claim = changes.create<Attachment>(ben.review());
    changes.set<&Attachment::on>(claim, ben.byKey(u"M-001"_s));
    changes.set<&Attachment::sha256>(claim, sha256Of(closed.canary));
    must(ben.session->commit(changes));
    const ImportReport report = receive(ada, send(ben));
    QCOMPARE(report.withoutContents, 1);
    QCOMPARE(contentsAt(ada, claim).error().code, ErrorCode::NotFound);
    QCOMPARE(recordsOf(send(ada), BlobRecord).size(), 0);
}

void TestAttachments::whatIsMovedToTheTeamGoesToTheTeam()
{
    Closed closed;
    Desk &ada = closed.pair.ada;
    QCOMPARE(recordsOf(send(ada), BlobRecord).size(), 0);
    must(ada.session->commit(moveRecord(ada.session->context(), ada.byKey(closed.finding), wholeTeam)));
    const auto attached = ada.review().all<Attachment>();
    QCOMPARE(attached.size(), size_t(1));
    QCOMPARE(attached.front()->audience, wholeTeam);
    const AttachmentId id(attached.front()->id.uuid);
    receive(*closed.pair.ben, send(ada));
    QCOMPARE(must(contentsAt(*closed.pair.ben, id)), closed.canary);
}

void TestAttachments::anOlderReaderPassesContentsOver()
{
    Pair pair;
    attach(pair.ada, u"M-001"_s, "contents");
    // The first version knew the kinds 1, 16 and those from 128, passed over 2 and 3, and refused all others.
    QList<QByteArray> transactions;
    const auto reader = must(BundleReader::open(send(pair.ada)));
    must(reader->read([&](int kind, const QByteArray &content) -> Status {
        if (kind != 1 && kind != 2 && kind != 3 && kind < 128)
            return Error{ErrorCode::Newer, u"refused"_s, {}, {}};
        if (kind == 1)
            transactions += content;
        return {};
    }));
    QCOMPARE(reader->header().minimumReader, 1);
    QCOMPARE(qint64(transactions.size()), reader->header().transactions);
    QByteArray records;
    for (const QByteArray &transaction : std::as_const(transactions))
        records += forgery::record(1, transaction);
    const QString passedOver = pair.ada.file(u"passed.plumbx"_s);
    BundleHeader header = reader->header();
    header.signature = 0;
    forgery::write(passedOver, forgery::bundle(header, records));
    const ImportReport report = receive(*pair.ben, passedOver);
    QCOMPARE(report.withoutContents, 1);
    QCOMPARE(pair.ben->review().all<Attachment>().size(), size_t(1));
}

void TestAttachments::contentsThatDoNotFitRefuseTheWholeBundle_data()
{
    QTest::addColumn<QByteArray>("record");
    const auto head = [](const QByteArray &contents, int audience) {
        return BundleContents{sha256Of(contents), audience, {}}.head();
    };
    QTest::newRow("other contents") << head("contents", 0) + "Contents";
    QTest::newRow("cut off") << head("contents", 0) + "content";
    QTest::newRow("of a group that is not told") << head("contents", 5) + "contents";
    QTest::newRow("of an audience there cannot be") << head("contents", -1) + "contents";
    QTest::newRow("no head") << QByteArray("contents");
    QTest::newRow("nothing") << QByteArray();
}

void TestAttachments::contentsThatDoNotFitRefuseTheWholeBundle()
{
    QFETCH(QByteArray, record);
    Pair pair;
    pair.ben->apply(R"({"set":{"M-001":{"title":"of Ben"}}})");
    QByteArray records = forgery::record(BlobRecord, record);
    must(pair.ben->session->store().forEachTransaction([&](const Transaction &transaction) -> Status {
        records += forgery::record(1, transaction.toBytes());
        return {};
    }));
    BundleHeader header;
    header.review = pair.ada.review().uuid();
    const QString path = pair.ada.file(u"wrong.plumbx"_s);
    forgery::write(path, forgery::bundle(header, records));
    const QByteArray before = pair.ada.dump();
    const auto taken = importBundles(*pair.ada.session, {path});
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::BadInput);
    QVERIFY(taken.error().sentence.contains(u"fingerprint"));
    QCOMPARE(pair.ada.dump(), before);
    QVERIFY(pair.ada.session->store().imports().isEmpty());
}

void TestAttachments::whatIsTooLargeIsRefusedUnread()
{
    const QByteArray record = BundleContents{QByteArray(32, 'x'), wholeTeam, {}}.head() + QByteArray(largestFile + 1, '\0');
    QCOMPARE(BundleContents::fromRecord(record, {wholeTeam}).error().code, ErrorCode::BadInput);
}

void TestAttachments::aFileOfNothingButZerosTravels()
{
    // A reader refuses what grows two hundred times, and such a file grows ten thousand times.
    Pair pair;
    const QByteArray zeros(4 << 20, '\0');
    const AttachmentId id = attach(pair.ada, u"M-001"_s, zeros, u"zeros.bin"_s);
    const QString bundle = send(pair.ada);
    QVERIFY(QFileInfo(bundle).size() < 100'000);
    receive(*pair.ben, bundle);
    QVERIFY(must(contentsAt(*pair.ben, id)) == zeros);
}

void TestAttachments::publicationsCarryNone()
{
    Pair pair;
    attach(pair.ada, u"M-001"_s, "canary: not for outsiders, whatever they ask", u"canary-name.pdf"_s);
    const auto publication = must(makePublication(pair.ada.review(), pair.ada.clock.now()));
    const QString path = pair.ada.file(u"public.plumbx"_s);
    must(writePublication(publication, path));
    QByteArray all = forgery::read(path);
    for (int kind : {1, 2, 3, 16, 128})
        all += recordsOf(path, kind).join();
    QVERIFY(CanarySearch(all).finds("Draft report"));
    QVERIFY(!CanarySearch(all).finds("canary: not for outsiders"));
    QVERIFY(!CanarySearch(all).finds("canary-name.pdf"));
}

PLUMBLINE_TEST(TestAttachments)
} // namespace attachments_test

#include "tst_attachments.moc"
