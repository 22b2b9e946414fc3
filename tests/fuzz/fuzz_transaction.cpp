// Feeds bytes nobody meant to the two decoders that meet a stranger's bytes first. Whatever is accepted must
// be canonical: written again, it is the same bytes.
//
// Built with -DPLUMBLINE_LIBFUZZER this is a libFuzzer target; by default it drives itself with mutations of
// good inputs from fixed seeds, the same in every run, and is one of the tests.

#include "core/base/cbor.h"
#include "core/exchange/bundle.h"

#include <cstdio>
#include <random>

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

/// Changes the bytes a little: most faults hide close to what is right.
static QByteArray mutated(QByteArray bytes, std::mt19937 &random)
{
    static constexpr unsigned char interesting[] = {0x00, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1f, 0x20, 0x40,
                                                    0x5b, 0x5f, 0x60, 0x7b, 0x80, 0x9b, 0x9f, 0xa0, 0xbb,
                                                    0xbf, 0xc1, 0xf4, 0xf6, 0xf7, 0xf9, 0xfb, 0xff};
    for (unsigned changes = 1 + random() % 4; changes > 0 && !bytes.isEmpty(); --changes) {
        const qsizetype at = qsizetype(random() % size_t(bytes.size()));
        const qsizetype length = qsizetype(1 + random() % 20);
        switch (random() % 7) {
        case 0:
            bytes[at] = char(bytes.at(at) ^ (1 << (random() % 8)));
            break;
        case 1:
            bytes[at] = char(random());
            break;
        case 2:
            bytes[at] = char(interesting[random() % sizeof(interesting)]);
            break;
        case 3:
            bytes.insert(at, char(interesting[random() % sizeof(interesting)]));
            break;
        case 4:
            bytes.remove(at, length);
            break;
        case 5:
            bytes.insert(at, bytes.mid(qsizetype(random() % size_t(bytes.size())), length));
            break;
        case 6:
            bytes.truncate(at);
            break;
        }
    }
    return bytes;
}

int main()
{
    std::mt19937 random(20200124);
    int accepted = 0;
    for (int i = 0; i < inputs; ++i) {
        const QByteArray good = i % 4 == 3 ? goodHeader(random) : goodTransaction(random).toBytes();
        // One in fifty stays as it is, so that the way of good bytes is walked as well.
        const QByteArray bytes = i % 50 == 0 ? good : mutated(good, random);
        if (!checkOne(bytes)) {
            std::fprintf(stderr, "Input %d is treated wrongly: %s\n", i, bytes.toHex().constData());
            return 1;
        }
        accepted += bool(Transaction::fromBytes(bytes));
    }
    std::printf("%d inputs, %d of them transactions\n", inputs, accepted);
    // Neither everything nor nothing may pass, else the mutations prove nothing.
    return accepted > inputs / 100 && accepted < inputs / 2 ? 0 : 1;
}

#endif
