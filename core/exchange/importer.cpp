// Every bundle is read through before anything of any is stored. What cannot be read is kept with its bytes; the rest is
// taken, in chunks each of which is a valid state.

#include "core/exchange/importer.h"

#include "core/exchange/bundlecheck.h"
#include "core/exchange/bundlecontents.h"
#include "core/exchange/publication.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace plumbline {

static QStringList conflictNames(const Review &review)
{
    QStringList names;
    for (const Conflict &conflict : review.conflicts())
        names += conflict.id;
    return names;
}

Importer::Importer(Store &store, const Clock &clock, const ImportOptions &options, const Progress &progress, bool trial)
    : m_store(store), m_clock(clock), m_options(options), m_progress(progress), m_trial(trial),
      m_keys(store.review().uuid()), m_conflictsBefore(conflictNames(store.review()))
{
}

bool Importer::step()
{
    static constexpr int often = 64;
    ++m_done;
    return m_done % often != 0 ? !m_progress.isCancelled() : m_progress.step(m_done, std::max(m_total, m_done));
}

Status Importer::run(const QStringList &paths)
{
    if (Status opened = open(paths); !opened)
        return opened;
    for (size_t i = 0; i < m_readers.size(); ++i) {
        if (Status taken = takeIn(*m_readers[i], m_report.bundles.at(qsizetype(i))); !taken)
            return taken;
    }
    return setAside();
}

static Status belongsHere(const BundleHeader &header, const QUuid &review)
{
    if (Status ofTheTeam = refusePublication(header); !ofTheTeam)
        return ofTheTeam;
    if (header.review != review)
        return Error{ErrorCode::Refused,
                     QCoreApplication::translate("Bundle", "The bundle belongs to another review; nothing was taken in. "
                                                           "Open that review, or join it as a new file."),
                     {},
                     {}};
    if (header.audiences.isEmpty())
        return Error{ErrorCode::Refused,
                     QCoreApplication::translate("Bundle", "The bundle does not say for whom it is; nothing was taken "
                                                           "in. Ask for it again."),
                     {},
                     {}};
    return {};
}

Status Importer::open(const QStringList &paths)
{
    for (const QString &path : paths) {
        auto reader = BundleReader::open(path, m_options.passphrase);
        if (!reader)
            return reader.error();
        BundleNews news{path, (*reader)->header(), (*reader)->isSealed()};
        if (Status fits = belongsHere(news.header, m_store.review().uuid()); !fits)
            return fits;
        if (Status signedWell = judgeSignature(**reader, news); !signedWell)
            return signedWell;
        m_total += 2 * std::clamp<qint64>(news.header.transactions, 0, mostBundleOperations);
        m_report.bundles += news;
        m_readers.push_back(std::move(*reader));
    }
    for (const auto &reader : m_readers) {
        if (Status readable = readThrough(*reader, m_store, [this] { return step(); }); !readable)
            return readable;
    }
    return {};
}

Status Importer::judgeSignature(const BundleReader &reader, BundleNews &news)
{
    news.key = reader.signer();
    if (news.key.isEmpty())
        return {};
    // Whoever signed it did not send this. It can be had again, so nobody need decide whether to trust it.
    if (!reader.signatureFits())
        return Error{ErrorCode::BadInput,
                     QCoreApplication::translate("Bundle", "The bundle “%1” was changed after it had been signed; nothing was "
                                                           "taken in. Ask for it again.")
                         .arg(news.path),
                     {},
                     {}};
    // One's own bundle needs no comparing.
    if (news.key == knownPublicKey(news.header.file) && news.header.sender == m_store.me()) {
        news.signature = SignatureState::Checked;
        return {};
    }
    news.signature = m_keys.judge(news.key, news.header.sender);
    return {};
}

static Error stoppedHalfway()
{
    return {ErrorCode::Cancelled,
            QCoreApplication::translate("Bundle", "Stopped; what was taken in so far is kept. Import the bundle again to "
                                                  "take the rest."),
            {},
            {}};
}

