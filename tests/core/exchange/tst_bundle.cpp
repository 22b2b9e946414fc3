#include "core/exchange/bundlereader.h"
#include "core/exchange/bundlewriter.h"
#include "tests/core/exchange/forgery.h"
#include "tests/testprogram.h"

#include <QTemporaryDir>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace bundle_test {

class TestBundle : public QObject
{
    Q_OBJECT

private slots:
    void whatWasWrittenReadsBackTheSame();
    void largeRecordsReadBackTheSame();
    void theHeaderReadsBackTheSame();
    void laterHeaderKeysArePassedOver();
    void aHeaderThatIsCutOffIsRefusedAtEveryLength();
    void aHeaderThatAsksForANewerReaderIsRefused();
    void anUnknownKindOfSignatureIsRefused();
    void aSignatureThatIsAnnouncedMustBeThere();
    void aBitFlippedAnywhereIsRefused();
    void aBundleCutOffAtAnyLengthIsRefused();
    void bytesAfterTheEndAreRefused();
    void whatIsNoBundleIsRefused_data();
    void whatIsNoBundleIsRefused();
    void whatIsForgedWithARightDigestIsRefused_data();
    void whatIsForgedWithARightDigestIsRefused();
    void aBombIsRefused();
    void aSmallBundleMayHoldAMebibyte();
    void theReaderStopsWhenToldTo();
    void aBundleThatIsNotFinishedLeavesWhatWasThere();
    void aFolderThatIsNotThereIsRefused();

private:
    QString path() const { return m_folder.filePath(u"a.plumbx"_s); }
    /// Opens a bundle of these bytes and reads it to its end.
    Status readWhole(const QByteArray &bytes, QList<QPair<int, QByteArray>> *records = nullptr) const
    {
        forgery::write(path(), bytes);
        auto reader = BundleReader::open(path());
        if (!reader)
            return reader.error();
        return (*reader)->read([&](int kind, const QByteArray &content) -> Status {
            if (records)
                *records += {kind, content};
            return {};
        });
    }

    QTemporaryDir m_folder;
};

static BundleHeader header()
{
    BundleHeader header;
    header.review = QUuid::fromString(u"7ae0a4a1-6b3c-4f5e-9d43-0a1b2c3d4e5f");
    header.sender = RecordId(QUuid::fromString(u"11111111-2222-4333-8444-555555555555"));
    header.file = QByteArray(16, 'f');
    header.senderName = u"Ada Lovelace, 安全"_s;
    header.created = QDateTime(QDate(2020, 1, 24), QTime(12, 0), Qt::UTC);
    header.have = {{QByteArray(16, 's'), 12, QByteArray(16, 'h')}};
    header.transactions = 3;
    header.operations = 300;
    return header;
}

static QByteArray good()
{
    return forgery::bundle(header(), forgery::record(1, "first") +
                                         forgery::record(130, QByteArray(200, 'x')) + forgery::record(1, {}));
}

void TestBundle::whatWasWrittenReadsBackTheSame()
{
    QList<QPair<int, QByteArray>> records;
    {
        BundleWriter writer(path());
        QVERIFY(writer.begin(header()));
        QVERIFY(writer.add(TransactionRecord, "first"));
        QVERIFY(writer.add(TransactionRecord, {}));
        QVERIFY(writer.add(BundleRecord(200), QByteArray("\0\x01", 2)));
        QVERIFY(writer.finish());
    }
    QVERIFY(readWhole(forgery::read(path()), &records));
    const QList<QPair<int, QByteArray>> expected{{1, "first"}, {1, {}}, {200, QByteArray("\0\x01", 2)}};
    QCOMPARE(records, expected);
}

void TestBundle::largeRecordsReadBackTheSame()
{
    QByteArray large;
    for (quint32 i = 0; large.size() < 3'000'000; ++i)
        large += digest32(QByteArray::number(i)); // Does not compress.
    {
        BundleWriter writer(path());
        QVERIFY(writer.begin(header()));
        for (int i = 0; i < 3; ++i)
            QVERIFY(writer.add(TransactionRecord, large));
        QVERIFY(writer.finish());
    }
    QList<QPair<int, QByteArray>> records;
    QVERIFY(readWhole(forgery::read(path()), &records));
    QCOMPARE(records.size(), 3);
    QVERIFY(records.last().second == large);
}

void TestBundle::theHeaderReadsBackTheSame()
{
    const BundleHeader written = header();
    qsizetype length = 0;
    const auto read = BundleHeader::fromBytes(written.toBytes() + "more", &length);
    QVERIFY(read);
    QCOMPARE(length, written.toBytes().size());
    QCOMPARE(read->toBytes(), written.toBytes());
    QCOMPARE(read->review, written.review);
    QCOMPARE(read->sender, written.sender);
    QCOMPARE(read->file, written.file);
    QCOMPARE(read->senderName, written.senderName);
    QCOMPARE(read->created, written.created);
    QCOMPARE(read->audiences, QList<int>{0});
    QCOMPARE(read->have, written.have);
    QCOMPARE(read->transactions, 3);
    QCOMPARE(read->operations, 300);
}

