// Contents stand in a bundle before the transactions. So they are here when the records come that name them,
// also when an import ends in the middle; contents that nothing names do no harm.

#include "core/exchange/bundlecontents.h"

#include "core/exchange/bundlewriter.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>

namespace plumbline {

static constexpr qsizetype fingerprintSize = 32;
static constexpr qsizetype headSize = fingerprintSize + 4;

static Error stoppedWriting()
{
    return {ErrorCode::Cancelled,
            QCoreApplication::translate("Bundle", "Stopped; no bundle was written."),
            {},
            {}};
}

QByteArray BundleContents::head() const
{
    QByteArray number(4, Qt::Uninitialized);
    qToBigEndian(quint32(audience), number.data());
    return sha256 + number;
}

Result<BundleContents> BundleContents::fromRecord(const QByteArray &record, const QList<int> &audiences)
{
    const Error wrong{ErrorCode::BadInput,
                      QCoreApplication::translate(
                          "Bundle", "The bundle holds the contents of a file that do not match their "
                                    "fingerprint; nothing was taken in. Ask for it again."),
                      {},
                      {}};
    if (record.size() < headSize || record.size() - headSize > largestFile)
        return wrong;
    BundleContents found;
    found.sha256 = record.first(fingerprintSize);
    const quint32 audience = qFromBigEndian<quint32>(record.constData() + fingerprintSize);
    found.audience = int(std::min<quint32>(audience, 1 << 20));
    found.contents = QByteArray::fromRawData(record.constData() + headSize, record.size() - headSize);
    const bool right = audiences.contains(found.audience) &&
                       QCryptographicHash::hash(found.contents, QCryptographicHash::Sha256) == found.sha256;
    return right ? Result<BundleContents>(found) : Result<BundleContents>(wrong);
}

/// The attachments whose contents or life the transactions of a selection tell of; another description sends
/// nothing anew.
static Result<QSet<QByteArray>> attachmentsTold(Store &store, const Selection &selection,
                                                const Progress &progress)
{
    QSet<QByteArray> told;
    const Status read = store.forEachTransaction(
        selection,
        [&](const Transaction &transaction) -> Status {
            for (const Operation &operation : transaction.operations) {
                if (operation.field == "attachment.sha256" || operation.field == "attachment.life")
                    told.insert(operation.entity);
            }
            return {};
        },
        progress);
    if (!read)
        return read.error();
    return told;
}

Result<QList<Attachment>> attachmentsInBundle(Store &store, const Selection &selection,
                                              const Progress &progress)
{
    QList<Attachment> going;
    for (const Attachment *attachment : store.review().all<Attachment>()) {
        if (selection.audiences.contains(attachment->audience) && store.holdsContents(*attachment))
            going += *attachment;
    }
    // Everything goes to somebody who has nothing; else the transactions say what she does not have.
    if (!going.isEmpty() && !selection.beyond.isEmpty()) {
        const auto told = attachmentsTold(store, selection, progress);
        if (!told)
            return told.error();
        going.removeIf(
            [&](const Attachment &attachment) { return !told->contains(attachment.id.uuid.toRfc4122()); });
    }
    std::stable_sort(going.begin(), going.end(), [](const Attachment &a, const Attachment &b) {
        return a.size.value_or(0) < b.size.value_or(0);
    });
    QSet<QByteArray> known;
    going.removeIf([&](const Attachment &attachment) {
        const QByteArray name = BundleContents{attachment.sha256, attachment.audience, {}}.head();
        const bool again = known.contains(name);
        known.insert(name);
        return again;
    });
    return going;
}

Result<int> addContents(Store &store, const QList<Attachment> &attachments, BundleWriter &writer, qint64 most,
                        const Progress &progress)
{
    qint64 all = 0;
    int leftOut = 0;
    for (const Attachment &attachment : attachments) {
        if (progress.isCancelled())
            return stoppedWriting();
        const auto contents = store.contents(attachment);
        // Work is shared also where a file is damaged; Store::verify() tells of that.
        if (!contents &&
            (contents.error().code == ErrorCode::Damaged || contents.error().code == ErrorCode::NotFound))
            continue;
        if (!contents)
            return contents.error();
        if (leftOut > 0 || all + contents->size() > most) {
            ++leftOut;
            continue;
        }
        all += contents->size();
        const BundleContents head{attachment.sha256, attachment.audience, {}};
        if (Status added = writer.add(BlobRecord, head.head(), *contents); !added)
            return added.error();
    }
    return leftOut;
}

} // namespace plumbline
