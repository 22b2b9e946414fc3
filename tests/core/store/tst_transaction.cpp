#include "core/store/transaction.h"

#include "core/base/cbor.h"
#include "tests/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace transaction_test {

class TestTransaction : public QObject
{
    Q_OBJECT

private slots:
    void bytesAndHashesAreThoseComputedElsewhere_data();
    void bytesAndHashesAreThoseComputedElsewhere();
    void whatWasWrittenReadsBackTheSame_data();
    void whatWasWrittenReadsBackTheSame();
    void aCutOffTransactionIsRefusedAtEveryLength_data();
    void aCutOffTransactionIsRefusedAtEveryLength();
    void aFlippedBitIsRefusedOrIsAnotherTransaction_data();
    void aFlippedBitIsRefusedOrIsAnotherTransaction();
    void limitsAreKept_data();
    void limitsAreKept();
    void whatIsNotCanonicalIsRefused_data();
    void whatIsNotCanonicalIsRefused();
    void unknownHeaderKeysAndElementsAreKeptByteForByte();
    void unknownPartsAreHashed();
    void theHashDoesNotNeedTheValueInTheClear();
    void packedRefsComeBack();
};

static QByteArray hex(const QJsonValue &json)
{
    return QByteArray::fromHex(json.toString().toLatin1());
}

static Value valueOf(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    if (object.contains(u"number"_s))
        return object.value(u"number"_s).toString().toLongLong();
    if (object.contains(u"text"_s))
        return object.value(u"text"_s).toString();
    if (object.contains(u"bytes"_s))
        return Value::bytes(hex(object.value(u"bytes"_s)));
    if (!object.contains(u"array"_s))
        return {};
    Value::Array items;
    for (const QJsonValue &item : object.value(u"array"_s).toArray())
        items += valueOf(item);
    return items;
}

static Operation operationOf(const QJsonObject &json)
{
    Operation operation;
    operation.type = json.value(u"type"_s).toInt();
    operation.entity = hex(json.value(u"entity"_s));
    operation.field = json.value(u"field"_s).toString().toUtf8();
    for (const QJsonValue &ref : json.value(u"refs"_s).toArray())
        operation.refs +=
            {hex(ref.toObject().value(u"h"_s)), quint32(ref.toObject().value(u"index"_s).toInt())};
    operation.salt = hex(json.value(u"salt"_s));
    operation.value = valueOf(json.value(u"value"_s));
    operation.extra = hex(json.value(u"extra"_s));
    return operation;
}

static Transaction transactionOf(const QJsonObject &json)
{
    Transaction transaction;
    transaction.stream = hex(json.value(u"stream"_s));
    transaction.seq = quint64(json.value(u"seq"_s).toInteger());
    transaction.prev = hex(json.value(u"prev"_s));
    transaction.lam = json.value(u"lam"_s).toString().toULongLong();
    transaction.wall = json.value(u"wall"_s).toString().toLongLong();
    transaction.person = hex(json.value(u"person"_s));
    transaction.cause = json.value(u"cause"_s).toInt();
    transaction.group = hex(json.value(u"group"_s));
    for (const QJsonValue &undone : json.value(u"undoes"_s).toArray())
        transaction.undoes += hex(undone);
    transaction.audience = json.value(u"audience"_s).toInt();
    transaction.unknownHeader = hex(json.value(u"unknownHeader"_s));
    transaction.unknownHeaderCount = json.value(u"unknownHeaderCount"_s).toInt();
    for (const QJsonValue &operation : json.value(u"operations"_s).toArray())
        transaction.operations += operationOf(operation.toObject());
    return transaction;
}

/// The transactions of make_vectors.py, an independent program.
static QJsonArray vectors()
{
    QFile file(QStringLiteral(PLUMBLINE_SOURCE_DIR "/tests/data/formats/transactions.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the test vectors are missing");
    return QJsonDocument::fromJson(file.readAll()).array();
}

static QJsonObject vectorNamed(const QString &name)
{
    for (const QJsonValue &vector : vectors()) {
        if (vector.toObject().value(u"name"_s).toString() == name)
            return vector.toObject();
    }
    qFatal("there is no such vector");
    return {};
}

static void addVectors()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray all = vectors();
    QVERIFY(all.size() >= 9);
    for (const QJsonValue &vector : all)
        QTest::newRow(qPrintable(vector.toObject().value(u"name"_s).toString())) << vector.toObject();
}

