#include "core/base/cbor.h"
#include "core/domain/baselineitem.h"
#include "core/domain/decision.h"
#include "core/domain/finding.h"
#include "core/domain/link.h"
#include "core/domain/note.h"
#include "core/domain/person.h"
#include "core/domain/reviewrecord.h"
#include "core/domain/subteam.h"
#include "core/exchange/bundlewriter.h"
#include "core/exchange/openpublication.h"
#include "core/exchange/publication.h"
#include "tests/core/domain/testreview.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace publication_test {

class TestPublication : public QObject
{
    Q_OBJECT

private slots:
    void whatIsReadIsWhatWasPublished();
    void itHasAnIdentityOfItsOwn();
    void referencesToWithheldRecordsAreLeftOut();
    void equalStatesGiveEqualBytes();
    void whatIsInConflictIsRefused();
    void aConflictInAWithheldFieldDoesNotMatter();
    void aBundleOfTheTeamIsNoPublication();
    void itIsNeverTakenIn();
    void unknownKindsAndFieldsArePassedOver();
    void aDamagedRecordIsRefused_data();
    void aDamagedRecordIsRefused();
    void mandatoryPartsOfANewerVersionAreRefused();
    void itIsNotWrittenWhereThereIsNoFolder();
    void openedItShowsWhatWasPublishedAndNothingElse();
    void openedItLeavesNothingBehind();

private:
    QString path() const { return m_folder.filePath(u"public.plumbx"_s); }
    QTemporaryDir m_folder;
};

static const QUuid ownId(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9);
static const QDateTime noon(QDate(2020, 1, 24), QTime(12, 0), Qt::UTC);

static Publication publish(const Review &review)
{
    return must(makePublication(review, noon, [] { return ownId; }));
}

/// A small review, with the texts of a real one.
struct Small {
    TestReview test;
    FindingId finding;
    FindingId other;
    PersonId person;

    Small()
    {
        test.review.setUuid(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        ReviewRecord review;
        review.id = RecordId(test.review.uuid());
        review.title = u"SSR2"_s;
        test.add(review);
        Person eva;
        eva.key = u"P-001"_s;
        eva.name = u"Eva Ruiz"_s;
        eva.email = u"eva@example.org"_s;
        person = test.add(eva);
        Finding made;
        made.key = u"F-001"_s;
        made.title = u"报告 stays unanswered"_s;
        made.statement = u"Two lines.\nOf text."_s;
        made.confidence = {};
        made.state = FindingState::Agreed;
        finding = test.add(made);
        other = test.add(Finding());
    }
};

void TestPublication::whatIsReadIsWhatWasPublished()
{
    Small small;
    const auto link = [&] {
        Link made;
        made.type = LinkType::Supports;
        made.from = RecordId(small.finding.uuid);
        made.to = RecordId(small.other.uuid);
        return small.test.add(made);
    }();
    must(writePublication(publish(small.test.review), path()));
    const Review read = must(readPublication(path()));
    const Finding *finding = read.find(small.finding);
    const Finding *original = small.test.review.find(small.finding);
    QVERIFY(finding);
    QCOMPARE(*finding, *original);
    QCOMPARE(*read.find(link), *small.test.review.find(link));
    QCOMPARE(read.find(small.person)->name, u"Eva Ruiz"_s);
    QCOMPARE(read.find(small.person)->email, QString());
    QCOMPARE(must(read.byKey(u"F-001"_s)), RecordId(small.finding.uuid));
    QVERIFY(isBundle(path()));
}

void TestPublication::itHasAnIdentityOfItsOwn()
{
    const Small small;
    must(writePublication(publish(small.test.review), path()));
    const Review read = must(readPublication(path()));
    QCOMPARE(read.uuid(), ownId);
    QCOMPARE(read.find(Id<ReviewRecord>(ownId))->title, u"SSR2"_s);
    QVERIFY(!read.findAny(RecordId(small.test.review.uuid())));
    QVERIFY(must(makePublication(small.test.review, noon)).review != must(makePublication(small.test.review, noon)).review);
}

void TestPublication::referencesToWithheldRecordsAreLeftOut()
{
    Small small;
    Decision decision;
    decision.audience = 7;
    SubTeam team;
    team.formed = small.test.add(decision);
    team.place.parent = RecordId(team.formed.uuid);
    team.place.order = u"a0"_s;
    const auto id = small.test.add(team);
    must(writePublication(publish(small.test.review), path()));
    const Review read = must(readPublication(path()));
    QVERIFY(read.find(id)->formed.isNull());
    QVERIFY(read.find(id)->place.parent.isNull());
    QCOMPARE(read.find(id)->place.order, u"a0"_s);
    QVERIFY(!publish(small.test.review).bytes().contains(team.formed.uuid.toRfc4122()));
}

void TestPublication::equalStatesGiveEqualBytes()
{
    const Small one;
    const Small two;
    QCOMPARE(publish(one.test.review).bytes(), publish(two.test.review).bytes());
}

static Conflict conflictOf(RecordId record, Kind kind, const QByteArray &field)
{
    Conflict conflict;
    conflict.id = u"F-001.title"_s;
    conflict.record = record;
    conflict.kind = kind;
    conflict.field = field;
    return conflict;
}

void TestPublication::whatIsInConflictIsRefused()
{
    Small small;
    const RecordId id(small.finding.uuid);
    small.test.review.setConflict(id, "title", conflictOf(id, Kind::Finding, "title"));
    const auto publication = makePublication(small.test.review, noon);
    QVERIFY(!publication);
    QCOMPARE(publication.error().code, ErrorCode::Conflict);
    QVERIFY(publication.error().sentence.contains(u"F-001.title"_s));
}

void TestPublication::aConflictInAWithheldFieldDoesNotMatter()
{
    Small small;
    const RecordId person(small.person.uuid);
    small.test.review.setConflict(person, "email", conflictOf(person, Kind::Person, "email"));
    Finding closed;
    closed.audience = 7;
    const RecordId secret(small.test.add(closed).uuid);
    small.test.review.setConflict(secret, "title", conflictOf(secret, Kind::Finding, "title"));
    QVERIFY(makePublication(small.test.review, noon));
}

/// A bundle with records put together by hand.
static void forge(const QString &path, const QString &profile, const QList<QPair<int, QByteArray>> &records)
{
    BundleHeader header;
    header.review = ownId;
    header.created = noon;
    header.profile = profile;
    BundleWriter writer(path);
    must(writer.begin(header));
    for (const auto &[kind, content] : records)
        must(writer.add(BundleRecord(kind), content));
    must(writer.finish());
}

void TestPublication::aBundleOfTheTeamIsNoPublication()
{
    forge(path(), u"full"_s, {});
    const auto read = readPublication(path());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Refused);
    QVERIFY(read.error().sentence.contains(u"import"_s));
}

