// A bundle says in its header how much it holds and what its maker has, so both are taken from one state of the file; what
// is written to the file meanwhile goes with the next bundle.

#include "core/exchange/sharing.h"

#include "core/domain/person.h"
#include "core/exchange/bundlecontents.h"
#include "core/exchange/bundlereader.h"
#include "core/exchange/bundlewriter.h"

#include <QCoreApplication>

namespace plumbline {

static constexpr int daysAFileIsRemembered = 90;

QList<StreamTip> whatPersonHas(Store &store, RecordId person, const QDateTime &now)
{
    QList<QList<StreamTip>> haves;
    if (person.isNull())
        return {};
    for (const Peer &peer : store.peers()) {
        const bool heardOf = peer.lastIn.isValid() && peer.lastIn.daysTo(now) <= daysAFileIsRemembered;
        if (peer.person == person && heardOf)
            haves += peer.have;
    }
    return store.inCommon(haves);
}

Result<QList<StreamTip>> whatBundleHas(const QString &bundle, const QString &passphrase)
{
    const auto reader = BundleReader::open(bundle, passphrase);
    if (!reader)
        return reader.error();
    return (*reader)->header().have;
}

static Error notWhatWasWritten()
{
    return {ErrorCode::Damaged,
            QCoreApplication::translate(
                "Bundle", "The bundle does not hold what was written to it. Write it again, to another disk."),
            {},
            {}};
}

/// Reads a bundle that was just written, as its receiver will.
static Status readBack(const QString &path, const QString &passphrase, const BundleHeader &header)
{
    const auto reader = BundleReader::open(path, passphrase);
    if (!reader)
        return reader.error();
    if (header.signature && !(*reader)->signatureFits())
        return notWhatWasWritten();
    qint64 transactions = 0;
    qint64 operations = 0;
    const Status read = (*reader)->read([&](int kind, const QByteArray &content) -> Status {
        if (kind == BlobRecord && !BundleContents::fromRecord(content, header.audiences))
            return notWhatWasWritten();
        if (kind != TransactionRecord)
            return {};
        ++transactions;
        if (const auto transaction = Transaction::fromBytes(content))
            operations += transaction->operations.size();
        return {};
    });
    if (!read)
        return read;
    return transactions == header.transactions && operations == header.operations ? Status()
                                                                                  : Status(notWhatWasWritten());
}

/// Adds to the counts of @p header what could not be taken in: it travels on as it came, because others may be able to
/// read it.
static Status countExtras(Store &store, BundleHeader &header)
{
    return store.forEachExtra(header.audiences, [&](const Extra &extra) -> Status {
        if (extra.kind != TransactionRecord)
            return {};
        ++header.transactions;
        if (const auto transaction = Transaction::fromBytes(extra.bytes))
            header.operations += transaction->operations.size();
        return {};
    });
}

/// The header but for the counts.
static BundleHeader headerFor(Store &store, const Clock &clock, const ExportOptions &options)
{
    const Review &review = store.review();
    BundleHeader header;
    header.review = review.uuid();
    if (const Person *me = review.find(PersonId(store.me().uuid))) {
        header.sender = store.me();
        header.senderName = me->name;
    }
    header.file = store.fileId();
    header.created = clock.now();
    header.audiences = options.audiences;
    header.signature = 1;
    return header;
}

/// Remembers that something was written for a person; also when nothing of hers has come yet, under her own id.
static Status rememberSent(Store &store, RecordId person, const QDateTime &when)
{
    const Person *receiver = store.review().find(PersonId(person.uuid));
    QList<Peer> hers;
    for (const Peer &peer : store.peers()) {
        if (peer.person == person)
            hers += peer;
    }
    if (hers.isEmpty())
        hers += Peer{person.uuid.toRfc4122(), person, receiver ? receiver->name : QString(), {}, {}, {}};
    for (Peer &peer : hers) {
        peer.lastOut = when;
        if (Status kept = store.rememberPeer(peer); !kept)
            return kept;
    }
    return {};
}

Result<WrittenBundle> exportBundle(Store &store, const Clock &clock, const QString &path, const ExportOptions &options,
                                   const Progress &progress)
{
    WrittenBundle header{headerFor(store, clock, options)};
    const auto key = signingKeyOf(header.file);
    if (!key)
        return key.error();
    Selection selection{options.audiences, options.beyond, 0};
    const auto count = store.count(selection);
    if (!count)
        return count.error();
    header.transactions = count->transactions;
    header.operations = count->operations;
    header.have = count->have;
    selection.until = count->until;
    if (Status counted = countExtras(store, header); !counted)
        return counted.error();
    const auto attachments = attachmentsInBundle(store, selection, progress);
    if (!attachments)
        return attachments.error();
    {
        BundleWriter writer(path);
        if (Status begun = writer.begin(header, options.passphrase); !begun)
            return begun.error();
        const auto leftOut = addContents(store, *attachments, writer, options.mostContents, progress);
        if (!leftOut)
            return leftOut.error();
        header.filesLeftOut = *leftOut;
        Status written;
        if (count->transactions > 0) // Of an empty log the selection has no end.
            written = store.forEachTransaction(
                selection,
                [&](const Transaction &transaction) { return writer.add(TransactionRecord, transaction.toBytes()); },
                progress);
        if (written)
            written = store.forEachExtra(options.audiences, [&](const Extra &extra) {
                return writer.add(BundleRecord(extra.kind), extra.bytes);
            });
        if (!written)
            return written.error();
        if (Status finished = writer.finish(*key); !finished)
            return finished.error();
    }
    if (Status read = readBack(path, options.passphrase, header); !read)
        return read.error();
    if (!options.receiver.isNull() && !store.isReadOnly()) {
        if (Status kept = rememberSent(store, options.receiver, header.created); !kept)
            return kept.error();
    }
    return header;
}

Result<WrittenBundle> exportBundle(Session &session, const QString &path, const ExportOptions &options,
                                   const Progress &progress)
{
    return exportBundle(session.store(), session.clock(), path, options, progress);
}

} // namespace plumbline
