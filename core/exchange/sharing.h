#pragma once

#include "core/base/progress.h"
#include "core/exchange/bundle.h"
#include "core/exchange/envelope.h"
#include "core/exchange/signing.h"
#include "core/exchange/trust.h"
#include "core/session/session.h"

namespace plumbline {

class BundleReader;

/// What goes into a bundle.
struct ExportOptions {
    QList<int> audiences{0};      ///< Each goes complete; see core/domain/audience.h.
    QList<StreamTip> beyond = {}; ///< What the receiver has already; empty: everything goes.
    RecordId receiver = {};       ///< Whom it is made for, remembered as sent; null: nobody in particular.
    QString passphrase = {};      ///< Empty: not encrypted.
    /// Bytes of attached files, so that the bundle stays smaller than one may be.
    qint64 mostContents = qint64(512) << 20;
};

/// A bundle that was written and read back.
struct WrittenBundle : BundleHeader {
    int filesLeftOut = 0; ///< Attached files whose contents did not fit; their records are inside.
};

/// What every file of a person had that sent something in the last 90 days: the base of a bundle for her. Empty when
/// nothing is known of her, so that she gets everything.
QList<StreamTip> whatPersonHas(Store &store, RecordId person, const QDateTime &now);
/// What the sender of a bundle had, and so has anybody who took the bundle in. Errors: those of BundleReader.
Result<QList<StreamTip>> whatBundleHas(const QString &bundle, const QString &passphrase = {});

/// Writes a bundle, signed with this file's key, and reads it back before it says so.
/// Errors: CannotWrite; Cancelled; Damaged when what was written cannot be read.
Result<WrittenBundle> exportBundle(Store &store, const Clock &clock, const QString &path,
                                   const ExportOptions &options = {}, const Progress &progress = {});
Result<WrittenBundle> exportBundle(Session &session, const QString &path, const ExportOptions &options = {},
                                   const Progress &progress = {});

struct ImportOptions {
    QString passphrase;
    /// Records whose changes are set aside: they are taken like all others and taken back in the same step.
    QSet<RecordId> setAside;
};

/// One bundle of an import.
struct BundleNews {
    QString path;
    BundleHeader header;
    bool encrypted = false;
    SignatureState signature = SignatureState::None;
    QByteArray key = {}; ///< Of the signer, 32 bytes; empty when it is not signed.
};

/// What an import does to one record. There may be a hundred thousand, so it shares the record with the review.
struct ImportedRecord {
    RecordId record;
    Kind kind = Kind::Review;
    QString key; ///< As it will be shown.
    enum What { New, Changed, Gone } what = Changed;
    bool touchedByBoth = false;
    Review::Pointer shown;    ///< As it will be shown.
    QSet<QByteArray> changed; ///< Names of the fields that show something else.

    QString title() const; ///< As it will be shown.
    /// Those of @ref changed that the kind describes, in the order in which it does.
    QList<Field> fields() const;
};

/// What an import would do or has done, for people to read.
struct ImportReport {
    QList<BundleNews> bundles;
    ImportCounts counts;
    QList<ImportAuthor> authors;     ///< Of what is new here, by name.
    QList<ImportedRecord> records;   ///< In the order of kinds and keys.
    QStringList newConflicts;        ///< Names of the conflicts that are new.
    QList<Conflict> conflicts;       ///< The same, whole: who wrote what and when.
    QStringList settled;             ///< Names of the conflicts that are settled now.
    QList<Problem> newProblems;      ///< Problems the checks see that they did not see before.
    QList<Problem> goneProblems;     ///< Problems the checks do not see any more.
    QList<RecordId> touchedByBoth;   ///< Changed here and there since the common past: for re-reading.
    QList<Gap> gaps;
    qsizetype withoutContents = 0;   ///< Attached files that are new or changed and whose contents are not in this copy.
    QList<qint64> imports;           ///< Numbers in Store::imports(), one a bundle.
    QStringList left;                ///< Fields that were to be set aside and stayed because of later work on them.
};

/// Takes in bundles, in any order. Each is read through once before anything of any is written; a bundle of another
/// review is refused. A change that cannot be read is set aside with its bytes and counted; the rest is taken.
/// Cancelling leaves a valid state in which importing again completes it.
/// Errors: those of BundleReader; BadInput when a signature does not fit; Refused for another review's bundle; CannotWrite;
/// Cancelled.
Result<ImportReport> importBundles(Store &store, const Clock &clock, const QStringList &paths,
                                   const ImportOptions &options = {}, const Progress &progress = {});
/// The same for an open review, which tells its listeners, also of what was taken in before an error or a stop.
Result<ImportReport> importBundles(Session &session, const QStringList &paths, const ImportOptions &options = {},
                                   const Progress &progress = {});

/// The same on a copy of the review file that is thrown away: nothing is changed. May run in any thread.
Result<ImportReport> previewImport(const QString &review, const Clock &clock, const QStringList &paths,
                                   const ImportOptions &options = {}, const Progress &progress = {});

/// Makes a new file of the review a bundle belongs to, for somebody who does not have it yet.
/// Errors: those of importBundles(); Refused when the file exists, and when the bundle holds only what came after an
/// earlier one.
Status joinReview(const QString &bundle, const QString &path, const QString &passphrase = {},
                  const Progress &progress = {});

/// A signature's meaning in one sentence that names the sender: "Signed by Bogdan; you have compared the fingerprint."
QString describeSignature(const Review &review, const BundleNews &news);
/// A gap in one sentence: "12 changes by Bogdan are missing, no. 88-99; ask him or anyone who has them."
QString describeGap(const Review &review, const Gap &gap);

/// What an import did, in sentences, one a line.
QStringList describeImport(const Review &review, const ImportReport &report, bool preview);

} // namespace plumbline