void TestTransaction::bytesAndHashesAreThoseComputedElsewhere_data()
{
    addVectors();
}

void TestTransaction::bytesAndHashesAreThoseComputedElsewhere()
{
    QFETCH(QJsonObject, vector);
    const Transaction transaction = transactionOf(vector);
    QVERIFY(transaction.validate());
    QCOMPARE(transaction.toBytes().toHex(), vector.value(u"bytes"_s).toString().toLatin1());
    QCOMPARE(transaction.hash().toHex(), vector.value(u"hash"_s).toString().toLatin1());
    QCOMPARE(transaction.identity().toHex(), vector.value(u"identity"_s).toString().toLatin1());
}

void TestTransaction::whatWasWrittenReadsBackTheSame_data()
{
    addVectors();
}

void TestTransaction::whatWasWrittenReadsBackTheSame()
{
    QFETCH(QJsonObject, vector);
    const auto read = Transaction::fromBytes(hex(vector.value(u"bytes"_s)));
    QVERIFY(read);
    QCOMPARE(*read, transactionOf(vector));
    QCOMPARE(read->toBytes(), hex(vector.value(u"bytes"_s)));
}

void TestTransaction::aCutOffTransactionIsRefusedAtEveryLength_data()
{
    addVectors();
}

void TestTransaction::aCutOffTransactionIsRefusedAtEveryLength()
{
    QFETCH(QJsonObject, vector);
    const QByteArray bytes = hex(vector.value(u"bytes"_s));
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        const auto read = Transaction::fromBytes(bytes.first(length));
        QVERIFY2(!read, qPrintable(u"cut at %1"_s.arg(length)));
        QCOMPARE(read.error().code, ErrorCode::Damaged);
    }
    QVERIFY(!Transaction::fromBytes(bytes + '\0'));
    QVERIFY(!Transaction::fromBytes(bytes + bytes));
}

void TestTransaction::aFlippedBitIsRefusedOrIsAnotherTransaction_data()
{
    addVectors();
}

void TestTransaction::aFlippedBitIsRefusedOrIsAnotherTransaction()
{
    QFETCH(QJsonObject, vector);
    const QByteArray bytes = hex(vector.value(u"bytes"_s));
    const QByteArray identity = hex(vector.value(u"identity"_s));
    for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
        QByteArray flipped = bytes;
        flipped[bit / 8] = char(flipped.at(bit / 8) ^ (1 << (bit % 8)));
        const auto read = Transaction::fromBytes(flipped);
        if (!read)
            continue;
        QCOMPARE(read->toBytes(), flipped);
        QVERIFY2(read->identity() != identity, qPrintable(u"bit %1 is not hashed"_s.arg(bit)));
    }
}

static Operation plainOperation(int number = 0)
{
    Operation operation;
    operation.entity = QByteArray(12, 'e') + QByteArray::number(number).rightJustified(4, '0').right(4);
    operation.entity[0] = char(number >> 16);
    operation.entity[1] = char(number >> 8);
    operation.entity[2] = char(number);
    operation.field = "milestone.title";
    operation.salt = QByteArray(16, 's');
    operation.value = Value(u"Draft report"_s);
    return operation;
}

static Transaction plain()
{
    Transaction transaction;
    transaction.stream = QByteArray(16, 'x');
    transaction.person = QByteArray(16, 'p');
    transaction.group = QByteArray(8, 'g');
    transaction.operations += plainOperation();
    return transaction;
}

/// Refs in order, so many of them.
static QList<OperationRef> refs(int count)
{
    QList<OperationRef> all;
    for (int i = 0; i < count; ++i)
        all += {QByteArray(16, 'h'), quint32(i)};
    return all;
}

