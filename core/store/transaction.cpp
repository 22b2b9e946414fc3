// Invariants: equal transactions have equal bytes and therefore one identity; fromBytes() accepts exactly
// what toBytes() writes, which is checked by writing again what was read; what a newer version added is kept
// and hashed.

#include "core/store/transaction.h"

#include "core/base/cbor.h"

#include <QCoreApplication>
#include <QSet>
#include <QtEndian>

namespace plumbline {

enum TransactionKey {
    Fmt,
    Stream,
    Seq,
    Prev,
    Lam,
    Wall,
    PersonKey,
    CauseKey,
    Group,
    Undoes,
    OperationCount,
    AudienceKey
};
static constexpr int knownHeaderKeys = AudienceKey + 1;

size_t qHash(const OperationRef &ref, size_t seed)
{
    return qHashMulti(seed, ref.h, ref.index);
}

QByteArray packRefs(const QList<OperationRef> &refs)
{
    QByteArray packed;
    packed.reserve(refs.size() * 20);
    for (const OperationRef &ref : refs) {
        packed += ref.h;
        const quint32 index = qToBigEndian(ref.index);
        packed.append(reinterpret_cast<const char *>(&index), 4);
    }
    return packed;
}

QList<OperationRef> unpackRefs(const QByteArray &packed)
{
    QList<OperationRef> refs;
    for (qsizetype at = 0; at + 20 <= packed.size(); at += 20)
        refs += {packed.mid(at, 16), qFromBigEndian<quint32>(packed.constData() + at + 16)};
    return refs;
}

QByteArray Transaction::headerBytes() const
{
    QByteArray out;
    cbor::mapHead(out, quint64(knownHeaderKeys + unknownHeaderCount));
    const auto key = [&](TransactionKey name) { cbor::unsignedNumber(out, quint64(name)); };
    key(Fmt), cbor::unsignedNumber(out, quint64(format));
    key(Stream), cbor::bytes(out, stream);
    key(Seq), cbor::unsignedNumber(out, seq);
    key(Prev), prev.isEmpty() ? cbor::null(out) : cbor::bytes(out, prev);
    key(Lam), cbor::unsignedNumber(out, lam);
    key(Wall), cbor::number(out, wall);
    key(PersonKey), cbor::bytes(out, person);
    key(CauseKey), cbor::unsignedNumber(out, quint64(cause));
    key(Group), cbor::bytes(out, group);
    key(Undoes), cbor::arrayHead(out, quint64(undoes.size()));
    for (const QByteArray &undone : undoes)
        cbor::bytes(out, undone);
    key(OperationCount), cbor::unsignedNumber(out, quint64(operations.size()));
    key(AudienceKey), cbor::unsignedNumber(out, quint64(audience));
    return out + unknownHeader;
}

/// The part of an operation that is the same on paper and in the hash.
static void appendOperationStart(QByteArray &out, const Operation &operation, int elements)
{
    cbor::arrayHead(out, quint64(elements));
    cbor::unsignedNumber(out, quint64(operation.type));
    cbor::bytes(out, operation.entity);
    cbor::text(out, operation.field);
    cbor::arrayHead(out, quint64(operation.refs.size()));
    for (const OperationRef &ref : operation.refs) {
        cbor::arrayHead(out, 2);
        cbor::bytes(out, ref.h);
        cbor::unsignedNumber(out, ref.index);
    }
}

static int extraCount(const QByteArray &extra)
{
    cbor::Reader reader(extra);
    int count = 0;
    while (reader.ok() && !reader.atEnd()) {
        reader.skip(4);
        ++count;
    }
    return count;
}

QByteArray Transaction::hash() const
{
    QByteArray content = "h" + headerBytes();
    for (const Operation &operation : operations) {
        appendOperationStart(content, operation, 5 + extraCount(operation.extra));
        cbor::bytes(content, digest32("v" + operation.salt + cbor::encode(operation.value)));
        content += operation.extra;
    }
    return digest32(content);
}

QByteArray Transaction::toBytes() const
{
    QByteArray out;
    cbor::arrayHead(out, 2);
    out += headerBytes();
    cbor::arrayHead(out, quint64(operations.size()));
    for (const Operation &operation : operations) {
        appendOperationStart(out, operation, 6 + extraCount(operation.extra));
        cbor::bytes(out, operation.salt);
        out += cbor::encode(operation.value);
        out += operation.extra;
    }
    return out;
}

static Operation readOperation(cbor::Reader &reader)
{
    Operation operation;
    const quint64 elements = reader.readArrayHead();
    if (elements < 6) {
        reader.fail();
        return operation;
    }
    operation.type = int(std::min<quint64>(reader.readUnsigned(), 1 << 20));
    operation.entity = reader.readBytes();
    operation.field = reader.readText();
    const quint64 refs = reader.readArrayHead();
    for (quint64 i = 0; reader.ok() && i < refs; ++i) {
        if (reader.readArrayHead() != 2)
            reader.fail();
        OperationRef ref;
        ref.h = reader.readBytes();
        const quint64 index = reader.readUnsigned();
        if (index > quint64(mostOperations))
            reader.fail();
        ref.index = quint32(index);
        operation.refs += ref;
    }
    operation.salt = reader.readBytes();
    operation.value = reader.readValue(2);
    for (quint64 i = 6; reader.ok() && i < elements; ++i)
        operation.extra += reader.skip(4);
    return operation;
}

static quint64 readHeader(cbor::Reader &reader, Transaction &transaction)
{
    const quint64 keys = reader.readMapHead();
    const auto expect = [&](TransactionKey name) {
        if (reader.readUnsigned() != quint64(name))
            reader.fail();
    };
    if (keys < knownHeaderKeys)
        reader.fail();
    expect(Fmt), transaction.format = int(std::min<quint64>(reader.readUnsigned(), 1 << 20));
    expect(Stream), transaction.stream = reader.readBytes();
    expect(Seq), transaction.seq = reader.readUnsigned();
    expect(Prev);
    if (reader.nextIsNull())
        reader.readNull();
    else
        transaction.prev = reader.readBytes();
    expect(Lam), transaction.lam = reader.readUnsigned();
    expect(Wall), transaction.wall = reader.readNumber();
    expect(PersonKey), transaction.person = reader.readBytes();
    expect(CauseKey), transaction.cause = int(std::min<quint64>(reader.readUnsigned(), 1 << 20));
    expect(Group), transaction.group = reader.readBytes();
    expect(Undoes);
    const quint64 undone = reader.readArrayHead();
    for (quint64 i = 0; reader.ok() && i < undone; ++i)
        transaction.undoes += reader.readBytes();
    expect(OperationCount);
    const quint64 operations = reader.readUnsigned();
    expect(AudienceKey), transaction.audience = int(std::min<quint64>(reader.readUnsigned(), 1 << 20));
    quint64 last = AudienceKey;
    for (quint64 i = knownHeaderKeys; reader.ok() && i < keys; ++i) {
        QByteArray key;
        const quint64 name = reader.readUnsigned();
        if (name <= last)
            reader.fail(); // Keys stand in order, each once.
        last = name;
        cbor::unsignedNumber(key, name);
        transaction.unknownHeader += key + reader.skip(4);
        ++transaction.unknownHeaderCount;
    }
    return operations;
}

Result<Transaction> Transaction::fromBytes(const QByteArray &bytes)
{
    const Error damaged{ErrorCode::Damaged,
                        QCoreApplication::translate("Transaction", "A change in the file cannot be read."),
                        {},
                        {}};
    cbor::Reader reader(bytes);
    Transaction transaction;
    if (reader.readArrayHead() != 2)
        reader.fail();
    const quint64 announced = readHeader(reader, transaction);
    const quint64 count = reader.readArrayHead();
    if (count != announced || count > quint64(mostOperations))
        reader.fail();
    for (quint64 i = 0; reader.ok() && i < count; ++i)
        transaction.operations += readOperation(reader);
    if (!reader.ok() || !reader.atEnd() || !transaction.validate() || transaction.toBytes() != bytes)
        return damaged;
    return transaction;
}

static bool isFieldName(const QByteArray &name)
{
    if (name.isEmpty() || name.size() > 64)
        return false;
    for (const char c : name) {
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '~'))
            return false;
    }
    return true;
}

