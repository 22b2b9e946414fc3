#include "core/store/valuecoding.h"

#include "core/store/log.h"
#include "core/store/schema.h"
#include "core/store/writer.h"
#include "tests/testprogram.h"

#include <QTest>

#include <zstd.h>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace valuecoding_test {

namespace {

/// Text that does not repeat itself, as long as asked for.
QByteArray prose(int words, int seed = 1)
{
    QByteArray text;
    quint32 state = quint32(seed);
    for (int i = 0; i < words; ++i) {
        state = state * 1664525u + 1013904223u;
        text += QByteArray::number(state >> 8, 36) + ' ';
    }
    return text;
}

std::optional<QByteArray> noBase(qint64)
{
    return std::nullopt;
}

/// A log in memory.
struct TrialLog {
    sqlite3 *database = nullptr;
    std::unique_ptr<Log> log;
    quint64 seq = 0;
    QByteArray last;

    TrialLog()
    {
        sqlite3_open(":memory:", &database);
        createSchema(database);
        log = std::make_unique<Log>(database);
    }
    ~TrialLog()
    {
        log.reset();
        sqlite3_close(database);
    }
    Transaction make(const QByteArray &text, const QList<OperationRef> &refs, const QByteArray &field = "finding.statement")
    {
        Transaction transaction;
        transaction.stream = QByteArray(16, 's');
        transaction.person = QByteArray(16, 'p');
        transaction.group = QByteArray(8, 'g');
        transaction.seq = ++seq;
        transaction.prev = last;
        transaction.lam = seq;
        Operation operation;
        operation.entity = QByteArray(16, 'e');
        operation.field = field;
        operation.salt = QByteArray(16, char(seq));
        operation.refs = refs;
        operation.value = Value::text(text);
        transaction.operations = {operation};
        last = transaction.identity();
        return transaction;
    }
    qint64 encoding(qint64 oid) const
    {
        const QByteArray sql = "SELECT venc FROM op WHERE oid = " + QByteArray::number(oid);
        return sqlite::queryNumber(database, sql.constData(), -1);
    }
    qint64 storedBytes() const { return sqlite::queryNumber(database, "SELECT sum(length(CAST(val AS BLOB))) FROM op"); }
};

} // namespace

class TestValueCoding : public QObject
{
    Q_OBJECT

private slots:
    void shortTextsStayPlain();
    void anyTextComesBack_data();
    void anyTextComesBack();
    void aDifferenceIsSmallAndComesBack();
    void aDifferenceWithoutItsBaseGivesNothing();
    void damagedBytesGiveNothing();
    void aFrameThatClaimsMoreThanATextMayHaveGivesNothing();
    void theLogGivesBackWhatWasAppended();
    void aManyTimesEditedTextTakesAFraction();
    void aReferenceToAnotherRegisterIsNoBase();
    void aCircleOfBasesEnds();
};

void TestValueCoding::shortTextsStayPlain()
{
    const QByteArray text(shortestPackedText - 1, 'a');
    const PackedText packed = packText(text, std::nullopt);
    QCOMPARE(packed.encoding, PlainText);
    QCOMPARE(packed.bytes, text);
}

void TestValueCoding::anyTextComesBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("the shortest that is packed") << QByteArray(shortestPackedText, 'a');
    QTest::newRow("prose") << prose(1000);
    QTest::newRow("Chinese") << u"评审建议应当可以衡量。"_s.repeated(300).toUtf8();
    QTest::newRow("the longest there may be") << prose(200'000).first(1 << 20);
}

void TestValueCoding::anyTextComesBack()
{
    QFETCH(QByteArray, text);
    const PackedText packed = packText(text, std::nullopt);
    QCOMPARE(packed.encoding, CompressedText);
    QVERIFY(packed.bytes.size() < text.size());
    QCOMPARE(baseOfPacked(packed.bytes), 0);
    QCOMPARE(unpackText(packed.bytes, noBase).value(), text);
}

