// Format 1 is frozen: the file and the bundle in tests/data/formats were written on the day it was, and whatever the
// program becomes must read them as they were meant. They are never made anew; docs/file-format.md says what they hold.

#include "core/domain/baseline.h"
#include "core/domain/finding.h"
#include "core/domain/note.h"
#include "core/domain/reviewrecord.h"
#include "core/exchange/bundlereader.h"
#include "core/exchange/sharing.h"
#include "core/session/baselinestate.h"
#include "tests/core/session/testsession.h"
#include "tests/testprogram.h"

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace format_test {

static const QString bundleOfThatDay = QStringLiteral(PLUMBLINE_SOURCE_DIR "/tests/data/formats/review-1.plumbx");
static constexpr int changesOfThatDay = 95;
static constexpr int valuesOfThatDay = 567;

class TestFormat : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theFileSaysWhatItSaid();
    void theFileHoldsTogether();
    void theFileCanBeGoneOnWith();
    void theBundleHoldsTheSameChangesByteByByte();
    void theBundleMakesTheSameReview();

private:
    std::unique_ptr<Store> openCopy(Store::Mode mode = Store::ReadWrite)
    {
        return must(Store::open(m_path, mode, StreamRegistry::inMemory(), seededEntropy("format")));
    }
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"review.plumb"_s);
};

void TestFormat::initTestCase()
{
    QVERIFY(QFile::copy(QStringLiteral(PLUMBLINE_SOURCE_DIR "/tests/data/formats/review-1.plumb"), m_path));
    QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
    openCopy(); // What people see is computed anew where kinds have gained fields since.
}

void TestFormat::theFileSaysWhatItSaid()
{
    const auto store = openCopy();
    const Review &review = store->review();
    QCOMPARE(review.find(Id<ReviewRecord>(review.uuid()))->title, u"Review of the name servers"_s);
    const auto named = [&](const QString &key) { return must(review.byKey(key)); };
    const Record *ben = review.find(named(u"P-002"_s));
    QVERIFY(ben);

    // Two wrote different dates, and nobody has chosen.
    const Conflict *target = review.conflict(named(u"M-001"_s), "target");
    QVERIFY(target);
    QCOMPARE(target->values.size(), 2);
    QCOMPARE(target->values.at(0).value, Value::text("2026-08-10"));
    QCOMPARE(target->values.at(0).by, ben->id);
    QCOMPARE(target->values.at(1).value, Value::text("2026-08-17"));
    // One deleted what the other edited. That edit was taken back again.
    const Finding *finding = review.find(FindingId(named(u"F-001"_s).uuid));
    QVERIFY(finding);
    QCOMPARE(finding->life, Life::DeletedWhileEdited);
    QVERIFY(finding->statement.endsWith(u"have stopped asking, and some have stopped sending."_s));
    QVERIFY(finding->statement.contains(u"could say why.\nNobody counts"_s));

    QCOMPARE(review.find(NoteId(named(u"N-001"_s).uuid))->text,
             u"Ask the operators \u2014 \u8be2\u95ee\u8fd0\u8425\u5546 \u2014 \u0627\u0633\u0623\u0644 "
             u"\u0627\u0644\u0645\u0634\u063a\u0644\u064a\u0646"_s);
    QVERIFY(review.find(named(u"DS-G1-01"_s))->audience > 0);
    QCOMPARE(review.findAny(named(u"DS-001"_s))->life, Life::Deleted);
    QCOMPARE(review.find(MilestoneId(named(u"M-016"_s).uuid))->target, must(PartialDate::fromText(u"2026-Q2?"_s)));
    QCOMPARE(review.all<Baseline>().front()->name, u"As first agreed"_s);
}

void TestFormat::theFileHoldsTogether()
{
    const auto store = openCopy();
    QCOMPARE(store->transactionCount(), changesOfThatDay);
    QCOMPARE(store->operationCount(), valuesOfThatDay);
    const VerifyReport report = must(store->verify());
    QVERIFY2(report.problems.isEmpty(), qPrintable(report.problems.join(u'\n')));
    // The baseline still finds what it froze, and its fingerprint fits.
    QVERIFY(checkBaselines(*store).isEmpty());
    const Review then = must(baselineState(*store, store->review().all<Baseline>().front()->id));
    QVERIFY(then.conflicts().isEmpty());
}

void TestFormat::theFileCanBeGoneOnWith()
{
    const QString copy = m_folder.filePath(u"copy.plumb"_s);
    QVERIFY(QFile::copy(m_path, copy));
    auto store = must(Store::open(copy, Store::ReadWrite, StreamRegistry::inMemory(), seededEntropy("on")));
    ChangeSet changes(store->review(), Cause::Edit);
    changes.set(Kind::Milestone, must(store->review().byKey(u"M-002"_s)), "title", Value::text("Later"));
    must(store->commit(changes, {}));
    store = must(Store::open(copy, Store::ReadWrite, StreamRegistry::inMemory(), seededEntropy("on")));
    QCOMPARE(store->transactionCount(), changesOfThatDay + 1);
    QVERIFY(must(store->verify()).problems.isEmpty());
}

void TestFormat::theBundleHoldsTheSameChangesByteByByte()
{
    const auto store = openCopy(Store::ReadOnly);
    QSet<QByteArray> inFile;
    must(store->forEachTransaction([&](const Transaction &transaction) -> Status {
        inFile.insert(transaction.toBytes());
        return {};
    }));
    const auto reader = must(BundleReader::open(bundleOfThatDay));
    QVERIFY(reader->signatureFits());
    QSet<QByteArray> inBundle;
    must(reader->read([&](int kind, const QByteArray &content) -> Status {
        if (kind == TransactionRecord)
            inBundle.insert(content);
        return {};
    }));
    QCOMPARE(inBundle.size(), changesOfThatDay);
    QCOMPARE(inBundle, inFile);
}

void TestFormat::theBundleMakesTheSameReview()
{
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    const QString joined = m_folder.filePath(u"joined.plumb"_s);
    must(joinReview(bundleOfThatDay, joined));
    const auto store = must(Store::open(joined, Store::ReadWrite));
    QCOMPARE(dumpReview(store->review()), dumpReview(openCopy()->review()));
}

PLUMBLINE_TEST(TestFormat)

} // namespace format_test

#include "tst_format.moc"
