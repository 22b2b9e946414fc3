#include "core/exchange/bundlecheck.h"

#include "core/exchange/bundlecontents.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QtEndian>

namespace plumbline {

namespace {

Error checkError(ErrorCode code, const char *sentence)
{
    return {code, QCoreApplication::translate("Bundle", sentence), {}, {}};
}

Error tooMany()
{
    return checkError(ErrorCode::BadInput,
                      QT_TRANSLATE_NOOP("Bundle", "The bundle holds more changes than a bundle may; nothing was taken "
                                                  "in."));
}

/// The transactions a bundle refers to that are nowhere: neither here nor in the bundle. Kept by the first half of their
/// identities, which is enough for counting.
class UnknownRefs
{
public:
    explicit UnknownRefs(Store &store) : m_store(store), m_hasAny(store.review().position() > 0) {}

    void add(const Transaction &transaction)
    {
        for (const Operation &operation : transaction.operations) {
            for (const OperationRef &ref : operation.refs) {
                const quint64 name = nameOf(ref.h);
                if (!m_unknown.contains(name) && !(m_hasAny && m_store.contains(ref.h)))
                    m_unknown.insert(name);
            }
        }
    }
    bool areMany() const { return m_unknown.size() > mostUnknownRefs; }
    void remove(const Transaction &transaction) { m_unknown.remove(nameOf(transaction.identity())); }

private:
    static quint64 nameOf(const QByteArray &h) { return qFromBigEndian<quint64>(h.constData()); }

    Store &m_store; // Not owned.
    bool m_hasAny; ///< Whoever joins a review has nothing yet, and the most to take in.
    QSet<quint64> m_unknown;
};

/// Whether a record may be there although this version does nothing with it.
bool mayBePassedOver(int kind)
{
    return kind >= FirstSkippableRecord || kind == NoteRecord;
}

} // namespace

Status readThrough(BundleReader &reader, Store &store, const std::function<bool()> &step)
{
    qint64 operations = 0;
    qint64 refs = 0;
    UnknownRefs unknown(store);
    Status read = reader.read([&](int kind, const QByteArray &content) -> Status {
        if (!step())
            return checkError(ErrorCode::Cancelled, QT_TRANSLATE_NOOP("Bundle", "Stopped; nothing was taken in."));
        if (kind == BlobRecord) {
            const auto contents = BundleContents::fromRecord(content, reader.header().audiences);
            return contents ? Status() : Status(contents.error());
        }
        if (kind != TransactionRecord)
            return mayBePassedOver(kind)
                       ? Status()
                       : Status(checkError(ErrorCode::Newer,
                                           QT_TRANSLATE_NOOP("Bundle", "The bundle holds parts this version does not "
                                                                       "know; nothing was taken in. Install the newer "
                                                                       "version.")));
        if (const auto transaction = Transaction::fromBytes(content)) {
            operations += transaction->operations.size();
            for (const Operation &operation : transaction->operations)
                refs += operation.refs.size();
            unknown.add(*transaction);
        }
        return operations > mostBundleOperations || refs > mostBundleRefs ? Status(tooMany()) : Status();
    });
    // Hashing every transaction takes time, and is needed only where so many are not known that it matters.
    if (read && unknown.areMany()) {
        read = reader.read([&](int kind, const QByteArray &content) -> Status {
            if (const auto transaction = Transaction::fromBytes(content); kind == TransactionRecord && transaction)
                unknown.remove(*transaction);
            return {};
        });
        if (read && unknown.areMany())
            read = checkError(ErrorCode::BadInput,
                              QT_TRANSLATE_NOOP("Bundle", "The bundle refers to more changes that nobody has than a "
                                                          "bundle may; nothing was taken in. Ask for everything the "
                                                          "sender has."));
    }
    reader.rewind();
    return read;
}

} // namespace plumbline