void TestTransaction::limitsAreKept_data()
{
    QTest::addColumn<Transaction>("transaction");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, bool allowed, const std::function<void(Transaction &)> &change) {
        Transaction transaction = plain();
        change(transaction);
        QTest::newRow(name) << transaction << allowed;
    };
    const auto onOperation = [&](const char *name, bool allowed,
                                 const std::function<void(Operation &)> &change) {
        row(name, allowed, [&](Transaction &t) { change(t.operations.first()); });
    };
    const auto withValue = [&](const char *name, bool allowed, const Value &value) {
        onOperation(name, allowed, [&](Operation &o) { o.value = value; });
    };
    row("plain", true, [](Transaction &) {});
    row("format 2", false, [](Transaction &t) { t.format = 2; });
    row("format 0", false, [](Transaction &t) { t.format = 0; });
    row("short stream", false, [](Transaction &t) { t.stream.chop(1); });
    row("long stream", false, [](Transaction &t) { t.stream += 'x'; });
    row("short person", false, [](Transaction &t) { t.person.chop(1); });
    row("no person", false, [](Transaction &t) { t.person.clear(); });
    row("short group", false, [](Transaction &t) { t.group.chop(1); });
    row("seq 0", false, [](Transaction &t) { t.seq = 0; });
    row("first with a predecessor", false, [](Transaction &t) { t.prev = QByteArray(16, 'q'); });
    row("second with a predecessor", true, [](Transaction &t) { t.seq = 2, t.prev = QByteArray(16, 'q'); });
    row("second without one", false, [](Transaction &t) { t.seq = 2; });
    row("short predecessor", false, [](Transaction &t) { t.seq = 2, t.prev = QByteArray(15, 'q'); });
    row("seq 2^53", true, [](Transaction &t) { t.seq = quint64(1) << 53, t.prev = QByteArray(16, 'q'); });
    row("seq above", false,
        [](Transaction &t) { t.seq = (quint64(1) << 53) + 1, t.prev = QByteArray(16, 'q'); });
    row("lam 2^48", true, [](Transaction &t) { t.lam = largestLam; });
    row("lam above is clamped, not refused", true, [](Transaction &t) { t.lam = ~quint64(0); });
    row("lam 0", true, [](Transaction &t) { t.lam = 0; });
    row("unknown cause", true, [](Transaction &t) { t.cause = 200; });
    row("short undone", false, [](Transaction &t) { t.undoes = {QByteArray(15, 'u')}; });
    row("undone", true, [](Transaction &t) { t.undoes = {QByteArray(16, 'u'), QByteArray(16, 'v')}; });
    row("no operations", false, [](Transaction &t) { t.operations.clear(); });
    row("65,535 operations", true, [](Transaction &t) {
        for (int i = 1; i < mostOperations; ++i)
            t.operations += plainOperation(i);
    });
    row("65,536 operations", false, [](Transaction &t) {
        for (int i = 1; i <= mostOperations; ++i)
            t.operations += plainOperation(i);
    });
    row("a register twice", false, [](Transaction &t) { t.operations += t.operations.first(); });
    row("a register twice in an undo", true, [](Transaction &t) {
        t.cause = 4;
        t.operations += t.operations.first();
    });
    row("a register twice in a redo", true, [](Transaction &t) {
        t.cause = 5;
        t.operations += t.operations.first();
    });
    row("a register and an annotation on it", true, [](Transaction &t) {
        t.operations += t.operations.first();
        t.operations.last().type = WitnessOperation;
    });
    onOperation("type 63", true, [](Operation &o) { o.type = 63; });
    onOperation("type 127", true, [](Operation &o) { o.type = 127; });
    onOperation("type 128", false, [](Operation &o) { o.type = 128; });
    onOperation("type -1", false, [](Operation &o) { o.type = -1; });
    onOperation("short record id", false, [](Operation &o) { o.entity.chop(1); });
    onOperation("short salt", false, [](Operation &o) { o.salt.chop(1); });
    onOperation("field of 64 characters", true, [](Operation &o) { o.field = QByteArray(64, 'f'); });
    onOperation("field of 65 characters", false, [](Operation &o) { o.field = QByteArray(65, 'f'); });
    onOperation("no field", false, [](Operation &o) { o.field.clear(); });
    onOperation("field with every letter", true, [](Operation &o) { o.field = "az09._~"; });
    onOperation("field in capitals", false, [](Operation &o) { o.field = "milestone.Title"; });
    onOperation("field with a blank", false, [](Operation &o) { o.field = "milestone title"; });
    onOperation("field with a quote", false, [](Operation &o) { o.field = "a\"b"; });
    onOperation("4,096 refs", true, [](Operation &o) { o.refs = refs(mostRefs); });
    onOperation("4,097 refs", false, [](Operation &o) { o.refs = refs(mostRefs + 1); });
    onOperation("refs out of order", false, [](Operation &o) { o.refs = {refs(2).at(1), refs(2).at(0)}; });
    onOperation("a ref twice", false, [](Operation &o) { o.refs = {refs(1).at(0), refs(1).at(0)}; });
    onOperation("a short ref", false, [](Operation &o) { o.refs = {{QByteArray(15, 'h'), 0}}; });
    onOperation("ref to operation 65,534", true, [](Operation &o) {
        o.refs = {{QByteArray(16, 'h'), 65534}};
    });
    onOperation("ref to operation 65,535", false, [](Operation &o) {
        o.refs = {{QByteArray(16, 'h'), 65535}};
    });
    withValue("text of 1 MiB", true, Value::text(QByteArray(largestTextBytes, 'a')));
    withValue("text above 1 MiB", false, Value::text(QByteArray(largestTextBytes + 1, 'a')));
    withValue("1 MiB is counted in bytes", false, Value(QString(largestTextBytes / 2 + 1, QChar(0xe9))));
    withValue("bytes of 64 KiB", true, Value::bytes(QByteArray(largestBytesValue, 'a')));
    withValue("bytes above 64 KiB", false, Value::bytes(QByteArray(largestBytesValue + 1, 'a')));
    withValue("array in array", true, Value::Array{Value(1), Value(Value::Array{Value(2)})});
    withValue("array in array in array", false,
              Value::Array{Value(Value::Array{Value(Value::Array{Value(2)})})});
    withValue("a large text in an array", false,
              Value::Array{Value::text(QByteArray(largestTextBytes + 1, 'a'))});
    withValue("text with NUL", false, Value::text(QByteArray("a\0b", 3)));
    withValue("text with a carriage return", false, Value::text("a\r\nb"));
    withValue("text with tab and line feed", true, Value::text("a\tb\nc"));
    withValue("text with an escape", false, Value::text("a\x1b[2J"));
    withValue("text with a byte order mark", false,
              Value::text("\xef\xbb\xbf"
                          "a"));
    withValue("text that is not UTF-8", false, Value::text("\xc3"));
    withValue("overlong UTF-8", false, Value::text("\xc0\xaf"));
    withValue("half a surrogate pair", false, Value::text("\xed\xa0\x80"));
    withValue("U+F900 stays what it is", true, Value::text("\xef\xa4\x80"));
}

