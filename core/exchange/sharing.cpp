#include "core/exchange/sharing.h"

#include "core/domain/person.h"
#include "core/exchange/bundlereader.h"
#include "core/exchange/bundlewriter.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

namespace plumbline {

using namespace Qt::StringLiterals;

/// Kind in the table `extra`, the same as in bundles; skippable records keep their own number.
static constexpr int setAsideTransaction = TransactionRecord;

static QString personName(const Review &review, RecordId id, const QString &fallback)
{
    const Person *person = review.find(PersonId(id.uuid));
    return person ? person->name : fallback;
}

/// Reads a bundle through without writing anything: everything must be readable before the first byte is
/// stored.
static Status readThrough(BundleReader &reader, qint64 *transactions, qint64 *operations)
{
    qint64 refs = 0;
    *transactions = 0;
    *operations = 0;
    const Error tooMany{
        ErrorCode::BadInput,
        QCoreApplication::translate("Bundle", "The bundle holds more changes than a bundle may; nothing "
                                              "was taken in."),
        {},
        {}};
    return reader.read([&](int kind, const QByteArray &content) -> Status {
        if (kind != TransactionRecord) {
            if (kind >= FirstSkippableRecord || kind == BlobRecord || kind == NoteRecord)
                return {};
            return Error{ErrorCode::Newer,
                         QCoreApplication::translate("Bundle",
                                                     "The bundle holds parts this version does not know; "
                                                     "nothing was taken in. Install the newer version."),
                         {},
                         {}};
        }
        ++*transactions;
        if (const auto transaction = Transaction::fromBytes(content)) {
            *operations += transaction->operations.size();
            for (const Operation &operation : transaction->operations)
                refs += operation.refs.size();
        }
        return *operations > mostBundleOperations || refs > mostBundleRefs ? Status(tooMany) : Status();
    });
}

/// Adds to the counts of @p header what was set aside: it travels on as it came, because others may be able
/// to read it.
static Status countSetAside(Store &store, BundleHeader &header)
{
    return store.forEachExtra([&](int kind, const QByteArray &bytes) -> Status {
        if (kind != setAsideTransaction)
            return {};
        ++header.transactions;
        if (const auto transaction = Transaction::fromBytes(bytes))
            header.operations += transaction->operations.size();
        return {};
    });
}

Result<BundleHeader> exportBundle(Session &session, const QString &path)
{
    Store &store = session.store();
    BundleHeader header;
    header.review = session.review().uuid();
    header.sender = session.me();
    header.senderName = personName(session.review(), session.me(), {});
    header.created = session.clock().now();
    header.have = store.tips();
    header.transactions = store.transactionCount();
    header.operations = store.operationCount();
    if (Status counted = countSetAside(store, header); !counted)
        return counted.error();
    {
        BundleWriter writer(path);
        if (Status begun = writer.begin(header); !begun)
            return begun.error();
        Status written = store.forEachTransaction([&](const Transaction &transaction) {
            return writer.add(TransactionRecord, transaction.toBytes());
        });
        if (written)
            written = store.forEachExtra(
                [&](int kind, const QByteArray &bytes) { return writer.add(BundleRecord(kind), bytes); });
        if (!written)
            return written.error();
        if (Status finished = writer.finish(); !finished)
            return finished.error();
    }
    auto reader = BundleReader::open(path);
    if (!reader)
        return reader.error();
    qint64 transactions = 0;
    qint64 operations = 0;
    if (Status read = readThrough(**reader, &transactions, &operations); !read)
        return read.error();
    if (transactions != header.transactions || operations != header.operations)
        return Error{ErrorCode::Damaged,
                     QCoreApplication::translate("Bundle",
                                                 "The bundle does not hold what was written to it. Write it "
                                                 "again, to another disk."),
                     {},
                     {}};
    return header;
}

/// Collects transactions from a reader that calls, for a store that asks: one list per bundle would hold it
/// whole, so the file is read in slices of this many transactions.
static constexpr int sliceSize = 2000;

static Status takeIn(Session &session, BundleReader &reader, ImportReport &report)
{
    QList<Transaction> slice;
    QList<QByteArray> unreadable;
    const auto flush = [&]() -> Status {
        qsizetype at = 0;
        const auto counts = session.importTransactions(
            [&]() -> std::optional<Transaction> {
                return at < slice.size() ? std::optional(slice.at(at++)) : std::nullopt;
            },
            report.header.senderName);
        if (!counts)
            return counts.error();
        report.counts.transactions += counts->transactions;
        report.counts.operations += counts->operations;
        report.counts.alreadyHere += counts->alreadyHere;
        report.counts.setAside += counts->setAside;
        slice.clear();
        return {};
    };
    const Status read = reader.read([&](int kind, const QByteArray &content) -> Status {
        if (kind == TransactionRecord) {
            auto transaction = Transaction::fromBytes(content);
            // One of an audience the header does not name must not slip in: a stream has one audience for
            // ever.
            if (transaction && report.header.audiences.contains(transaction->audience))
                slice += std::move(*transaction);
            else
                unreadable += content;
        } else if (kind >= FirstSkippableRecord) {
            return session.store().keepExtra(kind, content);
        }
        return slice.size() >= sliceSize ? flush() : Status();
    });
    if (!read)
        return read;
    if (Status rest = flush(); !rest)
        return rest;
    for (const QByteArray &bytes : std::as_const(unreadable)) {
        if (Status kept = session.store().keepExtra(setAsideTransaction, bytes); !kept)
            return kept;
    }
    report.counts.setAside += unreadable.size();
    return {};
}

static QStringList conflictNames(const Review &review)
{
    QStringList names;
    for (const Conflict &conflict : review.conflicts())
        names += conflict.id;
    return names;
}

static bool wasKnown(const QList<Problem> &before, const Problem &problem)
{
    for (const Problem &known : before) {
        if (known.check == problem.check && known.record == problem.record)
            return true;
    }
    return false;
}

Result<ImportReport> importBundle(Session &session, const QString &path)
{
    auto reader = BundleReader::open(path);
    if (!reader)
        return reader.error();
    ImportReport report;
    report.header = (*reader)->header();
    if (report.header.review != session.review().uuid())
        return Error{ErrorCode::Refused,
                     QCoreApplication::translate(
                         "Bundle", "The bundle belongs to another review; nothing was taken in. "
                                   "Open that review, or join it as a new file."),
                     {},
                     {}};
    if (report.header.audiences != QList<int>{0})
        return Error{ErrorCode::Refused,
                     QCoreApplication::translate("Bundle",
                                                 "The bundle holds records of a closed group, which this "
                                                 "version cannot take in; nothing was taken in."),
                     {},
                     {}};
    qint64 transactions = 0;
    qint64 operations = 0;
    if (Status readable = readThrough(**reader, &transactions, &operations); !readable)
        return readable.error();
    const QStringList before = conflictNames(session.review());
    const QList<Problem> problemsBefore = session.problems();
    if (Status taken = takeIn(session, **reader, report); !taken)
        return taken.error();
    const QStringList after = conflictNames(session.review());
    for (const QString &name : after) {
        if (!before.contains(name))
            report.newConflicts += name;
    }
    for (const QString &name : before) {
        if (!after.contains(name))
            report.settled += name;
    }
    for (const Problem &problem : session.problems()) {
        if (!problem.waived && !wasKnown(problemsBefore, problem))
            report.newProblems += problem;
    }
    report.gaps = session.store().gaps();
    return report;
}

Result<ImportReport> previewImport(Session &session, const QString &path)
{
    QTemporaryDir folder;
    const QString copy = folder.filePath(u"preview.plumb"_s);
    if (!folder.isValid())
        return Error{
            ErrorCode::CannotWrite,
            QCoreApplication::translate("Bundle", "There is no room for a trial copy; nothing was changed."),
            {},
            {}};
    if (Status copied = session.store().copyTo(copy); !copied)
        return copied.error();
    SessionOptions options;
    options.clock = &session.clock();
    options.registry = StreamRegistry::inMemory();
    auto trial = Session::open(copy, options);
    if (!trial)
        return trial.error();
    return importBundle(**trial, path);
}

Status joinReview(const QString &bundle, const QString &path)
{
    QUuid review;
    {
        const auto reader = BundleReader::open(bundle);
        if (!reader)
            return reader.error();
        review = (*reader)->header().review;
    }
    if (Status created = Store::create(path, review); !created)
        return created;
    Status status;
    {
        auto session = Session::open(path);
        const auto report = session ? importBundle(**session, bundle) : Result<ImportReport>(session.error());
        if (!report)
            status = report.error();
    }
    if (!status)
        QFile::remove(path); // It holds nothing that is not in the bundle.
    return status;
}

QStringList describeImport(const Review &review, const ImportReport &report, bool preview)
{
    const auto say = [](const char *sentence, int n = -1) {
        return QCoreApplication::translate("Import", sentence, nullptr, n);
    };
    QStringList lines;
    const QString sender = personName(review, report.header.sender, report.header.senderName);
    lines +=
        say(QT_TRANSLATE_NOOP("Import", "From %1, made %2."))
            .arg(sender.isEmpty() ? say(QT_TRANSLATE_NOOP("Import", "somebody who did not say their name"))
                                  : sender,
                 report.header.created.toString(u"yyyy-MM-dd HH:mm 'UTC'"_s));
    lines += preview ? say(QT_TRANSLATE_N_NOOP("Import", "%n change(s) would be new here."),
                           int(report.counts.transactions))
                     : say(QT_TRANSLATE_N_NOOP("Import", "%n change(s) were taken in."),
                           int(report.counts.transactions));
    if (report.counts.alreadyHere > 0)
        lines += say(QT_TRANSLATE_N_NOOP("Import", "%n change(s) were here already."),
                     int(report.counts.alreadyHere));
    if (report.counts.setAside > 0)
        lines += say(QT_TRANSLATE_N_NOOP("Import", "%n change(s) could not be read and were set aside."),
                     int(report.counts.setAside));
    for (const QString &name : report.newConflicts)
        lines += say(QT_TRANSLATE_NOOP("Import",
                                       "%1 now holds several values; choose with: resolve FILE %1 --take N."))
                     .arg(name);
    for (const QString &name : report.settled)
        lines += say(QT_TRANSLATE_NOOP("Import", "%1 is settled.")).arg(name);
    for (const Problem &problem : report.newProblems)
        lines += say(QT_TRANSLATE_NOOP("Import", "New problem: %1")).arg(problem.sentence);
    for (const Gap &gap : report.gaps)
        lines +=
            say(QT_TRANSLATE_N_NOOP("Import", "%n change(s) of %1 are missing, no. %2-%3; ask for them."),
                int(gap.last - gap.first + 1))
                .arg(personName(review, gap.person, say(QT_TRANSLATE_NOOP("Import", "somebody"))))
                .arg(gap.first)
                .arg(gap.last);
    return lines;
}

} // namespace plumbline
