// Feeds bytes nobody meant to the two decoders that meet a stranger's bytes first. Whatever is accepted must
// be canonical: written again, it is the same bytes.
//
// Built with -DPLUMBLINE_LIBFUZZER this is a libFuzzer target, see tests/fuzz/run; by default it drives itself with the
// corpus and mutations of good inputs from fixed seeds, the same in every run, and is one of the tests.

#include "core/base/cbor.h"
#include "core/exchange/bundle.h"
#include "tests/fuzz/fuzzing.h"

using namespace plumbline;

/// True when the decoders treated the bytes as they should.
static bool checkOne(const QByteArray &bytes)
{
    if (const auto transaction = Transaction::fromBytes(bytes)) {
        const auto again = Transaction::fromBytes(transaction->toBytes());
        if (transaction->toBytes() != bytes || !transaction->validate() || !again ||
            !(*again == *transaction) || transaction->identity().size() != 16)
            return false;
    }
    qsizetype length = -1;
    if (const auto header = BundleHeader::fromBytes(bytes, &length)) {
        if (length < 0 || length > bytes.size())
            return false;
        qsizetype lengthAgain = -1;
        const QByteArray written = header->toBytes();
        const auto again = BundleHeader::fromBytes(written, &lengthAgain);
        if (!again || lengthAgain != written.size())
            return false;
    }
    return true;
}

#ifdef PLUMBLINE_LIBFUZZER

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!checkOne(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size))))
        __builtin_trap();
    return 0;
}

#else

static constexpr int inputs = 20'000;

static Transaction goodTransaction(std::mt19937 &random)
{
    Transaction transaction;
    transaction.stream = QByteArray(16, char(random()));
    transaction.seq = 1 + random() % 3;
    if (transaction.seq > 1)
        transaction.prev = QByteArray(16, char(random()));
    transaction.lam = random();
    transaction.wall = qint64(random());
    transaction.person = QByteArray(16, 'p');
    transaction.cause = int(random() % 12);
    transaction.group = QByteArray(8, 'g');
    if (random() % 3 == 0)
        transaction.undoes += QByteArray(16, 'u');
    if (random() % 3 == 0) {
        cbor::unsignedNumber(transaction.unknownHeader, 12 + random() % 300);
        cbor::text(transaction.unknownHeader, "of tomorrow");
        transaction.unknownHeaderCount = 1;
    }
    const Value values[] = {Value(), Value(qint64(random())), Value(QStringLiteral("Draft report")),
                            Value::bytes("bytes"), Value::Array{Value(1), Value::Array{Value()}}};
    const int operations = 1 + int(random() % 4);
    for (int i = 0; i < operations; ++i) {
        Operation operation;
        operation.type = i == 3 ? WitnessOperation : SetOperation;
        operation.entity = QByteArray(16, char('0' + i));
        operation.field = "milestone.title";
        for (quint32 ref = 0; ref < random() % 4; ++ref)
            operation.refs += {QByteArray(16, char('a' + ref)), ref * 200};
        operation.salt = QByteArray(16, 's');
        operation.value = values[random() % 5];
        if (random() % 4 == 0)
            cbor::arrayHead(operation.extra, 0);
        transaction.operations += operation;
    }
    return transaction;
}

static QByteArray goodHeader(std::mt19937 &random)
{
    BundleHeader header;
    header.review = QUuid::fromRfc4122(QByteArray(16, 'r'));
    header.senderName = QStringLiteral("Ada");
    header.created = QDateTime::fromMSecsSinceEpoch(qint64(random()), Qt::UTC);
    for (quint32 i = 0; i < random() % 3; ++i)
        header.have += {QByteArray(16, 's'), random(), QByteArray(16, 'h')};
    return header.toBytes();
}

int main()
{
    std::mt19937 random(20200124);
    QList<QByteArray> good;
    for (int i = 0; i < 24; ++i)
        good += i % 4 == 3 ? goodHeader(random) : goodTransaction(random).toBytes();
    if (fuzzing::writesCorpus(QStringLiteral("transaction"), good))
        return 0;
    const QList<QByteArray> corpus = fuzzing::corpus(QStringLiteral("transaction"));
    int accepted = 0;
    int fed = 0;
    const auto check = [&](const QByteArray &bytes) {
        ++fed;
        accepted += bool(Transaction::fromBytes(bytes));
        return checkOne(bytes);
    };
    if (corpus.isEmpty() || !fuzzing::feed(corpus, inputs / 2, check) || !fuzzing::feed(good, inputs / 2, check))
        return 1;
    std::printf("%d inputs, %d of them transactions\n", fed, accepted);
    // Neither everything nor nothing may pass, else the mutations prove nothing.
    return accepted > fed / 100 && accepted < fed / 2 ? 0 : 1;
}

#endif