/// The header with a pair more at its end.
static QByteArray withLaterKey()
{
    QByteArray bytes = header().toBytes();
    bytes[0] = char(bytes.at(0) + 1);
    cbor::unsignedNumber(bytes, 99);
    cbor::arrayHead(bytes, 1);
    cbor::text(bytes, "of tomorrow");
    return bytes;
}

void TestBundle::laterHeaderKeysArePassedOver()
{
    const Status status =
        readWhole(forgery::withDigest(withLaterKey(), forgery::compressed(forgery::record(1, "x"))));
    QVERIFY(status);
}

void TestBundle::aHeaderThatIsCutOffIsRefusedAtEveryLength()
{
    const QByteArray bytes = withLaterKey();
    qsizetype length = 0;
    for (qsizetype cut = 0; cut < bytes.size(); ++cut)
        QVERIFY2(!BundleHeader::fromBytes(bytes.first(cut), &length), qPrintable(u"cut at %1"_s.arg(cut)));
}

void TestBundle::aHeaderThatAsksForANewerReaderIsRefused()
{
    BundleHeader newer = header();
    newer.format = 2;
    QVERIFY(
        readWhole(forgery::bundle(newer, {}))); // A newer writer may say that we can read it all the same.
    newer.minimumReader = 2;
    const Status status = readWhole(forgery::bundle(newer, {}));
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::Newer);
}

void TestBundle::anUnknownKindOfSignatureIsRefused()
{
    BundleHeader signedOne = header();
    signedOne.signature = 2;
    QCOMPARE(readWhole(forgery::bundle(signedOne, {})).error().code, ErrorCode::Newer);
    // Also when a block follows that this version would not look for.
    QCOMPARE(readWhole(forgery::bundle(signedOne, {}) + QByteArray(96, 'x')).error().code, ErrorCode::Newer);
}

void TestBundle::aSignatureThatIsAnnouncedMustBeThere()
{
    BundleHeader signedOne = header();
    signedOne.signature = 1;
    const QByteArray bytes = forgery::bundle(signedOne, forgery::record(1, "x"));
    QVERIFY(readWhole(bytes + QByteArray(96, 'x'))); // It does not fit, but that is another question.
    for (const int length : {0, 1, 32, 95, 97, 128})
        QCOMPARE(readWhole(bytes + QByteArray(length, 'x')).error().code, ErrorCode::Damaged);
}

void TestBundle::aBitFlippedAnywhereIsRefused()
{
    const QByteArray bytes = good();
    QVERIFY(readWhole(bytes));
    for (qsizetype bit = 0; bit < bytes.size() * 8; bit += 3) {
        QByteArray flipped = bytes;
        flipped[bit / 8] = char(flipped.at(bit / 8) ^ (1 << (bit % 8)));
        const Status status = readWhole(flipped);
        QVERIFY2(!status, qPrintable(u"bit %1"_s.arg(bit)));
        QCOMPARE(status.error().code, bit / 8 < bundleMagicSize ? ErrorCode::BadInput : ErrorCode::Damaged);
    }
}

void TestBundle::aBundleCutOffAtAnyLengthIsRefused()
{
    const QByteArray bytes = good();
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        const Status status = readWhole(bytes.first(length));
        QVERIFY2(!status, qPrintable(u"cut at %1"_s.arg(length)));
        QCOMPARE(status.error().code, length < bundleMagicSize ? ErrorCode::BadInput : ErrorCode::Damaged);
    }
}

void TestBundle::bytesAfterTheEndAreRefused()
{
    for (const QByteArray &more : {QByteArray(1, '\0'), QByteArray("x"), QByteArray(32, 'x'), good()})
        QCOMPARE(readWhole(good() + more).error().code, ErrorCode::Damaged);
}

void TestBundle::whatIsNoBundleIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("Dear team,\n");
    QTest::newRow("a database") << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\0');
    QTest::newRow("line ends were changed") << good().replace("\r\n", "\n");
    QTest::newRow("the eighth bit was lost") << QByteArray("PLB\x18\r\n\x1a\n") + good().mid(8);
}

void TestBundle::whatIsNoBundleIsRefused()
{
    QFETCH(QByteArray, content);
    QCOMPARE(readWhole(content).error().code, ErrorCode::BadInput);
    QCOMPARE(forgery::read(path()), content);
    QCOMPARE(BundleReader::open(m_folder.filePath(u"no.plumbx"_s)).error().code, ErrorCode::NotFound);
    QCOMPARE(BundleReader::open(m_folder.path()).error().code, ErrorCode::BadInput);
}