static bool isWithinLimits(const Value &value)
{
    if (value.isText())
        return value.utf8().size() <= largestTextBytes && isCleanUtf8(value.utf8());
    if (value.isBytes())
        return value.rawBytes().size() <= largestBytesValue;
    for (const Value &item : value.array()) {
        if (!isWithinLimits(item))
            return false;
    }
    return true;
}

static int arrayDepth(const Value &value)
{
    int deepest = 0;
    for (const Value &item : value.array())
        deepest = std::max(deepest, arrayDepth(item));
    return value.isArray() ? deepest + 1 : 0;
}

static const char *fault(const Operation &operation)
{
    if (operation.type < 0 || operation.type > 127)
        return "an operation needs a newer program";
    if (operation.entity.size() != 16 || operation.salt.size() != 16)
        return "an id has the wrong length";
    if (!isFieldName(operation.field))
        return "a field's name is not allowed";
    if (operation.refs.size() > mostRefs)
        return "an operation refers to too many others";
    for (qsizetype i = 0; i < operation.refs.size(); ++i) {
        if (operation.refs.at(i).h.size() != 16 || operation.refs.at(i).index >= quint32(mostOperations) ||
            (i > 0 && !(operation.refs.at(i - 1) < operation.refs.at(i))))
            return "references are not in order";
    }
    if (!isWithinLimits(operation.value) || arrayDepth(operation.value) > 2)
        return "a value is too large (a text may have 1 MiB) or not text";
    return nullptr;
}

static const char *fault(const Transaction &transaction)
{
    if (transaction.format != 1)
        return "it needs a newer program";
    if (transaction.stream.size() != 16 || transaction.person.size() != 16 || transaction.group.size() != 8)
        return "an id has the wrong length";
    if (transaction.seq < 1 || transaction.seq > quint64(1) << 53 ||
        (transaction.seq == 1) != transaction.prev.isEmpty() ||
        (!transaction.prev.isEmpty() && transaction.prev.size() != 16))
        return "its place in its stream is not possible";
    if (transaction.operations.isEmpty() || transaction.operations.size() > mostOperations)
        return "it has no operations or too many";
    for (const QByteArray &undone : transaction.undoes) {
        if (undone.size() != 16)
            return "an id has the wrong length";
    }
    return nullptr;
}

Status Transaction::validate() const
{
    const char *problem = fault(*this);
    QSet<QPair<QByteArray, QByteArray>> registers;
    // An undo may bring a conflict back, one operation per value (cause 4).
    const bool mayRepeat = cause == 4 || cause == 5;
    for (qsizetype i = 0; !problem && i < operations.size(); ++i) {
        const Operation &operation = operations.at(i);
        problem = fault(operation);
        const auto name = qMakePair(operation.entity, operation.field);
        if (!problem && operation.isRegister() && registers.contains(name) && !mayRepeat)
            problem = "it sets one field twice";
        if (operation.isRegister())
            registers.insert(name);
    }
    if (!problem)
        return {};
    return Error{ErrorCode::BadInput,
                 QCoreApplication::translate("Transaction", "A change cannot be taken: %1.")
                     .arg(QLatin1String(problem)),
                 {},
                 {}};
}

} // namespace plumbline