std::optional<Transaction> Importer::nextTransaction(BundleReader &reader, Status &status, qint64 &unreadable)
{
    const QList<int> audiences = reader.header().audiences;
    while (status) {
        if (!step()) {
            status = stoppedHalfway();
            break;
        }
        auto record = reader.next();
        if (!record) {
            status = record.error();
            break;
        }
        if (!*record)
            break;
        const auto &[kind, content] = **record;
        if (kind == TransactionRecord) {
            auto transaction = Transaction::fromBytes(content);
            if (transaction && audiences.contains(transaction->audience))
                return std::move(*transaction);
            // One of an audience the header does not name must not slip in.
            ++unreadable;
            status = m_store.keepExtra(
                {TransactionRecord, content, transaction ? audiences + QList<int>{transaction->audience} : audiences});
        } else if (kind == BlobRecord) {
            const auto came = BundleContents::fromRecord(content, audiences);
            status = came ? m_store.keepContents(came->sha256, came->audience, came->contents) : came.error();
        } else if (kind >= FirstSkippableRecord) {
            status = m_store.keepExtra({kind, content, audiences});
        }
    }
    return std::nullopt;
}

Status Importer::takeIn(BundleReader &reader, const BundleNews &news)
{
    const BundleHeader &header = news.header;
    const auto import = m_store.beginImport({QFileInfo(news.path).fileName(), header.file, header.sender,
                                             header.senderName, header.created, m_clock.now(), header.have});
    if (!import)
        return import.error();
    m_report.imports += *import;
    Status status;
    qint64 unreadable = 0;
    const auto counts =
        m_store.importTransactions([&] { return nextTransaction(reader, status, unreadable); }, *import);
    if (!counts) {
        m_report.counts.changes.everything = true; // Of what was stored before the failure, nobody has been told.
        return counts.error();
    }
    addCounts(*counts);
    m_report.counts.setAside += unreadable;
    reader.rewind();
    return status && !m_trial ? rememberSender(news) : status;
}

Status Importer::rememberSender(const BundleNews &news)
{
    const BundleHeader &header = news.header;
    const QDateTime now = m_clock.now();
    if (!header.file.isEmpty() && header.file != m_store.fileId()) {
        const Peer sender{header.file, header.sender, header.senderName, header.have, now, {}};
        if (Status kept = m_store.rememberPeer(sender); !kept)
            return kept;
    }
    const bool unknown = news.signature == SignatureState::New || news.signature == SignatureState::OtherKey;
    return unknown ? m_keys.remember(news.key, header.sender, header.senderName, now) : Status();
}

void mergeChanges(Changes &into, const Changes &from)
{
    into.everything |= from.everything;
    for (auto entry = from.records.cbegin(); entry != from.records.cend(); ++entry)
        into.add(entry.key(), *entry);
}

void Importer::addCounts(const ImportCounts &counts)
{
    ImportCounts &all = m_report.counts;
    all.transactions += counts.transactions;
    all.operations += counts.operations;
    all.alreadyHere += counts.alreadyHere;
    all.setAside += counts.setAside;
    mergeChanges(all.changes, counts.changes);
    for (const ImportAuthor &author : counts.authors) {
        const auto known = std::find_if(all.authors.begin(), all.authors.end(), [&](const ImportAuthor &one) {
            return one.person == author.person;
        });
        if (known == all.authors.end()) {
            all.authors += author;
            continue;
        }
        known->changes += author.changes;
        known->first = std::min(known->first, author.first);
        known->last = std::max(known->last, author.last);
    }
}

Status Importer::setAside()
{
    if (m_options.setAside.isEmpty())
        return {};
    const QList<RecordId> records(m_options.setAside.cbegin(), m_options.setAside.cend());
    for (const qint64 import : std::as_const(m_report.imports)) {
        const auto done = m_store.setAside(import, records, {m_store.me(), m_clock.now()});
        if (!done && done.error().code == ErrorCode::NotFound)
            continue; // This bundle brought nothing of them.
        if (!done)
            return done.error();
        m_report.left += done->left;
        mergeChanges(m_report.counts.changes, done->changes);
    }
    return {};
}

} // namespace plumbline