void TestTransaction::limitsAreKept()
{
    QFETCH(Transaction, transaction);
    QFETCH(bool, allowed);
    const Status status = transaction.validate();
    QCOMPARE(bool(status), allowed);
    if (!allowed)
        QCOMPARE(status.error().code, ErrorCode::BadInput);
    // Reading keeps the same limits: nothing comes in that could not have been written here.
    const auto read = Transaction::fromBytes(transaction.toBytes());
    QCOMPARE(bool(read), allowed);
    if (allowed)
        QCOMPARE(*read, transaction);
}

void TestTransaction::whatIsNotCanonicalIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = plain().toBytes();
    QVERIFY(Transaction::fromBytes(good));
    const auto row = [&](const char *name, const QByteArray &from, const QByteArray &to) {
        const qsizetype at = good.indexOf(from);
        if (at < 0)
            qFatal("%s: the good transaction has no such bytes", name);
        QByteArray bytes = good;
        QTest::newRow(name) << bytes.replace(at, from.size(), to);
    };
    const QByteArray stream(16, 'x');
    // The header begins with the map of 12 pairs, key 0 and the format, key 1 and the stream.
    row("a number in a longer form", QByteArray("\xac\x00\x01", 3), QByteArray("\xac\x00\x18\x01", 4));
    row("a key in a longer form", QByteArray("\xac\x00\x01", 3), QByteArray("\xac\x18\x00\x01", 4));
    row("a map of undefined length", QByteArray("\xac\x00\x01", 3), QByteArray("\xbf\x00\x01", 3));
    row("a map head in a longer form", QByteArray("\xac\x00\x01", 3), QByteArray("\xb8\x0c\x00\x01", 4));
    row("one pair less announced", QByteArray("\xac\x00\x01", 3), QByteArray("\xab\x00\x01", 3));
    row("one pair more announced", QByteArray("\xac\x00\x01", 3), QByteArray("\xad\x00\x01", 3));
    row("keys out of order", QByteArray("\x00\x01\x01\x50", 4) + stream,
        QByteArray("\x01\x50", 2) + stream + QByteArray("\x00\x01", 2));
    row("a key twice", QByteArray("\x00\x01\x01\x50", 4), QByteArray("\x00\x01\x00\x50", 4));
    row("a length in a longer form", "\x50" + stream, "\x58\x10" + stream);
    row("bytes of undefined length", "\x50" + stream, "\x5f\x50" + stream + "\xff");
    row("text for bytes", "\x50" + stream, "\x70" + stream);
    row("a tag", QByteArray("\x00\x01\x01", 3), QByteArray("\x00\xc1\x01\x01", 4));
    row("a float", QByteArray("\x00\x01\x01", 3), QByteArray("\x00\xf9\x3c\x00\x01", 5));
    row("true for a number", QByteArray("\x00\x01\x01", 3), QByteArray("\x00\xf5\x01", 3));
    row("a negative number in its place", QByteArray("\x00\x01\x01", 3), QByteArray("\x00\x20\x01", 3));
    row("undefined for null", QByteArray("\x03\xf6\x04", 3), QByteArray("\x03\xf7\x04", 3));
    row("empty bytes for null", QByteArray("\x03\xf6\x04", 3), QByteArray("\x03\x40\x04", 3));
    row("another count of operations", QByteArray("\x0a\x01\x0b", 3), QByteArray("\x0a\x02\x0b", 3));
    row("bytes for the field", "\x6fmilestone.title", "\x4fmilestone.title");
    row("a field's name of undefined length", "\x6fmilestone.title", "\x7f\x6fmilestone.title\xff");
    row("an operation with fewer elements", QByteArray("\x81\x86\x00\x50", 4),
        QByteArray("\x81\x85\x00\x50", 4));
    row("an operation of undefined length", QByteArray("\x81\x86\x00\x50", 4),
        QByteArray("\x81\x9f\x00\x50", 4));
    row("a value that is true",
        "\x6c"
        "Draft report",
        "\xf5");
    row("a value that is a map",
        "\x6c"
        "Draft report",
        "\xa0");
    row("a value that is a float",
        "\x6c"
        "Draft report",
        QByteArray("\xfb\x3f\xf0\0\0\0\0\0\0", 9));
    row("a value that is a large number",
        "\x6c"
        "Draft report",
        QByteArray("\x1b\x80\0\0\0\0\0\0\0", 9));
    row("a text longer than the file",
        "\x6c"
        "Draft report",
        QByteArray("\x7b\x7f\xff\xff\xff\xff\xff\xff\xff", 9));
    row("an array longer than the file",
        "\x6c"
        "Draft report",
        QByteArray("\x9b\x7f\xff\xff\xff\xff\xff\xff\xff", 9));
}