void TestPublication::itIsNeverTakenIn()
{
    BundleHeader header;
    QVERIFY(refusePublication(header));
    header.profile = u"publication"_s;
    const Status refused = refusePublication(header);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
}

static QByteArray record(const QByteArray &kind, const QByteArray &id, const QList<QByteArray> &fields)
{
    QByteArray out;
    cbor::arrayHead(out, 3);
    cbor::text(out, kind);
    cbor::bytes(out, id);
    cbor::arrayHead(out, quint64(fields.size()));
    return out + fields.join();
}

static QByteArray entry(const QByteArray &name, const Value &value)
{
    return cbor::encode(Value::Array{Value::text(name), value});
}

void TestPublication::unknownKindsAndFieldsArePassedOver()
{
    const QByteArray id(16, 'F');
    forge(path(), u"publication"_s,
          {{PublishedRecord, record("unheardof", QByteArray(16, 'U'), {entry("title", Value(u"?"_s))})},
           {PublishedRecord, record("finding", id,
                                    {entry("title", Value(u"Known"_s)), entry("unheardof", Value(7)),
                                     entry("statement", Value(7))})},
           {200, "anything"}});
    const Review read = must(readPublication(path()));
    const Finding *finding = read.find(FindingId(QUuid::fromRfc4122(id)));
    QVERIFY(finding);
    QCOMPARE(finding->title, u"Known"_s);
    QCOMPARE(finding->statement, QString());
}

void TestPublication::aDamagedRecordIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray good = record("finding", QByteArray(16, 'F'), {entry("title", Value(u"Known"_s))});
    QTest::newRow("cut off") << good.chopped(1);
    QTest::newRow("too long") << good + '\0';
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a short id") << record("finding", QByteArray(15, 'F'), {});
    QTest::newRow("no name") << record("finding", QByteArray(16, 'F'), {cbor::encode(Value(7))});
    QTest::newRow("unknown kind, cut off") << record("unheardof", QByteArray(16, 'F'), {"\x82"});
}

void TestPublication::aDamagedRecordIsRefused()
{
    QFETCH(QByteArray, content);
    forge(path(), u"publication"_s, {{PublishedRecord, content}});
    const auto read = readPublication(path());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Damaged);
}

void TestPublication::mandatoryPartsOfANewerVersionAreRefused()
{
    forge(path(), u"publication"_s, {{100, "anything"}});
    const auto read = readPublication(path());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Newer);
}

void TestPublication::itIsNotWrittenWhereThereIsNoFolder()
{
    const Small small;
    const Status written = writePublication(publish(small.test.review), m_folder.filePath(u"none/public.plumbx"_s));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::CannotWrite);
}

void TestPublication::openedItShowsWhatWasPublishedAndNothingElse()
{
    const Small small;
    QVERIFY(writePublication(publish(small.test.review), path()));
    const auto session = must(openPublication(path()));
    QVERIFY(session->isPublication());
    QVERIFY(session->isReadOnly());
    QCOMPARE(session->path(), path());
    QVERIFY(session->history(HistoryFilter()).isEmpty());
    QVERIFY(session->problems().isEmpty());
    // Published again it gives the same records: nothing was lost, nothing came in.
    QCOMPARE(publish(session->review()).records, publish(must(readPublication(path()))).records);
    QVERIFY(session->review().find(small.finding));
    ChangeSet changes(session->review(), Cause::Edit);
    changes.set<&Finding::title>(small.finding, u"Changed"_s);
    QVERIFY(!session->commit(changes));
    QVERIFY(!openPublication(m_folder.filePath(u"none.plumbx"_s)));
}

void TestPublication::openedItLeavesNothingBehind()
{
    const Small small;
    QVERIFY(writePublication(publish(small.test.review), path()));
    const QStringList before = QDir::temp().entryList({u"*"_s}, QDir::Dirs | QDir::NoDotAndDotDot);
    {
        const auto session = must(openPublication(path()));
        QVERIFY(!session->review().list(Kind::Finding).empty());
    }
    const QStringList after = QDir::temp().entryList({u"*"_s}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : after)
        QVERIFY2(before.contains(folder) || !QFile::exists(QDir::temp().filePath(folder + u"/publication.plumb"_s)),
                 qUtf8Printable(folder));
}

PLUMBLINE_TEST(TestPublication)
} // namespace publication_test

#include "tst_publication.moc"