void TestValueCoding::aDifferenceIsSmallAndComesBack()
{
    const QByteArray base = prose(5000);
    QByteArray text = base;
    text.replace(12'000, 7, "another");
    for (const QByteArray &next : {text, text.first(600), text + base}) {
        const PackedText packed = packText(next, TextBase{77, base, 10'000});
        QCOMPARE(packed.encoding, DifferenceText);
        QVERIFY2(packed.bytes.size() < 200, qPrintable(QString::number(packed.bytes.size())));
        QCOMPARE(baseOfPacked(packed.bytes), 77);
        const auto again = unpackText(packed.bytes, [&](qint64 oid) {
            return oid == 77 ? std::optional(base) : std::nullopt;
        });
        QCOMPARE(again.value(), next);
    }
}

void TestValueCoding::aDifferenceWithoutItsBaseGivesNothing()
{
    const QByteArray base = prose(500);
    const PackedText packed = packText(base + "end", TextBase{5, base, 3000});
    QCOMPARE(packed.encoding, DifferenceText);
    QVERIFY(!unpackText(packed.bytes, noBase));
    const auto wrong = unpackText(packed.bytes, [](qint64) { return std::optional<QByteArray>("another text"); });
    QVERIFY(!wrong || *wrong != base + "end");
}

void TestValueCoding::damagedBytesGiveNothing()
{
    const PackedText packed = packText(prose(500), std::nullopt);
    for (qsizetype size = 0; size < packed.bytes.size(); size += 7)
        QVERIFY(!unpackText(packed.bytes.first(size), noBase));
    QVERIFY(!unpackText("a plain text that is no frame", noBase));
}

void TestValueCoding::aFrameThatClaimsMoreThanATextMayHaveGivesNothing()
{
    const QByteArray large((1 << 20) + 1, 'a');
    QByteArray frame(qsizetype(ZSTD_compressBound(size_t(large.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compress(frame.data(), size_t(frame.size()), large.constData(), size_t(large.size()), 3);
    QVERIFY(!ZSTD_isError(size));
    QVERIFY(!unpackText(QByteArray(8, '\0') + frame.first(qsizetype(size)), noBase));
}

void TestValueCoding::theLogGivesBackWhatWasAppended()
{
    TrialLog trial;
    QByteArray text = prose(300);
    QList<Transaction> made;
    QList<OperationRef> refs;
    for (int i = 0; i < 40; ++i) {
        text.insert((i * 37) % text.size(), "edit " + QByteArray::number(i) + ' ');
        made += trial.make(text, refs);
        QVERIFY(trial.log->append(made.last(), nullptr));
        refs = {{made.last().identity(), 0}};
    }
    QVERIFY(sqlite::queryNumber(trial.database, "SELECT count(*) FROM op WHERE venc = 2") > 20);
    QVERIFY(sqlite::queryNumber(trial.database, "SELECT count(*) FROM op WHERE venc = 1") > 1);
    for (int i = 0; i < made.size(); ++i) {
        const Transaction read = trial.log->read(i + 1);
        QCOMPARE(read, made.at(i));
        QCOMPARE(read.identity(), made.at(i).identity());
    }
    const Register target{trial.log->findEid(QByteArray(16, 'e')), trial.log->findFid("finding.statement")};
    QCOMPARE(trial.log->heads(target).front().value, Value::text(text));
}

void TestValueCoding::aManyTimesEditedTextTakesAFraction()
{
    TrialLog trial;
    QByteArray text = prose(5000);
    QList<OperationRef> refs;
    qint64 plain = 0;
    for (int i = 0; i < 200; ++i) {
        text.insert((i * 977) % text.size(), "word" + QByteArray::number(i) + ' ');
        plain += text.size();
        const Transaction transaction = trial.make(text, refs);
        trial.log->append(transaction, nullptr);
        refs = {{transaction.identity(), 0}};
    }
    qInfo("200 edits of %lld bytes of text: %lld bytes plain, %lld in the file", (long long)text.size(),
          (long long)plain, (long long)trial.storedBytes());
    QVERIFY(trial.storedBytes() < plain / 20);
}

void TestValueCoding::aReferenceToAnotherRegisterIsNoBase()
{
    TrialLog trial;
    const QByteArray text = prose(300);
    const Transaction first = trial.make(text, {});
    trial.log->append(first, nullptr);
    const Transaction second = trial.make(text, {{first.identity(), 0}}, "finding.cause");
    trial.log->append(second, nullptr);
    QCOMPARE(trial.encoding(2), qint64(CompressedText));
    QCOMPARE(trial.log->read(2), second);
}

void TestValueCoding::aCircleOfBasesEnds()
{
    TrialLog trial;
    const QByteArray text = prose(300);
    const Transaction first = trial.make(text, {});
    trial.log->append(first, nullptr);
    trial.log->append(trial.make(text + "end", {{first.identity(), 0}}), nullptr);
    QCOMPARE(trial.encoding(2), qint64(DifferenceText));
    // Somebody makes the second a difference to itself.
    sqlite::execute(trial.database, "UPDATE op SET val = CAST(x'0000000000000002' || substr(val, 9) AS BLOB) WHERE oid = 2");
    QVERIFY(trial.log->read(2).operations.first().value.isNull());
    // What comes after it is kept all the same, by itself.
    const Transaction third = trial.make(text + "another end", {{trial.log->tip(QByteArray(16, 's')).h, 0}});
    trial.log->append(third, nullptr);
    QCOMPARE(trial.log->read(3), third);
}

PLUMBLINE_TEST(TestValueCoding)
} // namespace valuecoding_test

#include "tst_valuecoding.moc"
