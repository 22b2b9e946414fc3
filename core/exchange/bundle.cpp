#include "core/exchange/bundle.h"

#include "core/base/cbor.h"

#include <QCoreApplication>

namespace plumbline {

// Keys of the header, in order; unknown larger ones are passed over.
enum BundleKey {
    Format,
    MinimumReader,
    ReviewKey,
    Sender,
    FileKey,
    SenderName,
    Created,
    Profile,
    Audiences,
    HaveKey,
    Transactions,
    Operations,
    Signature,
};
static constexpr int headerKeys = Signature + 1;

QByteArray BundleHeader::toBytes() const
{
    QByteArray out;
    const auto key = [&](BundleKey name) { cbor::unsignedNumber(out, quint64(name)); };
    cbor::mapHead(out, headerKeys);
    key(Format), cbor::unsignedNumber(out, quint64(format));
    key(MinimumReader), cbor::unsignedNumber(out, quint64(minimumReader));
    key(ReviewKey), cbor::bytes(out, review.toRfc4122());
    key(Sender), cbor::bytes(out, sender.uuid.toRfc4122());
    key(FileKey), cbor::bytes(out, file);
    key(SenderName), cbor::text(out, senderName.toUtf8());
    key(Created), cbor::number(out, created.toMSecsSinceEpoch());
    key(Profile), cbor::text(out, profile.toUtf8());
    key(Audiences), cbor::arrayHead(out, quint64(audiences.size()));
    for (const int audience : audiences)
        cbor::unsignedNumber(out, quint64(audience));
    key(HaveKey), cbor::arrayHead(out, quint64(have.size()));
    for (const StreamTip &tip : have) {
        cbor::arrayHead(out, 3);
        cbor::bytes(out, tip.stream);
        cbor::unsignedNumber(out, tip.seq);
        cbor::bytes(out, tip.h);
    }
    key(Transactions), cbor::number(out, transactions);
    key(Operations), cbor::number(out, operations);
    key(Signature), cbor::unsignedNumber(out, quint64(signature));
    return out;
}

Result<BundleHeader> BundleHeader::fromBytes(const QByteArray &bytes, qsizetype *length)
{
    BundleHeader header;
    cbor::Reader reader(bytes);
    const quint64 keys = reader.readMapHead();
    const auto expect = [&](BundleKey name) {
        if (reader.readUnsigned() != quint64(name))
            reader.fail();
    };
    const auto small = [&] { return int(std::min<quint64>(reader.readUnsigned(), 1 << 20)); };
    if (keys < headerKeys)
        reader.fail();
    expect(Format), header.format = small();
    expect(MinimumReader), header.minimumReader = small();
    if (reader.ok() && header.minimumReader > 1)
        return Error{ErrorCode::Newer,
                     QCoreApplication::translate(
                         "Bundle", "The bundle was made by a newer Plumbline; nothing was taken "
                                   "in. Install the newer version to read it."),
                     {},
                     {}};
    expect(ReviewKey), header.review = QUuid::fromRfc4122(reader.readBytes());
    expect(Sender), header.sender = RecordId(QUuid::fromRfc4122(reader.readBytes()));
    expect(FileKey), header.file = reader.readBytes();
    expect(SenderName), header.senderName = QString::fromUtf8(reader.readText());
    expect(Created), header.created = QDateTime::fromMSecsSinceEpoch(reader.readNumber(), Qt::UTC);
    expect(Profile), header.profile = QString::fromUtf8(reader.readText());
    expect(Audiences);
    header.audiences.clear();
    for (quint64 i = reader.readArrayHead(); reader.ok() && i > 0; --i)
        header.audiences += small();
    expect(HaveKey);
    for (quint64 i = reader.readArrayHead(); reader.ok() && i > 0; --i) {
        if (reader.readArrayHead() != 3)
            reader.fail();
        StreamTip tip;
        tip.stream = reader.readBytes();
        tip.seq = reader.readUnsigned();
        tip.h = reader.readBytes();
        if (tip.stream.size() != 16 || tip.h.size() != 16)
            reader.fail();
        header.have += tip;
    }
    expect(Transactions), header.transactions = reader.readNumber();
    expect(Operations), header.operations = reader.readNumber();
    expect(Signature), header.signature = small();
    for (quint64 i = headerKeys; reader.ok() && i < keys; ++i) {
        reader.readUnsigned();
        reader.skip(6);
    }
    if (!header.file.isEmpty() && header.file.size() != 16)
        reader.fail();
    if (!reader.ok())
        return Error{ErrorCode::Damaged,
                     QCoreApplication::translate(
                         "Bundle", "The bundle's beginning is damaged; nothing was taken in. Ask "
                                   "for it again."),
                     {},
                     {}};
    if (header.signature > 1)
        return Error{ErrorCode::Newer,
                     QCoreApplication::translate(
                         "Bundle", "The bundle is signed in a way this version does not know; nothing was "
                                   "taken in. Install the newer version to read it."),
                     {},
                     {}};
    *length = reader.position();
    return header;
}

} // namespace plumbline