void TestBundle::whatIsForgedWithARightDigestIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray head = header().toBytes();
    const QByteArray one = forgery::record(1, "first");
    const auto records = [&](const QByteArray &bytes) {
        return forgery::withDigest(head, forgery::compressed(bytes));
    };
    const QByteArray frame = forgery::compressed(one);
    QTest::newRow("no header") << forgery::withDigest({}, {});
    QTest::newRow("a header of another kind") << forgery::withDigest("\x80", frame);
    QTest::newRow("no records at all") << forgery::withDigest(head, {});
    QTest::newRow("no compression") << forgery::withDigest(head, one);
    QTest::newRow("half a frame") << forgery::withDigest(head, frame.first(frame.size() / 2));
    QTest::newRow("two frames") << forgery::withDigest(head, frame + frame);
    QTest::newRow("bytes after the frame") << forgery::withDigest(head, frame + "x");
    QTest::newRow("half a record") << records(one.chopped(1));
    QTest::newRow("a record and a half") << records(one + one.first(2));
    QTest::newRow("a record that is no array") << records("x");
    QTest::newRow("an array of three") << records(QByteArray("\x83\x01\x41x\x00", 5));
    QTest::newRow("a kind that is no number") << records(QByteArray("\x82\x41x\x41x"));
    QTest::newRow("a kind beyond all") << records(forgery::record(70000, "x"));
    QTest::newRow("text for bytes") << records(QByteArray("\x82\x01\x61x"));
    QTest::newRow("a kind in a longer form") << records(QByteArray("\x82\x18\x01\x41x"));
    QTest::newRow("a length in a longer form") << records(QByteArray("\x82\x01\x58\x01x"));
    QTest::newRow("a length beyond the content") << records(QByteArray("\x82\x01\x5a\x00\x10\x00\x00x", 8));
    QTest::newRow("a length beyond everything")
        << records(QByteArray("\x82\x01\x5b\xff\xff\xff\xff\xff\xff\xff\xff"));
    QTest::newRow("bytes of undefined length") << records(QByteArray("\x82\x01\x5f\x41x\xff"));
}

void TestBundle::whatIsForgedWithARightDigestIsRefused()
{
    QFETCH(QByteArray, content);
    const Status status = readWhole(content);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::Damaged);
}

void TestBundle::aBombIsRefused()
{
    // 60 MiB of nothing in a few kilobytes: more than 200 times the file.
    const QByteArray bomb = forgery::bundle(header(), forgery::record(1, QByteArray(60 << 20, '\0')));
    QVERIFY(bomb.size() * largestRatio < 60 << 20);
    QCOMPARE(readWhole(bomb).error().code, ErrorCode::Damaged);
    QByteArray many;
    for (int i = 0; i < 60; ++i)
        many += forgery::record(1, QByteArray(1 << 20, '\0'));
    QCOMPARE(readWhole(forgery::bundle(header(), many)).error().code, ErrorCode::Damaged);
}

void TestBundle::aSmallBundleMayHoldAMebibyte()
{
    // A review of one long, repetitive text is no bomb.
    QVERIFY(readWhole(forgery::bundle(header(), forgery::record(1, QByteArray(1'000'000, 'a')))));
}

void TestBundle::theReaderStopsWhenToldTo()
{
    forgery::write(path(), good());
    const auto reader = BundleReader::open(path());
    QVERIFY(reader);
    int calls = 0;
    const Status status = (*reader)->read([&](int, const QByteArray &) -> Status {
        ++calls;
        return Error{ErrorCode::Refused, u"enough"_s, {}, {}};
    });
    QCOMPARE(calls, 1);
    QCOMPARE(status.error().code, ErrorCode::Refused);
    // It can be read again, from the beginning, although the file is gone.
    QVERIFY(QFile::remove(path()));
    calls = 0;
    QVERIFY((*reader)->read([&](int, const QByteArray &) -> Status {
        ++calls;
        return {};
    }));
    QCOMPARE(calls, 3);
}

void TestBundle::aBundleThatIsNotFinishedLeavesWhatWasThere()
{
    forgery::write(path(), "last week's bundle");
    {
        BundleWriter writer(path());
        QVERIFY(writer.begin(header()));
        QVERIFY(writer.add(TransactionRecord, "first"));
    }
    QCOMPARE(forgery::read(path()), QByteArray("last week's bundle"));
}

void TestBundle::aFolderThatIsNotThereIsRefused()
{
    BundleWriter writer(m_folder.filePath(u"nowhere/a.plumbx"_s));
    const Status status = writer.begin(header());
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::CannotWrite);
}

PLUMBLINE_TEST(TestBundle)
} // namespace bundle_test

#include "tst_bundle.moc"