void TestTransaction::whatIsNotCanonicalIsRefused()
{
    QFETCH(QByteArray, bytes);
    const auto read = Transaction::fromBytes(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Damaged);
}

void TestTransaction::unknownHeaderKeysAndElementsAreKeptByteForByte()
{
    const QJsonObject vector = vectorNamed(u"a newer program's header keys, elements and types"_s);
    const QByteArray bytes = hex(vector.value(u"bytes"_s));
    const auto read = Transaction::fromBytes(bytes);
    QVERIFY(read);
    QCOMPARE(read->unknownHeaderCount, 4);
    QVERIFY(!read->operations.first().extra.isEmpty());
    QCOMPARE(read->toBytes(), bytes);
    QCOMPARE(read->identity(), hex(vector.value(u"identity"_s)));
}

void TestTransaction::unknownPartsAreHashed()
{
    const Transaction before =
        transactionOf(vectorNamed(u"a newer program's header keys, elements and types"_s));
    Transaction after = before;
    after.operations[0].extra = {};
    QVERIFY(after.identity() != before.identity());
    after = before;
    after.unknownHeader = {};
    after.unknownHeaderCount = 0;
    QVERIFY(after.identity() != before.identity());
}

void TestTransaction::theHashDoesNotNeedTheValueInTheClear()
{
    // Equal values under different salts hash differently, so a hash tells nothing of a value.
    Transaction a = plain();
    Transaction b = plain();
    b.operations[0].salt = QByteArray(16, 't');
    QVERIFY(a.identity() != b.identity());
    QCOMPARE(a.operations.first().value, b.operations.first().value);
}

void TestTransaction::packedRefsComeBack()
{
    const QList<OperationRef> some{{QByteArray(16, 'a'), 0}, {QByteArray(16, 'b'), 65534}};
    QCOMPARE(packRefs(some).size(), 40);
    QCOMPARE(unpackRefs(packRefs(some)), some);
    QVERIFY(unpackRefs({}).isEmpty());
}

PLUMBLINE_TEST(TestTransaction)
} // namespace transaction_test

#include "tst_transaction.moc"
